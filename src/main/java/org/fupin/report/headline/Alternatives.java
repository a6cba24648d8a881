package org.fupin.report.headline;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fupin.observation.FundingSource;
import org.fupin.observation.PeriodType;
import org.fupin.observation.finding.ObservationRef;
import org.fupin.report.figure.Figure;
import org.fupin.report.figure.FigureIndex;
import org.fupin.report.figure.FigureText;
import org.jspecify.annotations.Nullable;

/**
 * The other amounts that a report states of an indicator. Those of a work that many programmes do are looked for under
 * all headings of the article: an amount of one of them is not what the province did.
 *
 * <p>None is counted that is a part of the figure shown or of another one, that counts the same people in another unit, or
 * that tells again what another one tells. They are counted only where all amounts of the measure and the year are among
 * them and none is doubtful; else the report states several.
 */
final class Alternatives {

    /** What several programmes do, each for itself, so that the largest amount may be one programme's. */
    private static final Set<Indicator> OF_MANY_PROGRAMMES = EnumSet.of(
            Indicator.LOANS,
            Indicator.INTEREST_SUBSIDY,
            Indicator.POVERTY_REDUCED,
            Indicator.VILLAGES,
            Indicator.HOUSEHOLDS,
            Indicator.PEOPLE,
            Indicator.TRAINED,
            Indicator.TRANSFERRED,
            Indicator.RELOCATED);

    private final FigureIndex index;
    private final HeadlineRules rules;
    private final Parts parts;

    Alternatives(FigureIndex index, HeadlineRules rules) {
        this.index = index;
        this.rules = rules;
        this.parts = new Parts(index);
    }

    /** @param candidates all that can be the headline */
    Among of(Indicator indicator, Figure figure, List<Figure> candidates) {
        List<Figure> here = candidates.stream()
                .filter(other -> other.programme() == figure.programme())
                .toList();
        List<Figure> all =
                new ArrayList<>(OF_MANY_PROGRAMMES.contains(indicator) || !indicator.largest() ? here : candidates);
        if (OF_MANY_PROGRAMMES.contains(indicator)) {
            index.figures().stream()
                    .filter(other -> isElsewhere(other, figure, indicator))
                    .forEach(all::add);
        }
        List<Figure> counted = distinct(indicator, figure, all);
        // Which rate or income is the most general one, neither its size nor those of other sections tell.
        List<Figure> stated =
                indicator.largest() ? distinct(indicator, figure, ofMeasure(indicator, figure, candidates)) : counted;
        Figure more = more(indicator, figure);
        if (more != null) {
            return new Among(
                    Among.Place.ONE, Math.max(1, stated.size()), false, named(", the largest", largest(stated, more)));
        }
        // What other programmes state is told beside what certainly counts, not alone.
        if (counted.isEmpty() && stated.stream().noneMatch(other -> other.programme() == figure.programme())) {
            return Among.NOTHING;
        }
        boolean sure = stated.size() == counted.size()
                && counted.containsAll(stated)
                && stated.stream().allMatch(other -> other.observation().doubt().isEmpty());
        Among.Place place = place(indicator, figure, stated);
        String where = indicator.largest() ? where(place, sure, stated, all) : where(figure, counted);
        return new Among(place, stated.size(), sure, where);
    }

    /**
     * All facts of the indicator's measure, be they what the headline can be or not. Of money those that it can be; for a payer
     * all that it is said to give, and those of its section of which it is only inferred who pays.
     */
    private List<Figure> ofMeasure(Indicator indicator, Figure figure, List<Figure> candidates) {
        List<Figure> all = new ArrayList<>(candidates);
        Set<ObservationRef> held = candidates.stream().map(Figure::ref).collect(Collectors.toSet());
        if (OF_MANY_PROGRAMMES.contains(indicator)) {
            index.figures().stream()
                    .filter(other -> other != figure
                            && !held.contains(other.ref())
                            && isOfArticle(other, figure)
                            && rules.isOf(other, indicator)
                            && rules.isFact(other, indicator)
                            && (indicator.group() != Indicator.Group.MONEY || rules.isOfIndicator(other, indicator)))
                    .forEach(all::add);
        }
        if (indicator.payer() != null) {
            index.figures().stream()
                    .filter(other -> other != figure
                            && !held.contains(other.ref())
                            && isOfArticle(other, figure)
                            && (rules.isOf(other, indicator) && rules.isFact(other, indicator)
                                    || other.programme() == figure.programme()
                                            && rules.isOfUncertainPayer(other, indicator))
                            && !parts.isSumOfPayers(other, figure))
                    .forEach(all::add);
        }
        return all;
    }

    /** The largest amount that the payer is said to give beyond the figure, be it as other money than the headline's; null if none. */
    private @Nullable Figure more(Indicator indicator, Figure figure) {
        if (indicator.payer() == null) {
            return null;
        }
        return index.figures().stream()
                .filter(other -> other != figure
                        && isOfArticle(other, figure)
                        && rules.isOf(other, indicator)
                        && rules.isFact(other, indicator)
                        && value(other).compareTo(value(figure)) > 0
                        && !isSame(other, figure)
                        && !parts.isOf(figure, other)
                        && !parts.isSumOfPayers(other, figure))
                .max(Comparator.comparing(Alternatives::value))
                .orElse(null);
    }

    private static boolean isOfArticle(Figure other, Figure figure) {
        return other.ref().documentId().equals(figure.ref().documentId())
                && other.article().equals(figure.article())
                && other.observation().period().type() == PeriodType.YEAR;
    }

    private boolean isElsewhere(Figure other, Figure figure, Indicator indicator) {
        return other.programme() != figure.programme()
                && isOfArticle(other, figure)
                && rules.isOf(other, indicator)
                && rules.isStatedToo(other, indicator);
    }

    /** Those that count what the figure counts, and nothing that it or another one has counted. */
    private List<Figure> distinct(Indicator indicator, Figure figure, List<Figure> all) {
        List<Figure> alike = all.stream()
                .filter(other -> other != figure
                        && isInSameUnit(indicator, other, figure)
                        && isOfTotals(indicator, other, figure)
                        && !parts.isOf(other, figure)
                        && !parts.isOf(figure, other))
                .sorted(Comparator.comparingInt(Figure::number))
                .toList();
        alike = withoutRow(alike, value(figure));
        List<Figure> wholes = alike;
        List<Figure> distinct = new ArrayList<>();
        for (Figure other : alike) {
            if (!isSame(other, figure)
                    && wholes.stream().noneMatch(whole -> parts.isOf(other, whole))
                    && distinct.stream().noneMatch(counted -> isSame(other, counted))) {
                distinct.add(other);
            }
        }
        return distinct;
    }

    /**
     * Beside a total, what one payer gives is a part of it or other money, and no other total; nor is money without a word of
     * poverty beside one that has it.
     */
    private boolean isOfTotals(Indicator indicator, Figure other, Figure figure) {
        FundingSource payer = other.observation().source();
        boolean ofOne = payer != null
                && payer != FundingSource.FISCAL
                && payer != figure.observation().source();
        return indicator != Indicator.FUNDS
                || !ofOne && (rules.isPreferred(other, indicator) || !rules.isPreferred(figure, indicator));
    }

    /** The amounts without those in a row that add up to the figure: its parts, which the text does not name so. */
    private static List<Figure> withoutRow(List<Figure> amounts, BigDecimal total) {
        for (int from = 0; from < amounts.size(); from++) {
            BigDecimal sum = BigDecimal.ZERO;
            for (int to = from; to < amounts.size() && sum.compareTo(total) < 0; to++) {
                sum = sum.add(value(amounts.get(to)));
                if (to > from && sum.compareTo(total) == 0) {
                    List<Figure> rest = new ArrayList<>(amounts.subList(0, from));
                    rest.addAll(amounts.subList(to + 1, amounts.size()));
                    return rest;
                }
            }
        }
        return amounts;
    }

    private static boolean isInSameUnit(Indicator indicator, Figure one, Figure other) {
        return indicator.preference(one.observation().quantity().unit())
                == indicator.preference(other.observation().quantity().unit());
    }

    /** Whether two amounts are one that is told twice, perhaps rounded. */
    private static boolean isSame(Figure one, Figure other) {
        return HeadlineChooser.makesUp(value(one), value(other));
    }

    private Among.Place place(Indicator indicator, Figure figure, List<Figure> others) {
        if (indicator == Indicator.POVERTY_LINE && rules.isPreferred(figure, indicator)) {
            return Among.Place.OWN;
        }
        if (!indicator.largest()) {
            return Among.Place.ONE;
        }
        return others.stream().allMatch(other -> value(other).compareTo(value(figure)) < 0)
                ? Among.Place.LARGEST
                : Among.Place.ONE;
    }

    /**
     * Which amount is the largest of the others, so that a reader can compare: it is named with its section.
     *
     * @param certain those that are amounts of the indicator for certain, but for what their reading doubts
     */
    private static String where(Among.Place place, boolean sure, List<Figure> others, List<Figure> certain) {
        Figure largest = largest(others, null);
        String which = others.size() == 1 && sure
                ? ", the other"
                : place == Among.Place.LARGEST ? ", the next" : ", the largest";
        boolean doubtful =
                !certain.contains(largest) || !largest.observation().doubt().isEmpty();
        return doubtful ? named(";", largest) + " may be another" : named(which, largest);
    }

    /** Where there are other rates, incomes or lines: which is the largest says nothing. */
    private static String where(Figure figure, List<Figure> others) {
        long elsewhere = others.stream()
                .filter(other -> !other.heading().equals(figure.heading()))
                .count();
        if (others.size() == 1) {
            return named(", the other", others.get(0));
        }
        return elsewhere == 0
                ? " under " + section(figure)
                : ", " + elsewhere + (elsewhere == 1 ? " under another heading" : " under other headings");
    }

    private static String named(String which, Figure other) {
        return which + " " + FigureText.undirected(other.observation()) + " under " + section(other);
    }

    /** The section as its title names it: readers know the source, not the programmes that titles are sorted by. */
    private static String section(Figure figure) {
        return figure.heading().isEmpty()
                ? figure.programme().label().toLowerCase(Locale.ROOT)
                : '"' + figure.heading() + '"';
    }

    private static Figure largest(List<Figure> others, @Nullable Figure more) {
        return Stream.concat(others.stream(), Stream.ofNullable(more))
                .max(Comparator.comparing(Alternatives::value))
                .orElseThrow();
    }

    private static BigDecimal value(Figure figure) {
        return figure.observation().quantity().baseValue();
    }
}
