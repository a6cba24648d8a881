package org.fupin.reading.table;

import java.util.ArrayList;
import java.util.List;
import org.fupin.observation.Span;
import org.fupin.observation.document.TableCell;
import org.fupin.reading.text.Paragraphs;

/**
 * Finds tables that are drawn with characters: bars between the cells, tabs, or blanks that set columns. Lines that follow one
 * another, alike in their cells and with figures in them, are one. Each line is looked at once.
 */
public final class TextTables {

    /** What parts the cells of a line. */
    private enum Style {
        BARS,
        TABS,
        BLANKS
    }

    /** Longest line of a table; prose has longer ones. */
    private static final int LONGEST = 400;

    /** Longest cell of a table whose columns blanks set: two blanks behind a sentence part no cells. */
    private static final int LONGEST_CELL = 48;

    /** Fewest lines of a table whose columns blanks set, and fewest lines and figures of the others. */
    private static final int FEWEST_SET = 3;

    private static final int FEWEST = 2;

    /** Most empty lines between two rows. */
    private static final int EMPTY = 1;

    private static final String BARS = "|\u2502\uFF5C\u2503\u00A6";

    /** What lines between rows are drawn with, besides bars and blanks. */
    private static final String RULES = "-=+_:\u2500\u2501\u253C\u251C\u2524\u2550\u2014";

    /** @param rule whether it is a line between rows */
    private record Line(Span span, Style style, List<Span> cells, boolean rule) {}

    private final String text;
    private final List<TextTable> tables = new ArrayList<>();
    private List<Line> open = new ArrayList<>();

    private TextTables(String text) {
        this.text = text;
    }

    public static List<TextTable> in(String text) {
        TextTables found = new TextTables(text);
        found.read();
        return found.tables;
    }

    private void read() {
        int begin = 0;
        int empty = 0;
        while (begin < text.length()) {
            int end = begin;
            while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
                end++;
            }
            Span span = Paragraphs.strip(text, new Span(begin, end));
            if (span.length() == 0) {
                boolean pair =
                        end > 0 && end < text.length() && text.charAt(end) == '\n' && text.charAt(end - 1) == '\r';
                empty += pair ? 0 : 1;
            } else {
                Line line = line(begin, span);
                if (line == null || empty > EMPTY || !open.isEmpty() && !goesOn(open.get(open.size() - 1), line)) {
                    close();
                }
                if (line != null) {
                    open.add(line);
                }
                empty = 0;
            }
            begin = end + 1;
        }
        close();
    }

    private static boolean goesOn(Line last, Line line) {
        return last.style == line.style || last.rule || line.rule;
    }

    /** The line as a row, null if it is none. */
    private Line line(int begin, Span span) {
        if (span.length() > LONGEST) {
            return null;
        }
        boolean bars = false;
        boolean tabs = false;
        boolean rule = true;
        for (int i = span.begin(); i < span.end(); i++) {
            char c = text.charAt(i);
            bars |= BARS.indexOf(c) >= 0;
            tabs |= c == '\t';
            rule &= BARS.indexOf(c) >= 0 || RULES.indexOf(c) >= 0 || Paragraphs.isBlank(c);
        }
        if (rule) {
            return new Line(span, bars ? Style.BARS : Style.BLANKS, List.of(), true);
        }
        if (bars) {
            return row(span, Style.BARS, byMarks(span, BARS));
        }
        // a tab before the first cell is an empty cell
        Span whole = new Span(begin, span.end());
        boolean leading = text.substring(begin, span.begin()).indexOf('\t') >= 0;
        if (tabs) {
            return row(span, Style.TABS, byMarks(leading ? whole : span, "\t"));
        }
        return row(span, Style.BLANKS, byBlanks(span));
    }

    private static Line row(Span span, Style style, List<Span> cells) {
        if (cells.size() < 2) {
            return null;
        }
        boolean set = style != Style.BLANKS || cells.stream().allMatch(cell -> cell.length() <= LONGEST_CELL);
        return set ? new Line(span, style, cells, false) : null;
    }

    /** The cells between marks; the marks at both ends of a line part none. */
    private List<Span> byMarks(Span span, String marks) {
        List<Span> cells = new ArrayList<>();
        boolean opened = marks == BARS && marks.indexOf(text.charAt(span.begin())) >= 0;
        int from = span.begin() + (opened ? 1 : 0);
        for (int i = from; i < span.end(); i++) {
            if (marks.indexOf(text.charAt(i)) >= 0) {
                cells.add(new Span(from, i));
                from = i + 1;
            }
        }
        if (!opened || from < span.end()) {
            cells.add(new Span(from, span.end()));
        }
        return cells;
    }

    /** The cells between two blanks or more. */
    private List<Span> byBlanks(Span span) {
        List<Span> cells = new ArrayList<>();
        int from = span.begin();
        for (int i = span.begin(); i + 1 < span.end(); i++) {
            if (Paragraphs.isBlank(text.charAt(i)) && Paragraphs.isBlank(text.charAt(i + 1))) {
                cells.add(new Span(from, i));
                while (Paragraphs.isBlank(text.charAt(i + 1))) {
                    i++;
                }
                from = i + 1;
            }
        }
        cells.add(new Span(from, span.end()));
        return cells;
    }

    private void close() {
        List<Line> rows = open.stream().filter(line -> !line.rule).toList();
        open = new ArrayList<>();
        if (rows.isEmpty()) {
            return;
        }
        Style style = rows.get(0).style;
        List<List<Span>> cells = new ArrayList<>();
        rows.forEach(row -> cells.add(row.cells));
        if (style == Style.TABS && !isEven(cells)) {
            // several tabs set one column
            cells.replaceAll(row -> row.stream()
                    .filter(cell -> Paragraphs.strip(text, cell).length() > 0)
                    .toList());
        }
        int columns = 0;
        int filled = 0;
        int figures = 0;
        for (List<Span> row : cells) {
            columns = Math.max(columns, row.size());
            for (Span cell : row) {
                String words = Paragraphs.strip(text, cell).in(text);
                if (words.length() > DataCell.LONGEST) {
                    return;
                }
                filled += words.isEmpty() ? 0 : 1;
                figures += DataCell.isFigure(words) ? 1 : 0;
            }
        }
        boolean enough = rows.size() >= (style == Style.BLANKS ? FEWEST_SET : FEWEST);
        if (enough && figures >= FEWEST && DataCell.isTable(rows.size(), columns, filled, figures)) {
            tables.add(table(rows, cells, columns, style));
        }
    }

    private static boolean isEven(List<List<Span>> cells) {
        return cells.stream().allMatch(row -> row.size() == cells.get(0).size());
    }

    private TextTable table(List<Line> rows, List<List<Span>> cells, int columns, Style style) {
        List<int[]> places = style == Style.BLANKS ? columns(rows, cells, columns) : List.of();
        List<TextTable.Row> out = new ArrayList<>();
        for (int r = 0; r < rows.size(); r++) {
            Span span = rows.get(r).span;
            List<TableCell> row = new ArrayList<>();
            int column = 0;
            for (Span cell : cells.get(r)) {
                Span words = Paragraphs.strip(text, cell);
                int from = style == Style.BLANKS && cells.get(r).size() < columns
                        ? Math.max(column, place(places, words, lineBegin(span.begin())))
                        : column;
                int indent =
                        style == Style.BLANKS ? span.begin() - lineBegin(span.begin()) : words.begin() - cell.begin();
                if (from < TableBuilder.MOST_COLUMNS) {
                    row.add(new TableCell(
                            words.length() == 0 ? new Span(cell.begin(), cell.begin()) : words,
                            from,
                            1,
                            1,
                            false,
                            row.isEmpty() ? indent : 0));
                }
                column = from + 1;
            }
            out.add(new TextTable.Row(span, row).moved(0));
        }
        return new TextTable(-1, out);
    }

    /** From where to where in a line each column reaches, by the rows that have all of them. */
    private List<int[]> columns(List<Line> rows, List<List<Span>> cells, int columns) {
        List<int[]> places = new ArrayList<>();
        for (int r = 0; r < rows.size(); r++) {
            if (cells.get(r).size() < columns) {
                continue;
            }
            int begin = lineBegin(rows.get(r).span.begin());
            for (int c = 0; c < columns; c++) {
                Span cell = cells.get(r).get(c);
                if (places.size() == c) {
                    places.add(new int[] {cell.begin() - begin, cell.end() - begin});
                }
                int[] place = places.get(c);
                place[0] = Math.min(place[0], cell.begin() - begin);
                place[1] = Math.max(place[1], cell.end() - begin);
            }
        }
        return places;
    }

    /** The column that a cell stands under or over. */
    private static int place(List<int[]> places, Span cell, int lineBegin) {
        int best = 0;
        int nearest = Integer.MAX_VALUE;
        int middle = (cell.begin() + cell.end()) / 2 - lineBegin;
        for (int c = 0; c < places.size(); c++) {
            int[] place = places.get(c);
            int distance = middle < place[0] ? place[0] - middle : Math.max(0, middle - place[1]);
            if (distance < nearest) {
                nearest = distance;
                best = c;
            }
        }
        return best;
    }

    private int lineBegin(int offset) {
        int i = offset;
        while (i > 0 && text.charAt(i - 1) != '\n' && text.charAt(i - 1) != '\r') {
            i--;
        }
        return i;
    }
}
