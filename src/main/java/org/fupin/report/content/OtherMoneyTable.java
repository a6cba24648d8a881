package org.fupin.report.content;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.fupin.observation.Observation;
import org.fupin.report.ProvinceYearReport;
import org.fupin.report.figure.Figure;
import org.fupin.report.figure.FigureText;
import org.fupin.report.figure.Flag;
import org.fupin.report.money.FundingAmount;
import org.fupin.report.money.MoneyUse;
import org.fupin.report.table.Cell;
import org.fupin.report.table.ColumnType;
import org.fupin.report.table.Layout;
import org.fupin.report.table.Table;

/** The amounts that are no money put into a programme in the year, each under its own title; none of them is added up. */
final class OtherMoneyTable implements ReportTable<ProvinceYearReport> {

    /** So many amounts of a title are on pages; the sheet has all of them. */
    private static final int MOST_OF_TITLE = 2;

    /**
     * A line.
     *
     * @param place of the amount among those of its title, from 0
     * @param where the place that it is of, or the years; empty for the province and the year reported on
     */
    private record Line(FundingAmount amount, int place, String where) {

        Figure figure() {
            return amount.figure();
        }

        /** On a page the flags have no column of their own. */
        String asStated() {
            return (figure().text() + " " + Flag.marks(figure().flags())).strip();
        }

        String itemAndWhere() {
            return where.isEmpty() ? figure().itemOrSection() : figure().itemOrSection() + " · " + where;
        }
    }

    private static final Layout<Line> LAYOUT = Layout.<Line>ofSheet(
                    "Other_money",
                    "Other money",
                    "Loans, contracts, trade, stocks, plans and what else is no money put into a programme")
            .text("Title", 40, line -> line.amount().use().label())
            .onPage(ColumnType.TEXT, 160)
            .text("Item", 54, line -> line.figure().item())
            .page("Item", ColumnType.TEXT, 190, Line::itemAndWhere)
            .cell(
                    "Amount",
                    ColumnType.NUMBER,
                    20,
                    line -> Cells.value(line.figure().observation()))
            .cell("Unit", ColumnType.CODE, 8, line -> Cells.unit(line.figure().observation()))
            .text("As stated", 30, line -> line.figure().text())
            .page("As stated", ColumnType.NUMBER, 120, Line::asStated)
            .text("Programme", 30, line -> line.amount().programme().label())
            .cell("Period", ColumnType.DATE, 13, line -> Cells.period(line.figure()))
            .cell("Figure", ColumnType.LINK, 10, line -> Cells.figure(line.figure()))
            .cell(
                    "Flags",
                    ColumnType.FLAG,
                    10,
                    line -> Cell.text(Flag.marks(line.figure().flags())))
            .pageCell("Sentence", ColumnType.LINK, 34, line -> Cells.source(line.figure()))
            .linesOnPage(line -> line.place() < MOST_OF_TITLE)
            .build();

    @Override
    public Layout<?> layout() {
        return LAYOUT;
    }

    @Override
    public Table of(ProvinceYearReport report) {
        Map<MoneyUse, Integer> places = new EnumMap<>(MoneyUse.class);
        List<Line> lines = new ArrayList<>();
        for (FundingAmount amount : report.funding().apart()) {
            lines.add(
                    new Line(amount, places.merge(amount.use(), 1, Integer::sum) - 1, where(amount.figure(), report)));
        }
        long more = lines.stream().filter(line -> line.place() >= MOST_OF_TITLE).count();
        return LAYOUT.table(
                Table.Texts.ofSheet(
                                "Other money: " + report.title(),
                                "Amounts that are stated but are no money of the year put into a programme. They are not"
                                        + " added up, and may overlap with money above. Headline figures, payers' money and"
                                        + " parts of these or of other amounts are left out.",
                                "No other money is stated")
                        .onPage(
                                MoneyTable.PART,
                                "Other money",
                                "Not added up; they may overlap with the money above. "
                                        + (more == 0
                                                ? "Headline figures are not repeated."
                                                : "The largest two of each kind; " + Phrases.number((int) more)
                                                        + " more "
                                                        + (more == 1 ? "is" : "are")
                                                        + " on the sheet Other money of the workbook. Headline figures are"
                                                        + " not repeated.")),
                lines);
    }

    private static String where(Figure figure, ProvinceYearReport report) {
        Observation observation = figure.observation();
        String place = observation.region();
        if (!place.equals(report.region().code())) {
            return figure.item().contains(place) ? "" : place;
        }
        boolean ofYear = observation.period().iso().equals(Integer.toString(report.year()));
        return ofYear ? "" : FigureText.when(observation.period());
    }
}
