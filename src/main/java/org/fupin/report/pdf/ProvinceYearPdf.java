package org.fupin.report.pdf;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.sf.jasperreports.engine.data.JRMapCollectionDataSource;
import org.fupin.observation.Lazy;
import org.fupin.report.ProvinceYearReport;
import org.fupin.report.Publisher;
import org.fupin.report.content.ProvinceYearTables;
import org.fupin.report.headline.HeadlineStatus;
import org.fupin.report.money.Funding;

/**
 * Writes the report on a province and year as PDF/A-1a and PDF/UA-1 by the template {@code templates/province-year.jrxml}. One instance
 * serves any number of reports, from any number of threads.
 */
public final class ProvinceYearPdf {

    private static final int MOST_BARS = 10;

    /** Of a chart, so that few bars stand close together at its top. */
    private static final int FEWEST_PLACES = 7;

    private static final Lazy<PdfTemplate> TEMPLATE = new Lazy<>(() -> PdfTemplate.load("province-year"));

    private final PdfTemplate template = TEMPLATE.get();
    private final Glyphs glyphs = Glyphs.load();

    /**
     * @param publisher also tells whether it lists all figures, sentences and numbers left out
     * @throws IOException if {@code out} cannot be written to; it is not closed
     */
    public void write(ProvinceYearReport report, Publisher publisher, OutputStream out) throws IOException {
        template.write(
                glyphs.line(report.title()),
                glyphs.line(report.description()),
                report.edition(),
                firstPage(report, publisher),
                PageRows.of(ProvinceYearTables.ofPages(report, publisher.completePdf()), glyphs, report.pageName()),
                out);
    }

    private Map<String, Object> firstPage(ProvinceYearReport report, Publisher publisher) {
        Map<String, Object> page = new HashMap<>();
        page.put("TITLE", glyphs.line(report.title()));
        page.put("REGION", glyphs.line(report.heading()));
        page.put("REGION_ZH", report.region().nameZh());
        page.put("YEAR", Integer.toString(report.year()));
        page.put(
                "EDITION",
                report.isPast()
                        ? "Past edition, not the newest: " + Phrases.edition(report.edition())
                        : Phrases.edition(report.edition()));
        page.put("STATE", report.state());
        page.put(
                "BASIS",
                Phrases.count(report.sources().files().size(), "document", "documents") + ", "
                        + Phrases.basis(report.coverage()));

        List<Map<String, ?>> cards = new Cards(glyphs, report.pageName()).of(report.headlines());
        page.put("HAS_CARDS", !cards.isEmpty());
        page.put("NO_CARDS", withoutCards(report));
        page.put("CARDS", new JRMapCollectionDataSource(cards));

        Funding funding = report.funding();
        List<Funding.Bar> payers = funding.payerBars();
        List<Funding.Bar> programmes = funding.useBars();
        // Both charts get as many places, so that their bars stand on the same lines and at the top.
        int most = Math.max(payers.size(), programmes.size());
        int places = Math.min(MOST_BARS, Math.max(FEWEST_PLACES, most));
        page.put("HAS_PAYERS", !payers.isEmpty());
        page.put("PAYER_BARS", bars(payers, places));
        page.put("PAYER_ALT", alternative("Money by payer", payers));
        page.put("PAYER_CAPTION", payerCaption(funding, payers));
        page.put("HAS_PROGRAMMES", !programmes.isEmpty());
        page.put("PROGRAMME_BARS", bars(programmes, places));
        page.put("PROGRAMME_ALT", alternative("Money by programme", programmes));
        page.put("PROGRAMME_CAPTION", programmeCaption(funding, programmes));

        page.putAll(Phrases.trust(report.coverage(), "explained in the part Checks and findings"));
        long doubtful = report.doubtful();
        page.put(
                "DOUBT_VALUE",
                Phrases.number((int) doubtful) + " of "
                        + Phrases.number(report.figures().size()));
        page.put("DOUBT_TEXT", "figures are doubtful: the program had to guess a part of what they mean.");
        page.put("LEGEND", glyphs.line((legend(report) + " " + publisher.inWords()).strip()));
        return page;
    }

    private static String payerCaption(Funding funding, List<Funding.Bar> bars) {
        if (bars.isEmpty()) {
            return funding.amounts().stream()
                            .anyMatch(amount -> amount.figure().observation().source() != null)
                    ? "The sources state no payer's money of the year as a whole."
                    : "The sources do not state who pays.";
        }
        if (funding.isBrokenDown()) {
            return "Parts of the headline total of " + funding.total().text() + ".";
        }
        String overlap = bars.size() == 1
                ? ""
                : funding.hasPayerOverTotal()
                        ? " The amounts do not add up; one over the headline total is no part of it."
                        : " The amounts may overlap and do not add up.";
        return (funding.hasOnePayer()
                        ? "The headline total is stated as the money of one payer; amounts in Yuan."
                        : "Each payer's headline amount in Yuan.")
                + overlap;
    }

    private static String programmeCaption(Funding funding, List<Funding.Bar> bars) {
        if (bars.isEmpty()) {
            return funding.amounts().isEmpty()
                    ? "The sources state no amounts of money."
                    : "The sources state no money of the year for one programme.";
        }
        String overTotal = funding.overTotalNote();
        return "The largest single amount of the year stated for each programme, in Yuan"
                + (bars.size() > MOST_BARS ? "; the " + MOST_BARS + " largest of " + bars.size() + "." : ".")
                + (funding.hasCredit() ? " Credit: interest subsidies and the like, no loans." : "")
                + (overTotal.isEmpty() ? "" : " " + overTotal);
    }

    /** What stands in place of the cards; the table of headlines tells what is stated instead. */
    private static String withoutCards(ProvinceYearReport report) {
        long other = report.headlines().stream()
                .filter(headline ->
                        headline.status() == HeadlineStatus.ONLY_OTHER || headline.status() == HeadlineStatus.SEVERAL)
                .count();
        return other == 0
                ? "The sources state none of the headline figures."
                : "None of the headline figures can be given as one figure of the province and year; "
                        + (other == 1 ? "one is" : other + " are")
                        + " stated as something else, see the part Headline figures.";
    }

    private static String legend(ProvinceYearReport report) {
        String headlines = report.doubtfulHeadlines();
        return report.reading() + ". " + (headlines.isEmpty() ? "" : headlines + ". ")
                + report.leftOut().summary() + ". " + Phrases.marks() + " "
                + (report.isProvisional()
                        ? "The report has not been revised: all its figures are provisional."
                        : "The workbook lists what the province changed last.")
                + sentence(report.origin().isReading() ? report.origin().reason() : "")
                + sentence(report.origin().isReading() ? report.origin().rereadFigures() : "")
                + sentence(report.standing());
    }

    private static String sentence(String text) {
        return text.isEmpty() ? "" : " " + text + ".";
    }

    private static JRMapCollectionDataSource bars(List<Funding.Bar> bars, int places) {
        List<Map<String, ?>> rows = new ArrayList<>();
        for (int i = 0; i < places; i++) {
            Map<String, Object> row = new HashMap<>();
            // Categories are told apart by their names: the empty ones differ in blanks.
            row.put("label", i < bars.size() ? bars.get(i).label() : " ".repeat(i + 1));
            row.put("text", i < bars.size() ? bars.get(i).text() : "");
            row.put("amount", i < bars.size() ? bars.get(i).amount() : null);
            rows.add(row);
        }
        return new JRMapCollectionDataSource(rows);
    }

    private static String alternative(String what, List<Funding.Bar> bars) {
        return Funding.Bar.inWords(what, bars.subList(0, Math.min(MOST_BARS, bars.size())));
    }
}
