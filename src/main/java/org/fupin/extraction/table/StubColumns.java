package org.fupin.extraction.table;

import java.util.Arrays;
import java.util.List;
import org.fupin.extraction.table.Cell.Content;
import org.fupin.reference.TableWords.Type;

/** Tells which columns of a table hold labels of rows, and which of these the units of the rows. */
final class StubColumns {

    final boolean[] stub;
    final boolean[] ofUnits;
    private final List<List<Cell>> rows;

    StubColumns(List<List<Cell>> headers, List<List<Cell>> rows, int columns) {
        this.rows = rows;
        stub = new boolean[columns];
        ofUnits = new boolean[columns];
        int[] labels = new int[columns];
        int[] years = new int[columns];
        int[] figures = new int[columns];
        for (List<Cell> row : rows) {
            for (Cell cell : HeaderRows.isHeading(row) ? List.<Cell>of() : row) {
                labels[cell.column] += cell.is(Content.LABEL) ? 1 : 0;
                years[cell.column] += cell.is(Content.YEAR) ? 1 : 0;
                figures[cell.column] += cell.isFigure() ? 1 : 0;
            }
        }
        String[] texts = new String[columns];
        Arrays.fill(texts, "");
        for (List<Cell> header : headers) {
            for (Cell cell : header) {
                boolean label = cell.is(Content.LABEL);
                texts[cell.column] = label ? cell.label().text : texts[cell.column];
                ofUnits[cell.column] |=
                        label && !cell.isWide(columns) && cell.label().whole == Type.UNITS && labels[cell.column] > 0;
            }
        }
        boolean serial = columns > 2 && labels[1] > figures[1] && isSerial();
        boolean open = true;
        for (int c = 0; c < columns; c++) {
            boolean label = labels[c] > figures[c] + years[c];
            boolean first = c == 0 && (serial || years[0] > 0 && figures[0] == 0);
            boolean beside = label && !texts[0].isEmpty() && texts[c].equals(texts[0]); // tables set side by side
            stub[c] = open ? label || first || ofUnits[c] : beside;
            open &= stub[c];
        }
    }

    /** Whether the first column counts the rows. */
    private boolean isSerial() {
        int last = 0;
        for (List<Cell> row : rows) {
            Cell cell = row.isEmpty() ? null : row.get(0);
            if (cell != null && cell.column == 0 && cell.isFigure() && !HeaderRows.isNumber(cell, ++last)) {
                return false;
            }
        }
        return last > 1;
    }
}
