package org.fupin.reading.section;

import java.util.Locale;
import org.fupin.reference.ReadingWords;
import org.fupin.reference.ReadingWords.Part;

/**
 * Tells whether a stop and a blank between two numbers end a sentence ("rose to 50. 145 million yuan was invested") or tear
 * one number apart ("invested 12. 5 million yuan"). There are two sentences where either side has a verb of its own.
 */
final class NumberBoundary {

    /** How far before the stop a verb is looked for, in characters. */
    private static final int BEFORE = 200;

    /** How far behind the second number, in words. */
    private static final int WORDS_AFTER = 12;

    private final ReadingWords words;

    NumberBoundary(ReadingWords words) {
        this.words = words;
    }

    /**
     * @param begin where the sentence begins
     * @param stop where the stop is, right behind a digit
     * @param next where the second number begins
     * @param limit where the paragraph ends
     */
    boolean parts(String text, int begin, int stop, int next, int limit) {
        int first = stop;
        while (first > begin && isOfNumber(text.charAt(first - 1))) {
            first--;
        }
        if (!takesNumber(text, begin, first)) {
            return false;
        }
        int end = next;
        while (end < limit && isOfNumber(text.charAt(end))) {
            end++;
        }
        while (!Character.isDigit(text.charAt(end - 1))) {
            end--;
        }
        boolean noDecimals = hasMark(text, first, stop) || hasMark(text, next, end);
        return hasVerb(text, end, limit, !noDecimals);
    }

    private static boolean isOfNumber(char c) {
        return Character.isDigit(c) || c == '.' || c == ',';
    }

    /** "2,300" behind a stop is no decimals, nor is anything behind "3.5". A comma before the stop parts only thousands. */
    private static boolean hasMark(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (text.charAt(i) == '.' || text.charAt(i) == ',' && to - i != 4) {
                return true;
            }
        }
        return false;
    }

    /** Whether the first number ends a statement: a verb goes before, and no word that makes it a subject. */
    private boolean takesNumber(String text, int begin, int first) {
        int floor = Math.max(begin, first - BEFORE);
        int at = first;
        boolean nearest = true;
        while (at > floor) {
            int to = at;
            while (to > floor && !Character.isLetter(text.charAt(to - 1))) {
                if (nearest && ",;:(".indexOf(text.charAt(to - 1)) >= 0) {
                    return false; // "In 2012, 12. 5 million yuan was"
                }
                to--;
            }
            int from = to;
            while (from > floor && Character.isLetter(text.charAt(from - 1))) {
                from--;
            }
            String word = text.substring(from, to).toLowerCase(Locale.ROOT);
            if (nearest
                    && (word.equals("that") || word.equals("and") || word.equals("of") && !isTold(text, begin, from))) {
                return false;
            }
            if (isVerb(word) || word.endsWith("ed") && word.length() > 3) {
                return true;
            }
            nearest = false;
            at = from;
        }
        return false;
    }

    /** "a total of 12. 5 million": the words before "of" open a subject; "had a total of" and "made up of" do not. */
    private static boolean isTold(String text, int begin, int of) {
        int from = Math.max(begin, of - "total ".length());
        return !text.startsWith("total ", from);
    }

    private boolean isVerb(String word) {
        return words.is(Part.FINITE, word) || words.is(Part.PAST, word);
    }

    /**
     * Whether a verb follows before the next mark.
     *
     * @param maybeDecimals whether the number may be the decimals of the one before: then a unit behind it asks for more than
     *     a word that may be a participle ("5 million yuan raised from")
     */
    private boolean hasVerb(String text, int from, int limit, boolean maybeDecimals) {
        int at = from;
        boolean decimals = maybeDecimals;
        for (int word = 0; word < WORDS_AFTER; word++) {
            while (at < limit && " \u00A0\n%$¥-".indexOf(text.charAt(at)) >= 0) {
                at++;
            }
            int end = at;
            while (end < limit && (Character.isLetterOrDigit(text.charAt(end)) || text.charAt(end) == '\'')) {
                end++;
            }
            if (end == at) {
                return false;
            }
            String told = text.substring(at, end).toLowerCase(Locale.ROOT);
            if (word == 0 && decimals) {
                decimals = text.charAt(from) == '%' || words.is(Part.MEASURED, told);
            }
            if (told.equals("and") && decimals || told.equals("which") || told.equals("that")) {
                return false;
            }
            if (isVerb(told) || !decimals && word > 0 && told.endsWith("ed") && told.length() > 3) {
                return true;
            }
            at = end;
        }
        return false;
    }
}
