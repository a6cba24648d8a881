package org.fupin.report.excel;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** What a cell holds. Only {@link Formula} ever becomes a formula; text that looks like one stays text. */
sealed interface CellValue {

    CellValue EMPTY = new Empty();
    CellValue MISSING = new Missing();

    /** The most decimals that are shown; the cell holds all of them. */
    int MAX_DECIMALS = 6;

    /** Nothing: the source does not say, or the column does not apply. */
    record Empty() implements CellValue {}

    record Text(String text) implements CellValue {}

    /** Text that asks for attention; the words say so too. */
    record Alert(String text) implements CellValue {}

    /** A number that no source states: shown as [x] where the number would stand. */
    record Missing() implements CellValue {}

    /** @param decimals how many are shown */
    record Amount(BigDecimal value, int decimals) implements CellValue {}

    /**
     * A formula and what it makes, which the cell shows until a program recalculates.
     *
     * @param expression without the equals sign, made of constants and positions only
     */
    record Formula(String expression, BigDecimal value, int decimals) implements CellValue {}

    /** A value that leads to a row of another sheet; rows count from 1. */
    record Linked(CellValue value, ReportSheet sheet, int row) implements CellValue {}

    /** Whether it is right-aligned as numbers are; the number of a figure that it leads to is a label. */
    default boolean isNumber() {
        return this instanceof Amount || this instanceof Formula;
    }

    /** Its text, empty if it is none. */
    default String shownText() {
        if (this instanceof Text text) {
            return text.text();
        }
        if (this instanceof Alert alert) {
            return alert.text();
        }
        return this instanceof Linked linked ? linked.value().shownText() : "";
    }

    static CellValue text(@Nullable String text) {
        return text == null || text.isEmpty() ? EMPTY : new Text(text);
    }

    /** A formula that makes whole numbers or money, shown with as many decimals as its value has, at most two. */
    static CellValue formula(String expression, BigDecimal value) {
        return formula(expression, value, Cells.BASE_DECIMALS);
    }

    static CellValue formula(String expression, BigDecimal value, int most) {
        return new Formula(expression, value, shownDecimals(value, most));
    }

    /** A percentage that a formula makes, to one decimal. */
    static CellValue percentage(String expression, BigDecimal part, BigDecimal whole) {
        BigDecimal percent = part.multiply(BigDecimal.valueOf(100)).divide(whole, MathContext.DECIMAL64);
        return new Formula(expression, percent, 1);
    }

    static CellValue whole(int number) {
        return new Amount(BigDecimal.valueOf(number), 0);
    }

    static CellValue whole(@Nullable Integer number) {
        return number == null ? EMPTY : whole(number.intValue());
    }

    /** As many decimals as the amount has. */
    static CellValue amount(@Nullable BigDecimal amount) {
        return amount(amount, MAX_DECIMALS);
    }

    /** As many decimals as the amount has, but no more than {@code most}. */
    static CellValue amount(@Nullable BigDecimal amount, int most) {
        if (amount == null) {
            return EMPTY;
        }
        return new Amount(amount, shownDecimals(amount, most));
    }

    private static int shownDecimals(BigDecimal amount, int most) {
        return Math.max(
                amount.setScale(most, RoundingMode.HALF_UP).stripTrailingZeros().scale(), 0);
    }
}
