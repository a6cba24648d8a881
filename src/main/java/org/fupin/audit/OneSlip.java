package org.fupin.audit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fupin.audit.figure.Amount;
import org.fupin.audit.figure.Figure;
import org.fupin.audit.figure.Fit;
import org.fupin.audit.rule.Wording;
import org.fupin.observation.finding.Finding;
import org.fupin.observation.finding.FindingRule;
import org.fupin.observation.finding.ObservationRef;
import org.fupin.observation.finding.Severity;

/**
 * Leaves one finding of those on one slip: a part that is wrong breaks the sum that it is in and its share as well. Two
 * relations that fail and have two figures in common are broken by one slip: the sum is left before growth and share, and is an
 * error if one of them is. Where they have one in common of which both make the same, both are left, say so, and doubt that one only.
 */
final class OneSlip {

    /** No figure is in so many relations; beyond, findings are left as they are, so that time stays in bounds. */
    private static final int MOST = 40;

    /** A relation that fails. */
    private record Failing(Finding finding, List<Figure> figures) {

        /** Sums first, then growth and change, then single shares, then the shares of a whole together. */
        int order() {
            boolean together = finding.rule() == FindingRule.SHARE
                    && figures.stream().filter(Figure::isPercent).count() > 1;
            return together ? FindingRule.values().length : finding.rule().ordinal() + (isShare() ? 2 : 0);
        }

        private boolean isShare() {
            return finding.rule() == FindingRule.SHARE;
        }
    }

    private final FiguresOf figures;

    OneSlip(FiguresOf figures) {
        this.figures = figures;
    }

    /** The findings, in their order, without those on the slip of another. */
    List<Finding> keep(List<Finding> findings) {
        List<Failing> failing = new ArrayList<>();
        for (Finding finding : findings) {
            if (!finding.holds() && finding.rule().isArithmetic()) {
                failing.add(new Failing(finding, figures.of(finding)));
            }
        }
        failing.sort(Comparator.comparingInt(Failing::order));
        Map<Finding, Finding> told = new HashMap<>();
        Set<Finding> dropped = new HashSet<>();
        Map<Figure, List<Failing>> byFigure = new HashMap<>();
        for (Failing next : failing) {
            List<Failing> near = next.figures().stream()
                    .flatMap(figure -> byFigure.getOrDefault(figure, List.of()).stream())
                    .distinct()
                    .toList();
            Optional<Failing> first = near.stream()
                    .filter(other -> common(other, next).size() > 1)
                    .findFirst();
            if (first.isPresent()) {
                dropped.add(next.finding());
                told.computeIfPresent(first.get().finding(), (key, kept) -> together(kept, next.finding()));
                continue;
            }
            told.put(next.finding(), next.finding());
            for (Failing other : near) {
                meant(other, next).ifPresent(meant -> {
                    told.computeIfPresent(next.finding(), (key, kept) -> saying(kept, meant));
                    told.computeIfPresent(other.finding(), (key, kept) -> saying(kept, meant));
                });
            }
            for (Figure figure : next.figures()) {
                List<Failing> at = byFigure.computeIfAbsent(figure, key -> new ArrayList<>());
                if (at.size() < MOST) {
                    at.add(next);
                }
            }
        }
        return findings.stream()
                .filter(finding -> !dropped.contains(finding))
                .map(finding -> told.getOrDefault(finding, finding))
                .toList();
    }

    private static List<Figure> common(Failing one, Failing other) {
        Set<Figure> others = new HashSet<>(other.figures());
        return one.figures().stream().filter(others::contains).toList();
    }

    /** The one figure that two relations have in common, and what both make of it. */
    private record Meant(Figure figure, Amount amount) {

        String told() {
            return "%s instead of %s".formatted(Wording.like(figure, amount.value()), Wording.stated(figure));
        }
    }

    /** What both relations make of the one figure that is in both, where they make the same of it. */
    private static Optional<Meant> meant(Failing one, Failing other) {
        Figure figure = common(one, other).get(0);
        Optional<Amount> first = Implied.of(one.finding(), one.figures(), figure);
        Optional<Amount> second = Implied.of(other.finding(), other.figures(), figure);
        boolean same = first.isPresent()
                && second.isPresent()
                && first.get().value().signum() > 0
                && first.get().fit(second.get()) == Fit.HOLDS;
        return same ? Optional.of(new Meant(figure, first.get())) : Optional.empty();
    }

    /** With two relations against the one figure, the others of both are right. */
    private static Finding saying(Finding finding, Meant meant) {
        List<ObservationRef> others = new ArrayList<>(finding.observations());
        others.remove(meant.figure().ref());
        return finding.bearingOut(others)
                .saying(
                        finding.message().contains(meant.told())
                                ? " That would settle another relation of the text too."
                                : " Another relation of the text fails on the same figure: " + meant.told()
                                        + " would settle both.");
    }

    private static Finding together(Finding kept, Finding dropped) {
        boolean error = kept.severity() == Severity.ERROR || dropped.severity() == Severity.ERROR;
        return kept.of(error ? Severity.ERROR : Severity.WARNING);
    }
}
