package org.fupin.report.excel;

import java.util.regex.Pattern;

/** Makes text of any source fit for a cell. */
final class ExcelText {

    /** The most UTF-16 code units that a cell holds. */
    static final int MAX_LENGTH = 32_767;

    private static final String SHORTENED = " [shortened; the document has it all]";

    /** Excel reads this as one character, so that text which happens to contain it has its underscore escaped. */
    private static final Pattern ESCAPE = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");

    private ExcelText() {}

    /** Text that XML can hold, no longer than a cell can be; what is illegal becomes U+FFFD. */
    static String clean(String text) {
        return isClean(text) ? text : cleaned(text);
    }

    /** Whether there is certainly nothing to do, as for nearly all texts. */
    private static boolean isClean(String text) {
        if (text.length() > MAX_LENGTH) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' && c != '\n' && c != '\t' || c == '_' || c >= Character.MIN_SURROGATE) {
                return false;
            }
        }
        return true;
    }

    private static String cleaned(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints()
                .filter(c -> c != '\r')
                .map(c -> isLegal(c) ? c : 0xFFFD)
                .forEach(clean::appendCodePoint);
        String escaped = ESCAPE.matcher(clean).replaceAll("_x005F_");
        if (escaped.length() <= MAX_LENGTH) {
            return escaped;
        }
        int end = MAX_LENGTH - SHORTENED.length();
        if (Character.isHighSurrogate(escaped.charAt(end - 1))) {
            end--;
        }
        return escaped.substring(0, end) + SHORTENED;
    }

    /** Whether spreadsheets, or those who save the sheet as CSV, could take this text for a formula. */
    static boolean looksLikeFormula(String text) {
        return !text.isEmpty() && "=+-@\t\r\n".indexOf(text.charAt(0)) >= 0;
    }

    /** XML 1.0, production 2, without lone surrogates. */
    private static boolean isLegal(int c) {
        return c == '\t'
                || c == '\n'
                || (c >= 0x20 && c <= 0xD7FF)
                || (c >= 0xE000 && c <= 0xFFFD)
                || (c >= 0x10000 && c <= 0x10FFFF);
    }
}
