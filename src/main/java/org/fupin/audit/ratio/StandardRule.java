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

    /** A total before the sentence is known to so many digits at least ... */
    private static final int TELLING_DIGITS = 4;

    /** ... is enough for a number of heads that ends in so many zeros ... */
    private static final int ROUND = 2;

    /** ... and is not so many times too small. */
    private static final BigDecimal FURTHEST = BigDecimal.valueOf(3);

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
        Optional<Finding> before =
                money.isEmpty() && counts.size() == 1 ? ofTotalBefore(article, each, counts.get(0)) : Optional.empty();
        if (before.isPresent()) {
            return before;
        }
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

    /**
     * "13.65 million yuan was put aside for the herders' children. 12,000 children got 1,300 yuan each." Nothing but the places
     * leads from the total to these: it must be known to many digits, and be enough for a round number of them.
     */
    private static Optional<Finding> ofTotalBefore(ArticleFigures article, Figure each, Figure count) {
        List<Figure> money = article.behind(each, 1).stream()
                .filter(figure -> figure.unit().dimension() == Dimension.MONEY
                        && figure.paragraph() == each.paragraph()
                        && figure.sectionRank() == each.sectionRank())
                .toList();
        if (money.size() != 1 || !count.precedes(each) || !isExact(count)) {
            return Optional.empty();
        }
        Figure total = money.get(0);
        boolean telling = total.isLevel()
                && isExact(total)
                && Parthood.isTotalAmount(total)
                && total.isComparableWith(each)
                && total.amount().value().stripTrailingZeros().precision() >= TELLING_DIGITS
                && each.amount().value().signum() > 0;
        if (!telling) {
            return Optional.empty();
        }
        BigDecimal[] enough =
                total.in(each.unit()).value().divideAndRemainder(each.amount().value());
        BigDecimal most = count.amount().value();
        boolean round = enough[1].signum() == 0
                && enough[0].stripTrailingZeros().scale() <= -ROUND
                && enough[0].compareTo(most) < 0
                && enough[0].multiply(FURTHEST).compareTo(most) >= 0;
        return round ? Optional.of(finding(each, count, total, enough[0])) : Optional.empty();
    }

    private static Finding finding(Figure each, Figure count, Figure total, BigDecimal enough) {
        String computed = Wording.like(
                total, each.amount().value().multiply(count.amount().value()));
        return Findings.warning(
                FindingRule.AVERAGE,
                List.of(total, count, each),
                Wording.stated(total),
                computed,
                "%s for each of %s make %s; %s, which is stated before, is just enough for %s."
                        .formatted(
                                Wording.described(each),
                                Wording.stated(count),
                                computed,
                                Wording.described(total),
                                Wording.like(count, enough)));
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
