package org.fupin.report.pdf;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.fupin.report.table.Cell;
import org.fupin.report.table.Column;
import org.fupin.report.table.Row;
import org.fupin.report.table.Table;

/**
 * Tables as rows for a template: parts, which hold tables, which hold rows. A row is a map from the names of the template's
 * fields to strings and integers; {@code kind} tells the template which columns the table has, see {@link TableBands}.
 */
final class PageRows {

    /** From here on a text may be longer than a page, so that its row is allowed to go on on the next one. */
    private static final int LONG = 1200;

    private final Glyphs glyphs;
    private final String page;
    private final List<Map<String, ?>> rows = new ArrayList<>();
    private int tables;

    private PageRows(Glyphs glyphs, String page) {
        this.glyphs = glyphs;
        this.page = page;
    }

    /**
     * The rows of the tables that are on pages; a table without rows is not shown, nor is a part without tables.
     *
     * @param page file name of the review page, beside the document
     */
    static List<Map<String, ?>> of(List<Table> tables, Glyphs glyphs, String page) {
        PageRows pages = new PageRows(glyphs, page);
        tables.stream().filter(Table::isOnPage).forEach(pages::add);
        return List.copyOf(pages.rows);
    }

    private void add(Table table) {
        List<Integer> columns = IntStream.range(0, table.columns().size())
                .filter(at -> table.columns().get(at).isOnPage())
                .boxed()
                .toList();
        Set<Integer> empty = empty(table, columns);
        Row.Section section = null;
        tables++;
        for (Row row : table.rows()) {
            if (row.onPage()) {
                if (row.section() != null && !row.section().equals(section)) {
                    section = row.section();
                    tables++;
                }
                add(table, columns, empty, row);
            }
        }
    }

    /** The columns without anything on the page: their titles would announce what no line has. */
    private static Set<Integer> empty(Table table, List<Integer> columns) {
        return columns.stream()
                .filter(at -> table.rows().stream()
                        .filter(Row::onPage)
                        .allMatch(row -> row.cells().get(at).isBlank()))
                .collect(Collectors.toSet());
    }

    private void add(Table table, List<Integer> columns, Set<Integer> empty, Row row) {
        Map<String, Object> fields = new HashMap<>();
        fields.put("part", glyphs.line(table.part().heading()));
        fields.put("intro", glyphs.line(table.part().intro()));
        fields.put("kind", table.code());
        fields.put("tableNumber", tables);
        fields.put(
                "table",
                glyphs.line(
                        row.section() == null ? table.heading() : row.section().heading()));
        fields.put(
                "tableNote",
                glyphs.line(row.section() == null ? table.note() : row.section().note()));
        fields.put("level", row.level());
        if (row.strong()) {
            fields.put("strong", "yes");
        }
        for (int i = 0; i < columns.size(); i++) {
            Column column = table.columns().get(columns.get(i));
            Cell cell = row.cells().get(columns.get(i));
            fields.put(TableBands.HEAD + i, empty.contains(columns.get(i)) ? "" : glyphs.line(column.title()));
            String text = glyphs.line(cell.shown());
            if (!text.isEmpty()) {
                fields.put(TableBands.CELL + i, text);
            }
            if (text.length() > LONG) {
                fields.put("long", "yes");
            }
            if (cell instanceof Cell.OnPage linked) {
                fields.put("target", page + linked.address());
            } else if (cell instanceof Cell.Alert alert) {
                fields.put("alert", alert.text());
            }
        }
        rows.add(fields);
    }
}
