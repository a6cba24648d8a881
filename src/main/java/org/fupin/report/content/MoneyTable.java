package org.fupin.report.content;

import java.math.BigDecimal;
import java.util.List;
import org.fupin.observation.Observation;
import org.fupin.report.ProvinceYearReport;
import org.fupin.report.figure.Flag;
import org.fupin.report.figure.Labels;
import org.fupin.report.money.Funding;
import org.fupin.report.money.FundingAmount;
import org.fupin.report.table.Cell;
import org.fupin.report.table.Chart;
import org.fupin.report.table.ColumnType;
import org.fupin.report.table.Layout;
import org.fupin.report.table.Table;

/** Every amount of money: the formulas of the other tables of money add up this one. */
final class MoneyTable implements ReportTable<ProvinceYearReport> {

    static final String YUAN = "CNY";

    static final Table.Part PART = new Table.Part(
            "Money",
            "Each amount is counted once: no part beside its total, no total stated again, no base of a percentage. Loans,"
                    + " contracts, trade, stocks and plans stand apart. Every amount that the sources state, with what it is,"
                    + " is on the sheet Funding detail of the workbook.");

    private static final Layout<FundingAmount> LAYOUT = Layout.<FundingAmount>ofSheet(
                    "Funding_detail", "Funding detail", "Every amount of money, and which sums count it")
            .cell("Figure", ColumnType.LINK, 10, a -> Cells.figure(a.figure()))
            .text("Programme", 30, a -> a.programme().label())
            .text("Item", 54, a -> a.figure().item())
            .text("Payer", 30, a -> Labels.payer(a.figure().observation().source()))
            .cell("Amount", ColumnType.NUMBER, 20, a -> Cells.value(a.figure().observation()))
            .cell("Unit", ColumnType.CODE, 8, a -> Cells.unit(a.figure().observation()))
            .cell(
                    "Per",
                    ColumnType.CODE,
                    11,
                    a -> Cell.code(a.figure().observation().per()))
            .cell("Part of", ColumnType.LINK, 10, a -> a.partOf() == null ? Cell.EMPTY : Cells.figureNumber(a.partOf()))
            .cell("Level", ColumnType.COUNT, 8, a -> Cell.whole(a.level()))
            .cell(
                    "Adds up",
                    ColumnType.FLAG,
                    10,
                    a -> Cell.yesNo(addsUp(a.figure().observation())))
            .cell("In total", ColumnType.FLAG, 10, a -> Cell.yesNo(a.inTotal()))
            .cell("Counted", ColumnType.FLAG, 11, a -> Cell.yesNo(a.inProgramme()))
            .text("Why not counted", 34, FundingAmount::reason)
            .text("Title", 34, a -> a.use().label())
            .cell(
                    "Flags",
                    ColumnType.FLAG,
                    10,
                    a -> Cell.text(Flag.marks(a.figure().flags())))
            .build();

    @Override
    public Layout<?> layout() {
        return LAYOUT;
    }

    @Override
    public Table of(ProvinceYearReport report) {
        return LAYOUT.table(
                Table.Texts.ofSheet(
                        "Amounts of money: " + report.title(),
                        "Every amount that the sources state. In total: a part of the headline total. "
                                + "Counted: in the sum of its programme; if not, Title says what it is. Adds up: in Yuan and not"
                                + " per unit.",
                        "No amount of money is stated"),
                report.funding().amounts());
    }

    private static boolean addsUp(Observation observation) {
        return observation.quantity().unit().is(YUAN)
                && observation.per() == null
                && !observation.quantity().isRange();
    }

    /** The table with a chart of its first lines; none for a single bar, which compares nothing. */
    static Table charted(
            Table table, String title, String names, String amounts, int bars, List<Funding.Bar> expected) {
        if (bars < 2) {
            return table;
        }
        BigDecimal largest = expected.stream()
                .map(Funding.Bar::amount)
                .max(BigDecimal::compareTo)
                .orElse(BigDecimal.ZERO);
        return table.with(new Chart(
                title,
                Funding.Bar.inWords(title, expected.subList(0, Math.min(bars, expected.size()))),
                table.code(),
                names,
                amounts,
                1,
                bars,
                largest,
                "Yuan"));
    }
}
