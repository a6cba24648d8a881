package org.fupin.audit.list;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;
import org.fupin.audit.figure.Amount;
import org.fupin.audit.figure.DigitSlip;
import org.fupin.audit.figure.Figure;
import org.fupin.audit.figure.Interval;
import org.fupin.audit.figure.StatedPrecision;

/**
 * The one figure of a list that does not add up which, with one slip of a typist undone, lets it add up: 2,850 units of 8,253,
 * where the others leave 285.
 *
 * @param figure the total or a part
 * @param meant what the other figures make of it, to the digits that it states, in the total's unit
 */
record ListSlip(Figure figure, BigDecimal meant) {

    /** What the other figures leave open may be this share of what is meant: a wider reach is met by chance. */
    private static final BigDecimal TELLING = new BigDecimal("0.02");

    /** A digit more, less or other is hardly chance with so many digits. */
    private static final int DIGITS = 4;

    /** A zero more or less, or two digits swapped, with so many. */
    private static final int DIGITS_OF_SWAP = 3;

    private static final int DIGITS_OF_ZERO = 2;

    /** In longer lists one of the figures is met by chance. */
    private static final int MOST_PARTS = 30;

    private static final BigDecimal TWO = new BigDecimal(2);

    static Optional<ListSlip> in(PartList list) {
        return in(list, DIGITS_OF_SWAP, true);
    }

    /** Only a zero more or less, or two neighbours swapped: where places alone say that the figures belong together. */
    static Optional<ListSlip> ofPlaces(PartList list) {
        return in(list, DIGITS_OF_SWAP, false);
    }

    /**
     * The same with another number of digits that two swapped ones must have.
     *
     * @param digits two are enough where the text leaves no doubt that the list is complete
     */
    static Optional<ListSlip> in(PartList list, int digits) {
        return in(list, digits, true);
    }

    private static Optional<ListSlip> in(PartList list, int digits, boolean any) {
        Figure total = list.total();
        if (list.parts().size() < 2 || list.parts().size() > MOST_PARTS) {
            return Optional.empty();
        }
        Optional<ListSlip> ofTotal = of(total, list.sum(), digits, any);
        if (ofTotal.isPresent()) {
            return ofTotal;
        }
        for (Figure part : list.parts()) {
            if (part.unit().equals(total.unit())) {
                Optional<ListSlip> ofPart = of(part, total.amount().minus(others(list, part)), digits, any);
                if (ofPart.isPresent()) {
                    return ofPart;
                }
            }
        }
        return Optional.empty();
    }

    private static Amount others(PartList list, Figure part) {
        Amount sum = Amount.ZERO;
        for (Figure other : list.parts()) {
            sum = other.equals(part) ? sum : sum.plus(other.in(list.total().unit()));
        }
        return sum;
    }

    private static BigDecimal rounded(Figure figure, BigDecimal value) {
        BigDecimal step = step(figure);
        return value.divide(step, 0, RoundingMode.HALF_UP).multiply(step);
    }

    private static BigDecimal step(Figure figure) {
        BigDecimal step = StatedPrecision.of(
                        figure.observation().text(), figure.amount().value(), figure.unit())
                .step();
        return step.signum() == 0 ? BigDecimal.ONE : step;
    }

    private static Optional<ListSlip> of(Figure figure, Amount meant, int digits, boolean any) {
        BigDecimal stated = figure.amount().value();
        if (figure.isRange() || meant.value().signum() <= 0 || meant.spread().compareTo(TELLING) > 0) {
            return Optional.empty();
        }
        if (any && DigitSlip.between(stated, rounded(figure, meant.value()), DIGITS)) {
            return Optional.of(new ListSlip(figure, rounded(figure, meant.value())));
        }
        for (BigDecimal value : DigitSlip.undone(stated, DIGITS_OF_ZERO, digits)) {
            // what was meant is known as well as what is written, a tenth of it as a tenth
            BigDecimal half = step(figure).multiply(value).divide(stated.multiply(TWO), MathContext.DECIMAL64);
            if (new Interval(value.subtract(half), value.add(half)).overlaps(meant.strict())) {
                return Optional.of(new ListSlip(figure, value));
            }
        }
        return Optional.empty();
    }
}
