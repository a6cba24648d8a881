package org.fupin.extraction.table;

import java.util.ArrayList;
import java.util.List;
import org.fupin.extraction.sentence.Mention;
import org.fupin.reference.TableWords.Type;
import org.jspecify.annotations.Nullable;

/**
 * Joins the parts of a table to the total of their column, or else of their row. Which rows and columns are totals their labels
 * say; where a label leaves room the sums decide.
 */
final class TableTotals {

    /** Most rows behind "of which" that may belong to it, and behind one below which they are set in. */
    private static final int FARTHEST = 12;

    private static final int FARTHEST_SET_IN = 48;

    private final TableGrid grid;
    private final @Nullable Mention[][] figures;
    private final Lines rows;
    private final Lines columns;

    TableTotals(TableGrid grid, @Nullable Mention[][] figures) {
        this.grid = grid;
        this.figures = figures;
        rows = Lines.rows(grid, figures);
        columns = Lines.columns(grid, figures);
    }

    void link() {
        partsOfRows();
        rows.totals();
        partsOfColumns();
        columns.totals();
        columns.periods();
        for (int r = 0; r < figures.length; r++) {
            for (int c = 0; c < grid.columns; c++) {
                Mention figure = figures[r][c];
                if (figure != null && figure.isLevel()) {
                    Mention total = rows.total(r, c, figure);
                    total = total != null ? total : columns.total(c, r, figure);
                    if (total != null) {
                        figure.partOf = total;
                        figure.measure = total.measure;
                        figure.rules.add(TableRules.PART, total);
                    }
                }
            }
        }
    }

    /** "Of which: central", and rows that are set in below another. */
    private void partsOfRows() {
        int base = -1;
        for (int r = grid.data; r < figures.length; r++) {
            int above = rows.isLine(r) ? above(r) : -1;
            if (grid.stub(r).is(Type.OF_WHICH)) {
                if (base >= 0 && (!rows.isLine(r) || rows.isFree(r))) {
                    ofWhich(base, r);
                }
            } else if (above >= 0 && rows.isFree(r) && !rows.exceeds(above, List.of(r))) {
                rows.join(above, List.of(r));
            } else if (rows.isLine(r) && rows.isFree(r)) {
                base = r;
            }
        }
    }

    /** The row that this one is set in below, -1 if it is not. */
    private int above(int row) {
        for (int r = row - 1; r >= Math.max(0, row - FARTHEST_SET_IN) && rows.isLine(r); r--) {
            if (grid.indents[r] != TableGrid.NO_INDENT && grid.indents[r] < grid.indents[row]) {
                return r;
            }
        }
        return -1;
    }

    /**
     * Joins the rows from "of which" on to the one before: those set in deeper, or as many as make it up. Where there are none
     * the row itself is the part, or below a heading without figures all rows of the group.
     */
    private void ofWhich(int base, int opener) {
        boolean heads = !rows.isLine(opener);
        List<Integer> parts = new ArrayList<>();
        int setIn = 0;
        if (!heads) {
            parts.add(opener);
        }
        for (int r = opener + 1; r < Math.min(figures.length, opener + FARTHEST) && isOpen(r, opener); r++) {
            parts.add(r);
            boolean deeper = grid.indents[r] > grid.indents[base];
            setIn += deeper && setIn == r - opener - 1 ? 1 : 0;
            if (!deeper && rows.addUp(base, parts)) {
                rows.join(base, parts);
                return;
            }
        }
        boolean all = heads && setIn == 0 && !rows.exceeds(base, parts);
        rows.join(base, all ? parts : parts.subList(0, heads ? setIn : setIn + 1));
    }

    /** Whether a row may still be a part behind "of which": one of the group that is neither total nor opens further parts. */
    private boolean isOpen(int row, int opener) {
        TableLabel stub = grid.stub(row);
        boolean further = rows.isLine(opener) && stub.is(Type.OF_WHICH);
        return rows.isLine(row) && !stub.isTotal() && !further && grid.group[row] == grid.group[opener];
    }

    /** "Total | of which: central | provincial". */
    private void partsOfColumns() {
        int base = -1;
        for (int c = 0; c < grid.columns; c++) {
            if (columns.isPart(c)) {
                if (grid.ofWhich[c] && base >= 0) {
                    columns.join(base, List.of(c));
                } else if (!grid.ofWhich[c]) {
                    base = c;
                }
            }
        }
    }
}
