package org.fupin.extraction.table;

import java.math.BigInteger;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fupin.extraction.sentence.Mention;
import org.fupin.extraction.sentence.NumberShape;
import org.fupin.extraction.sentence.SentenceContext;
import org.fupin.extraction.text.CueType;
import org.fupin.extraction.text.Lexicon;
import org.fupin.extraction.text.PhraseIndex;
import org.fupin.extraction.text.Tokens;
import org.fupin.observation.FundingSource;
import org.fupin.observation.Period;
import org.fupin.observation.TableCell;
import org.fupin.observation.TableRow;
import org.fupin.reference.TableWords.Type;
import org.jspecify.annotations.Nullable;

/**
 * A table laid out: which of its rows are headers, which of its columns are stubs, and what these say of each row and column of
 * figures. A table whose headers change on the way is one of several blocks, each with headers of its own.
 */
final class TableGrid {

    /** What stands in a cell. */
    enum Content {
        /** Nothing at all. */
        BLANK,
        /** A mark or word that says there is no figure. */
        MISSING,
        /** A year and nothing else, which may be a header or a figure. */
        YEAR,
        FIGURE,
        LABEL
    }

    /** A cell with its tokens in the row. */
    static final class Cell {
        final TableCell at;
        final SentenceContext row;
        final int from;
        final int to;
        final List<Mention> mentions = new ArrayList<>(1);
        Content content = Content.BLANK;
        private @Nullable TableLabel label;

        private Cell(TableCell at, SentenceContext row, int from, int to) {
            this.at = at;
            this.row = row;
            this.from = from;
            this.to = to;
        }

        private boolean isText() {
            return content == Content.LABEL || content == Content.YEAR;
        }
    }

    /** Rows with the same headers: from the first header row to before {@code end}. */
    static final class Block {
        final int begin;
        int data;
        int end;
        /** For each column what its headers say; null where there are none. */
        @Nullable
        TableLabel[] heads;
        /** For each column whether it holds labels of rows. */
        final boolean[] stub;
        /** For each column the first header of it, as written: columns of one text are one group. */
        final String[] groups;
        /** For each column whether it holds the units of the rows. */
        final boolean[] ofUnits;
        /** For each column whether its headers say that it is a part of the one before. */
        final boolean[] ofWhich;
        /** Whether a header is missing, so that nobody knows which column each of the others is over. */
        boolean shifted;
        /** The column behind the last one with a header. */
        int width;

        private Block(int begin, int columns) {
            this.begin = begin;
            this.data = begin;
            this.heads = new TableLabel[columns];
            this.stub = new boolean[columns];
            this.groups = new String[columns];
            this.ofUnits = new boolean[columns];
            this.ofWhich = new boolean[columns];
            Arrays.fill(groups, "");
        }
    }

    /** How far a row is set in that has no stub of its own. */
    static final int NO_INDENT = -1;

    /** "2012-05". */
    private static final Pattern MONTH = Pattern.compile("((?:19|20)\\d\\d)[-./](0?[1-9]|1[0-2])");

    /** Most rows of headers. */
    private static final int MOST_HEADERS = 8;

    private final TableLabels labels;
    final List<SentenceContext> rows;
    final List<List<Cell>> cells = new ArrayList<>();
    final List<Block> blocks = new ArrayList<>();
    final int columns;
    /** For each row what its stubs and the rows above that head a group of rows say. */
    final TableLabel[] stubs;
    /** For each row the unit that a column of units gives it. */
    final @Nullable TableLabel[] units;
    /** For each row how far its stub is set in. */
    final int[] indents;
    /** For each row whether it only heads those below it, and the number of the group that it is in. */
    final boolean[] heading;

    final int[] group;

    TableGrid(TableLabels labels, List<TableRow> source, List<SentenceContext> rows) {
        this.labels = labels;
        this.rows = rows;
        int last = 1;
        for (int r = 0; r < rows.size(); r++) {
            cells.add(cells(source.get(r).cells(), rows.get(r)));
            for (TableCell cell : source.get(r).cells()) {
                last = Math.max(last, cell.end());
            }
        }
        columns = last;
        stubs = new TableLabel[rows.size()];
        units = new TableLabel[rows.size()];
        indents = new int[rows.size()];
        Arrays.fill(indents, NO_INDENT);
        heading = new boolean[rows.size()];
        group = new int[rows.size()];
        int at = 0;
        while (at < rows.size()) {
            Block block = block(at);
            blocks.add(block);
            at = block.end;
        }
    }

    private List<Cell> cells(List<TableCell> source, SentenceContext row) {
        List<Cell> out = new ArrayList<>(source.size());
        Tokens tokens = row.tokens;
        int token = 0;
        int mention = 0;
        for (TableCell at : source) {
            while (token < tokens.count && tokens.begin[token] < at.span().begin()) {
                token++;
            }
            int from = token;
            while (token < tokens.count && tokens.end[token] <= at.span().end()) {
                token++;
            }
            Cell cell = new Cell(at, row, from, token);
            while (mention < row.mentions.size() && row.mentions.get(mention).from < token) {
                cell.mentions.add(row.mentions.get(mention++));
            }
            cell.content = content(cell);
            out.add(cell);
        }
        return out;
    }

    private Content content(Cell cell) {
        Tokens tokens = cell.row.tokens;
        boolean letters = false;
        boolean marks = false;
        for (int i = cell.from; i < cell.to; i++) {
            boolean mark = tokens.type[i] == Tokens.MARK;
            letters |= !mark;
            marks |= mark && !tokens.is(i, "|");
        }
        if (!letters) {
            boolean label = tokens.is(cell.from, "%") || labels.isAll(Type.KIND, tokens, cell.from, cell.to);
            return label ? Content.LABEL : marks ? Content.MISSING : Content.BLANK;
        }
        if (labels.isAll(Type.MISSING, tokens, cell.from, cell.to)) {
            return Content.MISSING;
        }
        if (cell.mentions.isEmpty() || isUnitInBrackets(cell) || !isFigure(cell)) {
            return Content.LABEL;
        }
        Mention only = cell.mentions.get(0);
        boolean bare = cell.mentions.size() == 1 && cell.to - cell.from == 1;
        return bare && NumberShape.isYear(tokens, only) ? Content.YEAR : Content.FIGURE;
    }

    /** "Amount (10,000 yuan)". */
    private static boolean isUnitInBrackets(Cell cell) {
        Mention mention = cell.mentions.get(0);
        return cell.mentions.size() == 1
                && cell.row.tokens.type[cell.from] == Tokens.WORD
                && cell.row.tokens.is(Math.min(mention.from, mention.lead) - 1, "(")
                && mention.unit != null
                && mention.value != null
                && mention.value.signum() > 0
                && mention.value.stripTrailingZeros().unscaledValue().equals(BigInteger.ONE);
    }

    /** Whether the cell holds a number and no words but those of its unit, the thing counted, a mark or a qualifier. */
    private boolean isFigure(Cell cell) {
        Tokens tokens = cell.row.tokens;
        if (cell.mentions.get(0).form != Mention.Form.DIGITS) {
            return false;
        }
        int at = cell.from;
        for (Mention mention : cell.mentions) {
            if (!isFiller(cell, at, Math.min(mention.from, mention.lead))) {
                return false;
            }
            at = mention.to;
        }
        PhraseIndex.Hit<Lexicon.Noun> noun = labels.noun(tokens, at, cell.to);
        if (noun != null) {
            Mention last = cell.mentions.get(cell.mentions.size() - 1);
            if (last.unit == null) {
                last.noun = noun.value();
                last.nounFrom = noun.begin();
                last.nounTo = noun.end();
            }
            at = noun.end();
        }
        return isFiller(cell, at, cell.to);
    }

    private boolean isFiller(Cell cell, int from, int to) {
        Tokens tokens = cell.row.tokens;
        for (int i = from; i < to; i++) {
            boolean word = tokens.type[i] == Tokens.WORD;
            boolean said = labels.isAll(Type.FILLER, tokens, i, i + 1)
                    || cell.row.cueAt(CueType.UP, i)
                    || cell.row.cueAt(CueType.DOWN, i)
                    || tokens.norm[i].length() == 1;
            if (word && !said) {
                return false;
            }
        }
        return true;
    }

    TableLabel label(Cell cell) {
        if (cell.label == null) {
            cell.label = labels.read(cell.row, cell.from, cell.to);
        }
        return cell.label;
    }

    private int count(int row, Predicate<Cell> is) {
        int count = 0;
        for (Cell cell : cells.get(row)) {
            count += is.test(cell) ? 1 : 0;
        }
        return count;
    }

    private Block block(int begin) {
        Block block = new Block(begin, columns);
        int at = begin;
        while (at < rows.size() && at - begin < MOST_HEADERS && isHeader(at, begin)) {
            at++;
        }
        if (at == rows.size()) {
            at = begin; // headers of nothing
        }
        block.data = at;
        at++;
        while (at < rows.size() && !opensBlock(at)) {
            at++;
        }
        block.end = Math.min(at, rows.size());
        stubColumns(block);
        heads(block);
        block.width = width(block);
        block.shifted = isShifted(block);
        rows(block);
        payers(block);
        return block;
    }

    private boolean isHeader(int row, int first) {
        int figures = count(row, cell -> cell.content == Content.FIGURE);
        int years = count(row, cell -> cell.content == Content.YEAR);
        int texts = count(row, cell -> cell.content == Content.LABEL);
        int missing = count(row, cell -> cell.content == Content.MISSING);
        if (figures > 0) {
            return isUnitRow(row) || row > first && isNumbering(row);
        }
        if (row > first && missing > 0) {
            return false;
        }
        if (row > first && years + texts == 1 && isGroupHeading(row)) {
            return false; // it heads the rows below it
        }
        return years > 0 ? row == first || texts + years > 1 && hasFiguresBelow(row) && isYearHeader(row) : texts > 0;
    }

    private boolean hasFiguresBelow(int row) {
        return row + 1 < rows.size() && count(row + 1, cell -> cell.content == Content.FIGURE) > 0;
    }

    /** Years over figures, not a row of figures that look like years. */
    private boolean isYearHeader(int row) {
        Cell first = cells.get(row).get(0);
        return first.content != Content.LABEL
                || first.label == null && cells.get(row).size() <= columns;
    }

    private boolean isGroupHeading(int row) {
        Cell cell = only(row);
        return cell != null && cell.content == Content.LABEL && cell.at.column() == 0;
    }

    private @Nullable Cell only(int row) {
        Cell only = null;
        for (Cell cell : cells.get(row)) {
            if (cell.content != Content.BLANK) {
                if (only != null) {
                    return null;
                }
                only = cell;
            }
        }
        return only;
    }

    /** A row of units below the headers: "10,000 yuan", "(persons)". */
    private boolean isUnitRow(int row) {
        int units = 0;
        for (Cell cell : cells.get(row)) {
            if (cell.content == Content.BLANK || cell.content == Content.MISSING) {
                continue;
            }
            TableLabel label = label(cell);
            if (label.onlyUnit || label.item.isEmpty() && !label.scales.isEmpty() && cell.content == Content.LABEL) {
                units++;
            } else if (cell.at.column() > 0) {
                return false;
            }
        }
        return units > 0;
    }

    /** Columns numbered below their headers: 1, 2, 3. */
    private boolean isNumbering(int row) {
        int next = 1;
        for (Cell cell : cells.get(row)) {
            if (cell.content == Content.FIGURE) {
                boolean counts = cell.mentions.size() == 1
                        && cell.mentions.get(0).unit == null
                        && cell.row.tokens.is(cell.mentions.get(0).from, String.valueOf(next));
                if (!counts) {
                    return false;
                }
                next++;
            }
        }
        return next > 2;
    }

    /** Whether the rows from here on have headers of their own: words over most columns, and figures below. */
    private boolean opensBlock(int row) {
        int texts = count(row, Cell::isText);
        return texts >= 2
                && texts * 2 >= columns
                && count(row, cell -> cell.content == Content.FIGURE || cell.content == Content.MISSING) == 0
                && hasFiguresBelow(row)
                && cells.get(row).stream()
                        .anyMatch(cell -> cell.at.column() > 0
                                && cell.content == Content.LABEL
                                && !isStubText(row, cell.at.column()));
    }

    /** Whether the cell above is a label too: then the column is one of stubs. */
    private boolean isStubText(int row, int column) {
        for (Cell cell : cells.get(row - 1)) {
            if (cell.at.column() == column) {
                return cell.content == Content.LABEL;
            }
        }
        return false;
    }

    private void stubColumns(Block block) {
        int[] figures = new int[columns];
        int[] texts = new int[columns];
        int[] years = new int[columns];
        for (int r = block.data; r < block.end; r++) {
            if (isGroupHeading(r)) {
                continue;
            }
            for (Cell cell : cells.get(r)) {
                int column = cell.at.column();
                figures[column] += cell.content == Content.FIGURE ? 1 : 0;
                texts[column] += cell.content == Content.LABEL ? 1 : 0;
                years[column] += cell.content == Content.YEAR ? 1 : 0;
            }
        }
        for (int r = block.begin; r < block.data; r++) {
            for (Cell cell : cells.get(r)) {
                boolean units = cell.content == Content.LABEL && !isWide(cell) && label(cell).whole == Type.UNITS;
                block.ofUnits[cell.at.column()] |= units && texts[cell.at.column()] > 0;
            }
        }
        boolean open = true;
        for (int c = 0; c < columns && open; c++) {
            boolean ofYears = c == 0 && years[c] > 0 && figures[c] == 0;
            boolean serial = c == 0 && columns > 2 && isSerial(block) && texts.length > 1 && texts[1] > figures[1];
            block.stub[c] = texts[c] > figures[c] + years[c] || ofYears || serial || block.ofUnits[c];
            open = block.stub[c];
        }
        // tables set side by side: the second stub has the header of the first
        for (int c = 1; c < columns && block.data > block.begin; c++) {
            if (!block.stub[c] && texts[c] > figures[c] + years[c]) {
                block.stub[c] = headText(block, c).equals(headText(block, 0))
                        && !headText(block, 0).isEmpty();
            }
        }
    }

    private String headText(Block block, int column) {
        String text = "";
        for (int r = block.begin; r < block.data; r++) {
            for (Cell cell : cells.get(r)) {
                if (cell.at.column() == column && cell.content == Content.LABEL) {
                    text = label(cell).text;
                }
            }
        }
        return text;
    }

    /** Whether the first column counts the rows. */
    private boolean isSerial(Block block) {
        int last = 0;
        for (int r = block.data; r < block.end; r++) {
            List<Cell> row = cells.get(r);
            Cell cell = row.isEmpty() ? null : row.get(0);
            if (cell == null || cell.at.column() > 0 || cell.content != Content.FIGURE) {
                continue;
            }
            if (!cell.row.tokens.is(cell.mentions.get(0).from, String.valueOf(last + 1))) {
                return false;
            }
            last++;
        }
        return last > 1;
    }

    private void heads(Block block) {
        boolean[] below = new boolean[columns];
        for (int r = block.data - 1; r >= block.begin; r--) {
            // which columns have a header below, so that a blank beside a header may be under it
            for (Cell cell : cells.get(r)) {
                below[cell.at.column()] |= cell.isText();
            }
        }
        int[] covered = new int[columns];
        for (int r = block.begin; r < block.data; r++) {
            Cell left = null;
            int next = 0;
            for (Cell cell : cells.get(r)) {
                boolean says =
                        cell.content == Content.LABEL || cell.content == Content.YEAR || cell.content == Content.FIGURE;
                if (says && !isWide(cell)) {
                    for (int c = cell.at.column(); c < Math.min(cell.at.end(), columns); c++) {
                        head(block, c, cell, r);
                        covered[c] = r + cell.at.height();
                    }
                    left = cell;
                    next = cell.at.end();
                } else if (cell.content == Content.BLANK
                        && left != null
                        && r + 1 < block.data
                        && left.at.width() == 1
                        && cell.at.column() == next
                        && below[cell.at.column()]
                        && !block.stub[left.at.column()]
                        && covered[cell.at.column()] <= r) {
                    head(block, cell.at.column(), left, r); // a header goes on over the blanks beside it
                    next++;
                }
            }
        }
    }

    /** The column behind the last one with a header; 0 if there are fewer than two. */
    private int width(Block block) {
        int width = 0;
        int heads = 0;
        for (int r = block.begin; r < block.data; r++) {
            for (Cell cell : cells.get(r)) {
                if (!isWide(cell)) {
                    width = Math.max(width, cell.at.end());
                    heads += cell.isText() ? 1 : 0;
                }
            }
        }
        return heads < 2 ? 0 : width;
    }

    private boolean isShifted(Block block) {
        for (int r = block.data; r < block.end && block.width > 0; r++) {
            for (Cell cell : cells.get(r)) {
                if (cell.content == Content.FIGURE && cell.at.column() >= block.width) {
                    return true;
                }
            }
        }
        return false;
    }

    /**
     * Whether it cannot be told of what a figure is: a header is missing, a row without a label is shorter than its
     * headers, or the column is headed as one of labels but holds figures.
     */
    boolean isUnclear(Block block, int row, int column) {
        TableLabel head = block.heads[column];
        boolean ofLabels = column == 0
                && head != null
                && head.whole == Type.ITEMS
                && !head.plural
                && !head.numberOf
                && head.scales.isEmpty();
        List<Cell> cellsOfRow = cells.get(row);
        boolean shorter =
                !block.stub[0] && cellsOfRow.get(cellsOfRow.size() - 1).at.end() < block.width;
        return block.shifted || ofLabels || shorter;
    }

    /** A cell over the whole table says what it is, not what a column is. */
    boolean isWide(Cell cell) {
        return columns > 1 && cell.at.column() == 0 && cell.at.end() >= columns;
    }

    private void head(Block block, int column, Cell cell, int row) {
        TableLabel label = label(cell);
        block.heads[column] = label.under(block.heads[column]);
        block.ofWhich[column] |= label.is(Type.OF_WHICH);
        if (block.groups[column].isEmpty() && row < block.data - 1) {
            block.groups[column] = label.text + "@" + cell.at.column();
        }
    }

    private void rows(Block block) {
        TableLabel above = null;
        int number = 0;
        @Nullable TableLabel[] carried = new TableLabel[columns];
        int[] until = new int[columns];
        for (int r = block.data; r < block.end; r++) {
            Cell only = only(r);
            boolean figures = count(r, cell -> cell.content == Content.FIGURE || cell.content == Content.YEAR) > 0;
            if (only != null
                    && only.content == Content.LABEL
                    && !figures
                    && only.at.column() == 0
                    && count(r, cell -> cell.content == Content.MISSING) == 0) {
                heading[r] = true;
                above = label(only);
                number++;
                stubs[r] = above;
                group[r] = number;
                continue;
            }
            stubs[r] = stub(block, r, above, carried, until);
            timed(block, r);
            for (Cell cell : cells.get(r)) {
                if (block.ofUnits[cell.at.column()] && cell.content != Content.BLANK && isUnits(cell)) {
                    units[r] = unit(cell);
                }
            }
            group[r] = number;
        }
    }

    /** A column of times that stands among the figures says of when those of its row are. */
    private void timed(Block block, int row) {
        for (Cell cell : cells.get(row)) {
            int column = cell.at.column();
            TableLabel head = block.heads[column];
            if (block.stub[column] || head == null || head.whole != Type.YEAR || cell.content == Content.MISSING) {
                continue;
            }
            Matcher month = MONTH.matcher(
                    cell.row.tokens.raw(cell.from, cell.to).replace("|", "").strip());
            Period period = month.matches()
                    ? Period.ofMonth(YearMonth.of(Integer.parseInt(month.group(1)), Integer.parseInt(month.group(2))))
                    : label(cell).period;
            if (period != null && stubs[row].period == null) {
                TableLabel timed = new TableLabel().under(stubs[row]);
                timed.text = stubs[row].text;
                timed.period = period;
                stubs[row] = timed;
            }
        }
    }

    /** Beside "Central" and "Provincial" the word "Counties" tells who pays and counts none. */
    private void payers(Block block) {
        List<TableLabel> ofColumns = new ArrayList<>();
        for (int c = 0; c < columns; c++) {
            if (!block.stub[c] && block.heads[c] != null) {
                ofColumns.add(block.heads[c]);
            }
        }
        List<TableLabel> ofRows = new ArrayList<>();
        for (int r = block.data; r < block.end; r++) {
            ofRows.add(stubs[r]);
        }
        for (List<TableLabel> axis : List.of(ofColumns, ofRows)) {
            if (axis.stream()
                    .anyMatch(
                            label -> label.payer == FundingSource.CENTRAL || label.payer == FundingSource.PROVINCIAL)) {
                axis.forEach(TableLabel::payOnly);
            }
        }
    }

    private TableLabel stub(
            Block block, int row, @Nullable TableLabel above, @Nullable TableLabel[] carried, int[] until) {
        TableLabel stub = above;
        boolean inner = false;
        for (Cell cell : cells.get(row)) {
            inner |= cell.at.column() > 0 && block.stub[cell.at.column()] && cell.content == Content.LABEL;
        }
        for (int c = 0; c < columns && block.stub[c]; c++) {
            Cell cell = cellAt(row, c);
            TableLabel head = block.heads[c];
            boolean text = cell != null && cell.isText() && cell.at.column() == c;
            if (block.ofUnits[c]) {
                continue;
            }
            if (text) {
                TableLabel own = label(cell);
                if (c == 0) {
                    indents[row] = cell.at.indent() + dashes(cell);
                }
                carried[c] = placed(own, head, cell);
                until[c] = row + cell.at.height();
            } else if (row >= until[c] && !(cell != null && cell.content == Content.BLANK && inner)) {
                carried[c] = null;
            }
            if (carried[c] != null) {
                stub = carried[c].under(stub);
            }
        }
        return stub == null ? new TableLabel() : stub;
    }

    /** What the stub on the left of a column says: that of the row, or of the second of two tables set side by side. */
    TableLabel stub(Block block, int row, int column) {
        int at = column - 1;
        while (at > 0 && !block.stub[at]) {
            at--;
        }
        boolean second = at > 0 && !block.stub[at - 1];
        Cell cell = second ? cellAt(row, at) : null;
        return !second ? stubs[row] : cell == null ? new TableLabel() : label(cell);
    }

    private boolean isUnits(Cell cell) {
        return !unit(cell).scales.isEmpty();
    }

    private TableLabel unit(Cell cell) {
        return labels.unit(cell.row, cell.from, cell.to);
    }

    private static int dashes(Cell cell) {
        return cell.row.tokens.type[cell.from] == Tokens.MARK && !cell.row.tokens.is(cell.from, "(") ? 1 : 0;
    }

    /** In a column of places each label names one. */
    private static TableLabel placed(TableLabel label, @Nullable TableLabel head, Cell cell) {
        boolean places = head != null && head.is(Type.PLACES) && cell.row.tokens.isCapitalised(cell.from);
        if (places
                && label.place == null
                && !label.hasTopic()
                && !label.isTotal()
                && !label.is(Type.WHOLE)
                && !label.is(Type.AVERAGE)) {
            label.place = label.item.isEmpty() ? label.text : label.item;
        }
        return label;
    }

    private @Nullable Cell cellAt(int row, int column) {
        for (Cell cell : cells.get(row)) {
            if (cell.at.column() <= column && column < cell.at.end()) {
                return cell;
            }
            if (cell.at.column() > column) {
                return null;
            }
        }
        return null;
    }
}
