package org.fupin.audit.ratio;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fupin.audit.figure.Amount;
import org.fupin.audit.figure.ArticleFigures;
import org.fupin.audit.figure.Figure;
import org.fupin.audit.figure.Fit;
import org.fupin.audit.figure.Quotients;
import org.fupin.audit.list.ListShares;
import org.fupin.audit.list.PartList;
import org.fupin.audit.rule.AuditRule;
import org.fupin.audit.rule.Findings;
import org.fupin.audit.rule.Wording;
import org.fupin.observation.Kind;
import org.fupin.observation.Qualifier;
import org.fupin.observation.finding.Finding;
import org.fupin.observation.finding.FindingRule;
import org.fupin.reference.ListCues;

/**
 * The shares of one whole against 100 percent: they may not exceed it, and where every part of a complete list has its share
 * they make it up.
 */
public final class ShareTotalRule implements AuditRule.InArticle {

    private static final BigDecimal HUNDRED = Quotients.HUNDRED;

    private final ListCues cues;

    public ShareTotalRule(ListCues cues) {
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
        PartList list = PartList.of(article, whole, parts, cues);
        ListShares stated = ListShares.of(article, list);
        List<Figure> shares = stated.shares();
        if (shares.size() < 2) {
            return Optional.empty();
        }
        Amount sum = stated.sum();
        boolean divided = list.sum().fit(whole.amount()) == Fit.HOLDS || list.claimsAll();
        List<Figure> figures = Findings.listOf(whole, shares);
        String listed = Wording.listed(shares, " + ");
        String computed = Wording.percentLike(shares.get(0), sum.value());
        String counted = Wording.counted(shares.size(), "share");
        Fit fit = sum.fit(Amount.exact(HUNDRED));
        if (fit == Fit.HOLDS && stated.all() && divided) {
            String message = "The %s of %s add up to %s.".formatted(counted, Wording.described(whole), computed);
            return Optional.of(Findings.holds(FindingRule.SHARE, figures, listed, "100%", message));
        }
        boolean qualified =
                shares.stream().anyMatch(share -> share.observation().qualifier() != Qualifier.EXACT);
        boolean over = fit == Fit.FAILS && sum.value().compareTo(HUNDRED) > 0;
        // "1.6 billion yuan, 40%": the shares of its parts may be of the same larger whole as its own
        boolean isPart = article.describing(whole).stream().anyMatch(own -> own.is(Kind.SHARE) && own.isPercent());
        boolean under = !isPart && fit == Fit.FAILS && !qualified && stated.all() && divided && !over;
        if (!over && !under) {
            return Optional.empty();
        }
        String message =
                "The %s of %s add up to %s, not to 100%%.".formatted(counted, Wording.described(whole), computed);
        // Shares that break several wholes down, or overlapping kinds, exceed 100 without a mistake.
        return Optional.of(
                divided
                        ? Findings.error(FindingRule.SHARE, figures, listed, "100%", message)
                        : Findings.warning(FindingRule.SHARE, figures, listed, "100%", message));
    }
}
