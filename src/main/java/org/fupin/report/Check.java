package org.fupin.report;

import java.util.List;
import org.fupin.observation.finding.FindingRule;
import org.fupin.observation.finding.Severity;
import org.fupin.report.figure.Figure;
import org.jspecify.annotations.Nullable;

/**
 * The outcome of one check of the stated figures.
 *
 * @param number 1 for the first of the report
 * @param holds true for an identity that holds
 * @param figures those involved; the total, level or whole first
 * @param stated what the source says, for people
 * @param expected what follows from the other figures, for people
 * @param message that a person can read without the source at hand
 * @param recomputation the arithmetic done again; null where there is none
 */
public record Check(
        int number,
        FindingRule rule,
        Severity severity,
        boolean holds,
        List<Figure> figures,
        String stated,
        String expected,
        String message,
        @Nullable Recomputation recomputation) {

    public Check {
        figures = List.copyOf(figures);
    }

    /** {@code holds}, {@code error} or {@code warning}. */
    public String outcome() {
        return holds ? "holds" : severity.code();
    }
}
