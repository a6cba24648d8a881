package org.fupin.report.table;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line of a table.
 *
 * @param cells one for each column
 * @param section under whose heading it stands on a page; null if the table is not divided
 * @param strong whether it is emphasised, as sums are
 * @param level how deep it is indented: 0 for what is part of nothing
 * @param onPage whether pages show it; sheets show all lines
 */
public record Row(List<Cell> cells, @Nullable Section section, boolean strong, int level, boolean onPage) {

    public Row {
        cells = List.copyOf(cells);
    }

    /** A division of a table, for pages; sheets have a column that says it. */
    public record Section(String heading, String note) {}
}
