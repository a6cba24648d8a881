package org.fupin.report.headline;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.fupin.observation.Kind;
import org.fupin.observation.Observation;
import org.fupin.observation.Status;
import org.fupin.report.figure.Figure;
import org.fupin.report.figure.FigureIndex;
import org.jspecify.annotations.Nullable;

/**
 * What a source states of how a headline figure changed. A change that the reading has linked to an amount is that
 * amount's; another one belongs to the nearest amount of its name, in its sentence or the one before, if measure, payer,
 * place, period and scope agree: "The provincial funds increased by 12%" after the amount of these funds.
 */
final class StatedChanges {

    private static final List<Kind> BY_RANK = List.of(Kind.GROWTH, Kind.CHANGE, Kind.MULTIPLE);

    /** Shorter words, such as "of" and "the", name nothing. */
    private static final int SHORTEST_NAME = 4;

    private final FigureIndex index;
    private final HeadlineRules rules;

    StatedChanges(FigureIndex index, HeadlineRules rules) {
        this.index = index;
        this.rules = rules;
    }

    /** The growth, or else the change, or else how many times that of the year before a headline figure is. */
    @Nullable
    Figure of(Indicator indicator, Figure figure) {
        Optional<Figure> linked = first(index.figures().stream()
                .filter(other -> isActual(other) && isLinked(other, figure))
                .toList());
        return linked.or(() -> first(index.figures().stream()
                        .filter(other -> isActual(other) && isToldOf(other, figure, indicator))
                        .toList()))
                .orElse(null);
    }

    private static Optional<Figure> first(List<Figure> changes) {
        return changes.stream()
                .min(Comparator.comparingInt(
                        change -> BY_RANK.indexOf(change.observation().kind())));
    }

    private boolean isActual(Figure change) {
        Kind kind = change.observation().kind();
        return change.observation().status() == Status.ACTUAL
                && BY_RANK.contains(kind)
                && (kind != Kind.MULTIPLE || rules.isAgainstYearBefore(change));
    }

    private boolean isLinked(Figure change, Figure figure) {
        Figure level = index.figure(change, change.observation().about());
        return level != null && (level == figure || isSameFact(level, figure));
    }

    private boolean isToldOf(Figure change, Figure figure, Indicator indicator) {
        if (change.observation().about() != null
                || figure.observation().kind() != Kind.LEVEL
                || !isNear(change, figure)
                || !agrees(change, figure, indicator)) {
            return false;
        }
        Figure nearest = index.figures().stream()
                .filter(level ->
                        level.observation().kind() == Kind.LEVEL && isNear(change, level) && isOfOneKind(change, level))
                .min(Comparator.comparingInt(level -> Math.abs(level.number() - change.number())))
                .orElse(null);
        return nearest == figure;
    }

    /** Whether an amount stands in the sentence of a change or the one before, in one section. */
    private static boolean isNear(Figure change, Figure level) {
        return change.sentence() != null
                && level.sentence() != null
                && change.heading().equals(level.heading())
                && change.ref().documentId().equals(level.ref().documentId())
                && change.sentence().number() - level.sentence().number() >= 0
                && change.sentence().number() - level.sentence().number() <= 1;
    }

    private static boolean isOfOneKind(Figure change, Figure level) {
        return change.observation().measure() == level.observation().measure()
                && change.observation().source() == level.observation().source();
    }

    private boolean agrees(Figure change, Figure figure, Indicator indicator) {
        Observation told = change.observation();
        Observation level = figure.observation();
        boolean inUnit = told.kind() != Kind.CHANGE
                || told.quantity().unit().base().equals(level.quantity().unit().base()) && told.per() == level.per();
        return inUnit
                && isOfOneKind(change, figure)
                && told.region().equals(level.region())
                && told.period().equals(level.period())
                && rules.scope(change, indicator) == rules.scope(figure, indicator)
                && rules.isOfIndicator(change, indicator)
                && isOfOneName(change, figure);
    }

    /** Whether all words that name the one name the other, too: "provincial funds", "funds of the provincial government". */
    private static boolean isOfOneName(Figure one, Figure other) {
        Set<String> first = names(one);
        Set<String> second = names(other);
        return !first.isEmpty() && !second.isEmpty() && (first.containsAll(second) || second.containsAll(first));
    }

    private static Set<String> names(Figure figure) {
        return Arrays.stream(figure.item().toLowerCase(Locale.ROOT).split("[^\\p{L}-]+"))
                .filter(word -> word.length() >= SHORTEST_NAME)
                .map(word -> word.endsWith("s") ? word.substring(0, word.length() - 1) : word)
                .collect(Collectors.toSet());
    }

    /** Whether a report states one fact twice: the same amount of one payer, in money, for the same time and place. */
    private static boolean isSameFact(Figure one, Figure other) {
        Observation a = one.observation();
        Observation b = other.observation();
        return a.quantity().unit().is("CNY")
                && b.quantity().unit().is("CNY")
                && one.ref().documentId().equals(other.ref().documentId())
                && a.measure() == b.measure()
                && a.kind() == Kind.LEVEL
                && a.per() == b.per()
                && a.source() != null
                && a.source() == b.source()
                && a.status() == b.status()
                && a.region().equals(b.region())
                && a.period().equals(b.period())
                && value(one) != null
                && value(other) != null
                && value(one).compareTo(value(other)) == 0;
    }

    private static @Nullable BigDecimal value(Figure figure) {
        return figure.observation().quantity().baseValue();
    }
}
