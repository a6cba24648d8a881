package org.fupin.audit.plausibility;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.fupin.audit.figure.ArticleFigures;
import org.fupin.audit.figure.Figure;
import org.fupin.audit.figure.Interval;
import org.fupin.audit.figure.Quotients;
import org.fupin.audit.rule.AuditRule;
import org.fupin.audit.rule.Findings;
import org.fupin.audit.rule.Wording;
import org.fupin.observation.Dimension;
import org.fupin.observation.Kind;
import org.fupin.observation.Qualifier;
import org.fupin.observation.finding.Finding;
import org.fupin.observation.finding.FindingRule;

/**
 * A share of few things that no whole number of them makes: 62.3% of the 9 dams are neither five nor six of them. Only
 * percentages with decimals are meant to be so exact.
 */
public final class CountShareRule implements AuditRule.InArticle {

    /** Of more things nearly every percentage is a whole number of them. */
    private static final BigDecimal MOST = BigDecimal.valueOf(100);

    private static final Pattern OF_THE = Pattern.compile("(?i)\\s*of\\s+(the|these|those|its|all)\\s+");

    /** "Of the 40 counties' population": not a share of the things themselves. */
    private static final Pattern OF_THEIRS = Pattern.compile("(?:\\s+[\\w-]+){1,5}['\u2019]");

    private static final int BEHIND = 60;

    @Override
    public List<Finding> checkArticle(ArticleFigures article) {
        List<Finding> findings = new ArrayList<>();
        List<Figure> all = article.all();
        for (int i = 0; i + 1 < all.size(); i++) {
            Figure share = all.get(i);
            Figure whole = all.get(i + 1);
            if (isShare(share)
                    && isCount(whole)
                    && OF_THE.matcher(article.between(share, whole)).matches()
                    && !OF_THEIRS.matcher(article.after(whole, BEHIND)).lookingAt()) {
                check(share, whole).ifPresent(findings::add);
            }
        }
        return findings;
    }

    private static boolean isShare(Figure figure) {
        return (figure.is(Kind.SHARE) || figure.is(Kind.COMPLETION))
                && figure.isPercent()
                && !figure.isRange()
                && figure.observation().qualifier() == Qualifier.EXACT
                && !figure.isStandard()
                && figure.amount().value().stripTrailingZeros().scale() > 0
                && figure.amount().value().compareTo(Quotients.HUNDRED) < 0;
    }

    private static boolean isCount(Figure figure) {
        return figure.isLevel()
                && !figure.isRange()
                && figure.unit().dimension() == Dimension.COUNT
                && figure.observation().per() == null
                && figure.observation().qualifier() == Qualifier.EXACT
                && figure.amount().value().compareTo(BigDecimal.ONE) > 0
                && figure.amount().value().compareTo(MOST) <= 0;
    }

    private static Optional<Finding> check(Figure share, Figure whole) {
        BigDecimal things =
                whole.amount().value().multiply(share.amount().value()).movePointLeft(2);
        for (RoundingMode mode : List.of(RoundingMode.FLOOR, RoundingMode.CEILING)) {
            BigDecimal percent = Quotients.HUNDRED
                    .multiply(things.setScale(0, mode))
                    .divide(whole.amount().value(), 4, RoundingMode.HALF_UP);
            if (share.amount().strict().overlaps(Interval.point(percent))) {
                return Optional.empty();
            }
        }
        return Optional.of(Findings.warning(
                FindingRule.PLAUSIBILITY,
                List.of(share, whole),
                Wording.stated(share),
                "a whole number of them",
                "%s of %s would be %s: no whole number of them makes this percentage."
                        .formatted(
                                Wording.stated(share),
                                Wording.described(whole),
                                Wording.plain(things.setScale(1, RoundingMode.HALF_UP)))));
    }
}
