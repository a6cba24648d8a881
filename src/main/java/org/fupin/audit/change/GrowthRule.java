package org.fupin.audit.change;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.fupin.audit.figure.Amount;
import org.fupin.audit.figure.ArticleFigures;
import org.fupin.audit.figure.Figure;
import org.fupin.audit.figure.Interval;
import org.fupin.audit.figure.Quotients;
import org.fupin.audit.rule.AuditRule;
import org.fupin.audit.rule.Wording;
import org.fupin.observation.Direction;
import org.fupin.observation.Kind;
import org.fupin.observation.finding.Finding;
import org.fupin.observation.finding.FindingRule;
import org.fupin.observation.finding.Severity;

/**
 * Level, change and percent against each other: 50 million, 10 million more than the year before, is up 25 percent. The
 * earlier level is what the change leaves of the level, or one that is stated ("from 40 million to 50 million, up 25%").
 */
public final class GrowthRule implements AuditRule.InArticle {

    /** Between a change and the percentage that says the same. */
    private static final Pattern SAME = Pattern.compile(
            "(?is)[^.;()]{0,60}\\b(up|down|increased?|decreased?|growth|rise|rose|grew|or|i\\.e\\.)\\b[^.;()]{0,15}");

    /** Tells that a growth is that of each year. */
    private static final Pattern ANNUAL =
            Pattern.compile("(?i)\\b(annual|annually|yearly|per annum|(a|per|each|every) year|year by year)\\b");

    private static final int ANNUAL_BEHIND = 40;

    private static final Pattern RESPECTIVELY = Pattern.compile("(?i)\\brespectively\\b");
    private static final int RESPECTIVELY_BEHIND = 60;

    private static final BigDecimal TELLING = new BigDecimal("0.05");

    @Override
    public List<Finding> checkArticle(ArticleFigures article) {
        List<Finding> findings = new ArrayList<>();
        for (Figure growth : article.all()) {
            if (!growth.is(Kind.GROWTH) || !growth.isPercent() || growth.isStandard()) {
                continue;
            }
            Optional<Figure> level = level(article, growth);
            if (level.isPresent()) {
                Optional<Finding> byChange = byChange(article, level.get(), growth);
                byChange.or(() -> byEarlier(article, level.get(), growth)).ifPresent(findings::add);
            }
        }
        return findings;
    }

    /** The level that grew: that of the change right before ("2 million more than in 2011, up 5%"), or the one it leads to. */
    private static Optional<Figure> level(ArticleFigures article, Figure growth) {
        Optional<Figure> ofChange = article.inSentenceOf(growth).stream()
                .filter(other -> other.precedes(growth))
                .reduce((one, other) -> other)
                .filter(before -> before.is(Kind.CHANGE)
                        && !before.isPercent()
                        && SAME.matcher(article.between(before, growth)).matches())
                .flatMap(article::described);
        Optional<Figure> described = article.described(growth);
        // "Increases of a, b and c respectively, up p, q and r": each by its place, not by what stands nearest.
        boolean hasOwnChange =
                described.filter(own -> !changesOf(article, own).isEmpty()).isPresent();
        return (hasOwnChange ? described : ofChange.or(() -> described))
                .filter(figure -> figure.isLevel() && figure.amount().value().signum() > 0);
    }

    private static List<Figure> changesOf(ArticleFigures article, Figure level) {
        return article.describing(level).stream()
                .filter(figure -> figure.is(Kind.CHANGE) && figure.isComparableWith(level))
                .toList();
    }

    private static boolean isUp(Figure figure) {
        return figure.observation().direction() != Direction.DOWN;
    }

    // --- from the change ---

    private Optional<Finding> byChange(ArticleFigures article, Figure level, Figure growth) {
        List<Figure> changes = article.describing(level).stream()
                .filter(figure -> figure.is(Kind.CHANGE)
                        && figure.isComparableWith(level)
                        && isUp(figure) == isUp(growth)
                        && figure.amount().value().signum() > 0
                        && before(level, figure).value().signum() > 0)
                .toList();
        for (Figure change : changes) {
            Amount percent = Quotients.percent(change.in(level.unit()), before(level, change));
            if (Quotients.agree(growth, percent, level, change)) {
                return Optional.of(finding(Severity.WARNING, true, level, change, growth, percent));
            }
        }
        Optional<Figure> beside = changes.stream()
                .filter(change -> areNeighbours(article, change, growth))
                .findFirst();
        boolean alone = changes.size() == 1 && areToldOff(article, level, changes.get(0), growth);
        if (beside.isEmpty() && !alone) {
            return Optional.empty();
        }
        Figure change = beside.orElseGet(() -> changes.get(0));
        Amount percent = Quotients.percent(change.in(level.unit()), before(level, change));
        if (!Quotients.fails(growth, percent)) {
            return Optional.empty();
        }
        return Optional.of(finding(
                areSideBySide(article, level, change, growth) ? Severity.ERROR : Severity.WARNING,
                false,
                level,
                change,
                growth,
                percent));
    }

    private static Amount before(Figure level, Figure change) {
        Amount difference = change.in(level.unit());
        return isUp(change) ? level.amount().minus(difference) : level.amount().plus(difference);
    }

    /** Level, change and percent follow each other in one sentence with nothing between that they could belong to. */
    private static boolean areSideBySide(ArticleFigures article, Figure level, Figure change, Figure growth) {
        if (!level.inSentenceOf(change) || !change.inSentenceOf(growth) || !level.precedes(change)) {
            return false;
        }
        List<Figure> sentence = article.inSentenceOf(level);
        boolean levelIsNearest = sentence.stream()
                .noneMatch(other -> level.precedes(other) && other.precedes(change) && other.isComparableWith(level));
        return levelIsNearest && areNeighbours(article, change, growth);
    }

    /** Change and percentage in one sentence with no figure between, which one of them could belong to. */
    private static boolean areNeighbours(ArticleFigures article, Figure change, Figure growth) {
        return change.inSentenceOf(growth)
                && article.inSentenceOf(growth).stream()
                        .noneMatch(other -> change.precedes(other) && other.precedes(growth)
                                || growth.precedes(other) && other.precedes(change));
    }

    /** Levels, changes and percentages in one sentence, told off by "respectively". */
    private static boolean areToldOff(ArticleFigures article, Figure level, Figure change, Figure growth) {
        return level.precedes(change)
                && change.precedes(growth)
                && level.inSentenceOf(growth)
                && RESPECTIVELY
                        .matcher(article.between(level, growth) + article.after(growth, RESPECTIVELY_BEHIND))
                        .find();
    }

    private static Finding finding(
            Severity severity, boolean holds, Figure level, Figure change, Figure growth, Amount percent) {
        String computed = Wording.percentLike(growth, percent.value());
        String message = "%s is %s %s than the %s before, that is %s %s%s."
                .formatted(
                        Wording.described(level),
                        Wording.stated(change),
                        isUp(change) ? "more" : "less",
                        Wording.like(level, before(level, change).value()),
                        isUp(change) ? "up" : "down",
                        computed,
                        Wording.against(holds, growth, percent.value()));
        return finding(severity, holds, List.of(level, change, growth), growth, computed, message);
    }

    private static Finding finding(
            Severity severity, boolean holds, List<Figure> figures, Figure growth, String computed, String message) {
        return new Finding(
                FindingRule.GROWTH,
                severity,
                holds,
                figures.stream().map(Figure::ref).toList(),
                Wording.stated(growth),
                computed,
                message);
    }

    // --- from an earlier level ---

    private Optional<Finding> byEarlier(ArticleFigures article, Figure level, Figure growth) {
        Optional<Figure> earlier = Earlier.levelOf(article, level);
        if (earlier.isEmpty()) {
            return Optional.empty();
        }
        Amount before = earlier.get().in(level.unit());
        boolean rises = level.amount().value().compareTo(before.value()) >= 0;
        Amount difference = rises ? level.amount().minus(before) : before.minus(level.amount());
        Amount percent = Quotients.percent(difference, before);
        boolean sameWay = rises == isUp(growth);
        boolean holds = sameWay && Quotients.agree(growth, percent, level, earlier.get());
        int years = level.observation().period().end().getYear()
                - earlier.get().observation().period().end().getYear();
        if (!holds && sameWay && years > 1 && isAnnual(article, level, growth)) {
            return byYear(level, earlier.get(), growth, years);
        }
        if (!holds && sameWay && !Quotients.fails(growth, percent)) {
            return Optional.empty();
        }
        String computed = Wording.percentLike(growth, percent.value());
        String message = "%s after %s is %s %s%s."
                .formatted(
                        Wording.described(level),
                        Wording.stated(earlier.get()),
                        rises ? "up" : "down",
                        computed,
                        holds
                                ? Wording.against(true, growth, percent.value())
                                : Wording.against(false, (isUp(growth) ? "up " : "down ") + Wording.stated(growth)));
        boolean certain = Earlier.isTold(article, earlier.get(), level) && growth.inSentenceOf(level);
        if (holds && !certain && growth.amount().spread().compareTo(TELLING) > 0) {
            return Optional.empty();
        }
        return holds || certain
                ? Optional.of(finding(
                        holds ? Severity.WARNING : Severity.ERROR,
                        holds,
                        List.of(level, earlier.get(), growth),
                        growth,
                        computed,
                        message))
                : Optional.empty();
    }

    // --- from year to year ---

    private static boolean isAnnual(ArticleFigures article, Figure level, Figure growth) {
        String around = article.between(level, growth) + " " + article.after(growth, ANNUAL_BEHIND);
        return ANNUAL.matcher(around).find();
    }

    /** "from 500 million in 2008 to 1,200 million in 2012, 24.5 percent a year": compound, or the total growth divided. */
    private static Optional<Finding> byYear(Figure level, Figure earlier, Figure growth, int years) {
        Amount before = earlier.in(level.unit());
        Amount quotient = level.amount().dividedBy(before);
        boolean rises = quotient.value().compareTo(BigDecimal.ONE) >= 0;
        Amount compound = yearly(quotient, years, rises);
        BigDecimal divided =
                rises ? quotient.value().subtract(BigDecimal.ONE) : BigDecimal.ONE.subtract(quotient.value());
        Amount simple = Amount.exact(
                divided.multiply(Quotients.HUNDRED).divide(BigDecimal.valueOf(years), MathContext.DECIMAL64));
        boolean holds = Quotients.agree(growth, compound, level, earlier);
        if (!holds && (Quotients.agree(growth, simple, level, earlier) || !Quotients.fails(growth, compound))) {
            return Optional.empty();
        }
        String computed = Wording.percentLike(growth, compound.value());
        String message = "%s %s years after %s is %s %s a year%s."
                .formatted(
                        Wording.described(level),
                        Wording.words(years),
                        Wording.stated(earlier),
                        rises ? "up" : "down",
                        computed,
                        Wording.against(holds, growth, compound.value()));
        return Optional.of(
                finding(Severity.WARNING, holds, List.of(level, earlier, growth), growth, computed, message));
    }

    /** The growth of each year in percent that makes the quotient of the last and the first level. */
    private static Amount yearly(Amount quotient, int years, boolean rises) {
        BigDecimal value = root(quotient.value(), years);
        BigDecimal low = root(quotient.strict().low(), years);
        BigDecimal high =
                quotient.strict().high() == null ? null : root(quotient.strict().high(), years);
        BigDecimal looseLow = root(quotient.loose().low(), years);
        BigDecimal looseHigh =
                quotient.loose().high() == null ? null : root(quotient.loose().high(), years);
        if (!rises) {
            return new Amount(
                    value.negate(),
                    new Interval(high == null ? value.negate() : high.negate(), low.negate()),
                    new Interval(looseHigh == null ? value.negate() : looseHigh.negate(), looseLow.negate()));
        }
        return new Amount(value, new Interval(low, high), new Interval(looseLow, looseHigh));
    }

    /** What one is exceeded by, in percent, by the number that gives the quotient when it is multiplied so often. */
    private static BigDecimal root(BigDecimal quotient, int years) {
        double root = Math.pow(quotient.doubleValue(), 1.0 / years);
        return new BigDecimal(root, MathContext.DECIMAL32)
                .subtract(BigDecimal.ONE)
                .multiply(Quotients.HUNDRED);
    }
}
