package org.fupin.extraction.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.fupin.extraction.table.Cell.Content;
import org.fupin.observation.FundingSource;
import org.fupin.reference.TableWords.Type;
import org.jspecify.annotations.Nullable;

/** The rows of a table below the same headers: which of its columns are stubs, and what headers and stubs say of each figure. */
final class TableGrid {

    /** How far a row is set in that has no stub of its own. */
    static final int NO_INDENT = -1;

    private final TableLabels labels;
    final List<List<Cell>> rows;
    final int columns;
    /** The first row of figures. */
    final int data;
    /** For each column what its headers say; null where there are none. */
    final @Nullable TableLabel[] heads;
    /** For each column whether it holds labels of rows, and whether these are the units of the rows. */
    final boolean[] stub;

    final boolean[] ofUnits;
    /** For each column whether its headers say that it is a part of the one before. */
    final boolean[] ofWhich;
    /** For each column the first header of it: columns of one are a group. */
    final @Nullable Cell[] groups;
    /** For each row, and each column of figures in it, what the stubs on the left say and the rows above that head it. */
    final TableLabel[][] stubs;
    /** For each row the units that a column of units gives it. */
    final List<List<Scale>> units = new ArrayList<>();
    /** For each row how far its stub is set in. */
    final int[] indents;
    /** For each row whether it only heads those below it, and the number of the group that it is in. */
    final boolean[] heading;

    final int[] group;
    /** The column behind the last one with a header, 0 if there are fewer than two. */
    private final int width;
    /** Whether a header is missing, so that nobody knows which column each of the others is over. */
    private final boolean shifted;

    private TableGrid(TableLabels labels, List<List<Cell>> rows, int data, int columns) {
        this.labels = labels;
        this.rows = rows;
        this.data = data;
        this.columns = columns;
        heads = new TableLabel[columns];
        stub = new boolean[columns];
        ofUnits = new boolean[columns];
        ofWhich = new boolean[columns];
        groups = new Cell[columns];
        stubs = new TableLabel[rows.size()][];
        indents = new int[rows.size()];
        heading = new boolean[rows.size()];
        group = new int[rows.size()];
        Arrays.fill(indents, NO_INDENT);
        stubColumns();
        heads();
        width = width();
        shifted = rows.subList(data, rows.size()).stream()
                .flatMap(List::stream)
                .anyMatch(cell -> width > 0 && cell.isFigure() && cell.column >= width);
        stubs();
        payers();
    }

    /** The parts of a table with headers of their own, mostly one. */
    static List<TableGrid> of(TableLabels labels, List<List<Cell>> rows, int columns) {
        List<TableGrid> grids = new ArrayList<>();
        HeaderRows headers = new HeaderRows(rows, columns);
        int at = 0;
        while (at < rows.size()) {
            int data = headers.behind(at);
            int end = headers.next(data + 1);
            grids.add(new TableGrid(labels, rows.subList(at, end), data - at, columns));
            at = end;
        }
        return grids;
    }

    private int count(int column, Content content) {
        int count = 0;
        for (int r = data; r < rows.size(); r++) {
            if (!HeaderRows.isHeading(rows.get(r))) {
                for (Cell cell : rows.get(r)) {
                    count += cell.column == column && cell.is(content) ? 1 : 0;
                }
            }
        }
        return count;
    }

    private void stubColumns() {
        int[] labelled = new int[columns];
        int[] others = new int[columns];
        for (int c = 0; c < columns; c++) {
            labelled[c] = count(c, Content.LABEL);
            others[c] = count(c, Content.FIGURE) + count(c, Content.YEAR);
        }
        for (List<Cell> row : rows.subList(0, data)) {
            for (Cell cell : row) {
                boolean ofUnit = cell.label().whole == Type.UNITS && !isWide(cell);
                ofUnits[cell.column] |= ofUnit && labelled[cell.column] > 0;
            }
        }
        boolean open = true;
        String first = headText(0);
        for (int c = 0; c < columns; c++) {
            boolean texts = labelled[c] > others[c];
            boolean ofYears = count(c, Content.YEAR) > 0 && count(c, Content.FIGURE) == 0;
            boolean serial = columns > 2 && isSerial() && labelled[1] > others[1];
            boolean beside = texts && !first.isEmpty() && first.equals(headText(c)); // tables set side by side
            stub[c] = open ? texts || ofUnits[c] || c == 0 && (ofYears || serial) : beside;
            open &= stub[c];
        }
    }

    private String headText(int column) {
        return rows.subList(0, data).stream()
                .flatMap(List::stream)
                .filter(cell -> cell.column == column && cell.is(Content.LABEL))
                .map(cell -> cell.label().text)
                .reduce("", (above, below) -> below);
    }

    /** Whether the first column counts the rows. */
    private boolean isSerial() {
        int last = 0;
        for (List<Cell> row : rows.subList(data, rows.size())) {
            Cell cell = row.isEmpty() ? null : row.get(0);
            if (cell != null && cell.column == 0 && cell.isFigure() && !HeaderRows.isNumber(cell, ++last)) {
                return false;
            }
        }
        return last > 1;
    }

    /** A cell over the whole table says what it is, not what a column is. */
    boolean isWide(Cell cell) {
        return columns > 1 && cell.column == 0 && cell.end >= columns;
    }

    private void heads() {
        boolean[] below = new boolean[columns]; // has a header, so that a blank beside a header may be under it
        rows.subList(0, data).forEach(row -> row.forEach(cell -> below[cell.column] |= cell.isText()));
        int[] covered = new int[columns];
        for (int r = 0; r < data; r++) {
            Cell left = null;
            int next = 0;
            for (Cell cell : rows.get(r)) {
                if ((cell.isText() || cell.isFigure()) && !isWide(cell)) {
                    for (int c = cell.column; c < Math.min(cell.end, columns); c++) {
                        head(c, cell, r);
                        covered[c] = r + cell.height;
                    }
                    left = cell;
                    next = cell.end;
                } else if (cell.is(Content.BLANK)
                        && left != null
                        && r + 1 < data
                        && left.end - left.column == 1
                        && cell.column == next
                        && below[cell.column]
                        && !stub[left.column]
                        && covered[cell.column] <= r) {
                    head(cell.column, left, r); // a header goes on over the blanks beside it
                    next++;
                }
            }
        }
    }

    private void head(int column, Cell cell, int row) {
        heads[column] = cell.label().under(heads[column]);
        ofWhich[column] |= cell.label().is(Type.OF_WHICH);
        if (groups[column] == null && row < data - 1) {
            groups[column] = cell;
        }
    }

    private int width() {
        List<Cell> over = rows.subList(0, data).stream()
                .flatMap(List::stream)
                .filter(cell -> !isWide(cell))
                .toList();
        boolean several = over.stream().filter(Cell::isText).count() > 1;
        return several ? over.stream().mapToInt(cell -> cell.end).max().orElse(0) : 0;
    }

    /**
     * Whether it cannot be told of what a figure is: a header is missing, a row without a label is shorter than its
     * headers, or the column is headed as one of labels but holds figures.
     */
    boolean isUnclear(int row, int column) {
        TableLabel head = heads[column];
        boolean ofLabels = column == 0
                && head != null
                && head.whole == Type.ITEMS
                && !head.topic.plural()
                && !head.is(Type.NUMBER_OF);
        List<Cell> cells = rows.get(row);
        return shifted || ofLabels && head.scales.isEmpty() || !stub[0] && cells.get(cells.size() - 1).end < width;
    }

    private void stubs() {
        TableLabel above = new TableLabel();
        @Nullable TableLabel[] carried = new TableLabel[columns];
        int[] until = new int[columns];
        for (int r = 0; r < rows.size(); r++) {
            List<Cell> row = rows.get(r);
            heading[r] = r >= data && HeaderRows.isHeading(row);
            above = heading[r] ? row.get(0).label() : above;
            group[r] = r == 0 ? 0 : group[r - 1] + (heading[r] ? 1 : 0);
            stubs[r] = new TableLabel[columns];
            Arrays.fill(stubs[r], above);
            units.add(List.of());
            if (r >= data && !heading[r]) {
                carry(r, carried, until);
                stubs(r, carried);
                told(r);
            }
        }
    }

    /** Takes over the stubs of a row; those above it that span it stay, and so does one over blanks beside an inner stub. */
    private void carry(int r, @Nullable TableLabel[] carried, int[] until) {
        List<Cell> row = rows.get(r);
        boolean inner = row.stream().anyMatch(cell -> cell.column > 0 && stub[cell.column] && cell.is(Content.LABEL));
        @Nullable Cell[] at = new Cell[columns];
        row.forEach(cell -> Arrays.fill(at, Math.min(cell.column, columns), Math.min(cell.end, columns), cell));
        for (int c = 0; c < columns; c++) {
            Cell cell = at[c];
            if (cell != null && cell.isText() && cell.column == c && stub[c] && !ofUnits[c]) {
                indents[r] = c == 0 ? cell.indent : indents[r];
                carried[c] = placed(cell, heads[c]);
                until[c] = r + cell.height;
            } else if (r >= until[c] && !(cell != null && cell.is(Content.BLANK) && inner)) {
                carried[c] = null;
            }
        }
    }

    /** In a column of places each label names one. */
    private static TableLabel placed(Cell cell, @Nullable TableLabel head) {
        TableLabel label = cell.label();
        boolean places = head != null && head.is(Type.PLACES) && cell.row.tokens.isCapitalised(cell.from);
        boolean other = label.topic.isTold() || label.isTotal() || label.is(Type.WHOLE) || label.is(Type.AVERAGE);
        if (places && label.place == null && !other) {
            label.place = label.item.isEmpty() ? label.text : label.item;
        }
        return label;
    }

    /** What stands on the left of each column: the stubs of the row, or of the second of two tables set side by side. */
    private void stubs(int r, @Nullable TableLabel[] carried) {
        TableLabel above = stubs[r][0];
        TableLabel current = above;
        for (int c = 0; c < columns; c++) {
            if (stub[c]) {
                TableLabel outer = c > 0 && !stub[c - 1] ? above : current;
                current = carried[c] == null ? outer : carried[c].under(outer);
            }
            stubs[r][c] = current;
        }
    }

    /** A column of units gives its row one, a column of times that stands among the figures tells of when they are. */
    private void told(int r) {
        for (Cell cell : rows.get(r)) {
            TableLabel head = heads[cell.column];
            if (ofUnits[cell.column]) {
                List<Scale> scales = labels.units(cell.row, cell.from, cell.to);
                units.set(r, scales.isEmpty() ? units.get(r) : scales);
            } else if (!stub[cell.column] && head != null && head.whole == Type.YEAR && !cell.is(Content.MISSING)) {
                LabelTime time = cell.label().time;
                Arrays.setAll(stubs[r], c -> stubs[r][c].at(time));
            }
        }
    }

    /** What the stubs of a row say. */
    TableLabel stub(int row) {
        int first = 0;
        while (first < columns - 1 && stub[first]) {
            first++;
        }
        return stubs[row][first];
    }

    /** Beside "Central" and "Provincial" the word "Counties" tells who pays and counts none. */
    private void payers() {
        List<TableLabel> ofColumns = IntStream.range(0, columns)
                .filter(c -> !stub[c] && heads[c] != null)
                .mapToObj(c -> heads[c])
                .toList();
        List<TableLabel> ofRows =
                IntStream.range(data, rows.size()).mapToObj(this::stub).toList();
        for (List<TableLabel> labels : List.of(ofColumns, ofRows)) {
            if (labels.stream()
                    .anyMatch(
                            label -> label.payer == FundingSource.CENTRAL || label.payer == FundingSource.PROVINCIAL)) {
                labels.forEach(TableLabel::payOnly);
            }
        }
    }
}
