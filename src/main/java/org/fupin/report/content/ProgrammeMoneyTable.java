package org.fupin.report.content;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.fupin.report.ProvinceYearReport;
import org.fupin.report.figure.Flag;
import org.fupin.report.money.Funding;
import org.fupin.report.table.Cell;
import org.fupin.report.table.ColumnType;
import org.fupin.report.table.Layout;
import org.fupin.report.table.Table;

/** The money stated in the sections of each programme. */
final class ProgrammeMoneyTable implements ReportTable<ProvinceYearReport> {

    private static final String OF_PROGRAMME =
            "{Funding_detail.programme},{programme},{Funding_detail.counted},\"yes\")";

    private static final Layout<Funding.ProgrammeLine> LAYOUT = Layout.<Funding.ProgrammeLine>ofSheet(
                    "Funding_by_programme", "Funding by programme", "Money of the year put into each programme")
            .text("Programme", 34, line -> line.programme().label())
            .onPage(ColumnType.TEXT, 170)
            .cell("Largest stated amount", ColumnType.NUMBER, 20, line -> Cell.amount(line.largestAmount()))
            .page(
                    "Largest amount",
                    ColumnType.NUMBER,
                    124,
                    line -> Funding.inWords(List.of(line.largest()), line.largestAmount()))
            .strong()
            .cell(
                    "Sum of counted amounts",
                    ColumnType.NUMBER,
                    20,
                    line -> line.overTotal()
                            ? Cell.EMPTY
                            : Cell.formula("SUMIFS({Funding_detail.amount}," + OF_PROGRAMME, line.sum()))
            .page(
                    "Sum of all",
                    ColumnType.NUMBER,
                    124,
                    line -> line.overTotal() ? "" : Funding.inWords(line.counted(), line.sum()))
            .cell(
                    "Difference",
                    ColumnType.NUMBER,
                    18,
                    line -> line.overTotal()
                            ? Cell.EMPTY
                            : Cell.formula("{sum_of_counted_amounts}-{largest_stated_amount}", line.difference()))
            .cell("Unit", ColumnType.CODE, 8, line -> new Cell.Text(MoneyTable.YUAN))
            .cell(
                    "Amounts counted",
                    ColumnType.COUNT,
                    12,
                    line -> Cell.formula(
                            "COUNTIFS(" + OF_PROGRAMME,
                            BigDecimal.valueOf(line.counted().size())))
            .page(
                    "Amounts",
                    ColumnType.COUNT,
                    52,
                    line -> Phrases.number(line.counted().size()))
            .cell("Figure", ColumnType.LINK, 10, line -> Cells.figure(line.largest()))
            .cell(
                    "Flags",
                    ColumnType.FLAG,
                    10,
                    line -> Cell.text(Flag.marks(line.largest().flags())))
            .text("Item of the largest amount", 38, line -> line.largest().item())
            .pageCell("Sentence", ColumnType.LINK, 34, line -> Cells.source(line.largest()))
            .strongLines(line -> true)
            .build();

    @Override
    public Layout<?> layout() {
        return LAYOUT;
    }

    @Override
    public Table of(ProvinceYearReport report) {
        List<Funding.ProgrammeLine> lines = new ArrayList<>(report.funding().byProgramme());
        lines.sort(Comparator.comparing(Funding.ProgrammeLine::largestAmount).reversed());
        Table table = LAYOUT.table(
                Table.Texts.ofSheet(
                                "Money by programme: " + report.title(),
                                "Money of the year put into a programme, each amount once; the sheet Other money has the"
                                        + " rest. Largest stated amount: one amount as the source has it. Sum: of all"
                                        + " amounts, which is too high where amounts overlap without the source saying so; it is left"
                                        + " out where it is more than the headline total."
                                        + remarks(report),
                                "No amount of money is stated")
                        .onPage(
                                MoneyTable.PART,
                                "By programme",
                                "Money of the year put into a programme, each amount once. Largest amount: one amount as the"
                                        + " source has it. Sum of all: too high where amounts overlap without the source saying"
                                        + " so, and left out where it is more than the headline total."
                                        + remarks(report)),
                lines);
        return MoneyTable.charted(
                table,
                "Largest amount stated under each programme",
                "programme",
                "largest_stated_amount",
                lines.size(),
                report.funding().programmeBars());
    }

    private static String remarks(ProvinceYearReport report) {
        Funding funding = report.funding();
        String overTotal = funding.overTotalNote();
        return (funding.hasCredit() ? " Credit is interest subsidies and the like; loans are other money." : "")
                + (overTotal.isEmpty() ? "" : " " + overTotal);
    }
}
