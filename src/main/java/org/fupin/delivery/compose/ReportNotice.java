package org.fupin.delivery.compose;

import java.time.YearMonth;
import java.util.List;
import java.util.function.Supplier;
import org.fupin.observation.Region;

/**
 * The reports of a province and year, and what there is to say about them. All texts are plain and may come from the
 * sources: they are escaped where they are used.
 *
 * @param files that stand in the folder of the outputs now, in all formats
 * @param content asked for only when a message has to be written: most months most reports are old
 */
public record ReportNotice(Region region, int year, List<DeliveryFile> files, Supplier<Content> content) {

    public ReportNotice {
        files = List.copyOf(files);
    }

    ReportNotice with(List<DeliveryFile> others) {
        return new ReportNotice(region, year, others, content);
    }

    /**
     * What a message says.
     *
     * @param edition the month that the reports bear
     * @param vintage 1 for the first, counted up with each revision
     * @param mainPoints a few sentences, in English
     * @param headlines in the order in which they are shown; those without a figure may be left out
     * @param revised what the last revision changed, the most important first; empty in a first vintage
     */
    public record Content(
            YearMonth edition,
            int vintage,
            List<String> mainPoints,
            List<HeadlineFigure> headlines,
            CheckCounts checks,
            List<RevisedFigure> revised) {

        public Content {
            mainPoints = List.copyOf(mainPoints);
            headlines = List.copyOf(headlines);
            revised = List.copyOf(revised);
        }
    }

    /**
     * A headline figure.
     *
     * @param label "Fiscal funds"
     * @param value with its unit: "2.064 billion Yuan"
     * @param flags "[r] [e]", empty for none
     * @param remark of whom it is, and what the reading or the checks doubt of it, in words; empty for nothing
     */
    public record HeadlineFigure(String label, String value, String flags, String remark) {}

    /**
     * What the audit found.
     *
     * @param errors findings that are errors
     * @param warnings findings that are warnings
     * @param holding stated relations that hold
     * @param recomputed stated relations in all
     */
    public record CheckCounts(int errors, int warnings, int holding, int recomputed) {

        boolean any() {
            return errors + warnings + holding > 0;
        }
    }

    /**
     * A figure that another vintage changed.
     *
     * @param before with its unit, empty for a figure that was added
     * @param after with its unit, empty for a figure that was removed
     */
    public record RevisedFigure(String item, String before, String after) {}
}
