package org.fupin.report.excel;

import java.util.function.Function;

/**
 * A column of a table.
 *
 * @param header unique in the table
 * @param width in characters
 * @param wrapped whether long text goes on in further lines of the cell
 * @param value what a line shows there
 * @param <R> the lines
 */
record Column<R>(String header, int width, boolean wrapped, Content<R> value) {

    /** What a line shows in a column. */
    @FunctionalInterface
    interface Content<R> {

        /** @param row of the sheet that the line stands in, counting from 1: for formulas that refer to it */
        CellValue of(R line, int row);
    }

    static <R> Column<R> of(String header, int width, Function<R, CellValue> value) {
        return new Column<>(header, width, false, (line, row) -> value.apply(line));
    }

    static <R> Column<R> wrapped(String header, int width, Function<R, CellValue> value) {
        return new Column<>(header, width, true, (line, row) -> value.apply(line));
    }

    /** A column of plain text that goes on in further lines. */
    static <R> Column<R> text(String header, int width, Function<R, String> text) {
        return wrapped(header, width, line -> CellValue.text(text.apply(line)));
    }

    /** A column whose content depends on the row, as a formula's does. */
    static <R> Column<R> byRow(String header, int width, Content<R> value) {
        return new Column<>(header, width, false, value);
    }
}
