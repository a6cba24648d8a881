package org.fupin.report.content;

import java.util.List;
import org.fupin.observation.Region;
import org.fupin.report.YearSummary;
import org.fupin.report.YearSummary.ProvinceLine;
import org.fupin.report.YearSummary.Ranking;
import org.fupin.report.figure.Figure;
import org.fupin.report.headline.Headline;
import org.fupin.report.table.Cell;
import org.fupin.report.table.ColumnType;
import org.fupin.report.table.Layout;
import org.fupin.report.table.Table;

/** The main indicators of all provinces side by side. */
final class ProvinceTable implements ReportTable<YearSummary> {

    @Override
    public Layout<?> layout() {
        return layout(List.of());
    }

    @Override
    public Table of(YearSummary summary) {
        return layout(summary.rankings())
                .table(
                        Table.Texts.ofSheet(
                                "Headline figures by province: " + summary.title(),
                                "[x]: the province's reports state none in this unit; [z]: only as something else, such as a"
                                        + " plan. What each figure counts, its flags and its sentence stand under"
                                        + " Rankings.",
                                ""),
                        summary.provinces());
    }

    private static Layout<ProvinceLine> layout(List<Ranking> rankings) {
        Layout.Builder<ProvinceLine> layout = Layout.<ProvinceLine>ofSheet(
                        "Headlines", "Headlines", "The main indicators of all provinces side by side")
                .text("Province", 40, line -> line.region().name())
                .cell(
                        "Code",
                        ColumnType.CODE,
                        13,
                        line -> Cell.text(line.region().code()));
        for (Ranking ranking : rankings) {
            if (ranking.indicator().alwaysShown()) {
                layout.cell(
                        header(ranking),
                        ColumnType.NUMBER,
                        20,
                        line -> inUnit(headline(ranking, line.region()), unit(ranking)));
            }
        }
        return layout.build();
    }

    private static String header(Ranking ranking) {
        String unit = unit(ranking);
        return ranking.indicator().label() + (unit.equals("1") ? "" : ", " + unit);
    }

    /** The unit of the ranking's first line: the preferred one that is stated. */
    private static String unit(Ranking ranking) {
        return ranking.unit().code();
    }

    private static Headline headline(Ranking ranking, Region region) {
        return ranking.rows().stream()
                .filter(row -> row.region().equals(region))
                .findFirst()
                .orElseThrow()
                .headline();
    }

    private static Cell inUnit(Headline headline, String unit) {
        Figure figure = headline.figure();
        if (figure == null) {
            return Cells.missing(headline);
        }
        return figure.observation().quantity().unit().is(unit) ? Cell.amount(headline.value()) : Cells.NOT_AVAILABLE;
    }
}
