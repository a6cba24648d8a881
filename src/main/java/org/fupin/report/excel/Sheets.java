package org.fupin.report.excel;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.apache.poi.ss.util.CellReference;
import org.fupin.report.table.Cell;
import org.fupin.report.table.Column;
import org.fupin.report.table.Row;
import org.fupin.report.table.Table;

/** Where the tables of a workbook stand: turns the references of formulas and links into those of spreadsheets. */
final class Sheets {

    /** Row of the header of every sheet's table but the cover's, counting from 1: after title, description and way back. */
    static final int HEADER_ROW = 4;

    /** A reference of {@link Cell.Formula}: table, column, first and last line; only the column is always there. */
    private static final Pattern REFERENCE = Pattern.compile("\\{(?:(\\w+)\\.)?(\\w+)(?:@(\\d+)(?:-(\\d+))?)?}");

    /** A table, and its columns on the sheet. */
    private record Place(Table table, List<Column> columns) {

        int column(String code) {
            return IntStream.range(0, columns.size())
                    .filter(at -> columns.get(at).code().equals(code))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(table.code() + " has no column " + code));
        }
    }

    private final Map<String, Place> places = new LinkedHashMap<>();
    private final String page;

    /** @param page file name of the review page, which lies beside the workbook; empty if there is none */
    Sheets(List<Table> tables, String page) {
        this.page = page;
        tables.forEach(table -> places.put(
                table.code(),
                new Place(
                        table,
                        table.columns().stream().filter(Column::isOnSheet).toList())));
    }

    /** What an address on the review page begins with. */
    String page() {
        return page;
    }

    /**
     * The tables in the order in which they can be written: each after those whose columns its formulas name as a whole, for
     * such a table has to be there.
     */
    List<Table> inOrder() {
        List<Table> ordered = new ArrayList<>();
        places.values().forEach(place -> add(place.table(), ordered));
        return ordered;
    }

    private void add(Table table, List<Table> ordered) {
        if (!ordered.contains(table)) {
            for (String other : wholeTables(table)) {
                add(places.get(other).table(), ordered);
            }
            ordered.add(table);
        }
    }

    private static Set<String> wholeTables(Table table) {
        Set<String> others = new TreeSet<>();
        for (Row row : table.rows()) {
            for (Cell cell : row.cells()) {
                if (cell instanceof Cell.Formula formula) {
                    Matcher reference = REFERENCE.matcher(formula.expression());
                    while (reference.find()) {
                        if (reference.group(1) != null && reference.group(3) == null) {
                            others.add(reference.group(1));
                        }
                    }
                }
            }
        }
        return others;
    }

    /** A table's column on its sheet, from 0. */
    int column(String table, String column) {
        return places.get(table).column(column);
    }

    /** Row of the table's line, both counting from 1. */
    static int row(int line) {
        return HEADER_ROW + line;
    }

    /** The address of a line of a table, for links. */
    String address(String table, int line) {
        return "'" + places.get(table).table().name() + "'!A" + row(line);
    }

    /** @param row that the formula stands in, from 1 */
    String formula(Table table, int row, Cell.Formula formula) {
        return REFERENCE
                .matcher(formula.expression())
                .replaceAll(reference -> Matcher.quoteReplacement(reference(
                        table.code(),
                        row,
                        reference.group(1),
                        reference.group(2),
                        reference.group(3),
                        reference.group(4))));
    }

    private String reference(String own, int row, String table, String column, String line, String last) {
        Place place = places.get(table == null ? own : table);
        if (table != null && line == null) {
            return table + "[" + place.columns().get(place.column(column)).title() + "]";
        }
        String letter = CellReference.convertNumToColString(place.column(column));
        String cell = letter + (line == null ? row : row(Integer.parseInt(line)));
        if (table != null) {
            return "'" + place.table().name() + "'!" + cell;
        }
        return last == null ? cell : cell + ":" + letter + row(Integer.parseInt(last));
    }
}
