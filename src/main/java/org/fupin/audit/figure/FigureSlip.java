package org.fupin.audit.figure;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;

/** What a figure becomes with one slip of a typist undone, where that is what other figures make of it. */
public final class FigureSlip {

    /** A zero more or less, or two digits swapped, is hardly chance with so many digits. */
    public static final int DIGITS_OF_SWAP = 3;

    /** What the other figures leave open may be this share of what is meant: a wider reach is met by chance. */
    private static final BigDecimal TELLING = new BigDecimal("0.02");

    /** A digit more, less or other is hardly chance with so many digits. */
    private static final int DIGITS = 4;

    private static final int DIGITS_OF_ZERO = 2;
    private static final BigDecimal TWO = new BigDecimal(2);

    private FigureSlip() {}

    /**
     * The value that one slip keeps {@code figure} from, to the digits that it states.
     *
     * @param meant what the other figures make of it, in its unit
     * @param digitsOfSwap how many digits it must have where two are swapped
     * @param any false for a zero more or less, or two neighbours swapped, only
     */
    public static Optional<BigDecimal> of(Figure figure, Amount meant, int digitsOfSwap, boolean any) {
        BigDecimal stated = figure.amount().value();
        if (figure.isRange() || meant.value().signum() <= 0 || meant.spread().compareTo(TELLING) > 0) {
            return Optional.empty();
        }
        BigDecimal step = step(figure);
        BigDecimal rounded = meant.value().divide(step, 0, RoundingMode.HALF_UP).multiply(step);
        if (any && DigitSlip.between(stated, rounded, DIGITS)) {
            return Optional.of(rounded);
        }
        for (BigDecimal value : DigitSlip.undone(stated, DIGITS_OF_ZERO, digitsOfSwap)) {
            // what was meant is known as well as what is written, a tenth of it as a tenth
            BigDecimal half = step.multiply(value).divide(stated.multiply(TWO), MathContext.DECIMAL64);
            if (new Interval(value.subtract(half), value.add(half)).overlaps(meant.strict())) {
                return Optional.of(value);
            }
        }
        return Optional.empty();
    }

    private static BigDecimal step(Figure figure) {
        BigDecimal step = StatedPrecision.of(
                        figure.observation().text(), figure.amount().value(), figure.unit())
                .step();
        return step.signum() == 0 ? BigDecimal.ONE : step;
    }
}
