package org.fupin.report.figure;

import java.math.BigDecimal;
import java.util.List;
import org.fupin.observation.LeftOutReason;
import org.fupin.observation.Span;
import org.jspecify.annotations.Nullable;

/**
 * The numbers of the sources that are no figures: with the figures, they are all the numbers there are.
 *
 * @param numbers in the order of articles and text
 * @param byReason reasons that occur, in the order of their code list
 * @param figures how many observations there are
 */
public record LeftOut(List<Line> numbers, List<ReasonCount> byReason, int figures) {

    public LeftOut {
        numbers = List.copyOf(numbers);
        byReason = List.copyOf(byReason);
    }

    /**
     * A number that is no figure.
     *
     * @param number 1 for the first of the report
     * @param heading of its section; empty for one in the title, a heading or the attribution
     * @param sentence number of its sentence; null if it stands in none
     */
    public record Line(
            int number,
            String documentId,
            String documentName,
            String article,
            String heading,
            Span span,
            String text,
            LeftOutReason reason,
            @Nullable Integer sentence) {}

    public record ReasonCount(LeftOutReason reason, int count) {

        public String label() {
            return Labels.of(reason);
        }
    }

    /** All numbers of the sources; a range with its two ends is one. */
    public int total() {
        return figures + numbers.size();
    }

    /** The accounting in a sentence: "All 412 numbers of the sources are accounted for: 356 figures and 56 left out". */
    public String summary() {
        return "All " + FigureText.grouped(BigDecimal.valueOf(total()))
                + " numbers of the sources are accounted for: "
                + FigureText.grouped(BigDecimal.valueOf(figures)) + " figures and "
                + FigureText.grouped(BigDecimal.valueOf(numbers.size())) + " left out with their reason";
    }
}
