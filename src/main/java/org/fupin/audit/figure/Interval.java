package org.fupin.audit.figure;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * The values that an amount may have, given how it is stated. Amounts are never negative.
 *
 * @param low the least, included, not negative
 * @param high the greatest, included; null where there is no bound
 */
public record Interval(BigDecimal low, @Nullable BigDecimal high) {

    private static final MathContext DOWN = new MathContext(34, RoundingMode.FLOOR);
    private static final MathContext UP = new MathContext(34, RoundingMode.CEILING);

    public Interval {
        low = low.max(BigDecimal.ZERO);
        if (high != null && high.compareTo(low) < 0) {
            throw new IllegalArgumentException("not an interval: " + low + ".." + high);
        }
    }

    public static Interval point(BigDecimal value) {
        return new Interval(value, value);
    }

    Interval plus(Interval other) {
        return new Interval(low.add(other.low), high == null || other.high == null ? null : high.add(other.high));
    }

    /** What is left when {@code other} is taken away; not below zero. */
    Interval minus(Interval other) {
        BigDecimal least = other.high == null ? BigDecimal.ZERO : low.subtract(other.high);
        BigDecimal most = high == null ? null : high.subtract(other.low).max(BigDecimal.ZERO);
        return new Interval(least.max(BigDecimal.ZERO), most);
    }

    Interval dividedBy(Interval other) {
        BigDecimal least =
                other.high == null || other.high.signum() == 0 ? BigDecimal.ZERO : low.divide(other.high, DOWN);
        BigDecimal most = high == null || other.low.signum() == 0 ? null : high.divide(other.low, UP);
        return new Interval(least, most);
    }

    Interval times(BigDecimal factor) {
        return new Interval(low.multiply(factor), high == null ? null : high.multiply(factor));
    }

    public boolean overlaps(Interval other) {
        return (other.high == null || low.compareTo(other.high) <= 0)
                && (high == null || other.low.compareTo(high) <= 0);
    }

    /** Whether every value of this is greater than every value of {@code other}. */
    public boolean isAbove(Interval other) {
        return other.high != null && low.compareTo(other.high) > 0;
    }
}
