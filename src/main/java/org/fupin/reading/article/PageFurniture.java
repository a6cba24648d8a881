package org.fupin.reading.article;

import java.util.Locale;
import java.util.regex.Pattern;
import org.fupin.observation.Span;
import org.fupin.reference.ReadingWords;
import org.fupin.reference.ReadingWords.Part;

/**
 * Tells lines of the page that a report was taken from (download prompts, addresses, phone numbers, copyright, licence
 * numbers, navigation) from those of the report.
 */
final class PageFurniture {

    /** Furniture is short; a long paragraph that mentions a website is text. */
    private static final int MAX_LENGTH = 240;

    private static final int MAX_CHINESE_LENGTH = 80;

    private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}]+");

    private final ReadingWords words;

    PageFurniture(ReadingWords words) {
        this.words = words;
    }

    /** A paragraph in Chinese that is none of the lines around a text: those are short and have their words. */
    boolean isChineseText(String text, Span paragraph) {
        if (!ChineseText.is(text, paragraph)) {
            return false;
        }
        String line = paragraph.in(text).toLowerCase(Locale.ROOT);
        boolean states = paragraph.length() > MAX_CHINESE_LENGTH || line.indexOf('\u3002') >= 0;
        return states || !names(line, Part.FURNITURE_CERTAIN) && !names(line, Part.FURNITURE);
    }

    boolean is(String text, Span paragraph) {
        if (paragraph.length() > MAX_LENGTH) {
            return ChineseText.is(text, paragraph);
        }
        int chinese = 0;
        int latin = 0;
        int letters = 0;
        for (int i = paragraph.begin(); i < paragraph.end(); i++) {
            char c = text.charAt(i);
            if (Character.isIdeographic(c)) {
                chinese++;
            } else if (Character.isLetter(c)) {
                latin++;
            }
            if (Character.isLetterOrDigit(c)) {
                letters++;
            }
        }
        // The reports are in English: a line in Chinese is not theirs. A rule or a row of dots is too.
        if (chinese > latin || letters == 0 || isPageNumber(paragraph.in(text))) {
            return true;
        }
        String line = paragraph.in(text).toLowerCase(Locale.ROOT);
        return names(line, Part.FURNITURE_CERTAIN) || !isSentence(line) && names(line, Part.FURNITURE);
    }

    /** "The website www... was opened." is text. */
    private boolean isSentence(String line) {
        if (!line.endsWith(".")) {
            return false;
        }
        for (String word : NO_LETTERS.split(line)) {
            if (words.is(Part.FINITE, word) || words.is(Part.PAST, word) || word.endsWith("ed")) {
                return true;
            }
        }
        return false;
    }

    private boolean names(String line, Part part) {
        for (String word : words.of(part)) {
            int at = line.indexOf(word);
            int end = at + word.length();
            if (at >= 0
                    && !(isLatin(word.charAt(0)) && at > 0 && isLatin(line.charAt(at - 1)))
                    && !(isLatin(word.charAt(word.length() - 1)) && end < line.length() && isLatin(line.charAt(end)))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isLatin(char c) {
        return c < '\u0250' && Character.isLetter(c);
    }

    /** "12", "- 12 -", "Page 3 of 10". */
    private static boolean isPageNumber(String line) {
        if (line.length() > 24) {
            return false;
        }
        String bare = line.toLowerCase(Locale.ROOT)
                .replace("page", "")
                .replace("of", "")
                .replaceAll("[-\u2013\u2014\\s/|.]", "");
        return !bare.isEmpty() && bare.length() <= 8 && bare.chars().allMatch(Character::isDigit);
    }
}
