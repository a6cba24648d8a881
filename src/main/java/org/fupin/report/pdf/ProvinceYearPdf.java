package org.fupin.report.pdf;

import java.io.IOException;
import java.io.OutputStream;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import net.sf.jasperreports.engine.data.JRMapCollectionDataSource;
import org.fupin.report.Checks;
import org.fupin.report.Coverage;
import org.fupin.report.FigureText;
import org.fupin.report.Flag;
import org.fupin.report.Funding;
import org.fupin.report.LeftOut;
import org.fupin.report.ProvinceYearReport;

/**
 * Writes the report on a province and year as PDF/A-1a by the template {@code templates/province-year.jrxml}. One instance
 * serves any number of reports, from any number of threads.
 */
public final class ProvinceYearPdf {

    private static final int MOST_BARS = 10;

    private final PdfTemplate template = PdfTemplate.load("province-year");
    private final Printable printable = Printable.load();

    /**
     * @throws IOException if {@code out} cannot be written to; it is not closed
     */
    public void write(ProvinceYearReport report, OutputStream out) throws IOException {
        template.write(
                printable.line(report.title()),
                printable.line(report.description()),
                report.edition(),
                firstPage(report),
                new ProvinceYearRows(report, printable).rows(),
                out);
    }

    private Map<String, Object> firstPage(ProvinceYearReport report) {
        Map<String, Object> page = new HashMap<>();
        page.put("TITLE", printable.line(report.title()));
        page.put("REGION", report.region().name());
        page.put("REGION_ZH", report.region().nameZh());
        page.put("YEAR", Integer.toString(report.year()));
        page.put("EDITION", edition(report.edition()));
        page.put("STATE", report.state());
        page.put("BASIS", basis(report));

        List<Map<String, ?>> cards = new Cards(printable).of(report.headlines());
        page.put("HAS_CARDS", !cards.isEmpty());
        page.put("CARDS", new JRMapCollectionDataSource(cards));

        Funding funding = report.funding();
        List<Funding.Bar> payers = funding.payerBars();
        List<Funding.Bar> programmes = funding.programmeBars();
        page.put("HAS_PAYERS", !payers.isEmpty());
        page.put("PAYER_BARS", bars(payers));
        page.put("PAYER_ALT", alternative("Money by payer", payers));
        page.put("PAYER_CAPTION", payerCaption(funding, payers));
        page.put("HAS_PROGRAMMES", !programmes.isEmpty());
        page.put("PROGRAMME_BARS", bars(programmes));
        page.put("PROGRAMME_ALT", alternative("Money by programme", programmes));
        page.put("PROGRAMME_CAPTION", programmeCaption(programmes));

        trust(report, page);
        page.put("LEGEND", legend(report));
        return page;
    }

    private static String payerCaption(Funding funding, List<Funding.Bar> bars) {
        if (bars.isEmpty()) {
            return "The sources do not state who pays.";
        }
        return funding.isBrokenDown()
                ? "Parts of the headline total of " + funding.total().text() + "."
                : "Each payer's headline amount in Yuan. They may overlap and do not add up.";
    }

    private static String programmeCaption(List<Funding.Bar> bars) {
        if (bars.isEmpty()) {
            return "The sources state no amounts of money by programme.";
        }
        return "The largest amount stated under each programme, in Yuan"
                + (bars.size() > MOST_BARS
                        ? "; the " + MOST_BARS + " largest of " + bars.size() + " programmes."
                        : ".");
    }

    private static void trust(ProvinceYearReport report, Map<String, Object> page) {
        Checks checks = report.checks();
        int recomputed = checks.recomputed();
        page.put("CHECKS_VALUE", recomputed == 0 ? "None" : checks.holding().size() + " of " + recomputed);
        page.put(
                "CHECKS_TEXT",
                recomputed == 0
                        ? "The sources state no sums, shares or growth rates that could be recomputed."
                        : "stated sums, shares, growth rates and other relations between figures hold when recomputed.");
        page.put("FINDINGS_VALUE", Integer.toString(checks.findings().size()));
        page.put(
                "FINDINGS_TEXT",
                checks.findings().isEmpty()
                        ? "findings: no figure of the sources is in doubt."
                        : Phrases.count(checks.errors(), "error", "errors") + " and "
                                + Phrases.count(checks.warnings(), "warning", "warnings")
                                + ", each explained in the part Checks and findings.");
        LeftOut leftOut = report.leftOut();
        page.put("NUMBERS_VALUE", Phrases.number(leftOut.total()));
        page.put(
                "NUMBERS_TEXT",
                "numbers in the sources, all accounted for: "
                        + Phrases.count(report.figures().size(), "figure", "figures") + " and "
                        + Phrases.number(leftOut.numbers().size()) + " left out with their reason.");
    }

    private static String legend(ProvinceYearReport report) {
        return "Marks in the tables: "
                + List.of(Flag.values()).stream()
                        .map(flag -> flag.mark() + " " + flag.label())
                        .collect(Collectors.joining(", "))
                + ". "
                + (report.isProvisional()
                        ? "This is a first vintage: all its figures are provisional."
                        : "Figures that changed since the vintage before are listed in the part Revisions.");
    }

    private static String basis(ProvinceYearReport report) {
        Coverage coverage = report.coverage();
        return "Made from " + Phrases.count(report.sources().files().size(), "document", "documents") + " with "
                + Phrases.count(coverage.articles(), "article", "articles") + ", "
                + Phrases.count(coverage.sentences(), "sentence", "sentences") + " and "
                + Phrases.count(report.leftOut().total(), "number", "numbers");
    }

    static String edition(YearMonth edition) {
        return "Edition of " + edition.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH) + " "
                + edition.getYear();
    }

    private static JRMapCollectionDataSource bars(List<Funding.Bar> bars) {
        return new JRMapCollectionDataSource(bars.stream()
                .limit(MOST_BARS)
                .<Map<String, ?>>map(bar -> Map.of("label", bar.label(), "amount", bar.amount()))
                .toList());
    }

    /** What the chart shows, in words, for those who cannot see it. */
    private static String alternative(String what, List<Funding.Bar> bars) {
        return "Bar chart. " + what + ": "
                + bars.stream()
                        .limit(MOST_BARS)
                        .map(bar -> bar.label() + " " + FigureText.yuan(bar.amount()))
                        .collect(Collectors.joining("; "))
                + ".";
    }
}
