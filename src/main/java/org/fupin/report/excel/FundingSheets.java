package org.fupin.report.excel;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.fupin.observation.Observation;
import org.fupin.report.Figure;
import org.fupin.report.Flag;
import org.fupin.report.Funding;
import org.fupin.report.FundingAmount;
import org.fupin.report.Labels;
import org.fupin.report.ProvinceYearReport;
import org.jspecify.annotations.Nullable;

/** The money: by payer, by programme, by breakdown, and the list of amounts that the formulas of these add up. */
final class FundingSheets {

    private static final String YUAN = "CNY";

    private static final String AMOUNT = ReportSheet.FUNDING_DETAIL.column("Amount");
    private static final String PAYER = ReportSheet.FUNDING_DETAIL.column("Payer");
    private static final String PROGRAMME = ReportSheet.FUNDING_DETAIL.column("Programme");
    private static final String PART_OF = ReportSheet.FUNDING_DETAIL.column("Part of");
    private static final String IN_TOTAL = ReportSheet.FUNDING_DETAIL.column("In total");
    private static final String COUNTED = ReportSheet.FUNDING_DETAIL.column("Counted");
    private static final String ADDS_UP = ReportSheet.FUNDING_DETAIL.column("Adds up");

    /** Where charts end, so that they are as wide as a screen: column index from 0. */
    private static final int CHART_END = 6;

    private final ProvinceYearReport report;
    private final Funding funding;

    FundingSheets(ProvinceYearReport report) {
        this.report = report;
        this.funding = report.funding();
    }

    void write(ReportWorkbook workbook) {
        // First, because the others' formulas refer to its table.
        detail(workbook);
        byPayer(workbook);
        byProgramme(workbook);
        breakdowns(workbook);
    }

    private void detail(ReportWorkbook workbook) {
        List<Column<FundingAmount>> columns = List.of(
                Column.of("Figure", 10, a -> Cells.figure(a.figure())),
                Column.text("Programme", 30, a -> a.figure().programme().label()),
                Column.text("Item", 54, a -> a.figure().observation().item()),
                Column.text(
                        "Payer", 30, a -> Labels.payer(a.figure().observation().source())),
                Column.of("Amount", 20, a -> Cells.value(a.figure().observation())),
                Column.of("Unit", 8, a -> Cells.unit(a.figure().observation())),
                Column.of("Per", 11, a -> Cells.code(a.figure().observation().per())),
                Column.of("Part of", 10, a -> a.partOf() == null ? CellValue.EMPTY : Cells.figureNumber(a.partOf())),
                Column.of("Level", 8, a -> CellValue.whole(a.level())),
                Column.of("Adds up", 10, a -> Cells.yesNo(addsUp(a.figure().observation()))),
                Column.of("In total", 10, a -> Cells.yesNo(a.inTotal())),
                Column.of("Counted", 11, a -> Cells.yesNo(a.inProgramme())),
                Column.text("Why not counted", 34, FundingAmount::reason),
                Column.of("Flags", 10, a -> CellValue.text(Flag.marks(a.figure().flags()))));
        workbook.on(ReportSheet.FUNDING_DETAIL)
                .write(
                        ReportSheet.FUNDING_DETAIL,
                        "Amounts of money: " + report.title(),
                        "Every amount that the sources state. In total: a part of the headline total. "
                                + "Counted: in the sum of its programme. Adds up: in Yuan and not per unit.",
                        columns,
                        funding.amounts(),
                        "No amount of money is stated");
    }

    private static boolean addsUp(Observation observation) {
        return observation.quantity().unit().is(YUAN)
                && observation.per() == null
                && !observation.quantity().isRange();
    }

    /**
     * A line of the table by payer.
     *
     * @param amount in Yuan
     * @param formula that makes the amount, empty where it is stated
     * @param stated the headline figure to compare with, null if there is none
     * @param figure that the line leads to, null if it is of several
     * @param compared whether the amount was computed, so that its difference from the headline figure says something
     * @param share whether it is a share of the total
     */
    private record PayerRow(
            String label,
            String basis,
            BigDecimal amount,
            String formula,
            @Nullable Figure stated,
            @Nullable Figure figure,
            boolean compared,
            boolean share) {

        static PayerRow asStated(String label, String basis, Figure figure) {
            return new PayerRow(label, basis, amountOf(figure), "", figure, figure, false, false);
        }

        static PayerRow computed(String label, String basis, BigDecimal amount, String formula) {
            return new PayerRow(label, basis, amount, formula, null, null, false, true);
        }

        CellValue amountCell() {
            return formula.isEmpty() ? CellValue.amount(amount) : CellValue.formula(formula, amount);
        }
    }

    private void byPayer(ReportWorkbook workbook) {
        List<Funding.PayerLine> parts = funding.byPayer().stream()
                .filter(line -> line.partsSum() != null)
                .sorted(Comparator.comparing(Funding.PayerLine::partsSum).reversed())
                .toList();
        List<Funding.PayerLine> others = funding.byPayer().stream()
                .filter(line -> line.partsSum() == null && line.stated() != null)
                .sorted(Comparator.comparing(FundingSheets::statedAmount).reversed())
                .toList();
        boolean broken = funding.isBrokenDown();
        boolean open = broken && funding.notBrokenDown().signum() > 0;
        int totalRow = ReportSheet.FIRST_ROW + parts.size() + 2;

        List<PayerRow> rows = new ArrayList<>();
        if (broken) {
            composition(rows, parts, open, totalRow);
            others.forEach(
                    line -> rows.add(PayerRow.asStated(line.label(), basis(line.stated(), parts), line.stated())));
        } else {
            others.forEach(
                    line -> rows.add(PayerRow.asStated(line.label(), "As stated; payers may overlap", line.stated())));
            if (funding.total() != null) {
                rows.add(PayerRow.asStated("Headline total", "As stated", funding.total()));
            }
        }
        List<Column<PayerRow>> columns = List.of(
                Column.text("Payer", 36, PayerRow::label),
                Column.text("Basis", 36, PayerRow::basis),
                Column.of("Amount", 20, PayerRow::amountCell),
                Column.of("Unit", 8, row -> new CellValue.Text(YUAN)),
                Column.byRow(
                        "Percent of total",
                        12,
                        (line, row) -> line.share()
                                ? CellValue.percentage(
                                        "C" + row + "/C" + totalRow + "*100", line.amount(), amountOf(funding.total()))
                                : CellValue.EMPTY),
                Column.of(
                        "Headline figure",
                        20,
                        row -> row.stated() == null
                                ? CellValue.EMPTY
                                : Cells.value(row.stated().observation())),
                Column.byRow(
                        "Difference",
                        18,
                        (line, row) -> line.compared() && line.stated() != null
                                ? CellValue.formula(
                                        "C" + row + "-F" + row, line.amount().subtract(amountOf(line.stated())))
                                : CellValue.EMPTY),
                Column.of("Figure", 10, row -> Cells.figure(row.figure())),
                Column.of(
                        "Flags",
                        10,
                        row -> row.figure() == null
                                ? CellValue.EMPTY
                                : CellValue.text(Flag.marks(row.figure().flags()))),
                Column.text(
                        "Item",
                        54,
                        row -> row.figure() == null
                                ? ""
                                : row.figure().observation().item()));
        workbook.on(ReportSheet.FUNDING)
                .write(
                        ReportSheet.FUNDING,
                        "Money by payer: " + report.title(),
                        broken
                                ? "The parts that the sources give of the headline total. Only these are added up;"
                                        + " amounts stated elsewhere may overlap with them."
                                : "The largest amount that the sources state for each payer. They may overlap and are"
                                        + " not added up: the headline total is not broken down by payer.",
                        columns,
                        rows,
                        "No amount of money is stated");
        int bars = broken ? parts.size() + (open ? 1 : 0) : others.size();
        chart(workbook, ReportSheet.FUNDING, "Money by payer", 2, bars, rows.size(), funding.payerBars());
    }

    /** The parts by payer, what they leave open, their sum and the stated total, in rows from the table's first. */
    private void composition(List<PayerRow> rows, List<Funding.PayerLine> parts, boolean open, int totalRow) {
        for (Funding.PayerLine line : parts) {
            int row = ReportSheet.FIRST_ROW + rows.size();
            String sum = "SUMIFS(" + AMOUNT + "," + PAYER + ",A" + row + "," + IN_TOTAL + ",\"yes\")";
            Figure only = line.parts().size() == 1 ? line.parts().get(0) : line.stated();
            rows.add(new PayerRow(
                    line.label(), "Part of the total", line.partsSum(), sum, line.stated(), only, true, true));
        }
        String sum = "SUM(C" + ReportSheet.FIRST_ROW + ":C" + (totalRow - 3) + ")";
        boolean exact = funding.notBrokenDown().signum() == 0;
        rows.add(PayerRow.computed(
                open ? Funding.NOT_BROKEN_DOWN : "Total less its parts",
                exact ? "No difference" : open ? "Total less its parts" : "Rounding or a contradiction",
                funding.notBrokenDown(),
                "C" + totalRow + "-" + sum));
        rows.add(PayerRow.computed("Sum of the parts", "Computed", funding.partsSum(), sum));
        Figure total = funding.total();
        rows.add(new PayerRow("Headline total", "As stated", amountOf(total), "", total, total, false, true));
    }

    private static String basis(Figure stated, List<Funding.PayerLine> parts) {
        boolean above = parts.stream()
                .flatMap(line -> line.parts().stream())
                .anyMatch(part -> part.ref().documentId().equals(stated.ref().documentId())
                        && Integer.valueOf(stated.ref().begin())
                                .equals(part.observation().partOf()));
        return above ? "Stated; its parts are in the total" : "Stated elsewhere, not in the total";
    }

    private static BigDecimal statedAmount(Funding.PayerLine line) {
        return amountOf(line.stated());
    }

    private static BigDecimal amountOf(Figure figure) {
        return figure.observation().quantity().value();
    }

    private void byProgramme(ReportWorkbook workbook) {
        List<Funding.ProgrammeLine> rows = new ArrayList<>(funding.byProgramme());
        rows.sort(Comparator.comparing(Funding.ProgrammeLine::overarching)
                .thenComparing(Funding.ProgrammeLine::largestAmount, Comparator.reverseOrder()));
        int bars = (int) rows.stream().filter(line -> !line.overarching()).count();
        List<Column<Funding.ProgrammeLine>> columns = List.of(
                Column.text("Programme", 34, line -> line.programme().label()),
                Column.of("Largest stated amount", 20, line -> CellValue.amount(line.largestAmount())),
                Column.byRow(
                        "Sum of counted amounts",
                        20,
                        (line, row) -> CellValue.formula(
                                "SUMIFS(" + AMOUNT + "," + PROGRAMME + ",A" + row + "," + COUNTED + ",\"yes\")",
                                line.sum())),
                Column.byRow(
                        "Difference", 18, (line, row) -> CellValue.formula("C" + row + "-B" + row, line.difference())),
                Column.of("Unit", 8, line -> new CellValue.Text(YUAN)),
                Column.byRow(
                        "Amounts counted",
                        12,
                        (line, row) -> CellValue.formula(
                                "COUNTIFS(" + PROGRAMME + ",A" + row + "," + COUNTED + ",\"yes\")",
                                BigDecimal.valueOf(line.counted().size()))),
                Column.of("Figure", 10, line -> Cells.figure(line.largest())),
                Column.of(
                        "Flags",
                        10,
                        line -> CellValue.text(Flag.marks(line.largest().flags()))),
                Column.text("Item of the largest amount", 54, line -> line.largest()
                        .observation()
                        .item()),
                Column.text("Remark", 34, line -> line.overarching() ? "Speaks of all programmes; not charted" : ""));
        workbook.on(ReportSheet.FUNDING_BY_PROGRAMME)
                .write(
                        ReportSheet.FUNDING_BY_PROGRAMME,
                        "Money by programme: " + report.title(),
                        "Sources state the same money under several headings: programmes overlap and are not added up."
                                + " Within one, the sum is an upper and the largest amount a lower limit.",
                        columns,
                        rows,
                        "No amount of money is stated");
        chart(
                workbook,
                ReportSheet.FUNDING_BY_PROGRAMME,
                "Largest amount stated under each programme",
                1,
                bars,
                rows.size(),
                funding.programmeBars());
    }

    private void breakdowns(ReportWorkbook workbook) {
        List<Funding.Breakdown> rows = funding.breakdowns();
        List<Column<Funding.Breakdown>> columns = List.of(
                Column.of("Figure", 10, b -> Cells.figure(b.total())),
                Column.text("Programme", 30, b -> b.total().programme().label()),
                Column.text("Item", 54, b -> b.total().observation().item()),
                Column.of("Stated total", 20, b -> Cells.value(b.total().observation())),
                Column.byRow(
                        "Sum of parts",
                        20,
                        (b, row) -> CellValue.formula(
                                "SUMIFS(" + AMOUNT + "," + PART_OF + ",A" + row + "," + ADDS_UP + ",\"yes\")",
                                b.sum())),
                Column.byRow("Difference", 18, (b, row) -> CellValue.formula("D" + row + "-E" + row, b.difference())),
                Column.byRow(
                        "Percent difference",
                        13,
                        (b, row) -> b.total().observation().quantity().value().signum() == 0
                                ? CellValue.EMPTY
                                : CellValue.percentage(
                                        "F" + row + "/D" + row + "*100", b.difference(), amountOf(b.total()))),
                Column.of("Unit", 8, b -> new CellValue.Text(YUAN)),
                Column.byRow(
                        "Parts",
                        8,
                        (b, row) -> CellValue.formula(
                                "COUNTIFS(" + PART_OF + ",A" + row + "," + ADDS_UP + ",\"yes\")",
                                BigDecimal.valueOf(b.parts().size()))),
                Column.of("Flags", 10, b -> CellValue.text(Flag.marks(b.total().flags()))),
                Column.text("As stated", 30, b -> b.total().text()));
        workbook.on(ReportSheet.BREAKDOWNS)
                .write(
                        ReportSheet.BREAKDOWNS,
                        "Stated totals and the sums of their parts: " + report.title(),
                        "A difference need not be an error: sources often list only some of the parts. The sheet Checks"
                                + " judges the lists that claim to be complete.",
                        columns,
                        rows,
                        "No amount is broken down");
    }

    /** Below the table; none for a single bar, which compares nothing. */
    private static void chart(
            ReportWorkbook workbook,
            ReportSheet sheet,
            String title,
            int amounts,
            int bars,
            int rows,
            List<Funding.Bar> expected) {
        if (bars < 2) {
            return;
        }
        BarChart chart = new BarChart(
                title,
                "Bar chart of the column of amounts in the table above, in its order",
                workbook.sheet(sheet),
                0,
                amounts,
                ReportSheet.FIRST_ROW,
                ReportSheet.FIRST_ROW + bars - 1);
        BigDecimal largest =
                BarChart.largest(expected.stream().map(Funding.Bar::amount).toList());
        chart.draw(
                workbook.sheet(sheet), ReportSheet.FIRST_ROW + rows + 1, CHART_END, largest, "Yuan", workbook.theme());
    }
}
