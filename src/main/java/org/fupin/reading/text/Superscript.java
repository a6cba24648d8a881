package org.fupin.reading.text;

import java.util.Locale;
import java.util.Set;

/**
 * Raised and lowered characters as characters of their own: a mark behind "yuan" or the square of "km" must not read as a
 * number, nor a mark behind a number as one of its digits.
 */
public final class Superscript {

    private static final String DIGITS = "\u2070\u00B9\u00B2\u00B3\u2074\u2075\u2076\u2077\u2078\u2079";
    /** The ends of ordinals are raised for looks only. */
    private static final Set<String> ORDINAL = Set.of("st", "nd", "rd", "th");

    /** What is longer is no mark but text that is printed small. */
    private static final int MAX_MARK = 12;

    /** Letters of a mark without digits, as in "(a)" or "TM". */
    private static final int MAX_LETTERS = 2;

    private Superscript() {}

    /**
     * What is raised in one piece: digits become raised ones; the letters and brackets of a mark go, as they would read as
     * words and notes in the line; asterisks and daggers stay. The end of an ordinal, a word and anything longer than a mark
     * stay as they are.
     */
    public static String of(String text) {
        String mark = text.strip();
        long digits = mark.chars().filter(c -> c >= '0' && c <= '9').count();
        long letters = mark.chars().filter(Character::isLetter).count();
        if (mark.length() > MAX_MARK
                || digits == 0 && letters > MAX_LETTERS
                || ORDINAL.contains(mark.toLowerCase(Locale.ROOT))) {
            return text;
        }
        StringBuilder out = new StringBuilder(mark.length());
        for (int i = 0; i < mark.length(); i++) {
            char c = mark.charAt(i);
            if (c >= '0' && c <= '9') {
                out.append(DIGITS.charAt(c - '0'));
            } else if (digits > 0 && (c == '-' || c == '\u2212')) {
                out.append('\u207B');
            } else if (digits == 0 && letters == 0) {
                out.append(c);
            }
        }
        return out.toString();
    }

    /** What is lowered: its digits become lowered ones, as in the formula of water. */
    public static String lowered(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            out.append(c >= '0' && c <= '9' ? (char) ('\u2080' + c - '0') : c);
        }
        return out.toString();
    }
}
