package org.fupin.report.content;

import java.util.ArrayList;
import java.util.List;
import org.fupin.report.ProvinceYearReport;
import org.fupin.report.figure.Flag;
import org.fupin.report.headline.Headline;
import org.fupin.report.table.ColumnType;
import org.fupin.report.table.Layout;
import org.fupin.report.table.Table;

/** The headline figures of the latest years side by side. */
final class YearsTable implements ReportTable<ProvinceYearReport> {

    /** As many columns of years as a page is wide. */
    private static final int YEARS = 4;

    @Override
    public Layout<?> layout() {
        return layout(List.of(), 0);
    }

    @Override
    public Table of(ProvinceYearReport report) {
        List<Integer> years = new ArrayList<>(report.earlierYears());
        years.add(report.year());
        List<Integer> latest = years.subList(Math.max(0, years.size() - YEARS), years.size());
        return layout(latest, report.year())
                .table(
                        Table.Texts.ofPage(
                                new Table.Part(
                                        "Over the years",
                                        "Each year's figure is the one that the report on that year states. [b]: not"
                                                + " comparable with that of " + report.year() + "."),
                                "",
                                ""),
                        latest.size() < 2
                                ? List.of()
                                : report.headlines().stream()
                                        .filter(headline -> isStatedIn(headline, latest))
                                        .toList());
    }

    private static boolean isStatedIn(Headline headline, List<Integer> years) {
        return headline.isAvailable()
                || headline.earlier().stream().anyMatch(then -> then.figure() != null && years.contains(then.year()));
    }

    /** The years stand in the last columns, so that the report's own year always stands at the edge. */
    private static Layout<Headline> layout(List<Integer> years, int year) {
        Layout.Builder<Headline> layout = Layout.<Headline>ofPage("Years")
                .page("Indicator", ColumnType.TEXT, 144, h -> h.indicator().label());
        for (int i = 0; i < YEARS; i++) {
            int at = i - (YEARS - years.size());
            layout.page(
                    at < 0 ? "" : String.valueOf(years.get(at)),
                    ColumnType.NUMBER,
                    90,
                    h -> at < 0 ? "" : ofYear(h, years.get(at), year));
        }
        return layout.strong().strongLines(h -> true).build();
    }

    private static String ofYear(Headline headline, int year, int own) {
        if (year == own) {
            return headline.isAvailable() ? headline.text() : "–";
        }
        return headline.earlier().stream()
                .filter(then -> then.year() == year && then.figure() != null)
                .map(then -> headline.text(then) + (headline.difference(then).isEmpty() ? "" : " " + Flag.BREAK.mark()))
                .findFirst()
                .orElse("–");
    }
}
