package org.fupin.report.table;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.fupin.observation.Coded;
import org.fupin.observation.Digits;
import org.jspecify.annotations.Nullable;

/** What a cell holds. Only {@link Formula} ever becomes a formula; text that looks like one stays text. */
public sealed interface Cell {

    Cell EMPTY = new Empty();

    /** The most decimals that are shown; the cell holds all of them. */
    int MAX_DECIMALS = 6;

    /** Decimals that a computed or converted amount shows: more are noise of the computation. */
    int COMPUTED_DECIMALS = 2;

    /** Nothing: the source does not say, or the column does not apply. */
    record Empty() implements Cell {}

    record Text(String text) implements Cell {}

    /** Text that asks for attention; the words say so too. */
    record Alert(String text) implements Cell {}

    /** A number that no source states: {@code mark} tells why where the number would stand. */
    record Missing(String mark) implements Cell {}

    /** @param decimals how many are shown */
    record Amount(BigDecimal value, int decimals) implements Cell {}

    /**
     * A formula and what it makes, which is shown until a program recalculates.
     *
     * @param expression in the notation of spreadsheets, without the equals sign, made of constants and references:
     *     <code>{amount}</code> the cell of a column in the same line, <code>{amount@3}</code> that of line 3,
     *     <code>{amount@1-3}</code> those of three lines, <code>{Detail.amount}</code> a whole column of the table
     *     {@code Detail}, <code>{Detail.amount@3}</code> a cell of it; lines count from 1
     */
    record Formula(String expression, BigDecimal value, int decimals) implements Cell {}

    /** A value that leads to a line, from 1, of the table with the code {@code table}. */
    record Linked(Cell value, String table, int line) implements Cell {}

    /** A value that leads to an address on the report's review page, such as {@code #o-1a2b}. */
    record OnPage(Cell value, String address) implements Cell {}

    /** Whether it is right-aligned as numbers are; the number of a figure that it leads to is a label. */
    default boolean isNumber() {
        return this instanceof Amount || this instanceof Formula;
    }

    /** Its text, empty if it is none. */
    default String text() {
        if (this instanceof Text text) {
            return text.text();
        }
        if (this instanceof Alert alert) {
            return alert.text();
        }
        if (this instanceof OnPage linked) {
            return linked.value().text();
        }
        return this instanceof Linked linked ? linked.value().text() : "";
    }

    /** What a reader of a page sees: its text, or the number in figures. */
    default String shown() {
        if (this instanceof Amount amount) {
            return Digits.grouped(amount.value(), amount.decimals(), amount.decimals());
        }
        if (this instanceof Formula formula) {
            return Digits.grouped(formula.value(), formula.decimals(), formula.decimals());
        }
        if (this instanceof Linked linked) {
            return linked.value().shown();
        }
        return this instanceof OnPage linked ? linked.value().shown() : text();
    }

    /** Whether {@link #shown} is empty. */
    default boolean isBlank() {
        if (this instanceof Linked linked) {
            return linked.value().isBlank();
        }
        return this instanceof OnPage linked ? linked.value().isBlank() : !isNumber() && text().isEmpty();
    }

    static Cell text(@Nullable String text) {
        return text == null || text.isEmpty() ? EMPTY : new Text(text);
    }

    static Cell code(@Nullable Coded coded) {
        return coded == null ? EMPTY : new Text(coded.code());
    }

    static Cell yesNo(boolean yes) {
        return new Text(yes ? "yes" : "no");
    }

    /** A formula that makes whole numbers or money, shown with as many decimals as its value has, at most two. */
    static Cell formula(String expression, BigDecimal value) {
        return new Formula(expression, value, decimals(value, COMPUTED_DECIMALS));
    }

    /** A percentage that a formula makes, to one decimal. */
    static Cell percentage(String expression, BigDecimal part, BigDecimal whole) {
        BigDecimal percent = part.multiply(BigDecimal.valueOf(100)).divide(whole, MathContext.DECIMAL64);
        return new Formula(expression, percent, 1);
    }

    static Cell whole(@Nullable Number number) {
        return number == null ? EMPTY : new Amount(BigDecimal.valueOf(number.longValue()), 0);
    }

    /** As many decimals as the amount has. */
    static Cell amount(@Nullable BigDecimal amount) {
        return amount(amount, MAX_DECIMALS);
    }

    /** As many decimals as the amount has, but no more than {@code most}. */
    static Cell amount(@Nullable BigDecimal amount, int most) {
        return amount == null ? EMPTY : new Amount(amount, decimals(amount, most));
    }

    private static int decimals(BigDecimal amount, int most) {
        return Math.max(
                amount.setScale(most, RoundingMode.HALF_UP).stripTrailingZeros().scale(), 0);
    }
}
