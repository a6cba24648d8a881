package org.fupin.report.excel;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import org.fupin.report.Check;
import org.fupin.report.Figure;
import org.fupin.report.Labels;
import org.fupin.report.ProvinceYearReport;
import org.fupin.report.Recomputation;

/** Findings and identities, recomputed by formulas over the sheet of observations. */
final class ChecksSheet {

    /** Excel takes no more arguments than this; a longer list is shown as the value it makes. */
    private static final int MAX_ARGUMENTS = 250;

    private final ProvinceYearReport report;

    ChecksSheet(ProvinceYearReport report) {
        this.report = report;
    }

    void write(ReportWorkbook workbook) {
        List<Check> rows = report.checks().all();
        List<Column<Check>> columns = List.of(
                Column.of("Check", 9, check -> CellValue.whole(check.number())),
                Column.of("Outcome", 12, ChecksSheet::outcome),
                Column.text("Rule", 28, check -> Labels.of(check.rule())),
                Column.of("Stated value", 19, ChecksSheet::stated),
                Column.of("Recomputed", 19, ChecksSheet::recomputed),
                Column.byRow(
                        "Difference",
                        17,
                        (check, row) -> check.recomputation() == null
                                ? CellValue.EMPTY
                                : new CellValue.Formula(
                                        "D" + row + "-E" + row,
                                        check.recomputation().difference(),
                                        decimals(check))),
                Column.of("Unit", 12, ChecksSheet::unit),
                Column.text("Finding", 80, Check::message),
                Column.wrapped(
                        "Figures",
                        20,
                        check -> Cells.figures(
                                check.figures().stream().map(Figure::number).toList())),
                Column.text("Computation", 34, ChecksSheet::words),
                Column.text("Stated", 30, Check::stated),
                Column.text("Expected", 30, Check::expected));
        workbook.on(ReportSheet.CHECKS)
                .write(
                        ReportSheet.CHECKS,
                        "Checks: " + report.title(),
                        report.checks().summary() + "; " + report.checks().tally() + ". Values are in base units; "
                                + "differences within the rounding of the stated digits hold.",
                        columns,
                        rows,
                        "Nothing to check: the sources state no sums, shares or growth rates");
    }

    private static CellValue outcome(Check check) {
        return check.holds() ? new CellValue.Text(check.outcome()) : new CellValue.Alert(check.outcome());
    }

    private static CellValue stated(Check check) {
        Recomputation recomputation = check.recomputation();
        if (recomputation == null) {
            return CellValue.EMPTY;
        }
        return recomputation.against() == null
                ? CellValue.amount(recomputation.stated())
                : new CellValue.Formula(cell(recomputation.against()), recomputation.stated(), decimals(check));
    }

    private static CellValue recomputed(Check check) {
        Recomputation recomputation = check.recomputation();
        if (recomputation == null) {
            return CellValue.EMPTY;
        }
        if (recomputation.operands().size() > MAX_ARGUMENTS) {
            return CellValue.amount(recomputation.recomputed(), Cells.BASE_DECIMALS);
        }
        return new CellValue.Formula(formula(recomputation), recomputation.recomputed(), decimals(check));
    }

    private static String formula(Recomputation recomputation) {
        List<String> cells =
                recomputation.operands().stream().map(ChecksSheet::cell).toList();
        String a = cells.get(0);
        String b = cells.size() > 1 ? cells.get(1) : "0";
        return switch (recomputation.operation()) {
            case SUM -> "SUM(" + String.join(",", cells) + ")";
            case PERCENT -> b + "/" + a + "*100";
            case PERCENT_OVER -> b + "/" + a + "*100-100";
            case PERCENT_ABOVE -> a + "/(" + a + "-" + b + ")*100";
            case PERCENT_BELOW -> a + "/(" + a + "+" + b + ")*100";
            case GROWTH -> "ABS(" + a + "-" + b + ")/" + b + "*100";
            case GROWTH_BY_INCREASE -> b + "/(" + a + "-" + b + ")*100";
            case GROWTH_BY_DECREASE -> b + "/(" + a + "+" + b + ")*100";
            case DIFFERENCE -> "ABS(" + a + "-" + b + ")";
            case QUOTIENT -> a + "/" + b;
        };
    }

    /** The computation with the figures' numbers, for those who read rather than click. */
    private static String words(Check check) {
        Recomputation recomputation = check.recomputation();
        if (recomputation == null) {
            return "";
        }
        List<String> numbers = recomputation.operands().stream()
                .map(figure -> "figure " + figure.number())
                .toList();
        String a = numbers.get(0);
        String b = numbers.size() > 1 ? numbers.get(1) : "";
        return switch (recomputation.operation()) {
            case SUM ->
                "Sum of figures "
                        + recomputation.operands().stream()
                                .map(figure -> String.valueOf(figure.number()))
                                .collect(Collectors.joining(", "));
            case PERCENT -> b + " in percent of " + a;
            case PERCENT_OVER -> b + " in percent over " + a;
            case PERCENT_ABOVE -> a + " in percent of itself less " + b;
            case PERCENT_BELOW -> a + " in percent of itself plus " + b;
            case GROWTH -> "From " + b + " to " + a + ", in percent";
            case GROWTH_BY_INCREASE -> "Increase " + b + " on " + a + " less " + b + ", in percent";
            case GROWTH_BY_DECREASE -> "Decrease " + b + " on " + a + " plus " + b + ", in percent";
            case DIFFERENCE -> "Difference of " + a + " and " + b;
            case QUOTIENT -> a + " divided by " + b;
        };
    }

    private static CellValue unit(Check check) {
        Recomputation recomputation = check.recomputation();
        if (recomputation == null) {
            return CellValue.EMPTY;
        }
        Figure figure =
                recomputation.against() == null ? recomputation.operands().get(0) : recomputation.against();
        return CellValue.text(figure.observation().quantity().unit().base());
    }

    /** Percentages and averages show two decimals, whole amounts none. */
    private static int decimals(Check check) {
        Recomputation recomputation = check.recomputation();
        boolean whole = isWhole(recomputation.stated()) && isWhole(recomputation.recomputed());
        return whole ? 0 : Cells.BASE_DECIMALS;
    }

    private static boolean isWhole(BigDecimal amount) {
        return amount.stripTrailingZeros().scale() <= 0;
    }

    private static String cell(Figure figure) {
        return ReportSheet.OBSERVATIONS.cell(
                FigureSheets.BASE_VALUE_COLUMN, ReportSheet.OBSERVATIONS.row(figure.number()));
    }
}
