package org.fupin.review;

import java.util.regex.Pattern;

/**
 * Texts in CSV files that people open in a spreadsheet: one that it would take for a formula gets an apostrophe in front
 * (OWASP, "CSV Injection"); a number, signed or not, stays one.
 */
public final class SpreadsheetText {

    /**
     * What begins a formula in some spreadsheet: the full-width signs do where Chinese is written, and behind white space
     * that is cut off a sign comes first after all.
     */
    private static final String FORMULA_SIGNS = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

    private static final Pattern NUMBER = Pattern.compile("-?\\d+(?:\\.\\d+)?");

    private SpreadsheetText() {}

    public static String guarded(String text) {
        return isFormula(text) ? "'" + text : text;
    }

    /** What {@link #guarded} was made from. */
    public static String plain(String cell) {
        return cell.startsWith("'") && isFormula(cell.substring(1)) ? cell.substring(1) : cell;
    }

    private static boolean isFormula(String text) {
        return !text.isEmpty()
                && FORMULA_SIGNS.indexOf(text.charAt(0)) >= 0
                && !NUMBER.matcher(text).matches();
    }
}
