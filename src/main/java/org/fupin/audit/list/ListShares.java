package org.fupin.audit.list;

import java.util.ArrayList;
import java.util.List;
import org.fupin.audit.figure.Amount;
import org.fupin.audit.figure.ArticleFigures;
import org.fupin.audit.figure.Figure;
import org.fupin.audit.figure.Fit;
import org.fupin.audit.figure.Quotients;
import org.fupin.observation.Kind;

/**
 * The percentages that the parts of a list state of their total.
 *
 * @param shares one for each part that has one, in the list's order
 * @param all whether every part has one
 */
public record ListShares(List<Figure> shares, boolean all) {

    public static ListShares of(ArticleFigures article, PartList list) {
        List<Figure> shares = new ArrayList<>();
        for (Figure part : list.parts()) {
            for (Figure share : article.describing(part)) {
                if (share.is(Kind.SHARE) && share.isPercent() && !share.isStandard()) {
                    shares.add(share);
                    break;
                }
            }
        }
        return new ListShares(List.copyOf(shares), shares.size() == list.parts().size());
    }

    public Amount sum() {
        return shares.stream().map(Figure::amount).reduce(Amount.ZERO, Amount::plus);
    }

    private Fit fit() {
        return sum().fit(Amount.exact(Quotients.HUNDRED));
    }

    /** "88.5 percent came from above and 7.7 percent from the members": the text itself says that this is not all. */
    boolean leaveSomething() {
        return all && shares.size() > 1 && fit() == Fit.FAILS && sum().value().compareTo(Quotients.HUNDRED) < 0;
    }

    /** Shares that make 100 percent say that the list is complete. */
    boolean makeAll() {
        return all && shares.size() > 1 && fit() == Fit.HOLDS;
    }
}
