package org.fupin.audit.list;

import java.math.BigDecimal;
import java.util.Optional;
import org.fupin.audit.figure.Amount;
import org.fupin.audit.figure.Figure;
import org.fupin.audit.figure.FigureSlip;

/**
 * The one figure of a list that does not add up which, with one slip of a typist undone, lets it add up: 2,850 units of 8,253,
 * where the others leave 285.
 *
 * @param figure the total or a part
 * @param meant what the other figures make of it, to the digits that it states, in the total's unit
 */
record ListSlip(Figure figure, BigDecimal meant) {

    /** A zero more or less, or two digits swapped, with so many. */
    private static final int DIGITS_OF_SWAP = FigureSlip.DIGITS_OF_SWAP;

    /** In longer lists one of the figures is met by chance. */
    private static final int MOST_PARTS = 30;

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

    private static Optional<ListSlip> of(Figure figure, Amount meant, int digits, boolean any) {
        return FigureSlip.of(figure, meant, digits, any).map(value -> new ListSlip(figure, value));
    }

    private static Amount others(PartList list, Figure part) {
        Amount sum = Amount.ZERO;
        for (Figure other : list.parts()) {
            sum = other.equals(part) ? sum : sum.plus(other.in(list.total().unit()));
        }
        return sum;
    }
}
