package org.fupin.audit;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.fupin.observation.Dimension;
import org.fupin.observation.Finding;
import org.fupin.observation.Qualifier;
import org.fupin.reference.ListClaim;

/**
 * Judges a list that does not add up: parts that exceed the total are wrong in any case, unless they are kinds that may
 * overlap; parts that fall short of it are wrong only where the list claims to be complete ({@link PartList#claimsAll}) or
 * misses the total by a slip of the pen.
 */
final class ListJudge {

    /** A complete list of money that reaches less than this share of its total is probably not one. */
    private static final BigDecimal HALF = new BigDecimal("0.5");

    /** A selection that comes this near to the total was probably meant to be the whole. */
    private static final BigDecimal NEAR = new BigDecimal("0.02");

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
        if (list.parts().size() < 2 || !exact || isPaired(article, total) || Plans.isCalledPlan(article, total)) {
            return Optional.empty();
        }
        boolean slip = list.claim() != null && list.isSlip();
        BigDecimal missing =
                BigDecimal.ONE.subtract(sum.value().divide(total.amount().value(), 6, RoundingMode.HALF_UP));
        // "of which" alone does not say that the list is complete: what is missing may be left unsaid
        boolean whole = list.claim() == ListClaim.WHOLE || list.rest();
        if (fit == Fit.FAILS && (slip || whole && list.claimsAll() && missing.compareTo(HALF) <= 0)) {
            return Optional.of(SumFindings.error(list, sum));
        }
        boolean nearlyAll = list.claim() != null && list.closed() && missing.compareTo(NEAR) <= 0;
        boolean partition = list.claim() == ListClaim.PARTITION && list.closed() && missing.compareTo(HALF) <= 0;
        return list.claimsAll() || nearlyAll || partition
                ? Optional.of(SumFindings.warning(list, sum))
                : Optional.empty();
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
        return more.compareTo(OVERLAP) <= 0 ? Optional.of(SumFindings.warning(list, sum)) : Optional.empty();
    }

    /** "60,182 people and 12,877 households (including 30,000 poor)": these are some of the people. */
    private static boolean isPartOfTheOther(ArticleFigures article, Figure total, Figure part) {
        return article.inSentence(total.sentence()).stream()
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
                && article.inSentence(total.sentence()).stream()
                        .noneMatch(other -> !own.contains(other)
                                && other.isLevel()
                                && other.unit().equals(total.unit())
                                && total.precedes(other)
                                && other.precedes(first));
    }
}
