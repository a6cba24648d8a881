package org.fupin.audit.list;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.fupin.audit.figure.Amount;
import org.fupin.audit.figure.ArticleFigures;
import org.fupin.audit.figure.Figure;
import org.fupin.audit.figure.Fit;
import org.fupin.audit.figure.Plans;
import org.fupin.observation.Dimension;
import org.fupin.observation.Qualifier;
import org.fupin.observation.finding.Finding;
import org.fupin.reference.ListClaim;

/**
 * Judges a list that does not add up: parts that exceed the total are wrong in any case, unless they are kinds that may
 * overlap; parts that fall short of it are wrong only where the list claims to be complete ({@link PartList#claimsAll}, or
 * shares that make 100 percent), and worth a look where one slip of the pen explains it or little is missing.
 */
final class ListJudge {

    /** A complete list of money that reaches less than this share of its total is probably not one. */
    private static final BigDecimal HALF = new BigDecimal("0.5");

    /** A selection that comes this near to the total was probably meant to be the whole. */
    private static final BigDecimal NEAR = new BigDecimal("0.02");

    /** Money divided by "of which": a few parts that leave more than this say by that that there are others. */
    private static final BigDecimal SOME = new BigDecimal("0.15");

    private static final BigDecimal QUARTER = new BigDecimal("0.25");

    /** So many parts look like all there are. */
    private static final int MANY = 4;

    /** Parts that may overlap exceed their total by more than this without a mistake. */
    private static final BigDecimal OVERLAP = new BigDecimal("0.1");

    private static final Pattern COORDINATED = Pattern.compile("(?is)\\s*(\\w+\\s+){0,4}(and|or|of|,)\\s*");
    private static final Pattern RESPECTIVELY = Pattern.compile("(?i)\\brespectively\\b");
    private static final int RESPECTIVELY_BEFORE = 60;

    private final LinkedLists lists;

    ListJudge(LinkedLists lists) {
        this.lists = lists;
    }

    Optional<Finding> judge(ArticleFigures article, PartList list) {
        Figure total = list.total();
        Amount sum = list.sum();
        Fit fit = sum.fit(total.amount());
        if (fit == Fit.HOLDS) {
            return Optional.empty();
        }
        boolean exact =
                list.figures().stream().allMatch(figure -> figure.observation().qualifier() == Qualifier.EXACT);
        if (fit == Fit.ROUGHLY && !exact) {
            return Optional.empty();
        }
        if (list.exceeds()) {
            return exceeding(article, list, sum, fit);
        }
        boolean plain = exact && !isPaired(article, total) && !Plans.isCalledPlan(article, total);
        return plain && list.parts().size() > 1 ? fallingShort(article, list, sum, fit) : Optional.empty();
    }

    /** "Of which" alone does not say that a list is complete: what is missing may be left unsaid, so that it is no error. */
    private static Optional<Finding> fallingShort(ArticleFigures article, PartList list, Amount sum, Fit fit) {
        ListShares shares = ListShares.of(article, list);
        if (list.claim() == null || shares.leaveSomething()) {
            return Optional.empty();
        }
        boolean complete = list.claimsAll() || shares.makeAll();
        boolean slip = fit == Fit.FAILS && ListSlip.in(list).isPresent();
        BigDecimal missing =
                BigDecimal.ONE.subtract(sum.value().divide(list.total().amount().value(), 6, RoundingMode.HALF_UP));
        if (fit == Fit.FAILS && complete && (slip || missing.compareTo(HALF) <= 0)) {
            return Optional.of(SumFindings.error(list, sum));
        }
        return complete || slip || list.closed() && missing.compareTo(mostMissing(list)) <= 0
                ? Optional.of(SumFindings.warning(list, sum))
                : Optional.empty();
    }

    /** How much a list that does not claim to be complete may miss and still look as if it was meant to be. */
    private static BigDecimal mostMissing(PartList list) {
        if (list.rest()) {
            return SOME;
        }
        boolean money = list.total().unit().dimension() == Dimension.MONEY;
        if (list.claim() == ListClaim.PARTITION && money) {
            return list.parts().size() < MANY ? SOME : QUARTER;
        }
        return NEAR;
    }

    private Optional<Finding> exceeding(ArticleFigures article, PartList list, Amount sum, Fit fit) {
        Optional<PartList> enough = lists.enough(article, list);
        if (enough.isPresent()) {
            return Optional.of(SumFindings.beyond(list, sum, enough.get().parts()));
        }
        if (list.claim() == null) {
            return list.parts().size() > 1 && isPlainList(article, list)
                    ? Optional.of(SumFindings.warning(list, sum))
                    : Optional.empty();
        }
        Figure total = list.total();
        if (list.parts().size() == 1
                && isPartOfTheOther(article, total, list.parts().get(0))) {
            return Optional.empty();
        }
        boolean onePart = list.parts().stream()
                .anyMatch(part ->
                        part.in(total.unit()).strict().isAbove(total.amount().strict()));
        if (onePart || isAdditive(total) || list.claim() == ListClaim.WHOLE) {
            return Optional.of(fit == Fit.FAILS ? SumFindings.error(list, sum) : SumFindings.warning(list, sum));
        }
        // Kinds of villages or people may overlap; where they come near to the total they were meant to divide it.
        BigDecimal more = sum.value()
                .divide(total.amount().value(), 6, RoundingMode.HALF_UP)
                .subtract(BigDecimal.ONE);
        return more.compareTo(OVERLAP) <= 0 || ListSlip.in(list).isPresent() || list.reconcilesWithoutNameless()
                ? Optional.of(SumFindings.warning(list, sum))
                : Optional.empty();
    }

    /** "60,182 people and 12,877 households (including 30,000 poor)": these are some of the people. */
    private static boolean isPartOfTheOther(ArticleFigures article, Figure total, Figure part) {
        return article.inSentenceOf(total).stream()
                .filter(other -> other.precedes(total))
                .reduce((one, other) -> other)
                .filter(other -> isHeads(other)
                        && isHeads(total)
                        && other.unit().dimension() != total.unit().dimension()
                        && COORDINATED.matcher(article.between(other, total)).matches()
                        && other.amount().value().compareTo(part.amount().value()) >= 0)
                .isPresent();
    }

    private static boolean isHeads(Figure figure) {
        return figure.unit().dimension() == Dimension.PEOPLE || figure.unit().dimension() == Dimension.HOUSEHOLDS;
    }

    private static boolean isAdditive(Figure figure) {
        return switch (figure.unit().dimension()) {
            case COUNT, PEOPLE, HOUSEHOLDS -> false;
            default -> true;
        };
    }

    /** One of several totals that a list divides "respectively". */
    private static boolean isPaired(ArticleFigures article, Figure total) {
        return RESPECTIVELY.matcher(article.before(total, RESPECTIVELY_BEFORE)).find();
    }

    /** Parts before or after their total in one sentence, with no other like figure between: the link is hardly wrong. */
    private boolean isPlainList(ArticleFigures article, PartList list) {
        Figure total = list.total();
        Set<Figure> own = new HashSet<>(list.figures());
        Figure first = list.parts().get(0);
        return first.inSentenceOf(total)
                && article.inSentenceOf(total).stream()
                        .noneMatch(other -> !own.contains(other)
                                && other.isLevel()
                                && other.unit().equals(total.unit())
                                && total.precedes(other)
                                && other.precedes(first));
    }
}
