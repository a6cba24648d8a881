package org.fupin.reading.docx;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fupin.observation.Span;
import org.fupin.observation.document.TableCell;
import org.fupin.reading.table.DataCell;
import org.fupin.reading.table.TableBuilder;
import org.fupin.reading.table.TextTable;

/** A table of figures of a DOCX document, whose rows are paragraphs of the text. */
final class DocxTable {

    /** A cell while it is read. */
    static final class Cell {
        final List<String> paragraphs = new ArrayList<>();
        /** How many columns it spans. */
        private int width = 1;
        /** Whether it is a part of the cell above it, whose text alone is shown. */
        boolean goesOnAbove;

        void span(String columns) {
            width = columns.matches("[1-9][0-9]{0,2}") ? Integer.parseInt(columns) : width;
        }

        private String text() {
            return goesOnAbove ? "" : String.join(" ", paragraphs);
        }
    }

    /** A row while it is read. */
    static final class Row {
        final List<Cell> cells = new ArrayList<>();
        /** Whether it is shown again on each page. */
        boolean header;

        /** Whether all cells are a few words or none. */
        boolean isLine() {
            return cells.stream()
                    .allMatch(cell -> cell.paragraphs.isEmpty()
                            || cell.paragraphs.size() == 1
                                    && cell.paragraphs.get(0).length() <= DataCell.LONGEST);
        }
    }

    /** @param cells with spans that begin at 0 where the paragraph does */
    private record PlacedRow(int paragraph, List<TableCell> cells) {}

    private final List<PlacedRow> rows = new ArrayList<>();

    private DocxTable() {}

    static boolean isOfFigures(List<Row> rows) {
        int columns = 0;
        int filled = 0;
        int figures = 0;
        for (Row row : rows) {
            columns = Math.max(columns, row.cells.size());
            for (Cell cell : row.cells) {
                String text = cell.text();
                if (text.length() > DataCell.LONGEST) {
                    return false;
                }
                filled += text.isEmpty() ? 0 : 1;
                figures += DataCell.isFigure(text) ? 1 : 0;
            }
        }
        return DataCell.isTable(rows.size(), columns, filled, figures);
    }

    /** The table of these rows, each of which is added to the paragraphs. */
    static DocxTable of(List<Row> rows, List<String> paragraphs) {
        DocxTable table = new DocxTable();
        // by column the cell that goes on below: its row and place in the row
        Map<Integer, int[]> above = new HashMap<>();
        for (Row row : rows) {
            StringBuilder line = new StringBuilder();
            List<TableCell> cells = new ArrayList<>();
            int column = 0;
            for (int i = 0; i < row.cells.size() && column < TableBuilder.MOST_COLUMNS; i++) {
                Cell cell = row.cells.get(i);
                if (i > 0) {
                    line.append(line.isEmpty() ? TextTable.PARTED.stripLeading() : TextTable.PARTED);
                }
                int begin = line.length();
                line.append(cell.text());
                int[] over = above.get(column);
                if (cell.goesOnAbove && over != null) {
                    heighten(table.rows, over);
                } else {
                    int width = Math.min(cell.width, TableBuilder.MOST_COLUMNS - column);
                    above.put(column, new int[] {table.rows.size(), cells.size()});
                    cells.add(new TableCell(new Span(begin, line.length()), column, width, 1, row.header, 0));
                }
                column += cell.width;
            }
            table.rows.add(new PlacedRow(paragraphs.size(), cells));
            String text = line.toString().stripTrailing();
            boolean blank = text.chars().noneMatch(Character::isLetterOrDigit);
            paragraphs.add(blank ? "|" : text);
        }
        return table;
    }

    private static void heighten(List<PlacedRow> rows, int[] place) {
        if (place[0] < rows.size()) {
            List<TableCell> cells = rows.get(place[0]).cells;
            TableCell cell = cells.get(place[1]);
            cells.set(
                    place[1],
                    new TableCell(
                            cell.span(), cell.column(), cell.width(), cell.height() + 1, cell.header(), cell.indent()));
        }
    }

    /** The tables at their places in the text that the paragraphs make with so many characters between them. */
    static List<TextTable> placed(List<DocxTable> tables, List<String> paragraphs, int parting) {
        if (tables.isEmpty()) {
            return List.of();
        }
        int[] begins = new int[paragraphs.size() + 1];
        for (int i = 0; i < paragraphs.size(); i++) {
            begins[i + 1] = begins[i] + paragraphs.get(i).length() + parting;
        }
        List<TextTable> placed = new ArrayList<>();
        for (DocxTable table : tables) {
            List<TextTable.Row> rows = new ArrayList<>();
            for (PlacedRow row : table.rows) {
                int begin = begins[row.paragraph];
                int end = begin + paragraphs.get(row.paragraph).length();
                rows.add(new TextTable.Row(new Span(begin, end), row.cells).moved(begin));
            }
            placed.add(new TextTable(-1, rows));
        }
        return placed;
    }
}
