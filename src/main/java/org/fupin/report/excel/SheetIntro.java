package org.fupin.report.excel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.fupin.report.table.Cell;
import org.fupin.report.table.Row;
import org.fupin.report.table.Table;

/**
 * What a sheet says above its table, for those who come to it from the top: what it holds, how many tables there are, what a
 * blank cell means, and how to turn off what may be in the way. Always {@link #LINES} lines, so that all tables begin in one row.
 */
final class SheetIntro {

    static final int LINES = 3;

    static final String WHY_BLANK = "the field does not apply to its line, or the source does not state it";

    static final String FILTERS =
            "The columns have filters: Ctrl, Shift and L turn them off. Column A and the rows down to the"
                    + " headers stay in view: Alt, W, F, F turns that off.";

    private SheetIntro() {}

    static List<String> of(Table table) {
        List<String> sentences =
                new ArrayList<>(sentences(table.description().isEmpty() ? table.holds() + "." : table.description()));
        sentences.add(tables(table.charts().size()));
        if (hasBlanks(table)) {
            sentences.add("A blank cell: " + WHY_BLANK + ".");
        }
        sentences.addAll(sentences(FILTERS));
        return shared(sentences);
    }

    /** The sentences in as many lines as there have to be, so that the longest line is as short as it can be. */
    private static List<String> shared(List<String> sentences) {
        List<String> best = List.of();
        for (int second = 1; second < sentences.size() - 1; second++) {
            for (int third = second + 1; third < sentences.size(); third++) {
                List<String> lines = List.of(
                        String.join(" ", sentences.subList(0, second)),
                        String.join(" ", sentences.subList(second, third)),
                        String.join(" ", sentences.subList(third, sentences.size())));
                if (best.isEmpty() || longest(lines) < longest(best)) {
                    best = lines;
                }
            }
        }
        return best;
    }

    private static int longest(List<String> lines) {
        return lines.stream().mapToInt(String::length).max().orElse(0);
    }

    private static List<String> sentences(String text) {
        return Arrays.asList(text.split("(?<=\\.) (?=\\p{Lu})"));
    }

    private static String tables(int charts) {
        return "This sheet has one table"
                + (charts == 0
                        ? "."
                        : charts == 1 ? " and, below it, one chart." : " and, below it, " + charts + " charts.");
    }

    private static boolean hasBlanks(Table table) {
        int[] shown = IntStream.range(0, table.columns().size())
                .filter(at -> table.columns().get(at).isOnSheet())
                .toArray();
        for (Row row : table.rows()) {
            for (int at : shown) {
                Cell cell = row.cells().get(at);
                if (cell.isBlank() && !(cell instanceof Cell.Missing)) {
                    return true;
                }
            }
        }
        return table.rows().isEmpty();
    }
}
