package org.fupin.report.headline;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.fupin.observation.PeriodType;
import org.fupin.report.figure.Figure;
import org.fupin.report.figure.FigureIndex;
import org.fupin.report.figure.FigureText;

/**
 * The other amounts that a report states of an indicator. Those of a work that many programmes do are looked for under
 * all headings of the article: an amount of one of them is not what the province did.
 *
 * <p>None is counted that is a part of the figure shown or of another one, that counts the same people in another unit, or
 * that tells again what another one tells.
 */
final class Alternatives {

    /** What several programmes do, each for itself, so that the largest amount may be one programme's. */
    private static final Set<Indicator> OF_MANY_PROGRAMMES = EnumSet.of(
            Indicator.LOANS,
            Indicator.INTEREST_SUBSIDY,
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
        List<Figure> all = new ArrayList<>(here);
        if (OF_MANY_PROGRAMMES.contains(indicator)) {
            index.figures().stream()
                    .filter(other -> isElsewhere(other, figure, indicator))
                    .forEach(all::add);
        }
        List<Figure> others = distinct(indicator, figure, all);
        if (others.isEmpty()) {
            return Among.NOTHING;
        }
        Among.Place place = place(indicator, figure, others);
        return new Among(place, others.size(), where(place, figure, others, (int)
                others.stream().filter(here::contains).count()));
    }

    private boolean isElsewhere(Figure other, Figure figure, Indicator indicator) {
        return other.programme() != figure.programme()
                && other.ref().documentId().equals(figure.ref().documentId())
                && other.article().equals(figure.article())
                && other.observation().period().type() == PeriodType.YEAR
                && rules.isOf(other, indicator)
                && rules.isStatedToo(other, indicator);
    }

    /** Those that count what the figure counts, and nothing that it or another one has counted. */
    private List<Figure> distinct(Indicator indicator, Figure figure, List<Figure> all) {
        List<Figure> alike = all.stream()
                .filter(other -> other != figure
                        && isInSameUnit(indicator, other, figure)
                        && !parts.isOf(other, figure)
                        && !parts.isOf(figure, other))
                .toList();
        List<Figure> distinct = new ArrayList<>();
        for (Figure other : alike) {
            if (!isSame(other, figure)
                    && alike.stream().noneMatch(whole -> parts.isOf(other, whole))
                    && distinct.stream().noneMatch(counted -> isSame(other, counted))) {
                distinct.add(other);
            }
        }
        return distinct;
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
            return Among.Place.FIRST;
        }
        return others.stream().allMatch(other -> value(other).compareTo(value(figure)) < 0)
                ? Among.Place.LARGEST
                : Among.Place.ONE;
    }

    /** Under which headings they stand; a larger or an only one of another section with its amount. */
    private static String where(Among.Place place, Figure figure, List<Figure> others, int here) {
        int elsewhere = others.size() - here;
        if (elsewhere == 0) {
            return " under " + figure.programme().label().toLowerCase(Locale.ROOT);
        }
        Figure largest =
                others.stream().max(Comparator.comparing(Alternatives::value)).orElseThrow();
        if (place == Among.Place.ONE && largest.programme() != figure.programme()) {
            return ", the largest " + FigureText.undirected(largest.observation()) + " under "
                    + largest.programme().label().toLowerCase(Locale.ROOT);
        }
        if (others.size() == 1) {
            return ", the other " + FigureText.undirected(largest.observation()) + " under "
                    + largest.programme().label().toLowerCase(Locale.ROOT);
        }
        return ", " + elsewhere + (elsewhere == 1 ? " under another heading" : " under other headings");
    }

    private static BigDecimal value(Figure figure) {
        return figure.observation().quantity().baseValue();
    }
}
