package org.fupin.report.excel;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.fupin.report.table.Cell;
import org.fupin.report.table.Column;
import org.fupin.report.table.Table;

/** Where the tables of a workbook stand: turns the references of formulas and links into those of spreadsheets. */
final class Sheets {

    /** Row of the header of every sheet's table but the cover's, from 1: after title, three lines of text and the way back. */
    static final int HEADER_ROW = 6;

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

    Sheets(List<Table> tables) {
        tables.forEach(table -> places.put(
                table.code(),
                new Place(
                        table,
                        table.columns().stream().filter(Column::isOnSheet).toList())));
    }

    /**
     * What lines of a table hold in a column of its sheet.
     *
     * @param first line, from 1
     * @param last line, inclusive
     */
    List<Cell> cells(String table, String column, int first, int last) {
        Place place = places.get(table);
        int at = place.table().columns().indexOf(place.columns().get(place.column(column)));
        return place.table().rows().subList(first - 1, last).stream()
                .map(row -> row.cells().get(at))
                .toList();
    }

    /** Their addresses: {@code 'Sheet'!$A$5:$A$9}. */
    String range(String table, String column, int first, int last) {
        Place place = places.get(table);
        int at = place.column(column);
        return new CellRangeAddress(row(first) - 1, row(last) - 1, at, at)
                .formatAsString(place.table().name(), true);
    }

    /** Row of the table's line, both counting from 1. */
    static int row(int line) {
        return HEADER_ROW + line;
    }

    /** The name of a line of a table, for people: {@code Observations, line 12}. */
    String name(String table, int line) {
        return places.get(table).table().name() + ", line " + line;
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
