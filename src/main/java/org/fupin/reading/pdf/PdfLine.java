package org.fupin.reading.pdf;

import java.util.List;
import org.fupin.reading.table.TextTable;

/**
 * A line of text on a page of a PDF. Lengths are in points; x grows to the right, y downwards.
 *
 * @param text without white space around it
 * @param page from 0
 * @param left where its first character begins
 * @param right where its last character ends
 * @param y of the base line
 * @param size of most of its characters
 * @param bold how many of its first characters are bold
 * @param gaps before which characters there is room for the border of a cell, in order
 */
record PdfLine(String text, int page, double left, double right, double y, double size, int bold, List<Integer> gaps) {

    /** Whether it is a row of a table, its cells parted by bars. */
    boolean isRow() {
        return text.contains(TextTable.PARTED) && gaps.isEmpty();
    }

    boolean isBold() {
        return bold >= text.length();
    }

    /** How wide a character is on average. */
    double characterWidth() {
        return (right - left) / text.length();
    }
}
