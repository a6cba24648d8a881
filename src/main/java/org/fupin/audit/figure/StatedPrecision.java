package org.fupin.audit.figure;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fupin.observation.Dimension;
import org.fupin.observation.Unit;
import org.jspecify.annotations.Nullable;

/**
 * How exactly a value is known from the way it is written: "2.352 billion" is known to a unit of its last digit, a
 * million; "5,400 households" is a count, exact as written, but may have been rounded to hundreds.
 *
 * @param step the value of one unit in the last place that is written; zero for a count of things written in full
 * @param coarseStep the value of one unit in the last place that is not zero: what the step is if the zeros at the end of a
 *     whole number were put there by rounding; zeros behind the decimal point are written on purpose
 * @param magnitude what the written number is multiplied by: 1000000000 for "2.352 billion", else 1
 */
public record StatedPrecision(BigDecimal step, BigDecimal coarseStep, BigDecimal magnitude) {

    private record Magnitude(String word, BigDecimal factor) {}

    private static final List<Magnitude> MAGNITUDES = List.of(
            new Magnitude("trillion", BigDecimal.TEN.pow(12)),
            new Magnitude("billion", BigDecimal.TEN.pow(9)),
            new Magnitude("million", BigDecimal.TEN.pow(6)),
            new Magnitude("thousand", BigDecimal.TEN.pow(3)),
            new Magnitude("hundred", BigDecimal.TEN.pow(2)),
            new Magnitude("\u4ebf", BigDecimal.TEN.pow(8)),
            new Magnitude("\u4e07", BigDecimal.TEN.pow(4)));

    private static final Pattern DIGITS = Pattern.compile("[0-9][0-9,\u00a0 ]*(?:\\.[0-9,]*[0-9])?");

    /**
     * The precision of {@code value} as {@code text} writes it.
     *
     * @param text the quantity expression: number, magnitude word, unit
     * @param value what it was read as, in {@code unit}
     */
    public static StatedPrecision of(String text, BigDecimal value, Unit unit) {
        String lower = text.toLowerCase(Locale.ROOT);
        BigDecimal magnitude = magnitude(lower);
        Matcher digits = DIGITS.matcher(lower);
        while (digits.find()) {
            String number = digits.group().replaceAll("[,\u00a0 ]", "");
            BigDecimal mantissa = new BigDecimal(number);
            if (mantissa.multiply(magnitude).compareTo(value) == 0) {
                return of(value, magnitude.scaleByPowerOfTen(-mantissa.scale()), magnitude, unit);
            }
            BigDecimal power = powerOfTen(value, mantissa);
            BigDecimal step = power == null ? BigDecimal.ZERO : power.scaleByPowerOfTen(-mantissa.scale());
            if (step.compareTo(BigDecimal.ONE) > 0) {
                return of(value, step, power, unit);
            }
        }
        // Number words, and malformed numbers that were read as something else than their digits say.
        BigDecimal mantissa = value.divide(magnitude).stripTrailingZeros();
        return of(value, magnitude.scaleByPowerOfTen(-Math.max(0, mantissa.scale())), magnitude, unit);
    }

    private static StatedPrecision of(BigDecimal value, BigDecimal step, BigDecimal magnitude, Unit unit) {
        BigDecimal mantissa = value.divide(magnitude).stripTrailingZeros();
        boolean whole = step.compareTo(magnitude) == 0 && mantissa.signum() != 0;
        BigDecimal coarse = whole ? magnitude.scaleByPowerOfTen(Math.max(0, -mantissa.scale())) : step;
        boolean counted = magnitude.compareTo(BigDecimal.ONE) == 0
                && step.compareTo(BigDecimal.ONE) == 0
                && (unit.dimension() == Dimension.COUNT
                        || unit.dimension() == Dimension.PEOPLE
                        || unit.dimension() == Dimension.HOUSEHOLDS);
        return new StatedPrecision(counted ? BigDecimal.ZERO : step, coarse, magnitude);
    }

    /** What abbreviations and units ("52.3m", "350 (10,000 yuan)", "5 qing") multiply by; null where that is no power of ten. */
    private static @Nullable BigDecimal powerOfTen(BigDecimal value, BigDecimal mantissa) {
        if (mantissa.signum() == 0 || value.compareTo(mantissa) <= 0) {
            return null;
        }
        BigDecimal stated = mantissa.stripTrailingZeros();
        BigDecimal read = value.stripTrailingZeros();
        boolean same = stated.unscaledValue().equals(read.unscaledValue());
        return same ? BigDecimal.ONE.scaleByPowerOfTen(stated.scale() - read.scale()) : null;
    }

    /** Whether the number ends in zeros that may be rounding. */
    boolean endsInZeros() {
        return coarseStep.compareTo(step.max(magnitude)) > 0;
    }

    private static BigDecimal magnitude(String lower) {
        BigDecimal product = BigDecimal.ONE;
        for (Magnitude magnitude : MAGNITUDES) {
            if (lower.contains(magnitude.word())) {
                product = product.multiply(magnitude.factor());
            }
        }
        return product;
    }
}
