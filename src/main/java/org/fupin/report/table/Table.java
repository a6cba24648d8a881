package org.fupin.report.table;

import java.util.List;

/**
 * A table of a report.
 *
 * @param code unique in the report; formulas and links refer to it
 * @param name of its sheet; empty if it has none
 * @param holds what it holds, for a list of contents
 * @param part of the document that it belongs to; tables that follow each other in one part stand under one heading
 * @param title what it is; a sheet's title, a page's heading unless it is empty or {@code sections} divide it
 * @param description below the title on a sheet
 * @param note below the heading on a page, empty if there is none
 * @param ifEmpty what a sheet says where there are no rows
 */
public record Table(
        String code,
        String name,
        String holds,
        Part part,
        String title,
        String description,
        String heading,
        String note,
        List<Column> columns,
        List<Row> rows,
        String ifEmpty,
        List<Chart> charts) {

    public Table {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        charts = List.copyOf(charts);
    }

    /**
     * A part of the document, for pages.
     *
     * @param intro a paragraph below the heading; may be empty
     */
    public record Part(String heading, String intro) {

        public static final Part NONE = new Part("", "");
    }

    /** What a table says beside its lines: see the components of the same name. */
    public record Texts(String title, String description, String ifEmpty, Part part, String heading, String note) {

        /** Of a table that is on no page. */
        public static Texts ofSheet(String title, String description, String ifEmpty) {
            return new Texts(title, description, ifEmpty, Part.NONE, "", "");
        }

        /** Of a table that is on no sheet. */
        public static Texts ofPage(Part part, String heading, String note) {
            return new Texts("", "", "", part, heading, note);
        }

        public Texts onPage(Part part, String heading, String note) {
            return new Texts(title, description, ifEmpty, part, heading, note);
        }
    }

    public boolean isOnSheet() {
        return !name.isEmpty();
    }

    public boolean isOnPage() {
        return columns.stream().anyMatch(Column::isOnPage);
    }

    public Table with(Chart chart) {
        return new Table(
                code, name, holds, part, title, description, heading, note, columns, rows, ifEmpty, List.of(chart));
    }

    public Table with(List<Chart> several) {
        return new Table(code, name, holds, part, title, description, heading, note, columns, rows, ifEmpty, several);
    }
}
