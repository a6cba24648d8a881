package org.fupin.reading.table;

import java.util.List;
import org.fupin.observation.Span;
import org.fupin.observation.document.TableCell;

/**
 * A table as the reader of a format finds it.
 *
 * @param caption offset at which its own caption begins, -1 if it has none
 * @param rows in order; each is a paragraph of the text
 */
public record TextTable(int caption, List<Row> rows) {

    /** What stands between two cells of a row in the text of formats that have cells of their own. */
    public static final String PARTED = " | ";

    /** @param span from the first to the last character of the row's text, which is not empty */
    public record Row(Span span, List<TableCell> cells) {

        /** The row with its cells that many characters further on, none behind its end. */
        public Row moved(int by) {
            return new Row(
                    span,
                    cells.stream()
                            .map(cell -> new TableCell(
                                    new Span(
                                            Math.min(cell.span().begin() + by, span.end()),
                                            Math.min(cell.span().end() + by, span.end())),
                                    cell.column(),
                                    cell.width(),
                                    cell.height(),
                                    cell.header(),
                                    cell.indent()))
                            .toList());
        }
    }
}
