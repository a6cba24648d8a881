package org.fupin.extraction.table;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.fupin.extraction.sentence.Mention;
import org.fupin.extraction.sentence.NumberShape;
import org.fupin.extraction.table.Cell.Content;
import org.fupin.extraction.text.CueType;
import org.fupin.extraction.text.DigitString;
import org.fupin.extraction.text.Lexicon;
import org.fupin.extraction.text.Tokens;
import org.fupin.observation.LeftOutNumber;
import org.fupin.observation.LeftOutReason;
import org.fupin.observation.Unit;
import org.fupin.reference.TableWords.Type;
import org.jspecify.annotations.Nullable;

/**
 * Gives the figures of a table their fields. Numbers of headers are left out, and so are those of cells of which nothing says
 * what they are; a table of which that holds for most cells is left out as a whole.
 */
final class TablePass {

    private static final String POINTS = "pp";

    private final Lexicon lexicon;
    private final OfTable table;
    private final Unit points;
    private final List<Mention> read = new ArrayList<>();
    private final List<Mention> unread = new ArrayList<>();

    TablePass(Lexicon lexicon, OfTable table) {
        this.lexicon = lexicon;
        this.table = table;
        this.points = lexicon.units.unit(POINTS);
    }

    /** Concludes on every number of the rows. */
    void apply(List<TableGrid> grids) {
        grids.forEach(this::apply);
        List<Mention> changes =
                read.stream().filter(mention -> mention.unit == null).toList(); // beside no level
        unread.addAll(changes);
        read.removeAll(changes);
        unread.forEach(TablePass::leaveOutUnread);
        if (read.size() < unread.size()) {
            read.forEach(TablePass::leaveOutUnread);
        }
    }

    static void leaveOutUnread(Mention mention) {
        mention.leaveOut(LeftOutReason.TABLE, TableRules.UNREAD);
    }

    private void apply(TableGrid grid) {
        OfTable withCorner = table.with(grid.stub[0] ? grid.heads[0] : null);
        CellFigure cells = new CellFigure(lexicon, grid, withCorner, points, columnsTell(grid));
        @Nullable Mention[][] figures = new Mention[grid.rows.size()][grid.columns];
        for (int r = 0; r < figures.length; r++) {
            for (Cell cell : grid.rows.get(r)) {
                for (Mention mention : cell.mentions) {
                    if (leaveOut(grid, r, cell, mention)) {
                        continue;
                    }
                    boolean told = !grid.isUnclear(r, cell.column) && cells.conclude(r, cell, mention);
                    (told ? read : unread).add(mention);
                    if (told && mention == cell.mentions.get(0)) {
                        figures[r][cell.column] = mention;
                    }
                }
            }
        }
        new TableLinks(grid, figures, points).link();
    }

    /** Whether the headers of columns rather than those of rows say what is measured, by how much they say on average. */
    private static boolean columnsTell(TableGrid grid) {
        List<TableLabel> columns = IntStream.range(0, grid.columns)
                .filter(c -> !grid.stub[c])
                .mapToObj(c -> grid.heads[c] == null ? new TableLabel() : grid.heads[c])
                .toList();
        List<TableLabel> rows = IntStream.range(grid.data, grid.rows.size())
                .filter(r -> !grid.heading[r])
                .mapToObj(grid::stub)
                .toList();
        return weight(columns) * Math.max(1, rows.size()) >= weight(rows) * Math.max(1, columns.size());
    }

    private static long weight(List<TableLabel> labels) {
        return labels.stream().mapToLong(TableLabel::weight).sum();
    }

    /** Leaves a number out that is no figure; whether it is none. */
    private boolean leaveOut(TableGrid grid, int row, Cell cell, Mention mention) {
        TableLabel head = grid.heads[cell.column];
        boolean stub = grid.stub[cell.column];
        boolean label = cell.is(Content.LABEL);
        boolean header = row < grid.data || grid.heading[row] || grid.isWide(cell);
        if (header || grid.ofUnits[cell.column] || stub && cell.isText()) {
            leaveOutLabel(mention, row > 0 && row < grid.data && !label);
        } else if (stub) {
            mention.leaveOut(LeftOutReason.LIST_COUNTER, TableRules.COUNTER);
        } else if (head != null && head.noFigure != null) {
            mention.leaveOut(head.noFigure, TableRules.COLUMN);
        } else if (label) {
            mention.leaveOut(LeftOutReason.TABLE, TableRules.TEXT);
        } else if (isAverage(grid.stubs[row][cell.column], mention) || head != null && isAverage(head, mention)) {
            mention.leaveOut(LeftOutReason.TABLE, TableRules.AVERAGE);
        }
        return mention.isLeftOut();
    }

    /** The mean of rows or columns is no figure of all of them, unless it is told of what one it is. */
    private static boolean isAverage(TableLabel label, Mention mention) {
        return label.is(Type.AVERAGE) && (label.per == null || mention.isPercent());
    }

    /** A number of a header, a stub or a caption: a year, the number of a table, or a part of the name. */
    static void leaveOutLabel(Mention mention, boolean counter) {
        Tokens tokens = mention.sentence.tokens;
        int number = mention.firstNumber;
        boolean years = mention.isRange && DigitString.isYear(tokens.norm[number]);
        boolean ofUnit = tokens.isNumber(number)
                && tokens.isWord(number + 1)
                && LeftOutNumber.isMagnitude(tokens.exact(number, number + 1)); // "(10,000 persons)"
        if (years || NumberShape.isYear(tokens, mention)) {
            mention.leaveOut(LeftOutReason.DATE, TableRules.DATE);
        } else if (mention.sentence.cueAt(CueType.REFERENCE, mention.from - 1)) {
            mention.leaveOut(LeftOutReason.REFERENCE, TableRules.NUMBER);
        } else if (counter) {
            mention.leaveOut(LeftOutReason.LIST_COUNTER, TableRules.COUNTER);
        } else {
            mention.leaveOut(ofUnit ? LeftOutReason.TABLE : LeftOutReason.NAME, TableRules.LABEL);
        }
    }
}
