package org.fupin.audit.change;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.fupin.audit.figure.Amount;
import org.fupin.audit.figure.ArticleFigures;
import org.fupin.audit.figure.Figure;
import org.fupin.audit.figure.Fit;
import org.fupin.audit.rule.AuditRule;
import org.fupin.audit.rule.Findings;
import org.fupin.audit.rule.Wording;
import org.fupin.observation.Direction;
import org.fupin.observation.Kind;
import org.fupin.observation.Qualifier;
import org.fupin.observation.finding.Finding;
import org.fupin.observation.finding.FindingRule;

/**
 * Two percentages and the points between them: "from 42% to 61%, up 19 percentage points", "rose by 19 percentage points from 42%
 * to 61%". The three stand side by side, so that no link is needed.
 */
public final class PointsRule implements AuditRule.InArticle {

    /** Between the later percentage and the points. */
    private static final Pattern AND_SO =
            Pattern.compile("(?i)[^.;:0-9]{0,40}?[,(]?\\s*(which (is|was|means) )?(an? )?[^.;:0-9]{0,40}");

    private static final Pattern YEAR = Pattern.compile("\\s+(in|by|at the end of|of) (19|20)[0-9]{2}");

    @Override
    public List<Finding> checkArticle(ArticleFigures article) {
        List<Finding> findings = new ArrayList<>();
        List<Figure> all = article.all();
        for (int i = 0; i < all.size(); i++) {
            Figure points = all.get(i);
            if (!points.unit().is("pp")
                    || !points.is(Kind.CHANGE)
                    || article.described(points).isPresent()) {
                continue;
            }
            Optional<Finding> finding =
                    i < 2 ? Optional.empty() : check(article, all.get(i - 2), all.get(i - 1), points);
            if (finding.isEmpty() && i + 2 < all.size()) {
                finding = check(article, all.get(i + 1), all.get(i + 2), points);
            }
            finding.ifPresent(findings::add);
        }
        return findings;
    }

    private static Optional<Finding> check(ArticleFigures article, Figure earlier, Figure later, Figure points) {
        boolean percentages = isPercentage(earlier, points)
                && isPercentage(later, points)
                && Earlier.isTold(article, earlier, later)
                && isNext(article, later, points);
        if (!percentages) {
            return Optional.empty();
        }
        boolean rises = later.amount().value().compareTo(earlier.amount().value()) >= 0;
        Amount difference = rises
                ? later.amount().minus(earlier.amount())
                : earlier.amount().minus(later.amount());
        Direction direction = points.observation().direction();
        boolean sameWay = direction == null || rises == (direction != Direction.DOWN);
        if (sameWay && difference.fit(points.amount()) != Fit.FAILS) {
            return Optional.empty();
        }
        String computed = Wording.like(points, difference.value());
        return Optional.of(Findings.warning(
                FindingRule.CHANGE,
                List.of(later, earlier, points),
                Wording.stated(points),
                computed,
                "From %s to %s it is %s %s%s."
                        .formatted(
                                Wording.stated(earlier),
                                Wording.stated(later),
                                computed,
                                rises ? "more" : "less",
                                Wording.against(
                                        false,
                                        Wording.stated(points) + (direction == Direction.DOWN ? " less" : " more")))));
    }

    private static boolean isPercentage(Figure figure, Figure points) {
        return figure.isPercent()
                && (figure.isLevel() || figure.is(Kind.SHARE))
                && !figure.isRange()
                && figure.inSentenceOf(points)
                && figure.observation().qualifier() == Qualifier.EXACT;
    }

    /** Whether the points follow the later percentage, or come before both of them. */
    private static boolean isNext(ArticleFigures article, Figure later, Figure points) {
        return points.precedes(later)
                || AND_SO.matcher(YEAR.matcher(article.between(later, points)).replaceFirst(""))
                        .matches();
    }
}
