package org.fupin.extraction.explain;

import java.util.ArrayList;
import java.util.List;

/** Plain text for a terminal or a letter: wrapped paragraphs and aligned tables, 100 columns wide. */
public final class TextLayout {

    public static final int WIDTH = 100;

    private static final int INDENT = 2;
    private static final int GAP = 2;

    private final StringBuilder out = new StringBuilder();

    void line(String text) {
        out.append(text.stripTrailing()).append('\n');
    }

    void blank() {
        out.append('\n');
    }

    void paragraph(String text) {
        for (String line : wrapped(text, WIDTH - INDENT)) {
            line(" ".repeat(INDENT) + line);
        }
    }

    /** Rows of cells; each column is as wide as its longest cell, at most {@code widest}, the last takes the rest. */
    void table(List<List<String>> rows, int widest) {
        int columns = rows.stream().mapToInt(List::size).max().orElse(0);
        int[] widths = new int[columns];
        for (List<String> row : rows) {
            for (int i = 0; i < row.size(); i++) {
                widths[i] = Math.max(widths[i], Math.min(widest, row.get(i).length()));
            }
        }
        int used = INDENT;
        for (int i = 0; i < columns - 1; i++) {
            used += widths[i] + GAP;
        }
        if (columns > 0) {
            widths[columns - 1] = WIDTH - used;
        }
        rows.forEach(row -> row(row, widths));
    }

    private void row(List<String> cells, int[] widths) {
        List<List<String>> wrapped = new ArrayList<>();
        int lines = 1;
        for (int i = 0; i < cells.size(); i++) {
            wrapped.add(wrapped(cells.get(i), widths[i]));
            lines = Math.max(lines, wrapped.get(i).size());
        }
        for (int k = 0; k < lines; k++) {
            StringBuilder line = new StringBuilder(" ".repeat(INDENT));
            for (int i = 0; i < wrapped.size(); i++) {
                String text = k < wrapped.get(i).size() ? wrapped.get(i).get(k) : "";
                line.append(text).append(" ".repeat(Math.max(0, widths[i] - text.length()) + GAP));
            }
            line(line.toString());
        }
    }

    /** Lines of at most {@code width} characters; a word that is longer is cut. */
    private static List<String> wrapped(String text, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String each : text.strip().split("\\s+")) {
            String word = each;
            if (!line.isEmpty() && line.length() + 1 + word.length() > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            while (word.length() > width) {
                lines.add(word.substring(0, width));
                word = word.substring(width);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
