package org.fupin.report.pdf;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import net.sf.jasperreports.engine.data.JRMapCollectionDataSource;
import org.fupin.observation.Lazy;
import org.fupin.observation.Unit;
import org.fupin.report.Coverage;
import org.fupin.report.Publisher;
import org.fupin.report.YearSummary;
import org.fupin.report.content.YearSummaryTables;
import org.fupin.report.figure.Figure;
import org.fupin.report.figure.FigureText;
import org.fupin.report.headline.Indicator;
import org.fupin.report.money.Funding;

/**
 * Writes the summary of a year over all provinces as PDF/A-1a and PDF/UA-1 by the template {@code templates/year-summary.jrxml}. One
 * instance serves any number of summaries, from any number of threads.
 */
public final class YearSummaryPdf {

    private static final int CHARTS = 4;
    private static final int MOST_BARS = 16;

    /** As many bars as the low charts have places; the high ones have at least as many as the second number. */
    private static final int FEW_BARS = 5;

    private static final int FEWEST_PLACES = 10;

    private static final Lazy<PdfTemplate> TEMPLATE = new Lazy<>(() -> PdfTemplate.load("year-summary"));

    private final PdfTemplate template = TEMPLATE.get();
    private final Glyphs glyphs = Glyphs.load();

    /**
     * @throws IOException if {@code out} cannot be written to; it is not closed
     */
    public void write(YearSummary summary, Publisher publisher, OutputStream out) throws IOException {
        template.write(
                glyphs.line(summary.title()),
                glyphs.line(summary.description()),
                summary.edition(),
                firstPage(summary, publisher),
                PageRows.of(YearSummaryTables.of(summary), glyphs, ""),
                out);
    }

    private Map<String, Object> firstPage(YearSummary summary, Publisher publisher) {
        Map<String, Object> page = new HashMap<>();
        int provinces = summary.provinces().size();
        Coverage coverage = summary.coverage();
        page.put("TITLE", glyphs.line(summary.title()));
        page.put("YEAR", Integer.toString(summary.year()));
        page.put(
                "EDITION",
                (summary.past() ? "Past editions, not the newest: " : "") + Phrases.edition(summary.edition()));
        page.put("STATE", Phrases.count(provinces, "province", "provinces"));
        page.put("BASIS", Phrases.basis(coverage));
        List<YearSummary.Ranking> rankings = charted(summary);
        boolean few = rankings.stream().allMatch(ranking -> bars(ranking).size() <= FEW_BARS);
        page.put("SHORT_CHARTS", few);
        for (int i = 0; i < rankings.size(); i++) {
            chart("CHART" + (i + 1), rankings.get(i), few ? FEW_BARS : FEWEST_PLACES, page);
        }
        page.putAll(Phrases.trust(coverage, "the errors explained in the part Findings"));
        page.put(
                "LEGEND",
                notCharted(rankings)
                        + "Provinces define and delimit their figures differently: a rank orders what is stated, it does not measure"
                        + " performance. " + Phrases.marks()
                        + (summary.reading().isEmpty() ? "" : " " + glyphs.line(summary.reading()) + ".")
                        + (publisher.isKnown() ? " " + glyphs.line(publisher.inWords()) : ""));
        return page;
    }

    /**
     * The indicators that most provinces state: one of money, two of poverty and income, one of people and places reached;
     * what a group lacks, others fill.
     */
    private static List<YearSummary.Ranking> charted(YearSummary summary) {
        List<YearSummary.Ranking> byAvailability = summary.rankings().stream()
                .filter(ranking -> bars(ranking).size() > 1)
                .sorted(Comparator.comparingInt(
                                (YearSummary.Ranking ranking) -> bars(ranking).size())
                        .reversed()
                        .thenComparing(YearSummary.Ranking::indicator))
                .toList();
        List<YearSummary.Ranking> charted = new ArrayList<>();
        for (Indicator.Group group : Indicator.Group.values()) {
            byAvailability.stream()
                    .filter(ranking -> ranking.indicator().group() == group)
                    .limit(group == Indicator.Group.POVERTY ? 2 : 1)
                    .forEach(charted::add);
        }
        byAvailability.stream()
                .filter(ranking -> !charted.contains(ranking))
                .limit(CHARTS - charted.size())
                .forEach(charted::add);
        charted.sort(Comparator.comparing(YearSummary.Ranking::indicator));
        return charted;
    }

    private static void chart(String name, YearSummary.Ranking ranking, int places, Map<String, Object> page) {
        List<Funding.Bar> bars = bars(ranking);
        Unit unit = ranking.unit();
        String what = unit.is("CNY") ? "Yuan" : unit.is("1") ? "Number" : capital(unit.label());
        page.put(name + "_TITLE", ranking.indicator().label());
        page.put(
                name + "_CAPTION",
                what + "; "
                        + (bars.size() > MOST_BARS ? "the " + MOST_BARS + " largest of " : "")
                        + (bars.size() < ranking.available()
                                ? bars.size() + " of the " + ranking.available() + " provinces that state it"
                                : Phrases.count(bars.size(), "province", "provinces")));
        page.put(
                name + "_ALT",
                "Bar chart. " + ranking.indicator().label() + " by province, " + what + ": "
                        + bars.stream()
                                .limit(MOST_BARS)
                                .map(bar -> bar.label() + " " + bar.text())
                                .collect(Collectors.joining("; "))
                        + ".");
        page.put(name + "_BARS", bars(bars, places));
    }

    /** Who states something of another kind than the bars of a chart, with that: "Not charted, as of another kind: ...". */
    private String notCharted(List<YearSummary.Ranking> rankings) {
        String apart = rankings.stream()
                .filter(ranking -> !ranking.apart().isEmpty())
                .map(ranking -> ranking.indicator().label() + " (charted: "
                        + FigureText.lower(ranking.rows().get(0).group()) + "): "
                        + ranking.apart().stream()
                                .map(row -> row.region().shortName())
                                .collect(Collectors.joining(", ")))
                .collect(Collectors.joining("; "));
        return apart.isEmpty() ? "" : "Not in a chart, as they state another kind: " + glyphs.line(apart) + ". ";
    }

    private static String capital(String label) {
        return label.substring(0, 1).toUpperCase(Locale.ROOT) + label.substring(1);
    }

    private static JRMapCollectionDataSource bars(List<Funding.Bar> bars, int places) {
        List<Map<String, ?>> rows = new ArrayList<>();
        for (int i = 0; i < Math.min(MOST_BARS, Math.max(bars.size(), places)); i++) {
            Map<String, Object> row = new HashMap<>();
            row.put("label", i < bars.size() ? bars.get(i).label() : " ".repeat(i + 1));
            row.put("text", i < bars.size() ? bars.get(i).text() : "");
            row.put("amount", i < bars.size() ? bars.get(i).amount() : null);
            rows.add(row);
        }
        return new JRMapCollectionDataSource(rows);
    }

    /** The provinces whose figures can be compared with the first, largest first. */
    private static List<Funding.Bar> bars(YearSummary.Ranking ranking) {
        Unit unit = ranking.unit();
        List<Funding.Bar> bars = new ArrayList<>();
        for (YearSummary.Rank row : ranking.rows()) {
            Figure figure = row.headline().figure();
            if (figure != null
                    && row.main()
                    && figure.observation().quantity().unit().equals(unit)
                    && figure.observation().quantity().value() != null) {
                bars.add(new Funding.Bar(
                        row.region().shortName(),
                        figure.observation().quantity().value(),
                        figure.observation().qualifier()));
            }
        }
        return bars;
    }
}
