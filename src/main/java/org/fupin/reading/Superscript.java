package org.fupin.reading;

import java.util.Locale;
import java.util.Set;

/**
 * Raised and lowered characters as characters of their own: a mark behind "yuan" or the square of "km" must not read as a
 * number, nor a mark behind a number as one of its digits.
 */
final class Superscript {

    private static final String DIGITS = "\u2070\u00B9\u00B2\u00B3\u2074\u2075\u2076\u2077\u2078\u2079";
    private static final String LETTERS = "abcdefghijklmnoprstuvwxyz";
    private static final String RAISED_LETTERS = "\u1D43\u1D47\u1D9C\u1D48\u1D49\u1DA0\u1D4D\u02B0\u2071\u02B2\u1D4F"
            + "\u02E1\u1D50\u207F\u1D52\u1D56\u02B3\u02E2\u1D57\u1D58\u1D5B\u02B7\u02E3\u02B8\u1DBB";

    /** The ends of ordinals are raised for looks only. */
    private static final Set<String> ORDINAL = Set.of("st", "nd", "rd", "th");

    /** Signs that only set a mark off, as in "[3]", "(a)" and "1, 2". */
    private static final String SET_OFF = "[](){},;. \u00A0\u3010\u3011\uFF08\uFF09\u3014\u3015";

    /** What is longer is no mark but text that is printed small. */
    private static final int MAX_MARK = 12;

    private Superscript() {}

    /**
     * What is raised in one piece: digits and letters become raised ones, brackets and commas around them go; the end of an
     * ordinal and anything longer than a mark stay as they are.
     */
    static String of(String text) {
        String mark = text.strip();
        if (mark.length() > MAX_MARK || ORDINAL.contains(mark.toLowerCase(Locale.ROOT))) {
            return text;
        }
        boolean sign = mark.chars().anyMatch(Character::isLetterOrDigit);
        StringBuilder out = new StringBuilder(mark.length());
        for (int i = 0; i < mark.length(); i++) {
            char c = mark.charAt(i);
            int letter = LETTERS.indexOf(Character.toLowerCase(c));
            if (c >= '0' && c <= '9') {
                out.append(DIGITS.charAt(c - '0'));
            } else if (letter >= 0) {
                out.append(RAISED_LETTERS.charAt(letter));
            } else if (c == '-' || c == '\u2212' || c == '\u2013') {
                out.append('\u207B');
            } else if (c == '+') {
                out.append('\u207A');
            } else if (!sign || SET_OFF.indexOf(c) < 0) {
                out.append(c);
            }
        }
        return out.toString();
    }

    /** What is lowered: its digits become lowered ones, as in the formula of water. */
    static String lowered(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            out.append(c >= '0' && c <= '9' ? (char) ('\u2080' + c - '0') : c);
        }
        return out.toString();
    }
}
