package org.fupin.extraction.table;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.fupin.extraction.sentence.Mention;
import org.fupin.extraction.table.TableGrid.Block;
import org.fupin.observation.Kind;
import org.fupin.observation.Measure;
import org.fupin.observation.Period;
import org.fupin.observation.Status;
import org.fupin.observation.Unit;
import org.fupin.reference.TableWords.Type;
import org.jspecify.annotations.Nullable;

/**
 * Joins the figures of a table: parts to the total of their column or else of their row, and shares, changes and completions
 * to the level beside them. Which rows and columns are totals their labels say; where a label leaves room the sums decide.
 */
final class TableLinks {

    /** Most rows behind "of which" that arithmetic may join to it. */
    private static final int FARTHEST = 12;

    private final TableGrid grid;
    private final Block block;
    private final Mention[][] figures;
    private final Unit points;
    /** For each row of the block, and for each column, the one that is its total; -1 for none. */
    private final int[] totalRow;

    private final int[] totalColumn;

    /** @param points the unit of changes of percentages */
    TableLinks(TableGrid grid, Block block, Mention[][] figures, Unit points) {
        this.points = points;
        this.grid = grid;
        this.block = block;
        this.figures = figures;
        totalRow = new int[figures.length];
        totalColumn = new int[grid.columns];
        Arrays.fill(totalRow, -1);
        Arrays.fill(totalColumn, -1);
    }

    void link() {
        partsOfRows();
        totalsOfRows();
        partsOfColumns();
        totalsOfColumns();
        for (int r = 0; r < figures.length; r++) {
            for (int c = 0; c < grid.columns; c++) {
                Mention figure = figures[r][c];
                if (figure != null && figure.isLevel()) {
                    part(figure, r, c);
                }
            }
        }
        for (int r = 0; r < figures.length; r++) {
            for (int c = 0; c < grid.columns; c++) {
                Mention figure = figures[r][c];
                if (figure != null && figure.kind != Kind.LEVEL) {
                    about(figure, r, c);
                }
            }
        }
    }

    private void part(Mention figure, int row, int column) {
        Mention total = totalRow[row] < 0 ? null : figures[totalRow[row]][column];
        if (total == null || !isLike(total, figure)) {
            total = totalColumn[column] < 0 ? null : figures[row][totalColumn[column]];
        }
        if (total != null && isLike(total, figure)) {
            figure.partOf = total;
            figure.measure = total.measure;
            figure.rules.add("table-part", total);
        }
    }

    private static boolean isLike(Mention total, Mention part) {
        boolean amounts = total.per == null && !total.isPercent() && total.measure != Measure.INCOME;
        return amounts && total.isLevel() && total.unit != null && total.unit.equals(part.unit);
    }

    private TableLabel stub(int row) {
        return grid.stubs[block.begin + row];
    }

    private boolean isRow(int row) {
        return row >= block.data - block.begin && row < figures.length && !grid.heading[block.begin + row];
    }

    private int indent(int row) {
        return grid.indents[block.begin + row];
    }

    /** "Of which: central", and rows that are set in below another. */
    private void partsOfRows() {
        int base = -1;
        for (int r = block.data - block.begin; r < figures.length; r++) {
            boolean opens = stub(r).is(Type.OF_WHICH);
            if (!isRow(r)) {
                if (opens && base >= 0) {
                    join(base, r + 1, true);
                }
                continue;
            }
            if (totalRow[r] >= 0) {
                continue;
            }
            if (opens && base >= 0) {
                totalRow[r] = base;
                join(base, r + 1, false);
                continue;
            }
            int above = above(r);
            if (above >= 0 && !exceeds(above, List.of(r))) {
                totalRow[r] = above;
                continue;
            }
            base = r;
        }
    }

    /** The row that this one is set in below, -1 if it is not. */
    private int above(int row) {
        for (int r = row - 1; r >= Math.max(0, row - 4 * FARTHEST); r--) {
            if (isRow(r) && indent(r) != TableGrid.NO_INDENT && indent(r) < indent(row)) {
                return r;
            }
            if (!isRow(r)) {
                return -1;
            }
        }
        return -1;
    }

    /**
     * Joins the rows from {@code from} on that are set in like parts, or that with those already joined make up the base.
     *
     * @param all whether, where neither is so, all rows of the group are parts
     */
    private void join(int base, int from, boolean all) {
        List<Integer> parts = new ArrayList<>();
        for (int r = Math.max(0, from - 1); r < from; r++) {
            if (totalRow[r] == base) {
                parts.add(r);
            }
        }
        List<Integer> joined = new ArrayList<>();
        for (int r = from; r < Math.min(figures.length, from + FARTHEST); r++) {
            boolean open =
                    isRow(r) && !stub(r).isTotal() && grid.group[block.begin + r] == grid.group[block.begin + from];
            if (!open || stub(r).is(Type.OF_WHICH) && !all) {
                break;
            }
            boolean setIn = indent(r) > indent(base);
            parts.add(r);
            joined.add(r);
            if (!setIn && adds(base, parts)) {
                joined.forEach(row -> totalRow[row] = base);
                return;
            }
        }
        for (int r : joined) {
            if (indent(r) > indent(base)) {
                totalRow[r] = base;
            } else {
                break;
            }
        }
        if (all && joined.stream().noneMatch(row -> totalRow[row] == base) && !exceeds(base, joined)) {
            joined.forEach(row -> totalRow[row] = base);
        }
    }

    private void totalsOfRows() {
        List<Integer> open = new ArrayList<>();
        List<Integer> subtotals = new ArrayList<>();
        int leading = -1;
        int leadingSub = -1;
        for (int r = block.data - block.begin; r < figures.length; r++) {
            if (!isRow(r) || totalRow[r] >= 0 || stub(r).is(Type.AVERAGE) || stub(r).isDerived()) {
                continue;
            }
            TableLabel stub = stub(r);
            if (stub.is(Type.SUBTOTAL)) {
                if (leadingSub >= 0 || open.isEmpty()) {
                    closeRows(leadingSub, open);
                    leadingSub = r;
                } else {
                    closeRows(r, open);
                }
                subtotals.add(r);
                open.clear();
            } else if (stub.is(Type.TOTAL) || stub.is(Type.WHOLE)) {
                if (leadingSub >= 0) {
                    closeRows(leadingSub, open);
                    open.clear();
                    leadingSub = -1;
                }
                List<Integer> parts = new ArrayList<>(subtotals);
                parts.addAll(open);
                subtotals.clear();
                open.clear();
                if (leading >= 0 || parts.isEmpty()) {
                    closeRows(leading, parts);
                    leading = r;
                } else {
                    closeRows(r, parts);
                    subtotals.add(r); // a total of totals may follow
                }
            } else {
                open.add(r);
            }
        }
        if (leadingSub >= 0) {
            closeRows(leadingSub, open);
            open.clear();
        }
        subtotals.addAll(open);
        closeRows(leading, subtotals);
    }

    private void closeRows(int total, List<Integer> parts) {
        if (total < 0 || parts.isEmpty()) {
            return;
        }
        int checked = 0;
        int adds = 0;
        boolean exceeds = false;
        for (int c = 0; c < grid.columns; c++) {
            List<Mention> list = new ArrayList<>();
            for (int row : parts) {
                add(list, figures[total][c], figures[row][c]);
            }
            if (!list.isEmpty()) {
                checked++;
                adds += adds(figures[total][c], list) ? 1 : 0;
                exceeds |= exceeds(figures[total][c], list);
            }
        }
        if (isAccepted(stub(total), checked, adds, exceeds)) {
            parts.forEach(row -> totalRow[row] = total);
        }
    }

    /** A bare "Total" is one unless a part is larger; "Total population" is one only if the figures add up to it. */
    private static boolean isAccepted(TableLabel label, int checked, int adds, boolean exceeds) {
        boolean bare = label.isTotal() && !label.hasTopic() && (label.item.isEmpty() || label.place != null);
        return checked > 0 && (bare ? adds > 0 || !exceeds : adds * 2 >= checked && adds > 0);
    }

    private static void add(List<Mention> parts, @Nullable Mention total, @Nullable Mention part) {
        if (total != null && part != null && part.isLevel() && isLike(total, part)) {
            parts.add(part);
        }
    }

    private boolean adds(int total, List<Integer> parts) {
        int checked = 0;
        for (int c = 0; c < grid.columns; c++) {
            List<Mention> list = new ArrayList<>();
            for (int row : parts) {
                add(list, figures[total][c], figures[row][c]);
            }
            if (!list.isEmpty()) {
                checked++;
                if (!adds(figures[total][c], list)) {
                    return false;
                }
            }
        }
        return checked > 0;
    }

    private boolean exceeds(int total, List<Integer> parts) {
        for (int c = 0; c < grid.columns; c++) {
            for (int row : parts) {
                List<Mention> list = new ArrayList<>(1);
                add(list, figures[total][c], figures[row][c]);
                if (!list.isEmpty() && exceeds(figures[total][c], list)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean exceeds(Mention total, List<Mention> parts) {
        for (Mention part : parts) {
            if (part.value != null && total.value != null && part.value.compareTo(total.value) > 0) {
                return true;
            }
        }
        return false;
    }

    /** Whether the parts make up the total as far as their last digits say. */
    private static boolean adds(Mention total, List<Mention> parts) {
        if (total.value == null) {
            return false;
        }
        BigDecimal sum = BigDecimal.ZERO;
        BigDecimal digit = digit(total);
        for (Mention part : parts) {
            if (part.value == null) {
                return false;
            }
            sum = sum.add(part.value);
            digit = digit.max(digit(part));
        }
        BigDecimal slack = parts.size() == 1
                ? BigDecimal.ZERO
                : digit.multiply(BigDecimal.valueOf(parts.size() + 1L)).divide(BigDecimal.valueOf(2));
        boolean whole = digit.compareTo(total.factor) >= 0; // numbers without decimals are not rounded
        return sum.subtract(total.value)
                        .abs()
                        .compareTo(whole && total.factor.compareTo(BigDecimal.ONE) == 0 ? BigDecimal.ZERO : slack)
                <= 0;
    }

    /** One in the last digit that the figure is written with. */
    private static BigDecimal digit(Mention figure) {
        int scale = figure.written == null ? 0 : Math.max(0, figure.written.scale());
        return figure.factor.multiply(figure.magnitude).movePointLeft(scale);
    }

    private @Nullable TableLabel head(int column) {
        return block.heads[column];
    }

    private boolean isData(int column) {
        return !block.stub[column] && head(column) != null;
    }

    /** "Total | of which: central | provincial". */
    private void partsOfColumns() {
        int base = -1;
        for (int c = 0; c < grid.columns; c++) {
            if (!isData(c) || head(c).isDerived()) {
                continue;
            }
            if (block.ofWhich[c] && base >= 0) {
                totalColumn[c] = base;
            } else if (!block.ofWhich[c]) {
                base = c;
            }
        }
    }

    private void totalsOfColumns() {
        for (int t = 0; t < grid.columns; t++) {
            if (!isData(t) || !head(t).isTotal() || totalColumn[t] >= 0) {
                continue;
            }
            List<Integer> left = columnsOf(t, -1);
            if (left.isEmpty()) {
                closeColumns(t, columnsOf(t, 1), false);
            } else if (!closeColumns(t, left, false)) {
                closeColumns(t, columnsOf(t, 1), true); // what stands on the left may be something else
            }
        }
        for (int t = 0; t < grid.columns; t++) {
            if (isData(t) && !head(t).isTotal() && head(t).period != null && totalColumn[t] < 0) {
                List<Integer> left = within(t, -1);
                if (left.isEmpty() || !closeColumns(t, left, true)) {
                    closeColumns(t, within(t, 1), true);
                }
            }
        }
    }

    /**
     * Joins the columns to their total.
     *
     * @param strict whether they have to add up in every row
     */
    private boolean closeColumns(int total, List<Integer> parts, boolean strict) {
        int checked = 0;
        int adds = 0;
        boolean exceeds = false;
        for (Mention[] row : figures) {
            List<Mention> list = new ArrayList<>();
            for (int c : parts) {
                add(list, row[total], row[c]);
            }
            if (!list.isEmpty()) {
                checked++;
                adds += adds(row[total], list) ? 1 : 0;
                exceeds |= exceeds(row[total], list);
            }
        }
        boolean accepted = strict
                ? parts.size() > 1 && checked > 0 && adds == checked
                : isAccepted(head(total), checked, adds, exceeds);
        if (accepted) {
            parts.forEach(c -> totalColumn[c] = total);
        }
        return accepted;
    }

    /** The columns beside that of a year whose times lie within it: "Jan-Jun 2012 | Jul-Dec 2012 | 2012". */
    private List<Integer> within(int whole, int step) {
        List<Integer> parts = new ArrayList<>();
        Period year = head(whole).period;
        for (int c = whole + step; c >= 0 && c < grid.columns && isData(c); c += step) {
            Period period = head(c).period;
            boolean inside = period == null
                    ? head(c).firstMonth > 0
                    : !period.equals(year)
                            && !period.start().isBefore(year.start())
                            && !period.end().isAfter(year.end());
            if (!inside || head(c).isDerived() || head(c).status != head(whole).status || totalColumn[c] >= 0) {
                break;
            }
            parts.add(c);
        }
        return parts;
    }

    /** The columns beside a total that can be its parts, up to the next total, on its left or right. */
    private List<Integer> columnsOf(int total, int step) {
        List<Integer> parts = new ArrayList<>();
        for (int c = total + step; c >= 0 && c < grid.columns; c += step) {
            TableLabel head = head(c);
            if (block.stub[c] || head == null || head.isTotal() && !block.ofWhich[c]) {
                break;
            }
            boolean same = block.groups[c].equals(block.groups[total])
                    && Objects.equals(head.period, head(total).period)
                    && head.status == head(total).status;
            if (same && !head.isDerived() && totalColumn[c] < 0 && !head.is(Type.AVERAGE)) {
                parts.add(c);
            }
        }
        return parts;
    }

    /** The level that a share, a change or a completion describes: beside it in its row, or above it in its column. */
    private void about(Mention figure, int row, int column) {
        Mention level = figure.about;
        if (level == null) {
            boolean ofColumn = head(column) != null && head(column).isDerived()
                    || !stub(row).isDerived();
            level = ofColumn ? beside(figure, row, column) : over(row, column);
        }
        if (level == null) {
            return;
        }
        figure.about = level;
        figure.rules.add("table-about", level);
        if (figure.unit == null) {
            figure.unit = level.unit;
            figure.rules.add("table-unit:" + level.unit.code());
            figure.factor = level.factor;
            boolean own = figure.hasMagnitude || figure.value == null;
            figure.value = own ? figure.value : figure.value.multiply(level.factor);
        }
        if (isOfPoints(figure, level, row, column)) {
            figure.unit = points;
            figure.kind = Kind.CHANGE;
            figure.rules.add("table-unit:" + points.code());
        }
        figure.measure = level.measure;
        figure.source = level.source;
        figure.item = level.item;
        boolean timed = head(column) != null && head(column).period != null || stub(row).period != null;
        if (!timed || figure.kind == Kind.COMPLETION) {
            figure.period = level.period;
        }
    }

    /** Whether a percentage has changed, by percentage points: "12.6% | 11.1% | -1.5%". */
    private boolean isOfPoints(Mention figure, Mention level, int row, int column) {
        if (!level.isPercent() || !figure.isPercent()) {
            return false;
        }
        TableLabel head = head(column);
        TableLabel derived = head != null && head.isDerived() ? head : stub(row);
        return figure.kind == Kind.CHANGE || derived.kind == Kind.CHANGE && derived.scales.isEmpty();
    }

    private @Nullable Mention beside(Mention figure, int row, int column) {
        TableLabel own = head(column);
        boolean named = own != null && own.isDerived() && own.hasTopic(); // "Share of funds"
        Mention planned = null;
        for (int step = -1; step <= 1; step += 2) {
            for (int c = column + step; c >= 0 && c < grid.columns && !block.stub[c]; c += step) {
                Mention level = figures[row][c];
                if (level == null || !level.isLevel() || named && !isNamed(own, head(c), figure, level)) {
                    continue;
                }
                if (level.status != Status.PLANNED) {
                    return level;
                }
                planned = planned == null ? level : planned;
            }
            if (planned != null) {
                return planned;
            }
        }
        return null;
    }

    /** Whether a level is of what the header of a share or change names, where its own header names something at all. */
    private static boolean isNamed(TableLabel own, @Nullable TableLabel other, Mention figure, Mention level) {
        return other == null
                || !other.hasTopic()
                || other.money != null && other.money == own.money
                || other.noun != null && other.noun.equals(own.noun)
                || other.rate != null && other.rate == own.rate
                || level.measure == figure.measure;
    }

    private @Nullable Mention over(int row, int column) {
        for (int r = row - 1; r >= Math.max(0, row - FARTHEST); r--) {
            Mention level = figures[r][column];
            if (level != null && level.isLevel()) {
                return level;
            }
        }
        return null;
    }
}
