package org.fupin.extraction.table;

import org.fupin.extraction.sentence.Mention;
import org.fupin.observation.Kind;
import org.fupin.observation.Status;
import org.fupin.observation.Unit;
import org.jspecify.annotations.Nullable;

/** Joins shares, changes and completions of a table to the level beside them, and parts to their totals. */
final class TableLinks {

    /** Most rows between a change and the level above it. */
    private static final int FARTHEST = 12;

    private final TableGrid grid;
    private final @Nullable Mention[][] figures;
    private final Unit points;

    /** @param points the unit of changes of percentages */
    TableLinks(TableGrid grid, @Nullable Mention[][] figures, Unit points) {
        this.grid = grid;
        this.figures = figures;
        this.points = points;
    }

    void link() {
        new TableTotals(grid, figures).link();
        for (int r = 0; r < figures.length; r++) {
            for (int c = 0; c < grid.columns; c++) {
                Mention figure = figures[r][c];
                if (figure != null && !figure.isLevel()) {
                    about(figure, r, c);
                }
            }
        }
    }

    /** The level that a share, a change or a completion describes: in the cell, beside it in its row, or above it. */
    private void about(Mention figure, int row, int column) {
        TableLabel head = grid.heads[column];
        TableLabel stub = grid.stub(row);
        boolean ofColumn = head != null && head.isDerived();
        Mention level = figure.about;
        if (level == null) {
            level = ofColumn || !stub.isDerived() ? beside(figure, row, column) : above(row, column);
        }
        if (level == null) {
            return;
        }
        figure.about = level;
        figure.rules.add(TableRules.ABOUT, level);
        if (figure.unit == null) {
            TableRules.unit(figure, level.unit, level.factor);
        }
        boolean change = figure.kind == Kind.CHANGE || (ofColumn ? head : stub).isChange();
        if (level.isPercent() && figure.isPercent() && change) {
            TableRules.unit(figure, points); // "12.6% | 11.1% | -1.5%"
            figure.kind = Kind.CHANGE;
        }
        figure.measure = level.measure;
        figure.source = level.source;
        figure.item = level.item;
        boolean timed = head != null && head.time.period() != null || stub.time.period() != null;
        if (!timed || figure.kind == Kind.COMPLETION) {
            figure.period = level.period;
        }
    }

    /** The nearest level on the left, else on the right; one that is planned only where there is no other on that side. */
    private @Nullable Mention beside(Mention figure, int row, int column) {
        for (int step = -1; step <= 1; step += 2) {
            Mention planned = null;
            for (int c = column + step; c >= 0 && c < grid.columns && !grid.stub[c]; c += step) {
                Mention level = figures[row][c];
                boolean fits = level != null && level.isLevel() && isNamed(column, c, figure, level);
                if (fits && level.status != Status.PLANNED) {
                    return level;
                }
                planned = planned == null && fits ? level : planned;
            }
            if (planned != null) {
                return planned;
            }
        }
        return null;
    }

    /** Whether a level is of what the header of a share or change names, where its own header names something at all. */
    private boolean isNamed(int column, int other, Mention figure, Mention level) {
        TableLabel own = grid.heads[column];
        TableLabel head = grid.heads[other];
        boolean named = own != null && own.isDerived() && own.topic.isTold(); // "Share of funds"
        return !named
                || head == null
                || !head.topic.isTold()
                || head.topic.meets(own.topic)
                || level.measure == figure.measure;
    }

    private @Nullable Mention above(int row, int column) {
        for (int r = row - 1; r >= Math.max(0, row - FARTHEST); r--) {
            Mention level = figures[r][column];
            if (level != null && level.isLevel()) {
                return level;
            }
        }
        return null;
    }
}
