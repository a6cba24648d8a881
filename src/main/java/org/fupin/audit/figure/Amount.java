package org.fupin.audit.figure;

import java.math.BigDecimal;
import java.math.MathContext;
import org.fupin.observation.Dimension;
import org.fupin.observation.Observation;
import org.fupin.observation.Quantity;

/**
 * A stated or computed amount with what its statement leaves open. Operations add the uncertainties of their operands up.
 *
 * @param value the amount itself; the middle of a range
 * @param strict the values that the digits as written allow
 * @param loose the values that remain possible if zeros at the end were put there by rounding, "over" has no upper bound and
 *     "about" is taken generously; contains {@code strict}
 */
public record Amount(BigDecimal value, Interval strict, Interval loose) {

    private static final BigDecimal HALF = new BigDecimal("0.5");
    private static final BigDecimal TWO = new BigDecimal(2);

    /** Zeros at the end may hide a rounding, but not one of more than this share of the value. */
    private static final BigDecimal ROUNDING_SHARE = new BigDecimal("0.025");

    /** "About" reaches this far at least, as a share of the value. */
    private static final BigDecimal ABOUT_SHARE = new BigDecimal("0.02");

    private static final BigDecimal LOOSE_ABOUT_SHARE = new BigDecimal("0.1");

    public static final Amount ZERO = exact(BigDecimal.ZERO);

    public static Amount exact(BigDecimal value) {
        return new Amount(value, Interval.point(value), Interval.point(value));
    }

    /** The amount that {@code observation} states, in its own unit. */
    static Amount of(Observation observation) {
        Quantity quantity = observation.quantity();
        if (quantity.isRange()) {
            Interval range = new Interval(quantity.low(), quantity.high());
            return new Amount(quantity.low().add(quantity.high()).divide(TWO), range, range);
        }
        BigDecimal value = quantity.value();
        StatedPrecision precision = StatedPrecision.of(observation.text(), value, quantity.unit());
        BigDecimal half = precision.step().multiply(HALF);
        // A percentage may have been cut off instead of rounded: 19.78 stated as 19.7.
        BigDecimal above = quantity.unit().dimension() == Dimension.PERCENT ? precision.step() : half;
        BigDecimal rounding = precision.endsInZeros()
                ? precision.coarseStep().multiply(HALF).min(value.multiply(ROUNDING_SHARE))
                : BigDecimal.ZERO;
        Interval strict =
                switch (observation.qualifier()) {
                    case EXACT -> around(value, half, above);
                    case ABOUT -> {
                        BigDecimal reach = precision.coarseStep().multiply(HALF).max(value.multiply(ABOUT_SHARE));
                        yield around(value, reach, reach);
                    }
                    case OVER ->
                        new Interval(value.subtract(half).max(BigDecimal.ZERO), value.add(precision.coarseStep()));
                    case UNDER ->
                        new Interval(value.subtract(precision.coarseStep()).max(BigDecimal.ZERO), value.add(half));
                };
        Interval loose =
                switch (observation.qualifier()) {
                    case EXACT -> around(value, half.max(rounding), above.max(rounding));
                    case ABOUT -> {
                        BigDecimal reach = precision.coarseStep().multiply(HALF).max(value.multiply(LOOSE_ABOUT_SHARE));
                        yield around(value, reach, reach);
                    }
                    case OVER -> new Interval(value.subtract(half.max(rounding)).max(BigDecimal.ZERO), null);
                    case UNDER -> new Interval(BigDecimal.ZERO, value.add(half.max(rounding)));
                };
        return new Amount(value, strict, loose);
    }

    private static Interval around(BigDecimal value, BigDecimal below, BigDecimal above) {
        return new Interval(value.subtract(below).max(BigDecimal.ZERO), value.add(above));
    }

    public Amount plus(Amount other) {
        return new Amount(value.add(other.value), strict.plus(other.strict), loose.plus(other.loose));
    }

    /** Not below zero. */
    public Amount minus(Amount other) {
        return new Amount(
                value.subtract(other.value).max(BigDecimal.ZERO), strict.minus(other.strict), loose.minus(other.loose));
    }

    /**
     * @throws ArithmeticException if the other value is zero
     */
    public Amount dividedBy(Amount other) {
        return new Amount(
                value.divide(other.value, MathContext.DECIMAL128),
                strict.dividedBy(other.strict),
                loose.dividedBy(other.loose));
    }

    public Amount times(BigDecimal factor) {
        return new Amount(value.multiply(factor), strict.times(factor), loose.times(factor));
    }

    public Fit fit(Amount other) {
        if (strict.overlaps(other.strict)) {
            return Fit.HOLDS;
        }
        return loose.overlaps(other.loose) ? Fit.ROUGHLY : Fit.FAILS;
    }

    /** Half the width of what the digits allow, as a share of the value; 1 where that has no bound. */
    public BigDecimal spread() {
        if (strict.high() == null || value.signum() == 0) {
            return BigDecimal.ONE;
        }
        return strict.high().subtract(strict.low()).divide(value.multiply(TWO), MathContext.DECIMAL32);
    }
}
