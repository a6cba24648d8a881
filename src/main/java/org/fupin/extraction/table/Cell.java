package org.fupin.extraction.table;

import java.util.ArrayList;
import java.util.List;
import org.fupin.extraction.sentence.Mention;
import org.fupin.extraction.sentence.SentenceContext;
import org.fupin.observation.document.TableCell;
import org.jspecify.annotations.Nullable;

/** A cell of a table with its tokens in the row and its numbers. */
final class Cell {

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

    final SentenceContext row;
    final int from;
    final int to;
    final int column;
    /** The column behind its last. */
    final int end;
    /** How many rows it spans. */
    final int height;

    final int indent;
    final List<Mention> mentions;
    final Content content;
    private final TableLabels labels;
    private @Nullable TableLabel label;

    private Cell(TableLabels labels, TableCell at, SentenceContext row, int from, int to, List<Mention> mentions) {
        this.labels = labels;
        this.row = row;
        this.from = from;
        this.to = to;
        this.column = at.column();
        this.end = at.end();
        this.height = at.height();
        this.mentions = List.copyOf(mentions);
        this.content = new CellText(labels, row, from, to, mentions).content();
        boolean dash = to > from && CellText.isDash(row.tokens, from);
        this.indent = at.indent() + (dash ? 1 : 0);
    }

    /** The cells of a row. */
    static List<Cell> of(TableLabels labels, List<TableCell> source, SentenceContext row) {
        List<Cell> cells = new ArrayList<>(source.size());
        int token = 0;
        int mention = 0;
        for (TableCell at : source) {
            while (token < row.tokens.count
                    && row.tokens.begin[token] < at.span().begin()) {
                token++;
            }
            int from = token;
            while (token < row.tokens.count
                    && row.tokens.end[token] <= at.span().end()) {
                token++;
            }
            int first = mention;
            while (mention < row.mentions.size() && row.mentions.get(mention).from < token) {
                mention++;
            }
            cells.add(new Cell(labels, at, row, from, token, row.mentions.subList(first, mention)));
        }
        return cells;
    }

    /** What it says, where it is a label. */
    TableLabel label() {
        if (label == null) {
            label = labels.read(row, from, to);
        }
        return label;
    }

    boolean is(Content other) {
        return content == other;
    }

    /** Whether it goes over all columns: then it says what the table is, not what a column is. */
    boolean isWide(int columns) {
        return columns > 1 && column == 0 && end >= columns;
    }

    boolean isText() {
        return is(Content.LABEL) || is(Content.YEAR);
    }

    boolean isFigure() {
        return is(Content.FIGURE);
    }
}
