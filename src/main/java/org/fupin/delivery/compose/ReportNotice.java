package org.fupin.delivery.compose;

import java.time.YearMonth;
import java.util.List;
import java.util.function.Function;
import org.fupin.delivery.recipients.BodyLanguage;
import org.fupin.observation.Region;
import org.jspecify.annotations.Nullable;

/**
 * The reports of a province and year, and what there is to say about them. All texts are plain and may come from the
 * sources: they are escaped where they are used.
 *
 * @param files that stand in the folder of the outputs now, in all formats
 * @param content in the language of the message; asked for only when a message has to be written: most months most reports are old
 */
public record ReportNotice(Region region, int year, List<DeliveryFile> files, Function<BodyLanguage, Content> content) {

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
     * @param vintage 1 for the first, counted up with each edition
     * @param provisional whether the province has not revised its report
     * @param doubt how many figures of the report are doubtful; empty for nothing
     * @param headlines in the order in which they are shown
     * @param worst null if all checks hold
     * @param revised what the last files of the province changed, the most important first; empty while it is provisional
     * @param reread what a newer program read otherwise, and whether that made the edition
     * @param corrected what people corrected of the reading
     */
    public record Content(
            YearMonth edition,
            int vintage,
            boolean provisional,
            String doubt,
            List<HeadlineFigure> headlines,
            CheckCounts checks,
            @Nullable WorstFinding worst,
            List<RevisedFigure> revised,
            Reread reread,
            List<CorrectedFigure> corrected) {

        public Content {
            headlines = List.copyOf(headlines);
            revised = List.copyOf(revised);
            corrected = List.copyOf(corrected);
        }

        /** One that nobody corrected, and that was read once. */
        public Content(
                YearMonth edition,
                int vintage,
                String doubt,
                List<HeadlineFigure> headlines,
                CheckCounts checks,
                @Nullable WorstFinding worst,
                List<RevisedFigure> revised) {
            this(edition, vintage, vintage == 1, doubt, headlines, checks, worst, revised, Reread.NONE, List.of());
        }
    }

    /**
     * A headline figure.
     *
     * @param indicator its code, such as {@code funds}
     * @param label "Fiscal funds"
     * @param value with its unit: "2.064 billion Yuan"; empty where no figure is shown
     * @param flags "[r] [e]", or why no figure is shown; empty for none
     * @param change that the source states; empty for none
     * @param before the figure of the year before; empty for none
     * @param remarks of whom it is, and what the reading or the checks doubt of it, in words without a full stop
     * @param address of the figure in its page, relative to the folder of the outputs; empty for none
     */
    public record HeadlineFigure(
            String indicator,
            String label,
            String value,
            String flags,
            String change,
            String before,
            List<String> remarks,
            String address) {

        public HeadlineFigure {
            remarks = List.copyOf(remarks);
        }
    }

    /**
     * The finding that matters most.
     *
     * @param message in words
     * @param address of its first figure, as that of a headline
     */
    public record WorstFinding(String message, String address) {}

    /**
     * What the audit found.
     *
     * @param errors findings that are errors
     * @param warnings findings that are warnings
     * @param holding identities that hold
     */
    public record CheckCounts(int errors, int warnings, int holding) {

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

    /**
     * What a newer program read otherwise in the same files.
     *
     * @param isReason whether that made the edition: then the province has revised nothing for it
     */
    public record Reread(boolean isReason, List<RevisedFigure> figures) {

        public static final Reread NONE = new Reread(false, List.of());

        public Reread {
            figures = List.copyOf(figures);
        }
    }

    /**
     * A figure that a person corrected.
     *
     * @param figure what it is and how much: "Funds: 1.2 billion Yuan"; of one that is none any more, as it is written
     * @param corrected what is another now: "payer: Central government"
     * @param read what the program had read, as {@code corrected}
     */
    public record CorrectedFigure(String figure, String corrected, String read) {}
}
