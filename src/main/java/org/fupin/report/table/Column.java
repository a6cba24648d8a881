package org.fupin.report.table;

import java.util.Locale;

/**
 * A column of a table.
 *
 * @param code unique among the columns of a sheet: formulas refer to it
 * @param title its header, unique among the columns of a sheet
 * @param sheetWidth on a sheet, in characters; 0 if it is on none
 * @param pageWidth on a page, in points; 0 if it is on none
 * @param wrapped whether long text goes on in further lines of a sheet's cell
 * @param strong whether a page emphasises it in emphasised lines
 */
public record Column(
        String code, String title, ColumnType type, int sheetWidth, int pageWidth, boolean wrapped, boolean strong) {

    /** The code of a column of this title: {@code as_stated} of "As stated". */
    static String code(String title) {
        return title.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_");
    }

    public boolean isOnSheet() {
        return sheetWidth > 0;
    }

    public boolean isOnPage() {
        return pageWidth > 0;
    }
}
