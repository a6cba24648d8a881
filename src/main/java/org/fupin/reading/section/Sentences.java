package org.fupin.reading.section;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.fupin.observation.Span;
import org.fupin.observation.document.Sentence;
import org.fupin.reading.text.Paragraphs;
import org.fupin.reference.ReadingWords;
import org.fupin.reference.ReadingWords.Part;

/**
 * Divides a paragraph into sentences. A stop, question or exclamation mark ends one, with the quotes and brackets that
 * close after it; semicolons do not, nor stops in decimals, abbreviations, initials, addresses and list counters. Sentences
 * that grew together ("in 2012.The province") are parted.
 */
public final class Sentences {

    private static final String STOPS = ".!?\u3002\uFF01\uFF1F";
    private static final String CLOSERS = ")\uFF09]\u201D\u2019\u3011\u300B\u300D\"'";

    private final ReadingWords words;
    private final NumberBoundary boundary;

    public Sentences(ReadingWords words) {
        this.words = words;
        this.boundary = new NumberBoundary(words);
    }

    public List<Sentence> of(String text, Span paragraph, int number) {
        List<Sentence> sentences = new ArrayList<>();
        int begin = paragraph.begin();
        int i = paragraph.begin();
        while (i < paragraph.end()) {
            if (STOPS.indexOf(text.charAt(i)) >= 0) {
                int end = closersAfter(text, i + 1, paragraph.end());
                if (ends(text, begin, i, end, paragraph.end())) {
                    add(sentences, text, begin, end, number);
                    begin = end;
                }
                i = end;
            } else {
                i++;
            }
        }
        add(sentences, text, begin, paragraph.end(), number);
        return sentences;
    }

    private static void add(List<Sentence> sentences, String text, int begin, int end, int number) {
        Span span = Paragraphs.strip(text, new Span(begin, end));
        if (span.length() > 0) {
            sentences.add(new Sentence(span, number, span.in(text)));
        }
    }

    /** Skips further stops, and the quotes and brackets that close after the stop at {@code from - 1}. */
    private static int closersAfter(String text, int from, int limit) {
        int i = from;
        while (i < limit && STOPS.indexOf(text.charAt(i)) >= 0) {
            i++;
        }
        i = footnoteAfter(text, i, limit);
        while (i < limit && CLOSERS.indexOf(text.charAt(i)) >= 0) {
            boolean straight = text.charAt(i) == '"' || text.charAt(i) == '\'';
            boolean opensNext = straight
                    && i + 1 < limit
                    && Character.isLetterOrDigit(text.charAt(i + 1))
                    && i == from
                    && quoteIsClosed(text, i);
            if (opensNext) {
                break;
            }
            i++;
        }
        return i;
    }

    /** Behind a footnote mark right behind the stop: "in 2012.[5] The", "in 2012.³ The". */
    private static int footnoteAfter(String text, int from, int limit) {
        int i = from;
        while (i < limit
                && "\u00B9\u00B2\u00B3\u2070\u2074\u2075\u2076\u2077\u2078\u2079\u2020\u2021".indexOf(text.charAt(i))
                        >= 0) {
            i++;
        }
        if (i == from && i < limit && text.charAt(i) == '[') {
            int digits = i + 1;
            while (digits < limit && digits - i <= 3 && Character.isDigit(text.charAt(digits))) {
                digits++;
            }
            boolean mark = digits > i + 1 && digits < limit && text.charAt(digits) == ']';
            return mark ? digits + 1 : i;
        }
        return i;
    }

    /** Whether the straight quote at {@code at} opens: looks back a little for one that is still open. */
    private static boolean quoteIsClosed(String text, int at) {
        int quotes = 0;
        for (int i = at - 1; i >= 0 && i > at - 400 && text.charAt(i) != '\n'; i--) {
            if (text.charAt(i) == text.charAt(at)) {
                quotes++;
            }
        }
        return quotes % 2 == 0;
    }

    private boolean ends(String text, int begin, int stop, int end, int limit) {
        if (end >= limit) {
            return true;
        }
        char mark = text.charAt(stop);
        if (mark == '\u3002' || mark == '\uFF01' || mark == '\uFF1F') {
            return true;
        }
        int next = end;
        while (next < limit && Paragraphs.isBlank(text.charAt(next))) {
            next++;
        }
        if (next >= limit) {
            return true;
        }
        boolean blank = next > end;
        char first = text.charAt(next);
        if (mark != '.') {
            return blank || Character.isUpperCase(first);
        }
        if (",;:)\uFF0C\uFF1B-\u2013/".indexOf(first) >= 0) {
            return false;
        }
        int wordBegin = wordBegin(text, begin, stop);
        String word = text.substring(wordBegin, stop);
        if (isCounter(text, begin, wordBegin, word)) {
            return false;
        }
        boolean number = !word.isEmpty() && Character.isDigit(word.charAt(word.length() - 1));
        if (Character.isDigit(first)) {
            // "in 2012. 14 million" and "rose to 50. 14 million yuan was" are two sentences, "3. 5 million" and
            // "62.100" a
            // malformed number.
            if (isAbbreviation(word)) {
                return false;
            }
            return blank
                    ? !number || isYear(word) || boundary.parts(text, begin, stop, next, limit)
                    : isWord(word) && !isHostName(text, next, limit);
        }
        String lower = word.toLowerCase(Locale.ROOT);
        if (isAbbreviation(word)) {
            return false;
        }
        boolean openerNext = opensSentence(text, next, limit);
        if (words.is(Part.ABBREVIATION_AT_END, lower) || isInitial(word)) {
            return blank && openerNext;
        }
        if (words.is(Part.ABBREVIATION_BEFORE_SMALL, lower)) {
            return !Character.isLowerCase(first);
        }
        if (blank) {
            return true;
        }
        // Nothing between stop and next word: two sentences only if a word goes before and a capital after.
        boolean wordBefore = number || word.length() >= 2 && Character.isLetter(word.charAt(word.length() - 1));
        boolean quoteBefore = end > stop + 1;
        boolean capitalWord = (Character.isUpperCase(first) && (next + 1 >= limit || !isDotted(text, next, limit))
                        || "\u201C\u3010".indexOf(first) >= 0)
                && !lower.contains(".");
        return capitalWord && (wordBefore || quoteBefore);
    }

    /** "U.S.", "www.Example.org": a stop follows within the next word, with a letter behind it. */
    private static boolean isDotted(String text, int from, int limit) {
        int i = from;
        while (i < limit && Character.isLetterOrDigit(text.charAt(i))) {
            i++;
        }
        return i + 1 < limit && text.charAt(i) == '.' && Character.isLetter(text.charAt(i + 1)) && i - from <= 2;
    }

    private boolean opensSentence(String text, int from, int limit) {
        int i = from;
        while (i < limit && Character.isLetter(text.charAt(i))) {
            i++;
        }
        String word = text.substring(from, i);
        String lower = word.toLowerCase(Locale.ROOT);
        return !word.isEmpty()
                && Character.isUpperCase(word.charAt(0))
                && (words.is(Part.OPENER, lower) || words.is(Part.COUNTER, lower));
    }

    private boolean isAbbreviation(String word) {
        return words.is(Part.ABBREVIATION, word.toLowerCase(Locale.ROOT))
                && (word.length() > 2
                        || Character.isUpperCase(word.charAt(0))
                        || word.equals("vs")
                        || word.equals("al")
                        || word.equals("ca")
                        || word.equals("pp")
                        || word.equals("cf"));
    }

    /** One capital letter, or several with stops between ("J.P", "U.S"). */
    private static boolean isInitial(String word) {
        if (word.isEmpty() || word.length() > 7) {
            return false;
        }
        for (int i = 0; i < word.length(); i++) {
            boolean letter = i % 2 == 0;
            if (letter != Character.isLetter(word.charAt(i)) || !letter && word.charAt(i) != '.') {
                return false;
            }
        }
        return word.length() % 2 == 1;
    }

    /** "1." or "a." at the beginning of the sentence, "(1)." too. */
    private static boolean isCounter(String text, int begin, int wordBegin, String word) {
        if (word.isEmpty() || word.length() > 3) {
            return false;
        }
        for (int i = begin; i < wordBegin; i++) {
            if (!Paragraphs.isBlank(text.charAt(i)) && text.charAt(i) != '(') {
                return false;
            }
        }
        boolean digits = word.chars().allMatch(Character::isDigit);
        boolean roman = word.chars().allMatch(c -> "IVXivx".indexOf(c) >= 0);
        return digits || roman || word.length() == 1;
    }

    /** Three letters or more: "the poor.14 million came". */
    private static boolean isWord(String word) {
        return word.length() >= 3 && word.chars().allMatch(Character::isLetter);
    }

    /** "www.163.com": a stop and a small letter follow the digits. */
    private static boolean isHostName(String text, int from, int limit) {
        int i = from;
        while (i < limit && Character.isLetterOrDigit(text.charAt(i))) {
            i++;
        }
        return i + 1 < limit && text.charAt(i) == '.' && Character.isLowerCase(text.charAt(i + 1));
    }

    private static boolean isYear(String word) {
        return word.length() == 4 && word.chars().allMatch(Character::isDigit);
    }

    private static int wordBegin(String text, int begin, int stop) {
        int i = stop;
        while (i > begin
                && (Character.isLetterOrDigit(text.charAt(i - 1)) || text.charAt(i - 1) == '.')
                && stop - i < 24) {
            i--;
        }
        while (i < stop && text.charAt(i) == '.') {
            i++;
        }
        return i;
    }
}
