package org.fupin.reading.table;

import java.util.ArrayList;
import java.util.List;
import org.fupin.observation.Span;
import org.fupin.observation.document.TableCell;

/**
 * Tables as a text, to be stored beside the text that they are in. A line for each: {@code T caption} for a table, {@code R begin
 * end} for its rows, {@code C begin end column width height header indent} for their cells.
 */
public final class TableLayout {

    private TableLayout() {}

    /** Empty for no tables. */
    public static String write(List<TextTable> tables) {
        StringBuilder out = new StringBuilder();
        for (TextTable table : tables) {
            out.append("T ").append(table.caption()).append('\n');
            for (TextTable.Row row : table.rows()) {
                line(out, 'R', row.span().begin(), row.span().end());
                for (TableCell cell : row.cells()) {
                    line(
                            out,
                            'C',
                            cell.span().begin(),
                            cell.span().end(),
                            cell.column(),
                            cell.width(),
                            cell.height(),
                            cell.header() ? 1 : 0,
                            cell.indent());
                }
            }
        }
        return out.toString();
    }

    private static void line(StringBuilder out, char what, int... numbers) {
        out.append(what);
        for (int number : numbers) {
            out.append(' ').append(number);
        }
        out.append('\n');
    }

    /** What {@link #write} wrote. */
    public static List<TextTable> read(String layout) {
        List<TextTable> tables = new ArrayList<>();
        List<TextTable.Row> rows = new ArrayList<>();
        List<TableCell> cells = new ArrayList<>();
        for (String line : layout.lines().toList()) {
            String[] parts = line.split(" ");
            switch (parts[0]) {
                case "T" -> {
                    rows = new ArrayList<>();
                    tables.add(new TextTable(number(parts, 1), rows));
                }
                case "R" -> {
                    cells = new ArrayList<>();
                    rows.add(new TextTable.Row(span(parts), cells));
                }
                case "C" ->
                    cells.add(new TableCell(
                            span(parts),
                            number(parts, 3),
                            number(parts, 4),
                            number(parts, 5),
                            number(parts, 6) == 1,
                            number(parts, 7)));
                default -> throw new IllegalArgumentException("not a line of a table: '" + line + "'");
            }
        }
        return tables;
    }

    private static Span span(String[] parts) {
        return new Span(number(parts, 1), number(parts, 2));
    }

    private static int number(String[] parts, int at) {
        return Integer.parseInt(parts[at]);
    }
}
