package org.fupin.report.page;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.Collectors;
import org.fupin.observation.Unit;
import org.fupin.reference.Units;
import org.fupin.report.Recomputation;
import org.fupin.report.figure.Figure;
import org.fupin.report.figure.FigureText;

/** Writes the arithmetic of a check with its numbers: "9,600,000 + 8,400,000 = 18,000,000 Yuan; stated: 18,100,000 Yuan". */
final class Computation {

    private static final String MINUS = " \u2212 ";
    private static final String TIMES = " \u00D7 ";
    private static final String OVER = " \u00F7 ";

    private final Units units;

    Computation(Units units) {
        this.units = units;
    }

    String words(Recomputation recomputation) {
        Figure measured =
                recomputation.against() == null ? recomputation.operands().get(0) : recomputation.against();
        Unit unit = units.unit(measured.observation().quantity().unit().base());
        BigDecimal result = shown(recomputation.recomputed(), recomputation.stated());
        String difference = recomputation.difference().signum() == 0
                ? ""
                : "; difference "
                        + amount(
                                shown(recomputation.difference(), recomputation.stated())
                                        .abs(),
                                unit);
        return formula(recomputation) + " = " + amount(result, unit) + "; "
                + (recomputation.against() == null ? "the whole is " : "stated: ")
                + amount(recomputation.stated(), unit) + difference;
    }

    private static String formula(Recomputation recomputation) {
        List<String> numbers = recomputation.operands().stream()
                .map(figure -> number(figure.observation().quantity().baseValue()))
                .toList();
        String a = numbers.get(0);
        String b = numbers.size() > 1 ? numbers.get(1) : "0";
        return switch (recomputation.operation()) {
            case SUM -> numbers.stream().collect(Collectors.joining(" + "));
            case PERCENT -> b + OVER + a + TIMES + "100";
            case PERCENT_OVER -> b + OVER + a + TIMES + "100" + MINUS + "100";
            case PERCENT_ABOVE -> a + OVER + "(" + a + MINUS + b + ")" + TIMES + "100";
            case PERCENT_BELOW -> a + OVER + "(" + a + " + " + b + ")" + TIMES + "100";
            case GROWTH ->
                "(" + larger(recomputation) + MINUS + smaller(recomputation) + ")" + OVER + b + TIMES + "100";
            case GROWTH_BY_INCREASE -> b + OVER + "(" + a + MINUS + b + ")" + TIMES + "100";
            case GROWTH_BY_DECREASE -> b + OVER + "(" + a + " + " + b + ")" + TIMES + "100";
            case DIFFERENCE -> larger(recomputation) + MINUS + smaller(recomputation);
            case QUOTIENT -> a + OVER + b;
        };
    }

    private static String larger(Recomputation recomputation) {
        return number(value(recomputation, 0).max(value(recomputation, 1)));
    }

    private static String smaller(Recomputation recomputation) {
        return number(value(recomputation, 0).min(value(recomputation, 1)));
    }

    private static BigDecimal value(Recomputation recomputation, int operand) {
        BigDecimal value =
                recomputation.operands().get(operand).observation().quantity().baseValue();
        return value == null ? BigDecimal.ZERO : value;
    }

    /** An exact sum as it is; a quotient with two decimals more than the stated number has. */
    private static BigDecimal shown(BigDecimal amount, BigDecimal stated) {
        int decimals = Math.max(0, stated.stripTrailingZeros().scale()) + 2;
        return amount.scale() <= decimals ? amount : amount.setScale(decimals, RoundingMode.HALF_UP);
    }

    private static String amount(BigDecimal amount, Unit unit) {
        String number = number(amount);
        if (unit.is("percent")) {
            return number + "%";
        }
        return unit.label().isEmpty() ? number : number + " " + unit.label();
    }

    /** With all its digits, however large. */
    private static String number(BigDecimal amount) {
        return FigureText.grouped(amount.round(MathContext.DECIMAL128));
    }
}
