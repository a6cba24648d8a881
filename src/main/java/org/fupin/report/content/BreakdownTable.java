package org.fupin.report.content;

import java.math.BigDecimal;
import org.fupin.report.ProvinceYearReport;
import org.fupin.report.figure.Flag;
import org.fupin.report.money.Funding;
import org.fupin.report.table.Cell;
import org.fupin.report.table.ColumnType;
import org.fupin.report.table.Layout;
import org.fupin.report.table.Table;

/** Every stated total of money against the sum of its parts. */
final class BreakdownTable implements ReportTable<ProvinceYearReport> {

    private static final String PARTS = "{Funding_detail.part_of},{figure},{Funding_detail.adds_up},\"yes\")";

    private static final Layout<Funding.Breakdown> LAYOUT = Layout.<Funding.Breakdown>ofSheet(
                    "Breakdowns", "Breakdowns", "Every stated total of money against the sum of its parts")
            .cell("Figure", ColumnType.LINK, 10, b -> Cells.figure(b.total()))
            .text("Programme", 30, b -> b.total().programme().label())
            .text("Item", 54, b -> b.total().item())
            .cell(
                    "Stated total",
                    ColumnType.NUMBER,
                    20,
                    b -> Cells.value(b.total().observation()))
            .cell(
                    "Sum of parts",
                    ColumnType.NUMBER,
                    20,
                    b -> Cell.formula("SUMIFS({Funding_detail.amount}," + PARTS, b.sum()))
            .cell(
                    "Difference",
                    ColumnType.NUMBER,
                    18,
                    b -> Cell.formula("{stated_total}-{sum_of_parts}", b.difference()))
            .cell("Percent difference", ColumnType.PERCENT, 13, BreakdownTable::percent)
            .cell("Unit", ColumnType.CODE, 8, b -> new Cell.Text(MoneyTable.YUAN))
            .cell(
                    "Parts",
                    ColumnType.COUNT,
                    8,
                    b -> Cell.formula(
                            "COUNTIFS(" + PARTS, BigDecimal.valueOf(b.parts().size())))
            .cell(
                    "Flags",
                    ColumnType.FLAG,
                    10,
                    b -> Cell.text(Flag.marks(b.total().flags())))
            .text("As stated", 30, b -> b.total().text())
            .build();

    @Override
    public Layout<?> layout() {
        return LAYOUT;
    }

    @Override
    public Table of(ProvinceYearReport report) {
        return LAYOUT.table(
                Table.Texts.ofSheet(
                        "Stated totals and the sums of their parts: " + report.title(),
                        "A difference need not be an error: sources often list only some of the parts. The sheet Checks"
                                + " judges the lists that claim to be complete.",
                        "No amount is broken down"),
                report.funding().breakdowns());
    }

    private static Cell percent(Funding.Breakdown breakdown) {
        BigDecimal total = breakdown.total().observation().quantity().value();
        return total.signum() == 0
                ? Cell.EMPTY
                : Cell.percentage("{difference}/{stated_total}*100", breakdown.difference(), total);
    }
}
