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
        int lines = 0;
        for (String paragraph : text.split("\n", -1)) {
            lines += lines(paragraph, room);
        }
        return lines;
    }

    private static int lines(String paragraph, double room) {
        int lines = 1;
        double used = 0;
        for (String word : paragraph.split(" ")) {
            double length = width(word);
            if (used > 0 && used + 1 + length > room) {
                lines++;
                used = 0;
            }
            used += (used > 0 ? 1 : 0) + length;
            while (used > room) {
                lines++;
                used -= room;
            }
        }
        return lines;
    }

    private static double width(String word) {
        return word.codePoints().mapToDouble(c -> c >= WIDE_FROM ? 2 : 1).sum();
    }
}
