package org.fupin.delivery;

import java.time.YearMonth;
import java.util.List;
import org.fupin.observation.Region;

/**
 * What there is to say about the reports of a province and year. All texts are plain and may come from the sources: they
 * are escaped where they are used.
 *
 * @param edition the month that the reports bear
 * @param vintage 1 for the first, counted up with each revision
 * @param headlines in the order in which they are shown; those without a figure may be left out
 * @param revised what the last revision changed, the most important first; empty in a first vintage
 * @param files that stand in the folder of the outputs now, in all formats
 */
public record ReportNotice(
        Region region,
        int year,
        YearMonth edition,
        int vintage,
        List<HeadlineFigure> headlines,
        CheckCounts checks,
        List<RevisedFigure> revised,
        List<DeliveryFile> files) {

    public ReportNotice {
        headlines = List.copyOf(headlines);
        revised = List.copyOf(revised);
        files = List.copyOf(files);
    }

    /**
     * A headline figure.
     *
     * @param label "Fiscal funds"
     * @param value with its unit: "2.064 billion Yuan"
     * @param flags "[r] [e]", empty for none
     */
    public record HeadlineFigure(String label, String value, String flags) {}

    /**
     * What the audit found.
     *
     * @param errors findings that are errors
     * @param warnings findings that are warnings
     * @param holding identities that hold
     */
    public record CheckCounts(int errors, int warnings, int holding) {}

    /**
     * A figure that another vintage changed.
     *
     * @param before with its unit, empty for a figure that was added
     * @param after with its unit, empty for a figure that was removed
     */
    public record RevisedFigure(String item, String before, String after) {}
}
