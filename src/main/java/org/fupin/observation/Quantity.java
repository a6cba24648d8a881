package org.fupin.observation;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * An amount of a unit: one value, or a range with two ends.
 *
 * @param value the amount; null for a range
 * @param low the lower end of a range, else null
 * @param high the upper end of a range, else null
 */
public record Quantity(
        @Nullable BigDecimal value,
        @Nullable BigDecimal low,
        @Nullable BigDecimal high,
        Unit unit) {

    public Quantity {
        if (value == null ? low == null || high == null : low != null || high != null) {
            throw new IllegalArgumentException("a quantity has either a value or two ends");
        }
    }

    public static Quantity of(BigDecimal value, Unit unit) {
        return new Quantity(value, null, null, unit);
    }

    public static Quantity range(BigDecimal low, BigDecimal high, Unit unit) {
        return new Quantity(null, low, high, unit);
    }

    public boolean isRange() {
        return value == null;
    }

    /** The value in the unit's base unit; null for a range. */
    public @Nullable BigDecimal baseValue() {
        return value == null ? null : unit.toBase(value);
    }
}
