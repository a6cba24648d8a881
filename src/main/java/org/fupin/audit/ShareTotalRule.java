package org.fupin.audit;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fupin.observation.Finding;
import org.fupin.observation.FindingRule;
import org.fupin.observation.Kind;
import org.fupin.observation.Qualifier;
import org.fupin.reference.ListCues;

/**
 * The shares of one whole against 100 percent: they may not exceed it, and where every part of a complete list has its share
 * they make it up.
 */
final class ShareTotalRule implements AuditRule.InArticle {

    private static final BigDecimal HUNDRED = Quotients.HUNDRED;

    private final ListCues cues;

    ShareTotalRule(ListCues cues) {
        this.cues = cues;
    }

    @Override
    public List<Finding> checkArticle(ArticleFigures article) {
        List<Finding> findings = new ArrayList<>();
        for (Figure whole : article.all()) {
            List<Figure> parts = article.partsOf(whole).stream()
                    .filter(part -> part.isLevel() && part.isComparableWith(whole))
                    .toList();
            if (parts.size() >= 2) {
                check(article, whole, parts).ifPresent(findings::add);
            }
        }
        return findings;
    }

    private Optional<Finding> check(ArticleFigures article, Figure whole, List<Figure> parts) {
        List<Figure> shares = new ArrayList<>();
        for (Figure part : parts) {
            article.describing(part).stream()
                    .filter(other -> other.is(Kind.SHARE) && other.isPercent() && !other.isStandard())
                    .findFirst()
                    .ifPresent(shares::add);
        }
        if (shares.size() < 2) {
            return Optional.empty();
        }
        Amount sum = shares.stream().map(Figure::amount).reduce(Amount.ZERO, Amount::plus);
        PartList list = PartList.of(article, whole, parts, cues);
        boolean all = shares.size() == parts.size();
        boolean parted = list.sum().fit(whole.amount()) == Fit.HOLDS;
        List<Figure> figures = Findings.listOf(whole, shares);
        String stated = Wording.listed(shares, " + ");
        String computed = Wording.percentLike(shares.get(0), sum.value());
        Fit fit = sum.fit(Amount.exact(HUNDRED));
        if (fit == Fit.HOLDS && all && (parted || list.claimsAll())) {
            return Optional.of(Findings.holds(
                    FindingRule.SHARE,
                    figures,
                    stated,
                    "100%",
                    "The %s of %s add up to %s."
                            .formatted(Wording.counted(shares.size(), "share"), Wording.described(whole), computed)));
        }
        boolean qualified =
                shares.stream().anyMatch(share -> share.observation().qualifier() != Qualifier.EXACT);
        boolean over = fit == Fit.FAILS && sum.value().compareTo(HUNDRED) > 0;
        boolean under = fit == Fit.FAILS && !qualified && all && (parted || list.claimsAll()) && !over;
        if (!over && !under) {
            return Optional.empty();
        }
        String message = "The %s of %s add up to %s, not to 100%%."
                .formatted(Wording.counted(shares.size(), "share"), Wording.described(whole), computed);
        // Shares that break several wholes down, or overlapping kinds, exceed 100 without a mistake.
        return Optional.of(
                parted || list.claimsAll()
                        ? Findings.error(FindingRule.SHARE, figures, stated, "100%", message)
                        : Findings.warning(FindingRule.SHARE, figures, stated, "100%", message));
    }
}
