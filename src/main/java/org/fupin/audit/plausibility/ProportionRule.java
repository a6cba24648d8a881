package org.fupin.audit.plausibility;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.fupin.audit.figure.Amount;
import org.fupin.audit.figure.ArticleFigures;
import org.fupin.audit.figure.Figure;
import org.fupin.audit.rule.AuditRule;
import org.fupin.audit.rule.Findings;
import org.fupin.audit.rule.Wording;
import org.fupin.observation.Dimension;
import org.fupin.observation.FundingSource;
import org.fupin.observation.Measure;
import org.fupin.observation.Status;
import org.fupin.observation.finding.Finding;
import org.fupin.observation.finding.FindingRule;

/**
 * Money out of all proportion: more for each of the households or people whom it went to than any of them can have had, where
 * the year's funds are far smaller. What an economy makes, trades or invests is large without a mistake: only money that the
 * text leads to households or people is judged.
 */
public final class ProportionRule implements AuditRule.InArticle {

    /** More yuan than a household or a person is helped with: houses cost some hundred thousand. */
    private static final BigDecimal MOST_OF_HOUSEHOLD = new BigDecimal(5_000_000);

    private static final BigDecimal MOST_OF_PERSON = new BigDecimal(2_000_000);

    /** So many times the year's funds. */
    private static final BigDecimal TIMES = BigDecimal.TEN;

    private static final Set<FundingSource> GOVERNMENTS =
            EnumSet.of(FundingSource.FISCAL, FundingSource.CENTRAL, FundingSource.PROVINCIAL);

    private static final Pattern WENT_TO = Pattern.compile(
            "(?i)[^.;:0-9]*\\b(to|for|among|benefit\\w*|help\\w*|support\\w*|assist\\w*|cover\\w*)\\b[^.;:0-9]{0,30}");

    private static final Pattern GOT = Pattern.compile(
            "(?i)[^.;:0-9]*\\b(got|received?|obtained?|borrowed?|were (granted|given|lent))\\b" + "[^.;:0-9]{0,40}");

    @Override
    public List<Finding> checkArticle(ArticleFigures article) {
        List<Figure> amounts = article.all().stream()
                .filter(figure -> figure.isLevel() && figure.unit().dimension() == Dimension.MONEY)
                .filter(figure -> figure.observation().per() == null)
                .toList();
        BigDecimal funds = amounts.stream()
                .filter(figure -> GOVERNMENTS.contains(figure.observation().source()))
                .map(figure -> figure.amount().value())
                .filter(value -> value.compareTo(MOST_OF_HOUSEHOLD) > 0)
                .max(BigDecimal::compareTo)
                .orElse(BigDecimal.ZERO);
        List<Finding> findings = new ArrayList<>();
        List<Figure> all = article.all();
        for (int i = 0; i < all.size(); i++) {
            Figure amount = all.get(i);
            boolean judged = isGiven(amount)
                    && funds.signum() > 0
                    && amount.amount().value().compareTo(funds.multiply(TIMES)) > 0;
            if (judged) {
                Optional<Figure> heads = heads(article, all, i);
                heads.flatMap(count -> finding(amount, count, funds)).ifPresent(findings::add);
            }
        }
        return findings;
    }

    private static boolean isGiven(Figure figure) {
        Measure measure = figure.observation().measure();
        return figure.isLevel()
                && !figure.isRange()
                && figure.observation().per() == null
                && figure.observation().status() == Status.ACTUAL
                && figure.unit().is("CNY")
                && (measure == Measure.FUNDS || measure == Measure.LOANS)
                && !GOVERNMENTS.contains(figure.observation().source());
    }

    /** Those whom the money went to: the figure beside it, if it counts households or people. */
    private static Optional<Figure> heads(ArticleFigures article, List<Figure> all, int at) {
        Figure amount = all.get(at);
        if (at + 1 < all.size()
                && isHeads(all.get(at + 1), amount)
                && WENT_TO.matcher(article.between(amount, all.get(at + 1))).matches()) {
            return Optional.of(all.get(at + 1));
        }
        return at > 0
                        && isHeads(all.get(at - 1), amount)
                        && GOT.matcher(article.between(all.get(at - 1), amount)).matches()
                ? Optional.of(all.get(at - 1))
                : Optional.empty();
    }

    private static boolean isHeads(Figure figure, Figure amount) {
        Dimension dimension = figure.unit().dimension();
        return figure.inSentenceOf(amount)
                && figure.isLevel()
                && figure.observation().per() == null
                && figure.amount().value().compareTo(BigDecimal.ONE) > 0
                && (dimension == Dimension.HOUSEHOLDS || dimension == Dimension.PEOPLE);
    }

    private static Optional<Finding> finding(Figure amount, Figure heads, BigDecimal funds) {
        BigDecimal most = heads.unit().dimension() == Dimension.HOUSEHOLDS ? MOST_OF_HOUSEHOLD : MOST_OF_PERSON;
        Amount each = amount.amount().dividedBy(heads.amount());
        if (each.value().compareTo(most) <= 0) {
            return Optional.empty();
        }
        return Optional.of(Findings.warning(
                FindingRule.PLAUSIBILITY,
                List.of(amount),
                Wording.stated(amount),
                "at most " + Wording.like(amount, most.multiply(heads.amount().value())),
                "%s for %s are %s for each, where the largest of the year's funds is %s."
                        .formatted(
                                Wording.described(amount),
                                Wording.stated(heads),
                                Wording.like(amount, each.value()),
                                Wording.like(amount, funds))));
    }
}
