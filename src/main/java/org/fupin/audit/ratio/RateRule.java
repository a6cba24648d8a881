package org.fupin.audit.ratio;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.fupin.audit.figure.Amount;
import org.fupin.audit.figure.ArticleFigures;
import org.fupin.audit.figure.Figure;
import org.fupin.audit.figure.Fit;
import org.fupin.audit.figure.QuotientSlip;
import org.fupin.audit.figure.Quotients;
import org.fupin.audit.rule.AuditRule;
import org.fupin.audit.rule.Findings;
import org.fupin.audit.rule.Wording;
import org.fupin.observation.Measure;
import org.fupin.observation.Qualifier;
import org.fupin.observation.finding.Finding;
import org.fupin.observation.finding.FindingRule;

/**
 * A rate, a percentage that is a figure of its own, against the two figures that it comes of: "12,400 people were trained and
 * 9,300 were placed in jobs, with an employment rate of 75%". No link leads from a rate to them; where two that stand near make
 * it, that is an identity, and only where the last two of its sentence are all there is it is worth a look that they do not.
 */
public final class RateRule implements AuditRule.InArticle {

    private static final int BACK = 1;

    /** A rate that is known no better than this, in relation to itself, is met by chance. */
    private static final BigDecimal TELLING = new BigDecimal("0.0015");

    /** Between the second figure and its rate. */
    private static final Pattern WITH_RATE =
            Pattern.compile("[^.;:]{0,60}[,(]?\\s*(with )?(an?|the|and the|whose)\\s+([a-z-]+\\s+){0,3}rate\\s+(of|up"
                    + " to|was|reached|reaching|is|being|at)\\s*");

    private static final Pattern JOINED =
            Pattern.compile("[^.;:]{0,80}(\\band\\b|,|\\bwhile\\b|\\bof (them|whom|which)\\b)[^.;:]{0,80}");

    /** A rate that the two figures miss by more than this is about something else, if no digit makes the difference. */
    private static final BigDecimal NEAR = new BigDecimal("0.3");

    private static final int SLIP_DIGITS = 3;

    /** The two figures are among the last so many. */
    private static final int MOST = 24;

    @Override
    public List<Finding> checkArticle(ArticleFigures article) {
        List<Finding> findings = new ArrayList<>();
        for (Figure figure : article.all()) {
            if (figure.isPercent() && figure.isLevel() && !figure.isStandard() && isRate(figure)) {
                check(article, figure).ifPresent(findings::add);
            }
        }
        return findings;
    }

    private static boolean isRate(Figure figure) {
        Measure measure = figure.observation().measure();
        return figure.amount().value().signum() > 0
                && (measure == Measure.RATE || measure == Measure.REPAYMENT_RATE || measure == Measure.POVERTY_RATE);
    }

    private static Optional<Finding> check(ArticleFigures article, Figure rate) {
        List<Figure> before = article.near(rate, BACK).stream()
                .filter(other -> other.precedes(rate)
                        && other.isLevel()
                        && !other.isPercent()
                        && other.amount().value().signum() > 0)
                .sorted(Comparator.comparingInt(Figure::begin).reversed())
                .limit(MOST)
                .toList();
        for (Figure part : before) {
            for (Figure whole : before) {
                if (!part.equals(whole)
                        && part.isComparableWith(whole)
                        && part.observation().per() == whole.observation().per()
                        && isMet(rate, percent(part, whole))) {
                    return Optional.of(identity(whole, part, rate));
                }
            }
        }
        return before.size() < 2 ? Optional.empty() : ofLastTwo(article, before.get(1), before.get(0), rate);
    }

    private static Amount percent(Figure part, Figure whole) {
        return Quotients.percent(part.in(whole.unit()), whole.amount());
    }

    /** A coarse rate is met by chance, unless the quotient is that very number. */
    private static boolean isMet(Figure rate, Amount percent) {
        boolean exact = percent.value().compareTo(rate.amount().value()) == 0
                && percent.value().compareTo(Quotients.HUNDRED) != 0;
        return exact || rate.amount().spread().compareTo(TELLING) <= 0 && percent.fit(rate.amount()) == Fit.HOLDS;
    }

    private static Optional<Finding> ofLastTwo(ArticleFigures article, Figure whole, Figure part, Figure rate) {
        // "of which 23 million was lent to the poor, and the repayment rate reached 100%" is of all that was lent.
        boolean divided =
                part.observation().partOf() != null || rate.amount().value().compareTo(Quotients.HUNDRED) == 0;
        boolean joined = !divided
                && whole.inSentenceOf(rate)
                && part.inSentenceOf(rate)
                && whole.unit().equals(part.unit())
                && whole.observation().per() == part.observation().per()
                && isExact(whole)
                && isExact(part)
                && isExact(rate)
                && JOINED.matcher(lower(article.between(whole, part))).matches()
                && WITH_RATE.matcher(lower(article.between(part, rate))).matches();
        if (!joined || !Quotients.fails(rate, percent(part, whole)) || !Quotients.fails(rate, percent(whole, part))) {
            return Optional.empty();
        }
        Amount percent = percent(part, whole);
        return isNear(percent.value(), rate.amount().value())
                        || QuotientSlip.in(part.amount(), whole.amount(), rate.amount(), SLIP_DIGITS)
                ? Optional.of(warning(whole, part, rate))
                : Optional.empty();
    }

    private static boolean isExact(Figure figure) {
        return figure.observation().qualifier() == Qualifier.EXACT;
    }

    private static boolean isNear(BigDecimal one, BigDecimal other) {
        return one.subtract(other).abs().compareTo(other.multiply(NEAR)) <= 0;
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    private static Finding identity(Figure whole, Figure part, Figure rate) {
        String computed = Wording.percentLike(rate, percent(part, whole).value());
        return Findings.holds(
                FindingRule.SHARE,
                List.of(whole, part, rate),
                Wording.stated(rate),
                computed,
                "%s of %s is stated as %s: %s."
                        .formatted(Wording.described(part), Wording.described(whole), Wording.stated(rate), computed));
    }

    private static Finding warning(Figure whole, Figure part, Figure rate) {
        String computed = Wording.percentLike(rate, percent(part, whole).value());
        return Findings.warning(
                FindingRule.SHARE,
                List.of(whole, part, rate),
                Wording.stated(rate),
                computed,
                "%s of %s come to %s%s."
                        .formatted(
                                Wording.described(part),
                                Wording.described(whole),
                                computed,
                                Wording.against(false, "a rate of " + Wording.stated(rate))));
    }
}
