package org.fupin.report.content;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.fupin.report.YearSummary;
import org.fupin.report.YearSummary.Rank;
import org.fupin.report.YearSummary.Ranking;
import org.fupin.report.figure.FigureText;
import org.fupin.report.headline.Indicator;
import org.fupin.report.table.Cell;
import org.fupin.report.table.Chart;
import org.fupin.report.table.ColumnType;
import org.fupin.report.table.Layout;
import org.fupin.report.table.Table;

/** Provinces by the main indicators, as charts. */
final class ChartTable implements ReportTable<YearSummary> {

    private static final List<Indicator> CHARTED =
            List.of(Indicator.FUNDS, Indicator.POVERTY_REDUCED, Indicator.POOR_POPULATION, Indicator.INCOME);

    /** @param firstLine of the rankings */
    private record Line(Ranking ranking, int firstLine, int bars) {}

    private static final Layout<Line> LAYOUT = Layout.<Line>ofSheet(
                    "Charted", "Charts", "Provinces by the main indicators, as charts")
            .text("Chart", 60, line -> line.ranking().indicator().label())
            .cell("Provinces shown", ColumnType.COUNT, 14, line -> Cell.whole(line.bars()))
            .cell(
                    "Unit",
                    ColumnType.CODE,
                    13,
                    line -> Cell.text(line.ranking().unit().code()))
            .cell(
                    "Data",
                    ColumnType.LINK,
                    16,
                    line -> new Cell.Linked(new Cell.Text("Rankings"), RankingTable.CODE, line.firstLine()))
            .build();

    @Override
    public Layout<?> layout() {
        return LAYOUT;
    }

    @Override
    public Table of(YearSummary summary) {
        List<RankingTable.Line> ranks = RankingTable.lines(summary);
        List<Line> lines = new ArrayList<>();
        for (Indicator indicator : CHARTED) {
            Ranking ranking = summary.ranking(indicator);
            if (ranking != null) {
                int bars = (int) ranking.rows().stream().filter(Rank::main).count();
                if (bars > 1) {
                    lines.add(new Line(ranking, first(ranks, ranking) + 1, bars));
                }
            }
        }
        return LAYOUT.table(
                        Table.Texts.ofSheet(
                                "Charts: " + summary.title(),
                                "Each chart shows the provinces whose figures can be compared, in the order of the sheet"
                                        + " Rankings.",
                                "Fewer than two provinces state any charted indicator"),
                        lines)
                .with(lines.stream().map(ChartTable::chart).toList());
    }

    private static Chart chart(Line line) {
        return new Chart(
                line.ranking().indicator().label(),
                inWords(line.ranking()),
                RankingTable.CODE,
                "province",
                "value",
                line.firstLine(),
                line.firstLine() + line.bars() - 1,
                line.ranking().rows().get(0).headline().value(),
                line.ranking().unit().label());
    }

    private static String inWords(Ranking ranking) {
        return "Bar chart. " + ranking.indicator().label() + " by province: "
                + ranking.rows().stream()
                        .filter(Rank::main)
                        .map(row -> row.region().shortName() + " "
                                + FigureText.charted(row.headline().value()))
                        .collect(Collectors.joining("; "))
                + (ranking.unit().label().isEmpty()
                        ? "."
                        : ", in " + ranking.unit().label() + ".");
    }

    private static int first(List<RankingTable.Line> ranks, Ranking ranking) {
        int at = 0;
        while (ranks.get(at).ranking() != ranking) {
            at++;
        }
        return at;
    }
}
