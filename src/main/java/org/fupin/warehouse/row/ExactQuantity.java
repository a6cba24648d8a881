package org.fupin.warehouse.row;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;
import org.fupin.observation.Quantity;
import org.fupin.observation.Unit;
import org.jspecify.annotations.Nullable;

/**
 * Between a quantity and its columns. {@code DECIMAL(28,6)} is what queries compute with; the digits that it would round
 * or add are kept in {@code obs_exact}, so that a quantity comes back equal, its scale included. The column is null
 * for quantities in plain form (no exponent, no zero at the end of a fraction) that fit.
 */
final class ExactQuantity {

    private static final int SCALE = 6;
    private static final int INTEGER_DIGITS = 22;

    private ExactQuantity() {}

    /** What a {@code DECIMAL(28,6)} holds of {@code amount}: null where it is too large. */
    static @Nullable BigDecimal column(@Nullable BigDecimal amount) {
        if (amount == null || integerDigits(amount) > INTEGER_DIGITS) {
            return null;
        }
        BigDecimal rounded = amount.setScale(SCALE, RoundingMode.HALF_EVEN);
        return integerDigits(rounded) > INTEGER_DIGITS ? null : rounded;
    }

    private static long integerDigits(BigDecimal amount) {
        return (long) amount.precision() - amount.scale();
    }

    /** The value of {@code obs_exact}. */
    static @Nullable String exact(Quantity quantity) {
        BigDecimal[] amounts = Stream.of(quantity.value(), quantity.low(), quantity.high())
                .filter(Objects::nonNull)
                .toArray(BigDecimal[]::new);
        boolean plain = Arrays.stream(amounts).allMatch(amount -> {
            BigDecimal column = column(amount);
            return column != null && amount.equals(plain(column));
        });
        return plain
                ? null
                : String.join(
                        "/", Arrays.stream(amounts).map(BigDecimal::toString).toList());
    }

    /** The quantity of a row. */
    static Quantity read(
            @Nullable String exact,
            @Nullable BigDecimal value,
            @Nullable BigDecimal low,
            @Nullable BigDecimal high,
            Unit unit) {
        if (exact != null) {
            int slash = exact.indexOf('/');
            return slash < 0
                    ? Quantity.of(new BigDecimal(exact), unit)
                    : Quantity.range(
                            new BigDecimal(exact.substring(0, slash)),
                            new BigDecimal(exact.substring(slash + 1)),
                            unit);
        }
        return new Quantity(plain(value), plain(low), plain(high), unit);
    }

    private static @Nullable BigDecimal plain(@Nullable BigDecimal column) {
        if (column == null) {
            return null;
        }
        BigDecimal stripped = column.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
