package org.fupin.report.headline;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.fupin.observation.Direction;
import org.fupin.observation.FundingSource;
import org.fupin.observation.Kind;
import org.fupin.observation.Measure;
import org.fupin.observation.Observation;
import org.fupin.observation.PeriodType;
import org.fupin.observation.Programme;
import org.fupin.observation.Qualifier;
import org.fupin.observation.finding.ObservationRef;
import org.fupin.report.figure.Excluded;
import org.fupin.report.figure.Figure;
import org.fupin.report.figure.FigureIndex;
import org.fupin.report.figure.Labels;
import org.jspecify.annotations.Nullable;

/**
 * Chooses, for each {@link Indicator}, the observation that a reader would quote, among those that {@link HeadlineRules}
 * lets be one. These decide, in this order:
 *
 * <ol>
 *   <li>the province's general report before one on pairing-off aid: the latter is not the province's own work;
 *   <li>for a payer: the headline total itself, if it is the payer's, then its parts, then other amounts;
 *   <li>for a payer: what it gave to the province before what it gave to some counties;
 *   <li>the year before a month or day of it;
 *   <li>a poverty line before what is over one, the latest before older ones;
 *   <li>words that name the indicator, or a poverty line as the province's own, then the sections in the order of {@link Indicator#tier};
 *   <li>within a section, villages that are named by the programme;
 *   <li>income of the province before that of its key counties, which is lower;
 *   <li>persons before households; those of whom it is told that they were moved before others; for funds money without a payer or of the budget before that of one payer;
 *   <li>an amount that is not part of another one of the indicator before its parts;
 *   <li>for funds, a total that the source breaks down by payer, or whose parts add up, before a larger number;
 *   <li>a possible number before an impossible one: the size of a misprint decides nothing;
 *   <li>the largest, for totals and counts: the widest is meant; the first in the text, for rates, income and the line.
 * </ol>
 *
 * A figure that a finding doubts is not passed over: another one would be worse, and the finding is shown beside it.
 * Where governments' shares stand side by side without a total, neither is it: several are stated. Where no level states
 * how many were lifted out of poverty, a stated decrease of the poor population does, or else that the income of so many
 * people reached the poverty line.
 */
public final class HeadlineChooser {

    /** Parts within half a percent of their total make it up: more than the rounding of stated amounts, less than a part. */
    private static final BigDecimal TOLERANCE = new BigDecimal("0.005");

    /** Parts of parts go no deeper in any source; the bound guards against a circle. */
    public static final int MAX_DEPTH = 16;

    private static final BigDecimal DWARF = BigDecimal.TEN;

    /** Governments of any level. */
    public static final Set<FundingSource> GOVERNMENTS = Collections.unmodifiableSet(
            EnumSet.of(FundingSource.FISCAL, FundingSource.CENTRAL, FundingSource.PROVINCIAL, FundingSource.LOCAL));

    private static final Set<FundingSource> CENTRAL_AND_PROVINCIAL =
            EnumSet.of(FundingSource.CENTRAL, FundingSource.PROVINCIAL);

    private final FigureIndex index;
    private final HeadlineRules rules;
    private final Parts parts;
    private final Alternatives alternatives;
    private final StatedChanges changes;
    private final Map<Indicator, Choice> choices = new EnumMap<>(Indicator.class);
    private final Set<ObservationRef> partsOfTotal = new HashSet<>();

    public HeadlineChooser(FigureIndex index, String region, int year) {
        this.index = index;
        this.rules = new HeadlineRules(index, region, year);
        this.parts = new Parts(index);
        this.alternatives = new Alternatives(index, rules);
        this.changes = new StatedChanges(index, rules);
        // FUNDS is the first indicator: the payers' depend on it, as the growth of income does on income.
        for (Indicator indicator : Indicator.values()) {
            choices.put(indicator, choose(indicator));
        }
    }

    public Choice choice(Indicator indicator) {
        return choices.get(indicator);
    }

    @Nullable
    public Figure figure(Indicator indicator) {
        Choice choice = choices.get(indicator);
        return choice == null ? null : choice.figure();
    }

    /** On what the figure of {@code indicator} can be compared; null without a figure. */
    @Nullable
    public Basis basis(Indicator indicator) {
        Choice choice = choice(indicator);
        Figure line = figure(Indicator.POVERTY_LINE);
        return choice.figure() == null
                ? null
                : Basis.of(
                        indicator,
                        choice.figure().observation(),
                        choice.scope(),
                        choice.money(),
                        line == null ? null : line.observation());
    }

    /** The growth, or else another change, that is stated of the figure of {@code indicator}. */
    @Nullable
    public Figure change(Indicator indicator) {
        Figure figure = figure(indicator);
        return figure == null ? null : changes.of(indicator, figure);
    }

    private Choice choose(Indicator indicator) {
        Figure growth = indicator == Indicator.INCOME_GROWTH ? growthOfIncome() : null;
        if (growth != null) {
            return new Choice(
                    HeadlineStatus.SHOWN,
                    growth,
                    choice(Indicator.INCOME).scope(),
                    null,
                    Among.NOTHING,
                    index.worstFinding(growth),
                    "");
        }
        List<Figure> candidates = new ArrayList<>();
        Map<Figure, String> others = new LinkedHashMap<>();
        for (Figure figure : index.figures()) {
            if (rules.isOf(figure, indicator)) {
                String why = rules.whyNot(figure, indicator, isPartOfTotal(figure, indicator));
                if (why.isEmpty() && indicator == Indicator.INCOME_GROWTH && figure(Indicator.INCOME) != null) {
                    why = "of another income";
                }
                if (why.isEmpty()) {
                    candidates.add(figure);
                } else {
                    others.put(figure, why);
                }
            }
        }
        if (candidates.isEmpty() && indicator == Indicator.POVERTY_REDUCED) {
            Figure decrease = decrease();
            if (decrease != null) {
                return shown(indicator, decrease, List.of(), decreaseNote(decrease));
            }
            Figure risen = risenOverLine();
            if (risen != null) {
                return shown(indicator, risen, List.of(), "Stated as people whose income reached the poverty line");
            }
        }
        if (indicator == Indicator.FUNDS) {
            List<Figure> shares = sharesWithoutTotal(candidates);
            if (shares.size() > 1) {
                return Choice.several(shares);
            }
        }
        if (candidates.isEmpty()) {
            if (others.isEmpty() && indicator == Indicator.INCOME_GROWTH) {
                others.putAll(otherGrowth());
            }
            return others.isEmpty() ? Choice.NOT_STATED : Choice.onlyOther(HeadlineNotes.onlyOther(indicator, others));
        }
        Figure best = candidates.stream().min(order(indicator)).orElseThrow();
        if (indicator == Indicator.FUNDS) {
            index.figures().stream()
                    .filter(other -> parts.isWithin(other, best))
                    .map(Figure::ref)
                    .forEach(partsOfTotal::add);
        }
        return shown(indicator, best, candidates, "");
    }

    /** The growth that is told of the income shown, or of that income in its sentence without a link. */
    private @Nullable Figure growthOfIncome() {
        Figure income = figure(Indicator.INCOME);
        Figure change = change(Indicator.INCOME);
        if (income == null || change != null && change.observation().kind() == Kind.GROWTH) {
            return change;
        }
        return index.figures().stream()
                .filter(figure -> rules.isOf(figure, Indicator.INCOME_GROWTH)
                        && figure.observation().about() == null
                        && income.sentence() != null
                        && figure.sentence() == income.sentence()
                        && rules.scope(figure, Indicator.INCOME_GROWTH)
                                == choice(Indicator.INCOME).scope()
                        && rules.whyNot(figure, Indicator.INCOME_GROWTH, false).isEmpty())
                .min(Comparator.comparingInt(figure -> Math.abs(figure.number() - income.number())))
                .orElse(null);
    }

    /** Growth of the income per person that no percentage states, with what does. */
    private Map<Figure, String> otherGrowth() {
        Map<Figure, String> others = new LinkedHashMap<>();
        for (Figure figure : index.figures()) {
            String how = rules.howIncomeGrew(figure);
            if (!how.isEmpty()) {
                others.put(figure, how);
            }
        }
        return others;
    }

    /** That a decrease is shown, with its percentage, which is one of the poor population and none of what is shown. */
    private String decreaseNote(Figure decrease) {
        String note = "Stated as a decrease of the poor population";
        return index.figures().stream()
                .filter(other -> other.sentence() == decrease.sentence()
                        && other.number() == decrease.number() + 1
                        && other.observation().kind() == Kind.GROWTH
                        && other.observation().direction() == Direction.DOWN
                        && other.observation().measure() == Measure.POOR_POPULATION
                        && other.observation()
                                .period()
                                .equals(decrease.observation().period()))
                .findFirst()
                .map(percentage -> note + ", " + percentage.text())
                .orElse(note);
    }

    private boolean isPartOfTotal(Figure figure, Indicator indicator) {
        return indicator.payer() != null && (partsOfTotal.contains(figure.ref()) || figure == figure(Indicator.FUNDS));
    }

    /**
     * The largest share of each government, if no amount can be their total; removes from {@code candidates} what names no
     * payer and is less than one of the shares, because a total is not less than its parts, or less than a tenth of another
     * candidate: that is a part which the source does not name as one.
     */
    private List<Figure> sharesWithoutTotal(List<Figure> candidates) {
        Map<FundingSource, Figure> shares = new EnumMap<>(FundingSource.class);
        for (Figure figure : candidates) {
            if (isOnePayers(figure)) {
                shares.merge(figure.observation().source(), figure, (a, b) -> value(b).compareTo(value(a)) > 0 ? b : a);
            }
        }
        candidates.removeIf(figure -> !isOnePayers(figure)
                && !index.isBrokenDown(figure)
                && shares.values().stream().anyMatch(share -> value(share).compareTo(value(figure)) > 0));
        BigDecimal largest = candidates.stream()
                .map(HeadlineChooser::value)
                .max(Comparator.naturalOrder())
                .orElse(BigDecimal.ZERO);
        candidates.removeIf(figure -> value(figure).multiply(DWARF).compareTo(largest) < 0);
        return candidates.stream().allMatch(HeadlineChooser::isOnePayers) ? List.copyOf(shares.values()) : List.of();
    }

    private @Nullable Figure decrease() {
        return index.figures().stream()
                .filter(figure -> figure.observation().measure() == Measure.POOR_POPULATION
                        && figure.observation().kind() == Kind.CHANGE
                        && figure.observation().direction() == Direction.DOWN
                        && Indicator.POVERTY_REDUCED
                                .units()
                                .contains(figure.observation().quantity().unit().code())
                        && rules.whyNot(figure, Indicator.POVERTY_REDUCED, false)
                                .isEmpty())
                .min(order(Indicator.POVERTY_REDUCED))
                .orElse(null);
    }

    /** People of whom it is told that their income reached what the province states as its poverty line. */
    private @Nullable Figure risenOverLine() {
        List<BigDecimal> lines = index.figures().stream()
                .filter(figure -> rules.isOf(figure, Indicator.POVERTY_LINE)
                        && rules.whyNot(figure, Indicator.POVERTY_LINE, false).isEmpty())
                .map(HeadlineChooser::value)
                .toList();
        return index.figures().stream()
                .filter(figure -> figure.observation().kind() == Kind.LEVEL
                        && Indicator.POVERTY_REDUCED
                                .units()
                                .contains(figure.observation().quantity().unit().code())
                        && rules.comesOverLine(figure, lines)
                        && rules.whyNot(figure, Indicator.POVERTY_REDUCED, false)
                                .isEmpty())
                .min(order(Indicator.POVERTY_REDUCED))
                .orElse(null);
    }

    private Choice shown(Indicator indicator, Figure figure, List<Figure> candidates, String note) {
        Among among = alternatives.of(indicator, figure, candidates);
        return new Choice(
                HeadlineStatus.SHOWN,
                figure,
                rules.scope(figure, indicator),
                indicator == Indicator.FUNDS ? moneyClass(figure) : null,
                among,
                index.worstFinding(figure),
                note.isEmpty() ? describe(indicator, figure, among) : note);
    }

    /**
     * Whose money a total comprises: that of its payers' parts; if they do not make it up, and nobody is named, money of
     * all sources.
     */
    private MoneyClass moneyClass(Figure total) {
        FundingSource payer = total.observation().source();
        if (payer == FundingSource.CENTRAL) {
            return MoneyClass.CENTRAL;
        }
        if (payer == FundingSource.PROVINCIAL) {
            return MoneyClass.PROVINCIAL;
        }
        Set<FundingSource> payers = EnumSet.noneOf(FundingSource.class);
        for (Figure part : index.figures()) {
            if (parts.isWithin(part, total)
                    && part.observation().source() != null
                    && part.observation().kind() == Kind.LEVEL) {
                payers.add(part.observation().source());
                if (rules.namesCentralAndProvincial(part)) {
                    payers.add(FundingSource.CENTRAL);
                    payers.add(FundingSource.PROVINCIAL);
                }
            }
        }
        payers.remove(FundingSource.LOTTERY); // a government gives it
        if (!GOVERNMENTS.containsAll(payers)) {
            return MoneyClass.ALL_SOURCES;
        }
        if (payers.contains(FundingSource.LOCAL)) {
            return MoneyClass.GOVERNMENT;
        }
        if (rules.namesCentralAndProvincial(total)
                || makesUp(sumOfParts(total, CENTRAL_AND_PROVINCIAL), value(total))) {
            return MoneyClass.CENTRAL_AND_PROVINCIAL;
        }
        return payer == FundingSource.FISCAL || isMostly(total) ? MoneyClass.GOVERNMENT : MoneyClass.ALL_SOURCES;
    }

    /** Whether only their share makes a total one of governments: the source does not say that it is theirs. */
    private boolean isMostlyOfGovernments(Figure total) {
        return total.observation().source() == null
                && moneyClass(total) == MoneyClass.GOVERNMENT
                && isMostly(total)
                && !makesUp(sumOfParts(total, GOVERNMENTS), value(total));
    }

    /** Whether money of governments is more than half of a total. */
    private boolean isMostly(Figure total) {
        BigDecimal parts = sumOfParts(total, GOVERNMENTS);
        return parts.add(parts).compareTo(value(total)) > 0;
    }

    /** The amounts that an amount is said to comprise. */
    private List<Figure> partsOf(Figure whole) {
        return linkedTo(whole)
                .filter(part -> part.observation().kind() == Kind.LEVEL && rules.isFact(part, Indicator.FUNDS))
                .toList();
    }

    /** The figures that the text names as parts of another. */
    private Stream<Figure> linkedTo(Figure whole) {
        return index.figures().stream()
                .filter(part -> index.figure(part, part.observation().partOf()) == whole);
    }

    private BigDecimal sumOfParts(Figure total, Set<FundingSource> payers) {
        return linkedTo(total)
                .filter(part -> part.observation().source() != null
                        && payers.contains(part.observation().source()))
                .map(HeadlineChooser::value)
                .filter(Objects::nonNull)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private String describe(Indicator indicator, Figure figure, Among among) {
        List<String> remarks = new ArrayList<>();
        Observation observation = figure.observation();
        if (indicator == Indicator.FUNDS && observation.source() != null) {
            remarks.add("Payer as stated: " + Labels.payer(observation.source()).toLowerCase(Locale.ROOT));
        }
        remarks.add(Excluded.behind(figure, index));
        Figure whole = index.figure(figure, observation.partOf());
        if (whole != null) {
            remarks.add("Part of " + whole.text()
                    + (whole.observation().item().isEmpty()
                            ? ""
                            : " of " + whole.observation().item()));
        }
        if (indicator.payer() != null) {
            remarks.add(HeadlineNotes.ofIt(figure, partsOf(figure)));
        }
        Figure funds = figure(Indicator.FUNDS);
        if (indicator.payer() != null && funds != null && value(figure).compareTo(value(funds)) > 0) {
            remarks.add("More than the headline total, of which it is no part");
        }
        if (indicator == Indicator.POVERTY_LINE && observation.period().start().getYear() < rules.year()) {
            remarks.add("In force since " + observation.period().start().getYear());
        } else if (observation.period().type() != PeriodType.YEAR
                && observation.period().type() != PeriodType.INTERVAL) {
            remarks.add("As of " + observation.period().iso());
        }
        if (indicator == Indicator.RELOCATED && !rules.saysMoved(figure)) {
            remarks.add(HeadlineNotes.NOT_MOVED);
        }
        if (indicator == Indicator.POOR_POPULATION && rules.isStatedAsHelped(figure)) {
            remarks.add(HeadlineNotes.HELPED);
        }
        if (indicator == Indicator.FUNDS && isMostlyOfGovernments(figure)) {
            remarks.add(HeadlineNotes.MOSTLY);
        }
        remarks.addAll(rules.notes(figure, indicator));
        if (rules.isElsewhere(figure)) {
            remarks.add("For " + observation.region());
        }
        remarks.add(among.text());
        remarks.removeIf(String::isEmpty);
        return String.join(". ", remarks);
    }

    private Comparator<Figure> order(Indicator indicator) {
        Comparator<Figure> order = Comparator.comparing(index::isPaired);
        order = order.thenComparingInt(figure -> indicator.payer() == null ? 0 : distanceFromTotal(figure));
        // What all of the province got comes before what some counties did.
        order = order.thenComparing(
                figure -> indicator.payer() != null && rules.scope(figure, indicator) == Scope.AREA);
        order = order.thenComparingInt(
                figure -> HeadlineRules.fit(figure.observation().period(), indicator));
        if (indicator == Indicator.VILLAGES) {
            order = order.thenComparing(
                    figure -> figure.programme() != Programme.VILLAGE && !rules.isPreferred(figure, indicator));
        }
        if (indicator == Indicator.POVERTY_LINE) {
            // One that is "over" the line is another's; of several in a row the last one is in force.
            order = order.thenComparing(figure -> figure.observation().qualifier() != Qualifier.EXACT)
                    .thenComparing(
                            figure -> figure.observation().period().start().getYear(), Comparator.reverseOrder());
        }
        if (indicator == Indicator.LOANS || indicator == Indicator.POVERTY_LINE) {
            order = order.thenComparing(figure -> !rules.isPreferred(figure, indicator));
        }
        order = order.thenComparingInt(figure -> rules.tier(figure, indicator));
        if (indicator == Indicator.VILLAGES) {
            order = order.thenComparing(figure -> !rules.isPreferred(figure, indicator));
        }
        if (indicator == Indicator.INCOME || indicator == Indicator.INCOME_GROWTH) {
            order = order.thenComparing(figure -> rules.scope(figure, indicator));
        }
        order = order.thenComparingInt(
                figure -> indicator.preference(figure.observation().quantity().unit()));
        order = order.thenComparing(
                figure -> indicator == Indicator.RELOCATED && !rules.isPreferred(figure, indicator));
        order = order.thenComparing(figure -> indicator == Indicator.RELOCATED && !rules.saysMoved(figure));
        order = order.thenComparing(figure -> indicator == Indicator.FUNDS && isOnePayers(figure));
        order = order.thenComparing(figure -> isPartOfSame(figure, indicator));
        order = order.thenComparing(figure -> indicator == Indicator.FUNDS && !index.isBrokenDown(figure));
        order = order.thenComparing(figure -> indicator == Indicator.FUNDS && !rules.isPreferred(figure, indicator));
        order = order.thenComparing(index::isWrong);
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
        if (figure == figure(Indicator.FUNDS)) {
            return 0;
        }
        return partsOfTotal.contains(figure.ref()) ? 1 : 2;
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

    private static @Nullable BigDecimal value(Figure figure) {
        return figure.observation().quantity().baseValue();
    }

    /** Whether parts of this sum are all of a total, but for the rounding of what is stated. */
    public static boolean makesUp(BigDecimal sum, BigDecimal total) {
        return sum.subtract(total).abs().compareTo(total.abs().multiply(TOLERANCE)) <= 0;
    }
}
