package org.fupin.audit.change;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fupin.audit.figure.Amount;
import org.fupin.audit.figure.ArticleFigures;
import org.fupin.audit.figure.Figure;
import org.fupin.audit.figure.Fit;
import org.fupin.audit.list.PartList;
import org.fupin.audit.rule.AuditRule;
import org.fupin.audit.rule.Findings;
import org.fupin.audit.rule.Wording;
import org.fupin.observation.Direction;
import org.fupin.observation.Kind;
import org.fupin.observation.Qualifier;
import org.fupin.observation.finding.Finding;
import org.fupin.observation.finding.FindingRule;
import org.fupin.reference.ListClaim;
import org.fupin.reference.ListCues;

/**
 * Level, earlier level and difference ("from 40 million to 50 million, an increase of 10 million"), and the changes of parts
 * against the change of their total.
 */
public final class ChangeRule implements AuditRule.InArticle {

    private static final int MOST_PARTS = 60;

    private final ListCues cues;

    public ChangeRule(ListCues cues) {
        this.cues = cues;
    }

    @Override
    public List<Finding> checkArticle(ArticleFigures article) {
        List<Finding> findings = new ArrayList<>();
        for (Figure change : article.all()) {
            if (!change.is(Kind.CHANGE) || change.isPercent() || change.isStandard()) {
                continue;
            }
            Optional<Figure> level =
                    article.described(change).filter(figure -> figure.isLevel() && isChangeOf(change, figure));
            if (level.isPresent()) {
                difference(article, level.get(), change).ifPresent(findings::add);
                ofParts(article, level.get(), change).ifPresent(findings::add);
            }
        }
        return findings;
    }

    /** Percentages change by percentage points. */
    private static boolean isChangeOf(Figure change, Figure level) {
        return change.isComparableWith(level)
                || level.isPercent() && change.unit().is("pp");
    }

    private static boolean isUp(Figure figure) {
        return figure.observation().direction() != Direction.DOWN;
    }

    private Optional<Finding> difference(ArticleFigures article, Figure level, Figure change) {
        Optional<Figure> stated = Earlier.levelOf(article, level);
        if (stated.isEmpty()) {
            return Optional.empty();
        }
        Figure earlier = stated.get();
        Amount before = earlier.in(level.unit());
        boolean rises = level.amount().value().compareTo(before.value()) >= 0;
        Amount difference = rises ? level.amount().minus(before) : before.minus(level.amount());
        Fit fit = difference.fit(change.in(level.unit()));
        boolean holds = fit == Fit.HOLDS && rises == isUp(change);
        boolean certain = Earlier.isTold(article, earlier, level) && change.inSentenceOf(level);
        boolean exact = level.observation().qualifier() == Qualifier.EXACT
                && earlier.observation().qualifier() == Qualifier.EXACT
                && change.observation().qualifier() == Qualifier.EXACT;
        boolean sameWay = rises == isUp(change);
        if (!holds && (!certain || fit != Fit.FAILS && sameWay && !exact)) {
            return Optional.empty();
        }
        String computed = Wording.like(change, difference.value());
        String message = "From %s to %s it is %s %s%s."
                .formatted(
                        Wording.stated(earlier),
                        Wording.described(level),
                        computed,
                        rises ? "more" : "less",
                        Wording.against(holds, Wording.stated(change) + (isUp(change) ? " more" : " less")));
        List<Figure> figures = List.of(level, earlier, change);
        if (holds) {
            return Optional.of(Findings.holds(FindingRule.CHANGE, figures, Wording.stated(change), computed, message));
        }
        // Zeros at the end of a level may be rounding, but beside an exact change they hardly are.
        return Optional.of(
                fit == Fit.FAILS || !sameWay
                        ? Findings.error(FindingRule.CHANGE, figures, Wording.stated(change), computed, message)
                        : Findings.warning(FindingRule.CHANGE, figures, Wording.stated(change), computed, message));
    }

    private static boolean isDivided(PartList list) {
        return list.closed() && (list.claim() == ListClaim.WHOLE || list.claim() == ListClaim.PARTITION);
    }

    /** Parts that grew by more than their total did, while none is said to have shrunk. */
    private Optional<Finding> ofParts(ArticleFigures article, Figure total, Figure change) {
        List<Figure> parts = article.partsOf(total).stream()
                .filter(part -> part.isLevel() && part.isComparableWith(total))
                .toList();
        if (parts.size() < 2 || parts.size() > MOST_PARTS || !isDivided(PartList.of(article, total, parts, cues))) {
            return Optional.empty();
        }
        List<Figure> changes = new ArrayList<>();
        Amount sum = Amount.ZERO;
        for (Figure part : parts) {
            for (Figure other : article.describing(part)) {
                boolean shrinks =
                        other.observation().direction() != change.observation().direction()
                                && (other.is(Kind.CHANGE) || other.is(Kind.GROWTH));
                if (shrinks || other.observation().qualifier() != Qualifier.EXACT) {
                    return Optional.empty();
                }
                if (other.is(Kind.CHANGE) && other.isComparableWith(change)) {
                    changes.add(other);
                    sum = sum.plus(other.in(change.unit()));
                }
            }
        }
        if (changes.size() < 2) {
            return Optional.empty();
        }
        Fit fit = sum.fit(change.amount());
        boolean all = changes.size() == parts.size();
        List<Figure> figures = Findings.listOf(change, changes);
        String computed = Wording.like(change, sum.value());
        String counted = Wording.counted(changes.size(), "part");
        if (fit == Fit.HOLDS && all) {
            return Optional.of(Findings.holds(
                    FindingRule.CHANGE,
                    figures,
                    Wording.stated(change),
                    computed,
                    "The changes of the %s of %s add up to its change, %s."
                            .formatted(counted, Wording.described(total), Wording.stated(change))));
        }
        boolean exceeds = sum.loose().isAbove(change.amount().loose());
        if (!exceeds) {
            return Optional.empty();
        }
        return Optional.of(Findings.warning(
                FindingRule.CHANGE,
                figures,
                Wording.stated(change),
                computed,
                "The changes of %s of %s, %s, come to %s; the whole is said to have changed by %s, no part the other way."
                        .formatted(
                                counted,
                                Wording.described(total),
                                Wording.listed(changes, " + "),
                                computed,
                                Wording.stated(change))));
    }
}
