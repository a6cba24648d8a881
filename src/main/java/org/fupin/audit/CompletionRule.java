package org.fupin.audit;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.fupin.observation.Finding;
import org.fupin.observation.FindingRule;
import org.fupin.observation.Kind;
import org.fupin.observation.Status;

/**
 * What was done, what was planned and the percentage of the plan. "Exceeding the plan by 6%" and "completing 106% of the
 * plan" say the same; both readings are tried. No link leads to the plan, so a mismatch is only worth a look.
 */
final class CompletionRule implements AuditRule.InArticle {

    private static final int BACK = 2;
    private static final BigDecimal TELLING = new BigDecimal("0.03");
    private static final Pattern EXCEEDS =
            Pattern.compile("\\b(exceed\\w*|beyond|over-?\\s?ful\\w*|surpass\\w*|more than|above|ahead)\\b");
    private static final int PHRASE = 60;

    @Override
    public List<Finding> checkArticle(ArticleFigures article) {
        List<Finding> findings = new ArrayList<>();
        for (Figure completion : article.all()) {
            if (completion.is(Kind.COMPLETION) && completion.isPercent() && !completion.isStandard()) {
                article.described(completion)
                        .filter(done -> !done.isPercent())
                        .flatMap(done -> check(article, done, completion))
                        .ifPresent(findings::add);
            }
        }
        return findings;
    }

    private Optional<Finding> check(ArticleFigures article, Figure done, Figure completion) {
        List<Figure> plans = plans(article, done);
        for (Figure plan : plans) {
            if (completion.amount().spread().compareTo(TELLING) <= 0
                    && percent(article, done, plan, completion).fit(completion.amount()) == Fit.HOLDS) {
                return Optional.of(finding(article, done, plan, completion, true));
            }
        }
        List<Figure> stated = plans.stream()
                .filter(plan -> plan.observation().status() == Status.PLANNED && plan.inSentenceOf(completion))
                .toList();
        if (stated.size() != 1
                || !Quotients.fails(completion, percent(article, done, stated.get(0), completion))
                || !isNear(done, stated.get(0))) {
            return Optional.empty();
        }
        return Optional.of(finding(article, done, stated.get(0), completion, false));
    }

    /** A plan that is not half or twice what was done may be another's. */
    private static boolean isNear(Figure done, Figure plan) {
        BigDecimal a = done.in(plan.unit()).value();
        BigDecimal b = plan.amount().value();
        return a.max(b).compareTo(a.min(b).multiply(new BigDecimal(2))) <= 0;
    }

    /** What can be the plan: the total that the done is a part of, or a like figure near it, planned ones first. */
    private static List<Figure> plans(ArticleFigures article, Figure done) {
        List<Figure> plans = new ArrayList<>();
        article.total(done).filter(total -> total.isComparableWith(done)).ifPresent(plans::add);
        article.near(done, BACK).stream()
                .filter(other -> other.isLevel()
                        && !plans.contains(other)
                        && other.isLike(done)
                        && other.amount().value().signum() > 0
                        && other.observation().status() == Status.PLANNED)
                .sorted(Comparator.comparingInt(other -> Math.abs(other.begin() - done.begin())))
                .forEach(plans::add);
        return plans;
    }

    private static Amount percent(ArticleFigures article, Figure done, Figure plan, Figure completion) {
        Amount percent = Quotients.percent(done.in(plan.unit()), plan.amount());
        return isExcess(article, completion) ? percent.minus(Amount.exact(Quotients.HUNDRED)) : percent;
    }

    /** "Exceeding the plan by 6%", not "106% of the plan, exceeding it". */
    private static boolean isExcess(ArticleFigures article, Figure completion) {
        String around = article.before(completion, PHRASE) + " " + article.after(completion, PHRASE / 2);
        return completion.amount().value().compareTo(new BigDecimal(90)) < 0
                && EXCEEDS.matcher(around.toLowerCase(Locale.ROOT)).find();
    }

    private static Finding finding(ArticleFigures article, Figure done, Figure plan, Figure completion, boolean holds) {
        String computed = Wording.percentLike(
                completion, percent(article, done, plan, completion).value());
        String way = isExcess(article, completion) ? "%s more than" : "%s of";
        String message = "%s is %s the plan of %s, stated as %s."
                .formatted(
                        Wording.described(done),
                        way.formatted(computed),
                        Wording.stated(plan),
                        Wording.stated(completion));
        List<Figure> figures = List.of(plan, done, completion);
        return holds
                ? Findings.holds(FindingRule.COMPLETION, figures, Wording.stated(completion), computed, message)
                : Findings.warning(FindingRule.COMPLETION, figures, Wording.stated(completion), computed, message);
    }
}
