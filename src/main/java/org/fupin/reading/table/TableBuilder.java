package org.fupin.reading.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.fupin.observation.Span;
import org.fupin.observation.document.TableCell;

/** Puts cells that span rows and columns at their places in the grid, as HTML lays tables out. */
public final class TableBuilder {

    /** Columns behind this one are put into it: no report has as many. */
    public static final int MOST_COLUMNS = 200;

    private final List<TextTable.Row> rows = new ArrayList<>();
    /** For each column the first row in which no cell from above stands. */
    private final int[] free = new int[MOST_COLUMNS + 1];

    private List<TableCell> open = new ArrayList<>();
    private int row = -1;
    private int column;
    private int caption = -1;

    public void caption(int begin) {
        caption = begin;
    }

    public void startRow() {
        row++;
        column = 0;
        open = new ArrayList<>();
    }

    /** A cell of the open row, whose text is {@code span}. */
    public void cell(Span span, int width, int height, boolean header, int indent) {
        while (column < MOST_COLUMNS - 1 && free[column] > row) {
            column++;
        }
        int at = Math.min(column, MOST_COLUMNS - 1);
        int wide = Math.max(1, Math.min(width, MOST_COLUMNS - at));
        int high = Math.max(1, height);
        open.add(new TableCell(span, at, wide, high, header, indent));
        Arrays.fill(free, at, at + wide, high > Integer.MAX_VALUE - row ? Integer.MAX_VALUE : row + high);
        column = at + wide;
    }

    /** Closes the open row; a span of no length is that of a row without text, which is left out. */
    public void endRow(Span span) {
        if (span.length() > 0) {
            rows.add(new TextTable.Row(span, List.copyOf(open)).moved(0));
        }
        open = new ArrayList<>();
    }

    public TextTable build() {
        return new TextTable(caption, List.copyOf(rows));
    }
}
