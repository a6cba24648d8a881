package org.fupin.observation;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * A unit of measure and its way to the base unit of its dimension. The units there are stand in
 * {@code reference/units.csv}; two units are the same when their codes are.
 *
 * @param code as in the observation model: CNY, mu, km, percent, person-time, 1 (a count) ...
 * @param label for people: "Yuan", "square meters"
 * @param dimension what it measures
 * @param base code of the unit that figures of this dimension are compared in; the unit's own code if it is one
 * @param numerator with the denominator, the exact factor to the base unit: a mu is 2000/3 square meters
 * @param denominator not zero
 */
public record Unit(
        String code, String label, Dimension dimension, String base, BigDecimal numerator, BigDecimal denominator) {

    public Unit {
        if (code.isBlank() || base.isBlank()) {
            throw new IllegalArgumentException("a unit needs a code and a base");
        }
        if (numerator.signum() <= 0 || denominator.signum() <= 0) {
            throw new IllegalArgumentException("unit " + code + ": the factor to " + base + " must be positive");
        }
    }

    /** {@code amount} of this unit in the base unit, to 34 significant digits. */
    public BigDecimal toBase(BigDecimal amount) {
        if (numerator.compareTo(denominator) == 0) {
            return amount;
        }
        return amount.multiply(numerator)
                .divide(denominator, MathContext.DECIMAL128)
                .stripTrailingZeros();
    }

    public boolean is(String otherCode) {
        return code.equals(otherCode);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Unit unit && code.equals(unit.code);
    }

    @Override
    public int hashCode() {
        return code.hashCode();
    }

    @Override
    public String toString() {
        return code;
    }
}
