package org.fupin.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.fupin.observation.Direction;
import org.fupin.observation.FundingSource;
import org.fupin.observation.Kind;
import org.fupin.observation.Measure;
import org.fupin.observation.Observation;
import org.fupin.observation.ObservationRef;
import org.fupin.observation.Period;
import org.fupin.observation.PeriodType;
import org.fupin.observation.Status;
import org.jspecify.annotations.Nullable;

/**
 * Chooses, for each {@link Indicator}, the observation that a reader would quote.
 *
 * <p>Candidates are levels (no shares, changes or ranges) of the indicator's measure, unit and payer, stated as facts for
 * the province as a whole, for the year or a day or month of it, in a section that {@link Indicator#home()} names or as a
 * part of the headline total; a state may also be that of the end of the year before. Amounts too small to speak
 * for a province are passed over, and for the total also those below a tenth of what one government gives. Among the
 * rest these decide, in this order:
 *
 * <ol>
 *   <li>the province's general report before one on pairing-off aid;
 *   <li>a well formed and possible number before one that was repaired or is impossible;
 *   <li>for a payer: the headline total itself, if it is the payer's, then its parts, then other amounts. For the total:
 *       money without a payer or of the budget in general before that of one payer, which is no total;
 *   <li>the year before a month of it or a cumulated stock, and these before the end of the year before;
 *   <li>the overview, then the other sections in the order of {@link Indicator#home()};
 *   <li>the preferred unit (persons before households);
 *   <li>an amount that is not part of another one of the indicator before its parts;
 *   <li>the largest, for totals; the first in the text, for rates, income and the poverty line.
 * </ol>
 *
 * Where no level states how many were lifted out of poverty, a stated decrease of the poor population does.
 */
final class HeadlineChooser {

    /** Parts of parts go no deeper in any source; the bound guards against a circle. */
    static final int MAX_DEPTH = 16;

    private static final int NO_FIT = 3;

    /** Less than a tenth of another amount cannot be the total that comprises it. */
    private static final BigDecimal DWARF = BigDecimal.TEN;

    private final FigureIndex index;
    private final String region;
    private final int year;
    private final Map<Indicator, Figure> chosen = new EnumMap<>(Indicator.class);
    private final Map<Indicator, String> notes = new EnumMap<>(Indicator.class);
    private final Set<ObservationRef> partsOfTotal = new HashSet<>();

    HeadlineChooser(FigureIndex index, String region, int year) {
        this.index = index;
        this.region = region;
        this.year = year;
        // FUNDS is the first indicator: the payers' depend on it, as the growth of income does on income.
        for (Indicator indicator : Indicator.values()) {
            choose(indicator);
        }
    }

    @Nullable
    Figure figure(Indicator indicator) {
        return chosen.get(indicator);
    }

    /** What a reader must know of the choice; empty if nothing. */
    String note(Indicator indicator) {
        return notes.getOrDefault(indicator, "");
    }

    /** The growth, or else the change, that is stated of the figure of {@code indicator}. */
    @Nullable
    Figure change(Indicator indicator) {
        Figure figure = chosen.get(indicator);
        if (figure == null) {
            return null;
        }
        Figure change = null;
        for (Figure other : index.figures()) {
            if (index.figure(other, other.observation().about()) == figure
                    && other.observation().status() == Status.ACTUAL) {
                if (other.observation().kind() == Kind.GROWTH) {
                    return other;
                }
                if (other.observation().kind() == Kind.CHANGE && change == null) {
                    change = other;
                }
            }
        }
        return change;
    }

    private void choose(Indicator indicator) {
        if (indicator == Indicator.INCOME_GROWTH) {
            Figure growth = change(Indicator.INCOME);
            if (growth != null && growth.observation().kind() == Kind.GROWTH) {
                chosen.put(indicator, growth);
                return;
            }
        }
        Kind kind = indicator == Indicator.INCOME_GROWTH ? Kind.GROWTH : Kind.LEVEL;
        List<Figure> candidates = new ArrayList<>();
        for (Figure figure : index.figures()) {
            if (figure.observation().measure() == indicator.measure() && isCandidate(figure, indicator, kind)) {
                candidates.add(figure);
            }
        }
        if (candidates.isEmpty() && indicator == Indicator.POVERTY_REDUCED) {
            chooseDecrease();
            return;
        }
        if (indicator == Indicator.FUNDS) {
            dropDwarfs(candidates);
        }
        candidates.stream().min(order(indicator)).ifPresent(figure -> take(indicator, figure, candidates));
    }

    /**
     * A total of the province's money cannot be a small fraction of what one government alone gives; such an amount is
     * that of a part which the source does not name as one. Bank loans and companies' investments are other money.
     */
    private static void dropDwarfs(List<Figure> candidates) {
        BigDecimal largest = candidates.stream()
                .filter(figure -> figure.observation().source() != FundingSource.CREDIT
                        && figure.observation().source() != FundingSource.ENTERPRISE)
                .map(HeadlineChooser::value)
                .max(Comparator.naturalOrder())
                .orElse(BigDecimal.ZERO);
        candidates.removeIf(figure -> value(figure).multiply(DWARF).compareTo(largest) < 0);
    }

    private void chooseDecrease() {
        index.figures().stream()
                .filter(figure -> figure.observation().measure() == Measure.POOR_POPULATION
                        && figure.observation().direction() == Direction.DOWN
                        && isCandidate(figure, Indicator.POVERTY_REDUCED, Kind.CHANGE))
                .min(order(Indicator.POVERTY_REDUCED))
                .ifPresent(figure -> {
                    chosen.put(Indicator.POVERTY_REDUCED, figure);
                    notes.put(Indicator.POVERTY_REDUCED, "Stated as a decrease of the poor population");
                });
    }

    private void take(Indicator indicator, Figure figure, List<Figure> candidates) {
        chosen.put(indicator, figure);
        if (indicator == Indicator.FUNDS) {
            index.figures().stream()
                    .filter(other -> isWithin(other, figure))
                    .map(Figure::ref)
                    .forEach(partsOfTotal::add);
        }
        notes.put(indicator, describe(indicator, figure, candidates));
    }

    private String describe(Indicator indicator, Figure figure, List<Figure> candidates) {
        List<String> remarks = new ArrayList<>();
        Observation observation = figure.observation();
        if (indicator == Indicator.FUNDS && observation.source() != null) {
            remarks.add("Payer as stated: " + Labels.payer(observation.source()).toLowerCase(Locale.ROOT));
        }
        Figure whole = index.figure(figure, observation.partOf());
        if (whole != null) {
            remarks.add("Part of " + whole.text()
                    + (whole.observation().item().isEmpty()
                            ? ""
                            : " of " + whole.observation().item()));
        }
        Figure funds = chosen.get(Indicator.FUNDS);
        if (indicator.payer() != null && funds != null && value(figure).compareTo(value(funds)) > 0) {
            remarks.add("More than the headline total, of which it is no part");
        }
        if (observation.period().type() != PeriodType.YEAR) {
            remarks.add("As of " + observation.period().iso());
        }
        long others = candidates.stream()
                .filter(other -> other != figure
                        && other.programme() == figure.programme()
                        && !isWithin(other, figure)
                        && value(other).compareTo(value(figure)) != 0)
                .count();
        if (others > 0) {
            remarks.add((indicator.largest() ? "Largest of " : "First of ") + (others + 1) + " stated under "
                    + figure.programme().label().toLowerCase(Locale.ROOT));
        }
        return String.join(". ", remarks);
    }

    private boolean isCandidate(Figure figure, Indicator indicator, Kind kind) {
        Observation observation = figure.observation();
        FundingSource payer = indicator.payer();
        return observation.kind() == kind
                && !index.isLocal(figure)
                && (payer == null || observation.source() == payer)
                && value(figure) != null
                && value(figure).compareTo(indicator.smallest()) >= 0
                && indicator.units().contains(observation.quantity().unit().code())
                && indicator.statuses().contains(observation.status())
                && indicator.accepts(observation.per())
                && observation.region().equals(region)
                && fit(observation.period(), indicator) < NO_FIT
                && (section(figure, indicator) < indicator.home().size()
                        || indicator.payer() != null && partsOfTotal.contains(figure.ref()));
    }

    private Comparator<Figure> order(Indicator indicator) {
        Comparator<Figure> order = Comparator.comparing(index::isPaired);
        order = order.thenComparing(index::isWrong);
        order = order.thenComparingInt(figure -> indicator.payer() == null ? 0 : distanceFromTotal(figure));
        order = order.thenComparing(figure -> indicator == Indicator.FUNDS && isOnePayers(figure));
        order = order.thenComparingInt(figure -> fit(figure.observation().period(), indicator));
        order = order.thenComparingInt(figure -> section(figure, indicator));
        order = order.thenComparingInt(figure ->
                indicator.units().indexOf(figure.observation().quantity().unit().code()));
        order = order.thenComparing(figure -> isPartOfSame(figure, indicator));
        if (indicator.largest()) {
            order = order.thenComparing(HeadlineChooser::value, Comparator.reverseOrder());
        }
        return order.thenComparingInt(Figure::number);
    }

    private static boolean isOnePayers(Figure figure) {
        FundingSource payer = figure.observation().source();
        return payer != null && payer != FundingSource.FISCAL;
    }

    /** 0 for the headline total, 1 for its parts, 2 for other money. */
    private int distanceFromTotal(Figure figure) {
        if (figure == chosen.get(Indicator.FUNDS)) {
            return 0;
        }
        return partsOfTotal.contains(figure.ref()) ? 1 : 2;
    }

    private int section(Figure figure, Indicator indicator) {
        if (index.isOverview(figure)) {
            return 0;
        }
        int at = indicator.home().indexOf(figure.programme());
        return at < 0 ? indicator.home().size() : at;
    }

    /** 0 for the year, 1 for a month, day or cumulated stock of it, 2 for the end of the year before. */
    private int fit(Period period, Indicator indicator) {
        return switch (period.type()) {
            case YEAR -> period.start().getYear() == year ? 0 : NO_FIT;
            case MONTH -> period.start().getYear() == year ? 1 : NO_FIT;
            case DAY -> {
                LocalDate day = period.start();
                if (day.getYear() == year) {
                    yield indicator.stock() ? 0 : 1;
                }
                yield indicator.stock() && day.equals(LocalDate.of(year - 1, 12, 31)) ? 2 : NO_FIT;
            }
            case INTERVAL -> NO_FIT;
        };
    }

    private boolean isPartOfSame(Figure figure, Indicator indicator) {
        Figure total = index.figure(figure, figure.observation().partOf());
        for (int depth = 0; total != null && depth < MAX_DEPTH; depth++) {
            if (total.observation().measure() == indicator.measure()
                    && (indicator.payer() == null || total.observation().source() == indicator.payer())) {
                return true;
            }
            total = index.figure(total, total.observation().partOf());
        }
        return false;
    }

    /** Whether {@code part} is part of {@code whole}, directly or through other totals. */
    private boolean isWithin(Figure part, Figure whole) {
        Figure total = index.figure(part, part.observation().partOf());
        for (int depth = 0; total != null && depth < MAX_DEPTH; depth++) {
            if (total == whole) {
                return true;
            }
            total = index.figure(total, total.observation().partOf());
        }
        return false;
    }

    private static @Nullable BigDecimal value(Figure figure) {
        return figure.observation().quantity().baseValue();
    }
}
