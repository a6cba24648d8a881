package org.fupin.report.headline;

import java.math.BigDecimal;
import java.util.Locale;
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

    /** What {@code other} is that this is not, for people; empty if both can be compared. */
    public String difference(Basis other) {
        if (!unit.base().equals(other.unit.base())) {
            return "in " + (other.unit.label().isEmpty() ? "another unit" : other.unit.label());
        }
        if (money != other.money && other.money != null) {
            return lower(other.money.label());
        }
        if (scope != other.scope) {
            return lower(other.scope.label());
        }
        if (line != null && other.line != null && line.compareTo(other.line) != 0) {
            return "by a poverty line of " + FigureText.grouped(other.line) + " Yuan";
        }
        return "";
    }

    /** Of whom a figure is and whose money, for people: "Whole province", "Central and provincial money". */
    public String label() {
        return money != null ? money.label() : scope.label();
    }

    private static String lower(String label) {
        return label.substring(0, 1).toLowerCase(Locale.ROOT) + label.substring(1);
    }
}
