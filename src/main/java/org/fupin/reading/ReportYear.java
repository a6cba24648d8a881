package org.fupin.reading;

import java.util.Map;
import java.util.TreeMap;
import org.fupin.observation.Sentence;

/**
 * The year that an article reports on: the one that most of its sentences speak of. "In 2012" at the beginning of a
 * sentence weighs most; years of plan periods (2011-2020), in quoted or bracketed titles of documents, and years that something
 * is planned for ("by 2020") do not count.
 */
final class ReportYear {

    private static final int AT_BEGINNING = 4;
    private static final int WITHIN = 1;

    private static final int EARLIEST = 1980;
    private static final int LATEST = 2099;

    private ReportYear() {}

    /** The year, 0 if no sentence speaks of one. Of two that are spoken of as often, the later one. */
    static int of(Iterable<Sentence> sentences) {
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

    private static void vote(String text, Map<Integer, Integer> votes) {
        int quotes = 0;
        int brackets = 0;
        boolean straight = false;
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
                    int weight = weight(text, i, end);
                    if (weight > 0) {
                        votes.merge(year, weight, Integer::sum);
                    }
                }
            }
            i = end - 1;
        }
    }

    private static boolean isNumeric(char c) {
        return Character.isDigit(c) || c == '.' || c == ',' || c == '-' || c == '\u2013' || c == '$';
    }

    private static int weight(String text, int begin, int end) {
        String after = text.substring(end, Math.min(text.length(), end + 12));
        boolean range = !after.isEmpty()
                && "-\u2013\u2014~".indexOf(after.charAt(0)) >= 0
                && after.length() > 1
                && Character.isDigit(after.charAt(1));
        boolean number = after.length() > 1
                && (after.charAt(0) == '.' || after.charAt(0) == ',')
                && Character.isDigit(after.charAt(1));
        String next = after.strip().split("[^\\p{L}%]", 2)[0];
        boolean amount = next.matches(
                "(?i)yuan|million|billion|mu|people|households?|villages?|%|percent|kilometers?|tons?|projects?|meters?|square|persons?|hectares?|km|farmers|cadres|poor|units|towns|counties|new|sets");
        if (range || number || amount) {
            return 0;
        }
        String before =
                text.substring(Math.max(0, begin - 24), begin).stripTrailing().toLowerCase(java.util.Locale.ROOT);
        if (before.endsWith("by") || before.endsWith("before") || before.endsWith("until") || before.endsWith("than")) {
            return before.endsWith("by") || before.endsWith("before") || before.endsWith("until") ? 0 : WITHIN;
        }
        boolean first = begin <= 3 && (begin == 0 || before.endsWith("in"));
        return first ? AT_BEGINNING : WITHIN;
    }
}
