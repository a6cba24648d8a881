package org.fupin.report.pdf;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.fupin.observation.Severity;
import org.fupin.report.Check;
import org.fupin.report.Coverage;
import org.fupin.report.Figure;
import org.fupin.report.Flag;
import org.fupin.report.Headline;
import org.fupin.report.YearSummary;
import org.jspecify.annotations.Nullable;

/** What the summary of a year says after its first page. */
final class YearSummaryRows {

    private final YearSummary summary;
    private final Flow flow;

    YearSummaryRows(YearSummary summary, Glyphs glyphs) {
        this.summary = summary;
        this.flow = new Flow(glyphs);
    }

    List<Map<String, ?>> rows() {
        rankings();
        coverage();
        findings();
        NoteRows.add(summary.notes(), flow);
        return flow.rows();
    }

    private void rankings() {
        flow.part(
                "Rankings",
                "Each indicator that at least one province states, largest first. Ranks are among figures of the same people or"
                        + " money and one unit; [d] marks those of another kind than the first. A sentence's number is that of the"
                        + " province's own report.");
        for (YearSummary.Ranking ranking : summary.rankings()) {
            flow.table(
                    "ranking",
                    ranking.indicator().label(),
                    "Stated by " + ranking.available() + " of "
                            + Phrases.count(ranking.rows().size(), "province.", "provinces."));
            for (YearSummary.Rank rank : ranking.rows()) {
                if (rank.headline().isAvailable()) {
                    rank(rank);
                }
            }
            String absent = ranking.rows().stream()
                    .filter(rank -> !rank.headline().isAvailable())
                    .map(rank -> rank.region().shortName())
                    .collect(Collectors.joining(", "));
            if (!absent.isEmpty()) {
                flow.row("detail", "Not stated " + Flag.NOT_AVAILABLE.mark() + ": " + absent);
            }
        }
    }

    private void rank(YearSummary.Rank rank) {
        Headline headline = rank.headline();
        Figure figure = headline.figure();
        String marks = Flag.marks(
                rank.flags().stream().filter(flag -> flag != Flag.PROVISIONAL).toList());
        flow.row(
                "count", rank.rank(),
                "label", rank.region().name(),
                "value", headline.text(),
                "value2", headline.change() == null ? null : headline.change().text(),
                "note",
                        Phrases.join(
                                "; ",
                                Phrases.join("; ", headline.remarks()),
                                Phrases.otherPeriod(headline, summary.year()),
                                marks),
                "sentences",
                        figure.sentence() == null
                                ? null
                                : Integer.toString(figure.sentence().number()));
    }

    private void coverage() {
        flow.part("Coverage", "What the reports of each province hold, and how the arithmetic in them turned out.");
        flow.table("coverage", "", "");
        for (YearSummary.ProvinceLine line : summary.provinces()) {
            coverage(
                    line.region().name(),
                    line.vintage() == 1 ? "1, provisional" : line.vintage() + ", revised",
                    line.coverage(),
                    null);
        }
        if (summary.provinces().size() > 1) {
            coverage("All", "", summary.coverage(), "yes");
        }
    }

    private void coverage(String label, String vintage, Coverage coverage, @Nullable String strong) {
        flow.row(
                "label", label,
                "note", vintage,
                "count", coverage.articles(),
                "count2", coverage.sentences(),
                "count3", coverage.figures(),
                "count4", coverage.leftOut(),
                "value",
                        coverage.checksRecomputed() == 0
                                ? "–"
                                : coverage.checksHolding() + " of " + coverage.checksRecomputed(),
                "value2", Integer.toString(coverage.errors()),
                "value3", Integer.toString(coverage.warnings()),
                "strong", strong);
    }

    private void findings() {
        flow.part(
                "Findings",
                "The errors: stated figures that cannot all be right. Warnings stand in the report of each province,"
                        + " which gives the numbers below to its findings.");
        flow.table("finding", "", "");
        for (YearSummary.ProvinceLine line : summary.provinces()) {
            List<Check> errors = line.findings().stream()
                    .filter(check -> check.severity() == Severity.ERROR)
                    .toList();
            for (Check check : errors) {
                flow.row(
                        "label", check == errors.get(0) ? line.region().shortName() : null,
                        "number", check.number(),
                        "detail", check.message(),
                        "stated", check.stated(),
                        "expected", check.expected());
            }
        }
    }
}
