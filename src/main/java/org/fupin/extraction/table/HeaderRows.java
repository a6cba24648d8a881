package org.fupin.extraction.table;

import java.util.List;
import java.util.function.Predicate;
import org.fupin.extraction.table.Cell.Content;

/** Tells which rows of a table are headers. A table whose headers change on the way is one of several parts. */
final class HeaderRows {

    /** Most rows of headers. */
    private static final int MOST = 8;

    private final List<List<Cell>> rows;
    private final int columns;

    HeaderRows(List<List<Cell>> rows, int columns) {
        this.rows = rows;
        this.columns = columns;
    }

    /** The first row behind the headers that begin here; the row itself where there are none, or nothing below them. */
    int behind(int first) {
        int at = first;
        while (at < rows.size() && at - first < MOST && isHeader(at, first)) {
            at++;
        }
        return at == rows.size() ? first : at;
    }

    /** The first of the rows from here on that has headers of its own, else the number of rows. */
    int next(int from) {
        int at = from;
        while (at < rows.size() && !opens(at)) {
            at++;
        }
        return Math.min(at, rows.size());
    }

    private int count(int row, Predicate<Cell> is) {
        return (int) rows.get(row).stream().filter(is).count();
    }

    private int count(int row, Content content) {
        return count(row, cell -> cell.is(content));
    }

    private boolean isHeader(int row, int first) {
        int years = count(row, Content.YEAR);
        int labels = count(row, Content.LABEL);
        boolean below = row > first;
        if (count(row, Content.FIGURE) > 0) {
            return isOfUnits(row) || below && isNumbering(row);
        }
        if (below && (count(row, Content.MISSING) > 0 || isHeading(rows.get(row)))) {
            return false;
        }
        return years == 0 ? labels > 0 : !below || labels + years > 1 && hasFigures(row + 1);
    }

    private boolean hasFigures(int row) {
        return row < rows.size() && count(row, Content.FIGURE) > 0;
    }

    /** Whether a row heads those below it: a label at its beginning, and nothing else. */
    static boolean isHeading(List<Cell> row) {
        Cell only = null;
        for (Cell cell : row) {
            if (!cell.is(Content.BLANK)) {
                if (only != null) {
                    return false;
                }
                only = cell;
            }
        }
        return only != null && only.is(Content.LABEL) && only.column == 0;
    }

    /** A row of units below the headers: "10,000 yuan", "(persons)". */
    private boolean isOfUnits(int row) {
        int units = 0;
        for (Cell cell : rows.get(row)) {
            boolean unit = cell.label().isUnit();
            if (!unit && cell.column > 0 && !cell.is(Content.BLANK) && !cell.is(Content.MISSING)) {
                return false;
            }
            units += unit ? 1 : 0;
        }
        return units > 0;
    }

    /** Columns numbered below their headers: 1, 2, 3. */
    private boolean isNumbering(int row) {
        int number = 0;
        for (Cell cell : rows.get(row)) {
            if (cell.isFigure() && !isNumber(cell, ++number)) {
                return false;
            }
        }
        return number > 1;
    }

    /** Whether a cell holds this number and nothing else. */
    static boolean isNumber(Cell cell, int number) {
        return cell.mentions.size() == 1
                && cell.mentions.get(0).unit == null
                && cell.row.tokens.is(cell.mentions.get(0).from, String.valueOf(number));
    }

    /** Whether the rows from here on have headers of their own: words over most columns, and figures below. */
    private boolean opens(int row) {
        int texts = count(row, Cell::isText);
        return texts >= 2
                && texts * 2 >= columns
                && count(row, cell -> cell.isFigure() || cell.is(Content.MISSING)) == 0
                && hasFigures(row + 1)
                && count(row, cell -> cell.column > 0 && cell.is(Content.LABEL) && !isLabelAt(row - 1, cell.column))
                        > 0;
    }

    /** Whether the cell of the column is a label: then the column is one of stubs. */
    private boolean isLabelAt(int row, int column) {
        return count(row, cell -> cell.column == column && cell.is(Content.LABEL)) > 0;
    }
}
