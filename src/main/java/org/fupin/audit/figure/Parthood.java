package org.fupin.audit.figure;

import org.fupin.observation.PerUnit;

/** Which figures can be totals and which can be parts of them, by what they are, not by where they stand. */
public final class Parthood {

    private Parthood() {}

    public static boolean canBeTotal(Figure figure) {
        return figure.isLevel()
                && !figure.isStandard()
                && !figure.isPercent()
                && isTotalAmount(figure)
                && figure.amount().value().signum() > 0;
    }

    /** Amounts per head or village do not add up; amounts per year do. */
    public static boolean isTotalAmount(Figure figure) {
        PerUnit per = figure.observation().per();
        return per == null || per == PerUnit.YEAR;
    }

    public static boolean canBePart(Figure part, Figure total) {
        return part.isLevel()
                && !part.isStandard()
                && part.isComparableWith(total)
                && part.observation().per() == total.observation().per();
    }

    /** A figure that can be one of the parts though it does not say so. */
    public static boolean canJoin(Figure next, Figure total, ArticleFigures article) {
        return canBePart(next, total)
                && next.unit().equals(total.unit())
                && next.sectionRank() == total.sectionRank()
                && next.paragraph() == total.paragraph()
                && next.observation().partOf() == null
                && article.partsOf(next).isEmpty();
    }

    public static boolean canContinue(Figure next, Figure total, ArticleFigures article) {
        return next.isLike(total) && canJoin(next, total, article);
    }

    public static boolean isDivided(Figure figure, Figure total, ArticleFigures article) {
        return canBePart(figure, total)
                && figure.unit().equals(total.unit())
                && figure.observation().partOf() == null
                && !article.partsOf(figure).isEmpty();
    }
}
