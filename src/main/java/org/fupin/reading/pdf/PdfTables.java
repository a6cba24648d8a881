package org.fupin.reading.pdf;

import java.util.ArrayList;
import java.util.List;
import org.fupin.reading.table.DataCell;
import org.fupin.reading.table.TextTable;

/**
 * Finds rows of tables among the lines of a PDF: lines one below the other that room parts into as many cells, with figures
 * among them. A PDF knows no tables, and what draws them there is told from nothing but that room. Rows get a bar between
 * their cells; a cell of several lines is not put together again.
 */
final class PdfTables {

    private static final int FEWEST_ROWS = 2;
    private static final int FEWEST_FIGURES = 2;

    private PdfTables() {}

    /** The lines, with those that are rows of tables rewritten as such. */
    static List<PdfLine> marked(List<PdfLine> lines) {
        List<PdfLine> out = new ArrayList<>();
        int at = 0;
        while (at < lines.size()) {
            int end = at;
            while (end < lines.size() && goesOn(lines, at, end)) {
                end++;
            }
            List<PdfLine> alike = lines.subList(at, Math.max(end, at + 1));
            if (alike.size() >= FEWEST_ROWS && figures(alike) >= FEWEST_FIGURES) {
                alike.forEach(line -> out.add(row(line)));
            } else {
                out.addAll(alike);
            }
            at += alike.size();
        }
        return out;
    }

    private static boolean goesOn(List<PdfLine> lines, int first, int at) {
        PdfLine line = lines.get(at);
        return !line.gaps().isEmpty()
                && line.page() == lines.get(first).page()
                && line.gaps().size() == lines.get(first).gaps().size()
                && cells(line).stream().allMatch(cell -> cell.length() <= DataCell.LONGEST / 2);
    }

    private static int figures(List<PdfLine> rows) {
        int figures = 0;
        for (PdfLine row : rows) {
            for (String cell : cells(row)) {
                figures += DataCell.isFigure(cell) ? 1 : 0;
            }
        }
        return figures;
    }

    private static List<String> cells(PdfLine line) {
        List<String> cells = new ArrayList<>();
        int from = 0;
        for (int gap : line.gaps()) {
            int to = Math.min(gap, line.text().length());
            cells.add(line.text().substring(from, to).strip());
            from = to;
        }
        cells.add(line.text().substring(from).strip());
        return cells;
    }

    private static PdfLine row(PdfLine line) {
        String text = String.join(TextTable.PARTED, cells(line));
        return new PdfLine(text, line.page(), line.left(), line.right(), line.y(), line.size(), 0, List.of());
    }
}
