package org.fupin.reading.table;

/** Tells the cells of tables of figures from those of tables that lay out text. */
public final class DataCell {

    /** Longest text of a cell that is one of a table's figures or labels; a longer one is text that a table lays out. */
    public static final int LONGEST = 120;

    /** Most letters in a cell that is a figure: those of a unit or a mark. */
    private static final int UNIT = 12;

    /** Longest figure, with its unit. */
    private static final int FIGURE = 32;

    private DataCell() {}

    /** Whether the text is a figure, perhaps with its unit or a mark, and nothing else. */
    public static boolean isFigure(CharSequence text) {
        if (text.length() > FIGURE) {
            return false;
        }
        int digits = 0;
        int letters = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            digits += Character.isDigit(c) ? 1 : 0;
            letters += Character.isLetter(c) ? 1 : 0;
        }
        return digits > 0
                && letters <= UNIT
                && (letters <= 2 || Character.isDigit(text.charAt(0)) || digits >= letters);
    }

    /**
     * Whether a table with so many rows, most columns in a row, cells with text and cells with nothing but a figure is one of
     * figures.
     */
    public static boolean isTable(int rows, int columns, int filled, int figures) {
        return rows >= 2 && columns >= 2 && figures >= 1 && figures * 5 >= filled;
    }
}
