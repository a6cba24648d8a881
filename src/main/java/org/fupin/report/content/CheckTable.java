package org.fupin.report.content;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.fupin.report.Check;
import org.fupin.report.ProvinceYearReport;
import org.fupin.report.Recomputation;
import org.fupin.report.figure.Figure;
import org.fupin.report.figure.Labels;
import org.fupin.report.figure.SourceSentence;
import org.fupin.report.table.Cell;
import org.fupin.report.table.ColumnType;
import org.fupin.report.table.Layout;
import org.fupin.report.table.Table;

/** Findings and identities, recomputed by formulas over the table of observations; pages show the findings. */
final class CheckTable implements ReportTable<ProvinceYearReport> {

    /** Spreadsheets take no more arguments than this; a longer list is shown as the value it makes. */
    private static final int MAX_ARGUMENTS = 250;

    /** So many findings, the worst first, fit on two pages. */
    private static final int MOST_ON_PAGE = 25;

    private static final Layout<Check> LAYOUT = Layout.<Check>ofSheet(
                    "Checks", "Checks", "The arithmetic of the sources done again")
            .cell("Check", ColumnType.COUNT, 9, check -> Cell.whole(check.number()))
            .page("No.", ColumnType.CODE, 24, check -> Integer.toString(check.number()))
            .cell("Outcome", ColumnType.FLAG, 12, CheckTable::outcome)
            .pageCell("Severity", ColumnType.FLAG, 48, CheckTable::outcome)
            .text("Rule", 28, check -> Labels.of(check.rule()))
            .cell("Stated value", ColumnType.NUMBER, 19, CheckTable::stated)
            .cell("Recomputed", ColumnType.NUMBER, 19, CheckTable::recomputed)
            .cell(
                    "Difference",
                    ColumnType.NUMBER,
                    17,
                    check -> check.recomputation() == null
                            ? Cell.EMPTY
                            : new Cell.Formula(
                                    "{stated_value}-{recomputed}",
                                    check.recomputation().difference(),
                                    decimals(check)))
            .cell("Unit", ColumnType.CODE, 12, CheckTable::unit)
            .text("Finding", 80, Check::message)
            .onPage(ColumnType.TEXT, 230)
            .wrapped(
                    "Figures",
                    ColumnType.LINK,
                    20,
                    check -> Cells.figures(
                            check.figures().stream().map(Figure::number).toList()))
            .text("Computation", 34, CheckTable::words)
            .text("Stated", 30, Check::stated)
            .onPage(ColumnType.NUMBER, 84)
            .text("Expected", 30, Check::expected)
            .onPage(ColumnType.NUMBER, 84)
            .pageCell("Sentence", ColumnType.LINK, 34, CheckTable::sentences)
            .linesOnPage(check -> !check.holds() && check.number() <= MOST_ON_PAGE)
            .build();

    static Table.Part part(ProvinceYearReport report) {
        return new Table.Part(
                "Checks and findings",
                report.checks().summary() + ". " + report.leftOut().summary() + ". " + report.doubt() + ".");
    }

    @Override
    public Layout<?> layout() {
        return LAYOUT;
    }

    @Override
    public Table of(ProvinceYearReport report) {
        return LAYOUT.table(
                Table.Texts.ofSheet(
                                "Checks: " + report.title(),
                                report.checks().summary() + "; "
                                        + report.checks().tally() + ". Values are in base units; "
                                        + "differences within the rounding of the stated digits hold.",
                                "No sum, share or growth rate was recomputed, and no other check found anything")
                        .onPage(
                                part(report),
                                "Findings",
                                "What does not hold. An error: the stated figures cannot all be right. A warning: a"
                                        + " person should look."
                                        + (report.checks().findings().size() > MOST_ON_PAGE
                                                ? " The first " + MOST_ON_PAGE + " of "
                                                        + report.checks()
                                                                .findings()
                                                                .size()
                                                        + "; the workbook has all."
                                                : "")),
                report.checks().all());
    }

    private static Cell outcome(Check check) {
        return check.holds() ? new Cell.Text(check.outcome()) : new Cell.Alert(check.outcome());
    }

    private static Cell stated(Check check) {
        Recomputation recomputation = check.recomputation();
        if (recomputation == null) {
            return Cell.EMPTY;
        }
        return recomputation.against() == null
                ? Cell.amount(recomputation.stated())
                : new Cell.Formula(cell(recomputation.against()), recomputation.stated(), decimals(check));
    }

    private static Cell recomputed(Check check) {
        Recomputation recomputation = check.recomputation();
        if (recomputation == null) {
            return Cell.EMPTY;
        }
        if (recomputation.operands().size() > MAX_ARGUMENTS) {
            return Cell.amount(recomputation.recomputed(), Cell.COMPUTED_DECIMALS);
        }
        return new Cell.Formula(formula(recomputation), recomputation.recomputed(), decimals(check));
    }

    private static String formula(Recomputation recomputation) {
        List<String> cells =
                recomputation.operands().stream().map(CheckTable::cell).toList();
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

    private static Cell unit(Check check) {
        Recomputation recomputation = check.recomputation();
        if (recomputation == null) {
            return Cell.EMPTY;
        }
        Figure figure =
                recomputation.against() == null ? recomputation.operands().get(0) : recomputation.against();
        return Cell.text(figure.observation().quantity().unit().base());
    }

    /** Percentages and averages show two decimals, whole amounts none. */
    private static int decimals(Check check) {
        Recomputation recomputation = check.recomputation();
        boolean whole = isWhole(recomputation.stated()) && isWhole(recomputation.recomputed());
        return whole ? 0 : Cell.COMPUTED_DECIMALS;
    }

    private static boolean isWhole(BigDecimal amount) {
        return amount.stripTrailingZeros().scale() <= 0;
    }

    private static String cell(Figure figure) {
        return "{" + ObservationTable.CODE + ".base_value@" + figure.number() + "}";
    }

    private static Cell sentences(Check check) {
        List<SourceSentence> sentences = check.figures().stream()
                .map(Figure::sentence)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        if (sentences.isEmpty()) {
            return Cell.EMPTY;
        }
        String numbers = sentences.stream()
                .map(sentence -> Integer.toString(sentence.number()))
                .collect(Collectors.joining(", "));
        return new Cell.OnPage(new Cell.Text(numbers), check.figures().get(0).address());
    }
}
