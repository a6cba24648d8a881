package org.fupin.audit.ratio;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.fupin.audit.figure.Amount;
import org.fupin.audit.figure.ArticleFigures;
import org.fupin.audit.figure.Figure;
import org.fupin.audit.figure.Fit;
import org.fupin.audit.figure.QuotientSlip;
import org.fupin.audit.rule.AuditRule;
import org.fupin.audit.rule.Findings;
import org.fupin.audit.rule.Wording;
import org.fupin.observation.Dimension;
import org.fupin.observation.Measure;
import org.fupin.observation.PerUnit;
import org.fupin.observation.Qualifier;
import org.fupin.observation.finding.Finding;
import org.fupin.observation.finding.FindingRule;

/**
 * Total over count against the amount per unit: 30 million for four counties is 7.5 million for each.
 *
 * <p>No link leads from an amount per unit to its total and its count. They are looked for in its sentence and the one before;
 * where a pair gives the amount, that is an identity. Where the one pair of the sentence comes near it without giving it, an
 * auditor should look; anything further off is most likely about something else.
 */
public final class AverageRule implements AuditRule.InArticle {

    private static final BigDecimal TELLING = new BigDecimal("0.01");
    /** The same where total, count and amount follow one another. */
    private static final BigDecimal TELLING_IN_ORDER = new BigDecimal("0.02");

    private static final BigDecimal NEAR = new BigDecimal("0.1");

    /** Where the text says that this is the average, it may be further off and still be about these two. */
    private static final BigDecimal NEAR_IF_SAID = new BigDecimal("0.4");

    private static final Pattern AVERAGE = Pattern.compile("(?i)\\baverag");
    private static final int AVERAGE_BEFORE = 30;
    /** "...was given to 17,200 households, five per household": read as the average of the figure before it. */
    private static final String OF_BEFORE = "as_before";

    /** Who gets an amount that is told of the poor one by one. */
    private static final Pattern POOR = Pattern.compile("(?i)\\b(low-income|poor|impoverished|poverty-stricken)\\s");

    /** How far back the amount stands of which that for each of the poor is told, in sentences. */
    private static final int BACK_TO_TOTAL = 2;

    private static final int DIGITS = 3;
    private static final int SLIP_DIGITS = 2;

    /** Total and count are among the last so many figures. */
    private static final int MOST = 24;

    @Override
    public List<Finding> checkArticle(ArticleFigures article) {
        List<Finding> findings = new ArrayList<>();
        for (Figure each : article.all()) {
            PerUnit per = each.observation().per();
            if (per != null
                    && per != PerUnit.YEAR
                    && each.isLevel()
                    && !each.isPercent()
                    && !each.isRange()
                    && each.sentence() >= 0) {
                check(article, each, per).ifPresent(findings::add);
            }
        }
        return findings;
    }

    private Optional<Finding> check(ArticleFigures article, Figure each, PerUnit per) {
        List<Figure> near = article.near(each, 1).stream()
                .filter(other -> other.precedes(each)
                        && other.isLevel()
                        && !other.isRange()
                        && other.paragraph() == each.paragraph()
                        && other.observation().per() == null
                        && other.amount().value().signum() > 0)
                .sorted(Comparator.comparingInt(Figure::begin).reversed())
                .limit(MOST)
                .toList();
        List<Figure> totals = near.stream()
                .filter(other -> other.isComparableWith(each)
                        && other.amount().value().compareTo(each.amount().value()) > 0)
                .toList();
        List<Figure> counts = near.stream().filter(other -> isCount(other, per)).toList();
        for (Figure total : totals) {
            for (Figure count : counts) {
                if (!total.equals(count) && holds(each, total, count)) {
                    return Optional.of(finding(each, total, count, true));
                }
            }
        }
        if (near.size() > 1 && isTold(article, each, near.get(1), near.get(0), totals, counts)) {
            return Optional.of(finding(each, near.get(1), near.get(0), true));
        }
        return nearMiss(article, each, totals, counts).or(() -> ofThePoor(article, each, per));
    }

    /**
     * "Relief funds per low-income farmer were 940 yuan": the amount told last before it, for the poor whose number any section of
     * the article states. Nothing else leads from the one to the other, so that only an identity comes of it.
     */
    private static Optional<Finding> ofThePoor(ArticleFigures article, Figure each, PerUnit per) {
        String around = article.before(each, AVERAGE_BEFORE) + " | " + article.after(each, AVERAGE_BEFORE);
        if (!POOR.matcher(around).find() || !isExact(each) || !isPrecise(each)) {
            return Optional.empty();
        }
        Optional<Figure> total = article.near(each, BACK_TO_TOTAL).stream()
                .filter(other -> other.precedes(each)
                        && other.isLevel()
                        && other.isComparableWith(each)
                        && other.paragraph() == each.paragraph()
                        && other.observation().measure() == each.observation().measure()
                        && other.observation().per() == null
                        && isExact(other)
                        && !other.isRange())
                .reduce((one, other) -> other);
        List<Figure> counts = article.all().stream()
                .filter(count -> total.isPresent()
                        && count.isLevel()
                        && !count.isRange()
                        && isExact(count)
                        && count.observation().measure() == Measure.POOR_POPULATION
                        && isCount(count, per)
                        && quotient(each, total.get(), count).fit(each.amount()) == Fit.HOLDS)
                .toList();
        return counts.size() == 1 ? Optional.of(finding(each, total.get(), counts.get(0), true)) : Optional.empty();
    }

    static boolean isCount(Figure figure, PerUnit per) {
        if (figure.amount().value().compareTo(BigDecimal.ONE) <= 0) {
            return false;
        }
        Measure measure = figure.observation().measure();
        Dimension dimension = figure.unit().dimension();
        return switch (per) {
            case PERSON -> dimension == Dimension.PEOPLE;
            case HOUSEHOLD -> dimension == Dimension.HOUSEHOLDS;
            case VILLAGE -> measure == Measure.VILLAGES;
            case TOWN -> measure == Measure.TOWNS;
            case COUNTY -> measure == Measure.COUNTIES;
            case MU -> figure.unit().is("mu");
            case M2 -> figure.unit().is("m2");
            case LOAN -> measure == Measure.LOAN_COUNT;
            case PROJECT -> measure == Measure.PROJECTS;
            case OTHER -> dimension == Dimension.COUNT;
            case YEAR -> false;
        };
    }

    private static Amount quotient(Figure each, Figure total, Figure count) {
        return total.in(each.unit()).dividedBy(count.amount());
    }

    private static boolean holds(Figure each, Figure total, Figure count) {
        Amount quotient = quotient(each, total, count);
        boolean exact = quotient.value().compareTo(each.amount().value()) == 0;
        Fit fit = quotient.fit(each.amount());
        if (fit == Fit.ROUGHLY) {
            // 386,100 square meters is known to hundreds, whatever its last digits say.
            return isExact(each) && isExact(total) && isExact(count) && isPrecise(each);
        }
        return exact || fit == Fit.HOLDS && isPrecise(each) && isExact(each);
    }

    /**
     * "26.5 million yuan was lent to 3,310 families, 8,000 yuan per family": where these three follow one another, fewer digits will
     * do.
     */
    private static boolean isTold(
            ArticleFigures article, Figure each, Figure total, Figure count, List<Figure> totals, List<Figure> counts) {
        boolean inOrder = total.precedes(count)
                && totals.contains(total)
                && counts.contains(count)
                && total.inSentenceOf(each)
                && count.inSentenceOf(each)
                && article.near(each, 0).stream()
                        .noneMatch(other -> total.precedes(other) && other.precedes(each) && !other.equals(count));
        if (!inOrder || !isExact(each) || !isExact(total) || !isExact(count)) {
            return false;
        }
        Amount quotient = quotient(each, total, count);
        return quotient.spread().compareTo(TELLING_IN_ORDER) <= 0 && quotient.fit(each.amount()) == Fit.HOLDS;
    }

    private static boolean isExact(Figure figure) {
        return figure.observation().qualifier() == Qualifier.EXACT;
    }

    /** Known to three digits at least: two would often be met by chance. */
    private static boolean isPrecise(Figure each) {
        return each.amount().spread().compareTo(TELLING) <= 0
                && each.amount().value().stripTrailingZeros().precision() >= DIGITS;
    }

    private static Optional<Finding> nearMiss(
            ArticleFigures article, Figure each, List<Figure> totals, List<Figure> counts) {
        boolean said = each.observation().doubt().contains(OF_BEFORE)
                || AVERAGE.matcher(article.before(each, AVERAGE_BEFORE) + " " + article.after(each, AVERAGE_BEFORE))
                        .find();
        List<Figure> ownTotals =
                totals.stream().filter(total -> total.inSentenceOf(each)).toList();
        if (ownTotals.isEmpty() && said) {
            // "455 million yuan was issued. 52,000 loans were granted, averagely 8,750 yuan per loan."
            ownTotals = totals;
        }
        List<Figure> ownCounts =
                counts.stream().filter(count -> count.inSentenceOf(each)).toList();
        if (ownCounts.isEmpty() && said) {
            ownCounts = counts;
        }
        if (ownTotals.size() != 1 || ownCounts.size() != 1 || each.isStandard()) {
            return Optional.empty();
        }
        Figure total = ownTotals.get(0);
        Figure count = ownCounts.get(0);
        if (!isExact(each) || !isExact(total) || !isExact(count)) {
            return Optional.empty();
        }
        Amount quotient = quotient(each, total, count);
        BigDecimal off = quotient.value().subtract(each.amount().value()).abs();
        boolean near = off.compareTo(each.amount().value().multiply(said ? NEAR_IF_SAID : NEAR)) <= 0
                && (said || isPrecise(each));
        boolean slip =
                said && QuotientSlip.inQuotient(total.in(each.unit()), count.amount(), each.amount(), SLIP_DIGITS);
        return quotient.fit(each.amount()) == Fit.FAILS && (near || slip)
                ? Optional.of(finding(each, total, count, false))
                : Optional.empty();
    }

    private static Finding finding(Figure each, Figure total, Figure count, boolean holds) {
        BigDecimal quotient = quotient(each, total, count).value();
        String computed = Wording.quotientLike(each, quotient);
        String message = "%s for %s is %s for each%s."
                .formatted(
                        Wording.described(total),
                        Wording.described(count),
                        computed,
                        Wording.against(holds, each, quotient));
        List<Figure> figures = List.of(total, count, each);
        return holds
                ? Findings.holds(FindingRule.AVERAGE, figures, Wording.stated(each), computed, message)
                : Findings.warning(FindingRule.AVERAGE, figures, Wording.stated(each), computed, message);
    }
}
