package org.fupin.audit.change;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fupin.audit.figure.Amount;
import org.fupin.audit.figure.ArticleFigures;
import org.fupin.audit.figure.DigitSlip;
import org.fupin.audit.figure.Figure;
import org.fupin.audit.figure.Fit;
import org.fupin.audit.figure.Quotients;
import org.fupin.audit.rule.AuditRule;
import org.fupin.audit.rule.Findings;
import org.fupin.audit.rule.Wording;
import org.fupin.observation.Direction;
import org.fupin.observation.Kind;
import org.fupin.observation.Qualifier;
import org.fupin.observation.finding.Finding;
import org.fupin.observation.finding.FindingRule;

/** An increase that is larger than what it led to: "4.2 billion yuan, with an increase of 12.1 billion yuan". */
public final class IncreaseRule implements AuditRule.InArticle {

    private static final int SLIP_DIGITS = 2;

    @Override
    public List<Finding> checkArticle(ArticleFigures article) {
        List<Finding> findings = new ArrayList<>();
        for (Figure change : article.all()) {
            if (change.is(Kind.CHANGE)
                    && change.observation().direction() == Direction.UP
                    && change.observation().qualifier() == Qualifier.EXACT
                    && !change.isPercent()) {
                article.described(change)
                        .filter(level -> isExceeded(article, level, change))
                        .ifPresent(level -> findings.add(finding(article, level, change)));
            }
        }
        return findings;
    }

    private static boolean isExceeded(ArticleFigures article, Figure level, Figure change) {
        return level.isLevel()
                && level.isLike(change)
                && level.inSentenceOf(change)
                && level.precedes(change)
                && level.amount().value().signum() > 0
                && article.inSentenceOf(level).stream()
                        .noneMatch(other ->
                                level.precedes(other) && other.precedes(change) && other.isComparableWith(level))
                && change.amount().strict().isAbove(level.amount().loose());
    }

    private static Finding finding(ArticleFigures article, Figure level, Figure change) {
        String message = "%s cannot be %s more than before: the increase alone is larger.%s"
                .formatted(
                        Wording.described(level),
                        Wording.stated(change),
                        meant(article, level, change).orElse(""));
        String expected = "at most " + Wording.stated(level);
        return Findings.error(FindingRule.GROWTH, List.of(level, change), Wording.stated(change), expected, message);
    }

    /** What level and percentage make of the increase, where a digit or a point makes the difference. */
    private static Optional<String> meant(ArticleFigures article, Figure level, Figure change) {
        for (Figure growth : article.describing(level)) {
            if (growth.is(Kind.GROWTH)
                    && growth.isPercent()
                    && growth.observation().direction() != Direction.DOWN
                    && growth.amount().value().signum() > 0) {
                Amount before = level.amount()
                        .times(Quotients.HUNDRED)
                        .dividedBy(growth.amount().plus(Amount.exact(Quotients.HUNDRED)));
                Amount meant = level.amount().minus(before);
                return DigitSlip.undone(change.in(level.unit()).value(), SLIP_DIGITS, SLIP_DIGITS + 1).stream()
                        .filter(value -> Amount.exact(value).fit(meant) == Fit.HOLDS)
                        .findFirst()
                        .map(value -> " With %s it would be up %s, as stated."
                                .formatted(Wording.like(change, value), Wording.stated(growth)));
            }
        }
        return Optional.empty();
    }
}
