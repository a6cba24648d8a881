package org.fupin.observation.document;

import java.util.List;

/**
 * A row of a table.
 *
 * @param sentence its text as a whole; a row without text is no row
 * @param cells those that begin in this row, by column
 */
public record TableRow(Sentence sentence, List<TableCell> cells) {

    public TableRow {
        cells = List.copyOf(cells);
    }
}
