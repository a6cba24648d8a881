package org.fupin.audit.ratio;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.fupin.audit.figure.Amount;
import org.fupin.audit.figure.ArticleFigures;
import org.fupin.audit.figure.Figure;
import org.fupin.audit.figure.Fit;
import org.fupin.audit.figure.Plans;
import org.fupin.audit.figure.QuotientSlip;
import org.fupin.audit.figure.Quotients;
import org.fupin.audit.rule.AuditRule;
import org.fupin.audit.rule.Findings;
import org.fupin.audit.rule.Wording;
import org.fupin.observation.Direction;
import org.fupin.observation.Kind;
import org.fupin.observation.Measure;
import org.fupin.observation.Qualifier;
import org.fupin.observation.Status;
import org.fupin.observation.finding.Finding;
import org.fupin.observation.finding.FindingRule;
import org.fupin.reference.AuditWords;
import org.fupin.reference.AuditWords.Use;

/**
 * What was done, what was planned and the percentage of the plan. "Exceeding the plan by 6%" and "completing 106% of the
 * plan" say the same. The plan is a figure that the text calls so, or what a stated gap leaves ("171,600, 11,600 more than
 * planned"). No link leads to it, so a mismatch is only worth a look.
 */
public final class CompletionRule implements AuditRule.InArticle {

    private static final int BACK = 2;
    private static final int SLIP_DIGITS = 2;
    private static final BigDecimal TELLING = new BigDecimal("0.03");
    /** The same where nothing but the quotient tells which figure is the plan. */
    private static final BigDecimal TELLING_BY_ITSELF = new BigDecimal("0.0015");

    private static final BigDecimal TWO = new BigDecimal(2);
    private static final BigDecimal THREE = new BigDecimal(3);

    private static final int PHRASE = 60;

    /** What was done is rounded by so much of itself where a percentage of two decimals was taken before. */
    private static final BigDecimal ROUNDED = new BigDecimal("0.005");

    /** With so many digits done, what makes the percentage of another passage's plan is not met by chance. */
    private static final int TELLING_DIGITS = 4;

    /** The poor that are lifted out of poverty are counted as the poor, too. */
    private static final Set<Measure> POOR = EnumSet.of(Measure.POOR_POPULATION, Measure.POVERTY_REDUCED);

    /** How far around a figure it may be called a plan, in characters. */
    private static final int AROUND = 120;

    /** Behind a percentage that is one of the plan just spoken of. */
    private static final Pattern OF_PLAN = Pattern.compile(
            "(?i)\\s*of (the|its|this|that) ((\\w+\\s+){0,2})(plan|target|task|quota|goal|planned)s?\\b");

    private final AuditWords words;

    public CompletionRule(AuditWords words) {
        this.words = words;
    }

    @Override
    public List<Finding> checkArticle(ArticleFigures article) {
        List<Finding> findings = new ArrayList<>();
        for (Figure completion : article.all()) {
            if (completion.is(Kind.COMPLETION) && completion.isPercent() && !completion.isStandard()) {
                article.described(completion)
                        .filter(described -> described.isLevel() && !described.isPercent() && !described.isRange())
                        .flatMap(described -> check(article, described, completion))
                        .ifPresent(findings::add);
            }
        }
        return findings;
    }

    private Optional<Finding> check(ArticleFigures article, Figure described, Figure completion) {
        if (Plans.isCalledPlan(article, described)) {
            return done(article, described, completion)
                    .flatMap(done -> check(article, done, List.of(described), completion));
        }
        return byGap(article, described, completion)
                .or(() -> check(article, described, plans(article, described, completion), completion));
    }

    private Optional<Finding> check(ArticleFigures article, Figure done, List<Figure> plans, Figure completion) {
        for (Figure plan : plans) {
            if (isTelling(article, completion)
                    && percent(article, done, plan.in(done.unit()), completion).fit(completion.amount()) == Fit.HOLDS) {
                return Optional.of(finding(article, done, plan, completion, true));
            }
        }
        List<Figure> stated = plans.stream()
                .filter(plan -> plan.inSentenceOf(completion)
                        && (plan.observation().status() == Status.PLANNED || Plans.isCalledPlan(article, plan)))
                .toList();
        if (stated.isEmpty()) {
            return ofPlanBefore(article, done, plans, completion)
                    .or(() -> calledDone(article, done, completion))
                    .or(() -> ofPlanElsewhere(article, done, completion));
        }
        if (stated.size() != 1) {
            return Optional.empty();
        }
        Figure plan = stated.get(0);
        if (isOfRounded(article, done, plan, completion)) {
            return Optional.of(finding(article, done, plan, completion, true));
        }
        boolean fails = Quotients.fails(completion, percent(article, done, plan.in(done.unit()), completion));
        BigDecimal most = plan.isLike(done) && isOfPlan(article, completion) ? THREE : TWO;
        return fails && (isNear(done, plan, most) || isSlip(article, done, plan, completion))
                ? Optional.of(finding(article, done, plan, completion, false))
                : Optional.empty();
    }

    /** "60 km of roads were planned. 48 km were built, 90% of the plan": the one like plan of the sentences before. */
    private static Optional<Finding> ofPlanBefore(
            ArticleFigures article, Figure done, List<Figure> plans, Figure completion) {
        List<Figure> before = plans.stream()
                .filter(plan -> plan.sentence() < completion.sentence()
                        && plan.paragraph() == completion.paragraph()
                        && plan.isLike(done)
                        && plan.observation().status() == Status.PLANNED)
                .toList();
        boolean only = before.size() == 1 && done.inSentenceOf(completion) && isOfPlan(article, completion);
        return only
                        && isExact(before.get(0))
                        && isExact(done)
                        && isExact(completion)
                        && Quotients.fails(
                                completion, percent(article, done, before.get(0).in(done.unit()), completion))
                        && isNear(done, before.get(0), TWO)
                ? Optional.of(finding(article, done, before.get(0), completion, false))
                : Optional.empty();
    }

    /** Whether what was done was rounded after the percentage had been taken of it: 12,300 of 9,000 as 136.71%. */
    private static boolean isOfRounded(ArticleFigures article, Figure done, Figure plan, Figure completion) {
        Amount loose = new Amount(
                done.amount().value(), done.amount().loose(), done.amount().loose());
        return isExact(done)
                && isExact(completion)
                && loose.spread().compareTo(ROUNDED) <= 0
                && percent(article, loose, plan.in(done.unit()), completion).fit(completion.amount()) == Fit.HOLDS;
    }

    /**
     * The one figure of the article that its words call a plan and of which what was done is the percentage to all its digits:
     * nothing else leads from the one to the other, so that only an identity comes of it.
     */
    private Optional<Finding> ofPlanElsewhere(ArticleFigures article, Figure done, Figure completion) {
        boolean telling = completion.amount().spread().compareTo(TELLING_BY_ITSELF) <= 0
                && completion.amount().value().compareTo(Quotients.HUNDRED) != 0
                && done.amount().value().stripTrailingZeros().precision() >= TELLING_DIGITS
                && isExact(done)
                && isExact(completion);
        if (!telling) {
            return Optional.empty();
        }
        List<Figure> plans = article.all().stream()
                .filter(plan -> plan.isLevel()
                        && !plan.isRange()
                        && !plan.inSentenceOf(done)
                        && plan.unit().equals(done.unit())
                        && isOfOneKind(
                                plan.observation().measure(), done.observation().measure())
                        && plan.observation().per() == done.observation().per()
                        && plan.observation().region().equals(done.observation().region())
                        && isExact(plan)
                        && plan.amount().value().signum() > 0
                        && isNear(done, plan, TWO)
                        && (plan.observation().status() == Status.PLANNED || speaksOfPlan(article, plan))
                        && percent(
                                                article,
                                                Amount.exact(done.amount().value()),
                                                Amount.exact(plan.amount().value()),
                                                completion)
                                        .fit(completion.amount())
                                == Fit.HOLDS)
                .toList();
        boolean one = plans.stream()
                        .map(plan -> plan.amount().value().stripTrailingZeros())
                        .distinct()
                        .count()
                == 1;
        return one ? Optional.of(finding(article, done, plans.get(0), completion, true)) : Optional.empty();
    }

    private static boolean isOfOneKind(Measure one, Measure other) {
        return one == other || POOR.contains(one) && POOR.contains(other);
    }

    private boolean speaksOfPlan(ArticleFigures article, Figure figure) {
        return words.isIn(Use.PLAN, article.before(figure, AROUND) + " | " + article.after(figure, AROUND));
    }

    private static boolean isExact(Figure figure) {
        return figure.observation().qualifier() == Qualifier.EXACT;
    }

    private static boolean isOfPlan(ArticleFigures article, Figure completion) {
        return OF_PLAN.matcher(article.after(completion, PHRASE)).lookingAt();
    }

    /** An excess of 9 percent is known as well as 109 percent. */
    private static boolean isTelling(ArticleFigures article, Figure completion) {
        Amount stated = completion.amount();
        Amount whole = Plans.isExcess(article, completion) ? stated.plus(Amount.exact(Quotients.HUNDRED)) : stated;
        return whole.spread().compareTo(TELLING) <= 0;
    }

    /** What was done where the percentage leads to the plan: "4,360 villages against a plan of 4,000, completing 109%". */
    private static Optional<Figure> done(ArticleFigures article, Figure plan, Figure completion) {
        return article.inSentenceOf(completion).stream()
                .filter(other -> other.precedes(plan)
                        && other.isLevel()
                        && other.isComparableWith(plan)
                        && other.observation().status() == Status.ACTUAL
                        && other.amount().value().signum() > 0)
                .reduce((one, other) -> other);
    }

    /** What can be the plan: a like figure that is planned, or one of the sentence that the text calls so. */
    private static List<Figure> plans(ArticleFigures article, Figure done, Figure completion) {
        List<Figure> plans = new ArrayList<>();
        article.total(done).filter(total -> total.isComparableWith(done)).ifPresent(plans::add);
        article.near(completion, BACK).stream()
                .filter(other -> other.isLevel()
                        && !other.equals(done)
                        && !plans.contains(other)
                        && !article.partsOf(done).contains(other)
                        && other.amount().value().signum() > 0
                        && (other.isLike(done) && other.observation().status() == Status.PLANNED
                                || other.inSentenceOf(completion)
                                        && other.isComparableWith(done)
                                        && Plans.isCalledPlan(article, other)))
                .sorted(Comparator.comparingInt(other -> Math.abs(other.begin() - done.begin())))
                .forEach(plans::add);
        return plans;
    }

    /** A plan that is far from what was done may be another's. */
    private static boolean isNear(Figure done, Figure plan, BigDecimal most) {
        BigDecimal a = done.in(plan.unit()).value();
        BigDecimal b = plan.amount().value();
        return a.max(b).compareTo(a.min(b).multiply(most)) <= 0;
    }

    private static boolean isSlip(ArticleFigures article, Figure done, Figure plan, Figure completion) {
        return !Plans.isExcess(article, completion)
                && QuotientSlip.in(done.amount(), plan.in(done.unit()), completion.amount(), SLIP_DIGITS);
    }

    private static Amount percent(ArticleFigures article, Figure done, Amount plan, Figure completion) {
        return percent(article, done.amount(), plan, completion);
    }

    private static Amount percent(ArticleFigures article, Amount done, Amount plan, Figure completion) {
        Amount percent = Quotients.percent(done, plan);
        return Plans.isExcess(article, completion) ? percent.minus(Amount.exact(Quotients.HUNDRED)) : percent;
    }

    private static Finding finding(ArticleFigures article, Figure done, Figure plan, Figure completion, boolean holds) {
        BigDecimal percent =
                percent(article, done, plan.in(done.unit()), completion).value();
        String computed = Wording.percentLike(completion, percent);
        String message = "%s come to %s %s the plan of %s%s."
                .formatted(
                        Wording.described(done),
                        computed,
                        Plans.isExcess(article, completion) ? "more than" : "of",
                        Wording.stated(plan)
                                + (plan.sectionRank() == done.sectionRank() ? "" : " " + Wording.place(plan)),
                        Wording.against(holds, completion, percent));
        List<Figure> figures = List.of(plan, done, completion);
        return holds
                ? Findings.holds(FindingRule.COMPLETION, figures, Wording.stated(completion), computed, message)
                : Findings.warning(FindingRule.COMPLETION, figures, Wording.stated(completion), computed, message);
    }

    // --- a plan that is said to be done ---

    /**
     * "20.4 billion yuan was invested; the counties put in 21.0 billion, 102.94% of the planned investment": what was said to be
     * done is just what the percentage makes of the plan.
     */
    private static Optional<Finding> calledDone(ArticleFigures article, Figure done, Figure completion) {
        boolean telling = completion.amount().spread().compareTo(TELLING_BY_ITSELF) <= 0
                && completion.amount().value().compareTo(Quotients.HUNDRED) != 0;
        return !telling
                ? Optional.empty()
                : article.near(completion, BACK).stream()
                        .filter(other -> other.precedes(done)
                                && other.isLike(done)
                                && other.observation().status() == Status.ACTUAL
                                && other.observation().qualifier() == Qualifier.EXACT
                                && other.observation()
                                        .period()
                                        .equals(done.observation().period())
                                && other.amount().value().signum() > 0
                                && percent(article, done, other.amount(), completion)
                                                .fit(completion.amount())
                                        == Fit.HOLDS)
                        .reduce((one, other) -> other)
                        .map(plan -> Findings.warning(
                                FindingRule.CONTRADICTION,
                                List.of(plan, done, completion),
                                Wording.stated(plan),
                                "the plan",
                                "%s is stated as achieved, but %s of the plan in %s makes exactly this amount the plan."
                                        .formatted(
                                                Wording.described(plan),
                                                Wording.stated(completion),
                                                Wording.described(done))));
    }

    // --- a gap to the plan ---

    private static Optional<Finding> byGap(ArticleFigures article, Figure done, Figure completion) {
        List<Figure> gaps = article.describing(done).stream()
                .filter(gap -> gap.is(Kind.GAP)
                        && gap.isComparableWith(done)
                        && gap.inSentenceOf(completion)
                        && gap.amount().value().compareTo(done.amount().value()) < 0)
                .toList();
        if (gaps.size() != 1) {
            return Optional.empty();
        }
        Figure gap = gaps.get(0);
        Amount difference = gap.in(done.unit());
        boolean above = gap.observation().direction() != Direction.BELOW;
        Amount plan = above ? done.amount().minus(difference) : done.amount().plus(difference);
        Amount percent = percent(article, done, plan, completion);
        boolean holds = Quotients.agree(completion, percent, done, gap);
        if (!holds && !Quotients.fails(completion, percent)) {
            return Optional.empty();
        }
        String computed = Wording.percentLike(completion, percent.value());
        String message = "%s, %s %s than planned, come to %s %s the plan%s."
                .formatted(
                        Wording.described(done),
                        Wording.stated(gap),
                        above ? "more" : "less",
                        computed,
                        Plans.isExcess(article, completion) ? "more than" : "of",
                        Wording.against(holds, completion, percent.value()));
        List<Figure> figures = List.of(done, gap, completion);
        return Optional.of(
                holds
                        ? Findings.holds(FindingRule.COMPLETION, figures, Wording.stated(completion), computed, message)
                        : Findings.warning(
                                FindingRule.COMPLETION, figures, Wording.stated(completion), computed, message));
    }
}
