package org.fupin.report.headline;

import java.math.BigDecimal;
import org.fupin.observation.Observation;
import org.fupin.observation.Unit;
import org.fupin.report.figure.FigureText;
import org.jspecify.annotations.Nullable;

/**
 * On what a headline figure can be compared with another of its indicator: of whom it is, whose money it comprises, its
 * unit, and for the poor the poverty line.
 *
 * @param money null for all but the total of funds
 * @param line in Yuan; null where the report states none or the indicator does not depend on it
 */
public record Basis(
        Scope scope,
        @Nullable MoneyClass money,
        Unit unit,
        @Nullable BigDecimal line) {

    /**
     * That of a headline figure.
     *
     * @param scope null where the figure cannot be compared
     * @param line the figure that states the poverty line of the report; null where none does
     * @return null where the figure cannot be compared
     */
    static @Nullable Basis of(
            Indicator indicator,
            Observation figure,
            @Nullable Scope scope,
            @Nullable MoneyClass money,
            @Nullable Observation line) {
        if (scope == null) {
            return null;
        }
        boolean byLine = indicator == Indicator.POOR_POPULATION
                || indicator == Indicator.POVERTY_REDUCED
                || indicator == Indicator.POVERTY_RATE;
        return new Basis(
                scope,
                money,
                figure.quantity().unit(),
                byLine && line != null ? line.quantity().baseValue() : null);
    }

    /** What {@code other} is that this is not, for people; empty if both can be compared. */
    public String difference(Basis other) {
        if (!unit.base().equals(other.unit.base())) {
            return "in " + (other.unit.label().isEmpty() ? "another unit" : other.unit.label());
        }
        if (money != other.money && other.money != null) {
            return FigureText.lower(other.money.label());
        }
        if (scope != other.scope) {
            return FigureText.lower(other.scope.label());
        }
        if (line != null && other.line != null && line.compareTo(other.line) != 0) {
            return byLine(other.line);
        }
        return "";
    }

    /** Of whom a figure is and whose money, for people: "Whole province", "Central and provincial money". */
    public String label() {
        return money != null ? money.label() : scope.label();
    }

    /** All on which a figure can be compared, for people: "Whole province, in persons, by a poverty line of 2,300 Yuan". */
    public String name() {
        return label()
                + (unit.label().isEmpty() || unit.is("CNY") ? "" : ", in " + unit.label())
                + (line == null ? "" : ", " + byLine(line));
    }

    /** Whether both are by one poverty line, or neither states one: who states none may have another than who does. */
    public boolean hasLineOf(Basis other) {
        return line == null ? other.line == null : other.line != null && line.compareTo(other.line) == 0;
    }

    private static String byLine(BigDecimal line) {
        return "by a poverty line of " + FigureText.grouped(line) + " Yuan";
    }
}
