package org.fupin.audit.list;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.fupin.audit.figure.Amount;
import org.fupin.audit.figure.ArticleFigures;
import org.fupin.audit.figure.Figure;
import org.fupin.audit.figure.Fit;
import org.fupin.audit.rule.AuditRule;
import org.fupin.observation.Dimension;
import org.fupin.observation.FundingSource;
import org.fupin.observation.PerUnit;
import org.fupin.observation.Qualifier;
import org.fupin.observation.finding.Finding;
import org.fupin.reference.ListCues;

/**
 * An amount for each of one payer after the other, right behind that of all: "3.1 million yuan per town. The provincial funds per
 * town were 1.2 million yuan and the integrated funds per town 1.4 million yuan." Nothing joins them but that each is for one
 * town, so that they are worth a look where they miss the whole by a part of it.
 */
public final class AveragePartsRule implements AuditRule.InArticle {

    /** What leaves more than this without a payer was hardly meant to be all. */
    private static final BigDecimal NEAR = new BigDecimal("0.25");

    private static final int AFTER = 60;

    private final ListCues cues;

    public AveragePartsRule(ListCues cues) {
        this.cues = cues;
    }

    @Override
    public List<Finding> checkArticle(ArticleFigures article) {
        List<Finding> findings = new ArrayList<>();
        for (Figure total : article.all()) {
            if (isAverage(total) && total.observation().source() == null && isLast(article, total)) {
                check(article, total).ifPresent(findings::add);
            }
        }
        return findings;
    }

    private Optional<Finding> check(ArticleFigures article, Figure total) {
        List<Figure> parts = article.ahead(total, 1);
        Set<FundingSource> payers = EnumSet.noneOf(FundingSource.class);
        boolean ofPayers = parts.size() > 1
                && parts.stream()
                        .allMatch(part -> isAverage(part)
                                && part.isLike(total)
                                && part.paragraph() == total.paragraph()
                                && part.observation().source() != null
                                && payers.add(part.observation().source()));
        if (!ofPayers) {
            return Optional.empty();
        }
        PartList list = PartList.of(article, total, parts, cues);
        if (list.reconciles()) {
            return Optional.of(SumFindings.identity(list));
        }
        Amount sum = list.sum();
        BigDecimal whole = total.amount().value();
        boolean near = sum.value().subtract(whole).abs().compareTo(whole.multiply(NEAR)) <= 0;
        boolean open = cues.leavesOpen(article.after(parts.get(parts.size() - 1), AFTER))
                || cues.lastJoin(article.before(parts.get(0), AFTER)).isPresent();
        return list.closed() && near && !open && sum.fit(total.amount()) == Fit.FAILS
                ? Optional.of(SumFindings.warning(list, sum))
                : Optional.empty();
    }

    private static boolean isAverage(Figure figure) {
        PerUnit per = figure.observation().per();
        return figure.isLevel()
                && !figure.isStandard()
                && !figure.isRange()
                && per != null
                && per != PerUnit.YEAR
                && figure.unit().dimension() == Dimension.MONEY
                && figure.observation().qualifier() == Qualifier.EXACT
                && figure.amount().value().signum() > 0;
    }

    /** Whether no other figure of its sentence comes between it and the next. */
    private static boolean isLast(ArticleFigures article, Figure figure) {
        List<Figure> sentence = article.inSentenceOf(figure);
        return !sentence.isEmpty() && sentence.get(sentence.size() - 1).equals(figure);
    }
}
