package org.fupin.audit;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.fupin.audit.figure.Amount;
import org.fupin.audit.figure.Figure;
import org.fupin.audit.figure.Quotients;
import org.fupin.observation.Direction;
import org.fupin.observation.finding.Finding;

/** What the other figures of a relation that fails make of one of them. */
final class Implied {

    private Implied() {}

    /**
     * The amount that would let {@code finding} hold, of a sum in the unit of its total, else in the figure's own; empty where its
     * rule does not tell.
     *
     * @param figures those of the finding, in its order
     */
    static Optional<Amount> of(Finding finding, List<Figure> figures, Figure figure) {
        return switch (finding.rule()) {
            case SUM -> Optional.of(ofSum(figures, figure));
            case GROWTH -> ofGrowth(figures, figure);
            case SHARE -> ofShare(figures, figure);
            case AVERAGE -> ofAverage(figures, figure);
            default -> Optional.empty();
        };
    }

    private static Amount ofSum(List<Figure> figures, Figure figure) {
        Figure total = figures.get(0);
        Amount sum = Amount.ZERO;
        for (Figure part : figures.subList(1, figures.size())) {
            sum = part.equals(figure) ? sum : sum.plus(part.in(total.unit()));
        }
        return figure.equals(total) ? sum : total.amount().minus(sum);
    }

    /** Level, change and percentage: the level that the two others give. */
    private static Optional<Amount> ofGrowth(List<Figure> figures, Figure figure) {
        if (figures.size() != 3 || !figures.get(0).equals(figure)) {
            return Optional.empty();
        }
        Figure growth = figures.get(2);
        Figure change = figures.get(1);
        if (!growth.isPercent() || change.isLevel() || growth.amount().value().signum() == 0) {
            return Optional.empty();
        }
        Amount difference = change.in(figure.unit());
        Amount before = difference.times(Quotients.HUNDRED).dividedBy(growth.amount());
        boolean down = growth.observation().direction() == Direction.DOWN;
        Amount level = down ? before.minus(difference) : before.plus(difference);
        return level.value().compareTo(BigDecimal.ZERO) > 0 ? Optional.of(level) : Optional.empty();
    }

    /** Whole, part and percentage. */
    private static Optional<Amount> ofShare(List<Figure> figures, Figure figure) {
        if (figures.size() != 3 || figures.stream().filter(Figure::isPercent).count() != 1) {
            return Optional.empty();
        }
        Figure whole = figures.get(0);
        Figure part = figures.get(1);
        Figure share = figures.get(2);
        boolean zero = whole.amount().value().signum() == 0
                || share.amount().value().signum() == 0
                || part.amount().value().signum() == 0;
        if (zero || !share.isPercent() || !part.isComparableWith(whole)) {
            return Optional.empty();
        }
        if (figure.equals(share)) {
            return Optional.of(Quotients.percent(part.in(whole.unit()), whole.amount()));
        }
        return Optional.of(
                figure.equals(whole)
                        ? part.in(whole.unit()).times(Quotients.HUNDRED).dividedBy(share.amount())
                        : product(whole.in(part.unit()), share.amount()).dividedBy(Amount.exact(Quotients.HUNDRED)));
    }

    /** Total, count and the amount for each. */
    private static Optional<Amount> ofAverage(List<Figure> figures, Figure figure) {
        if (figures.size() != 3
                || !figures.get(0).isComparableWith(figures.get(2))
                || figures.stream().anyMatch(one -> one.amount().value().signum() == 0)) {
            return Optional.empty();
        }
        Figure total = figures.get(0);
        Figure count = figures.get(1);
        Figure each = figures.get(2);
        if (figure.equals(total)) {
            return Optional.of(product(each.in(total.unit()), count.amount()));
        }
        return Optional.of(
                figure.equals(count)
                        ? total.in(each.unit()).dividedBy(each.amount())
                        : total.in(each.unit()).dividedBy(count.amount()));
    }

    private static Amount product(Amount one, Amount other) {
        return one.dividedBy(Amount.exact(BigDecimal.ONE).dividedBy(other));
    }
}
