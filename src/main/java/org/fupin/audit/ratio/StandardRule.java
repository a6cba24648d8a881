package org.fupin.audit.ratio;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fupin.audit.figure.Amount;
import org.fupin.audit.figure.ArticleFigures;
import org.fupin.audit.figure.Figure;
import org.fupin.audit.figure.Fit;
import org.fupin.audit.figure.Parthood;
import org.fupin.audit.figure.QuotientSlip;
import org.fupin.audit.rule.AuditRule;
import org.fupin.audit.rule.Findings;
import org.fupin.audit.rule.Wording;
import org.fupin.observation.Dimension;
import org.fupin.observation.PerUnit;
import org.fupin.observation.Qualifier;
import org.fupin.observation.finding.Finding;
import org.fupin.observation.finding.FindingRule;
import org.fupin.reference.AuditWords;
import org.fupin.reference.AuditWords.Use;

/**
 * An amount for each, times those who got it, against the amount for all that follows: "each of the 2,100 families received
 * 15,000 yuan, for which 31.5 million yuan was paid". Only where the text leads from the one to the other and nothing else of the
 * sentence can be meant.
 */
public final class StandardRule implements AuditRule.InArticle {

    /** A total further off is one of something else. */
    private static final BigDecimal NEAR = new BigDecimal("0.4");

    private static final int SLIP_DIGITS = 2;

    private static final int BEHIND = 40;

    private final AuditWords words;

    public StandardRule(AuditWords words) {
        this.words = words;
    }

    @Override
    public List<Finding> checkArticle(ArticleFigures article) {
        List<Finding> findings = new ArrayList<>();
        for (Figure each : article.all()) {
            PerUnit per = each.observation().per();
            if (per != null
                    && per != PerUnit.YEAR
                    && each.isLevel()
                    && each.unit().dimension() == Dimension.MONEY
                    && isExact(each)) {
                check(article, each, per).ifPresent(findings::add);
            }
        }
        return findings;
    }

    private Optional<Finding> check(ArticleFigures article, Figure each, PerUnit per) {
        List<Figure> sentence = article.inSentenceOf(each);
        List<Figure> money = sentence.stream()
                .filter(figure -> figure.unit().dimension() == Dimension.MONEY && !figure.equals(each))
                .toList();
        List<Figure> counts = sentence.stream()
                .filter(figure -> figure.isLevel() && AverageRule.isCount(figure, per))
                .toList();
        if (money.isEmpty()) {
            // "12,000 people were trained at 800 yuan per person. 9.6 million yuan was spent in total."
            money = article.ahead(each, 1).stream()
                    .filter(figure -> figure.unit().dimension() == Dimension.MONEY
                            && figure.paragraph() == each.paragraph()
                            && words.isIn(Use.PRODUCT, article.after(figure, BEHIND)))
                    .toList();
        }
        if (money.size() != 1 || counts.size() != 1) {
            return Optional.empty();
        }
        Figure total = money.get(0);
        Figure count = counts.get(0);
        boolean told = each.precedes(total)
                && count.precedes(total)
                && words.isIn(Use.PRODUCT, article.between(each, total) + " | " + article.after(total, BEHIND));
        boolean judged = told
                && total.isLevel()
                && Parthood.isTotalAmount(total)
                && total.isComparableWith(each)
                && isExact(total)
                && isExact(count)
                && total.amount().value().signum() > 0;
        return judged ? judge(each, count, total) : Optional.empty();
    }

    private static Optional<Finding> judge(Figure each, Figure count, Figure total) {
        Amount quotient = total.in(each.unit()).dividedBy(count.amount());
        BigDecimal stated = each.amount().value();
        boolean near = quotient.value().subtract(stated).abs().compareTo(stated.multiply(NEAR)) <= 0;
        boolean slip = QuotientSlip.inQuotient(total.in(each.unit()), count.amount(), each.amount(), SLIP_DIGITS);
        if (quotient.fit(each.amount()) != Fit.FAILS || !near && !slip) {
            return Optional.empty();
        }
        String computed = Wording.like(total, stated.multiply(count.amount().value()));
        return Optional.of(Findings.warning(
                FindingRule.AVERAGE,
                List.of(total, count, each),
                Wording.stated(total),
                computed,
                "%s for each of %s make %s%s."
                        .formatted(
                                Wording.described(each),
                                Wording.stated(count),
                                computed,
                                Wording.against(false, Wording.described(total)))));
    }

    private static boolean isExact(Figure figure) {
        return !figure.isRange() && figure.observation().qualifier() == Qualifier.EXACT;
    }
}
