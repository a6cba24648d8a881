package org.fupin.report.excel;

/** Estimates how many lines a text takes in a cell. */
final class TextFit {

    /** Letters are on average narrower than the digits by which columns are measured; word breaks take some of it back. */
    private static final double LETTERS_PER_DIGIT = 1.15;

    /** From here on characters are as wide as two digits: Chinese and what follows it in Unicode. */
    private static final int WIDE_FROM = 0x2E80;

    private TextFit() {}

    /**
     * @param width of the column in characters
     * @return at least 1
     */
    static int lines(String text, int width) {
        double room = Math.max(width * LETTERS_PER_DIGIT, 1);
        int lines = 1;
        double used = 0;
        double word = 0;
        // Through the text once, without a string for each of its words: a workbook has tens of thousands.
        for (int i = 0; i <= text.length(); i++) {
            char c = i == text.length() ? '\n' : text.charAt(i);
            if (c != ' ' && c != '\n') {
                word += width(c);
                continue;
            }
            if (used > 0 && word + used + 1 > room) {
                lines++;
                used = 0;
            }
            used += (used > 0 ? 1 : 0) + word;
            for (; used > room; used -= room) {
                lines++;
            }
            word = 0;
            if (c == '\n' && i < text.length()) {
                lines++;
                used = 0;
            }
        }
        return lines;
    }

    /** Of a character beyond the basic plane, the first half has the width of both. */
    private static int width(char c) {
        return Character.isLowSurrogate(c) ? 0 : c >= WIDE_FROM ? 2 : 1;
    }
}
