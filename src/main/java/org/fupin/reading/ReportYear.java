package org.fupin.reading;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.fupin.observation.Sentence;
import org.fupin.reference.ReadingWords;
import org.fupin.reference.ReadingWords.Part;

/**
 * The year that an article reports on: the one that most of its sentences speak of. "In 2012" at the beginning of a
 * sentence weighs most; years of plan periods (2011-2020), in quoted or bracketed titles of documents, and years that something
 * is planned for ("by 2020") do not count.
 */
final class ReportYear {

    private static final int AT_BEGINNING = 4;
    private static final int WITHIN = 1;

    /** Words before a year that something is compared with: "more than in 2009", "up 5% over 2009". */
    private static final List<String> BASES =
            List.of("than in", "than", "over", "that of", "level of", "that in", "against", "compared with");

    /** Words behind a year that tell of what is to come. */
    private static final List<String> FUTURE = List.of(
            " will ",
            " plans to ",
            " plan to ",
            " intends ",
            " is to ",
            " are to ",
            " wants to ",
            " aims ",
            " strives ",
            " shall ");

    private static final int EARLIEST = 1980;
    private static final int LATEST = 2099;

    private final ReadingWords words;

    ReportYear(ReadingWords words) {
        this.words = words;
    }

    /** The year, 0 if no sentence speaks of one. Of two that are spoken of as often, the later one. */
    int of(Iterable<Sentence> sentences) {
        Map<Integer, Integer> votes = new TreeMap<>();
        for (Sentence sentence : sentences) {
            vote(sentence.text(), votes);
        }
        int best = 0;
        int most = 0;
        for (Map.Entry<Integer, Integer> vote : votes.entrySet()) {
            if (vote.getValue() >= most) {
                best = vote.getKey();
                most = vote.getValue();
            }
        }
        return best;
    }

    private void vote(String text, Map<Integer, Integer> votes) {
        int quotes = 0;
        int brackets = 0;
        boolean straight = false;
        // looked up once, not again behind each year
        int lastFuture = FUTURE.stream().mapToInt(text::lastIndexOf).max().orElse(-1);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\u201C', '\u300A' -> quotes++;
                case '\u201D', '\u300B' -> quotes = Math.max(0, quotes - 1);
                case '"' -> straight = !straight;
                case '(', '[', '\uFF08' -> brackets++;
                case ')', ']', '\uFF09' -> brackets = Math.max(0, brackets - 1);
                default -> {}
            }
            if (!Character.isDigit(c) || i > 0 && isNumeric(text.charAt(i - 1))) {
                continue;
            }
            int end = i;
            while (end < text.length() && Character.isDigit(text.charAt(end))) {
                end++;
            }
            if (end - i == 4 && quotes == 0 && !straight && brackets == 0) {
                int year = Integer.parseInt(text.substring(i, end));
                if (year >= EARLIEST && year <= LATEST) {
                    int weight = weight(text, i, end, lastFuture);
                    if (weight > 0) {
                        int told = isBase(text, i) ? year + 1 : year; // most are compared with the year before
                        votes.merge(told, weight, Integer::sum);
                    }
                }
            }
            i = end - 1;
        }
    }

    private static boolean isNumeric(char c) {
        return Character.isDigit(c) || c == '.' || c == ',' || c == '-' || c == '\u2013' || c == '$';
    }

    private int weight(String text, int begin, int end, int lastFuture) {
        char after = end < text.length() ? text.charAt(end) : ' ';
        boolean digitNext = end + 1 < text.length() && Character.isDigit(text.charAt(end + 1));
        // "2011-2015", "2011.5", "2011,000": a plan period or another number.
        if (digitNext && "-\u2013\u2014~.,".indexOf(after) >= 0 || after == '%') {
            return 0;
        }
        if (words.is(Part.COUNTED, wordAfter(text, end))) {
            return 0;
        }
        String before =
                text.substring(Math.max(0, begin - 10), begin).stripTrailing().toLowerCase(Locale.ROOT);
        if (before.endsWith("by") || before.endsWith("before") || before.endsWith("until")) {
            return 0;
        }
        if (before.endsWith("since") || before.endsWith("from") || before.endsWith("between")) {
            return 0;
        }
        if (lastFuture >= end) {
            return 0; // "In 2014, the province will ..."
        }
        boolean first = begin <= 3 && (begin == 0 || before.endsWith("in"));
        return first ? AT_BEGINNING : WITHIN;
    }

    private static boolean isBase(String text, int begin) {
        String before =
                text.substring(Math.max(0, begin - 10), begin).stripTrailing().toLowerCase(Locale.ROOT);
        return BASES.stream().anyMatch(before::endsWith);
    }

    private static String wordAfter(String text, int end) {
        int from = end;
        while (from < text.length() && Paragraphs.isBlank(text.charAt(from))) {
            from++;
        }
        int to = from;
        while (to < text.length() && Character.isLetter(text.charAt(to))) {
            to++;
        }
        return text.substring(from, to).toLowerCase(Locale.ROOT);
    }
}
