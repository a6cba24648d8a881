package org.fupin.report.money;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.fupin.observation.Dimension;
import org.fupin.observation.FundingSource;
import org.fupin.observation.Kind;
import org.fupin.observation.Measure;
import org.fupin.observation.Observation;
import org.fupin.observation.Programme;
import org.fupin.observation.finding.ObservationRef;
import org.fupin.report.figure.Figure;
import org.fupin.report.figure.FigureIndex;
import org.fupin.report.headline.HeadlineChooser;
import org.fupin.report.headline.Indicator;
import org.jspecify.annotations.Nullable;

/** Builds {@link Funding} from the figures. */
public final class FundingTables {

    private final FigureIndex index;
    private final HeadlineChooser headlines;
    private final String region;
    private final int year;
    private final List<Figure> money = new ArrayList<>();
    private final Map<ObservationRef, List<Figure>> partsOf = new HashMap<>();

    public FundingTables(FigureIndex index, HeadlineChooser headlines, String region, int year) {
        this.index = index;
        this.headlines = headlines;
        this.region = region;
        this.year = year;
        for (Figure figure : index.figures()) {
            Figure total = total(figure);
            // A part of money is money whatever it is spent as: discount loans within a total of funds.
            boolean part = total != null && isMoney(total) && isLevelOfMoney(figure);
            if (isMoney(figure) || part || isApart(figure)) {
                money.add(figure);
                if (total != null && (isMoney(figure) || part)) {
                    partsOf.computeIfAbsent(total.ref(), t -> new ArrayList<>()).add(figure);
                }
            }
        }
    }

    public Funding build() {
        Figure total = headlines.figure(Indicator.FUNDS);
        List<Figure> parts = total == null ? List.of() : decompose(total);
        List<Funding.PayerLine> payers = byPayer(parts);
        List<Figure> above = above(payers);
        List<FundingAmount> amounts = amounts(parts, total, above);
        return new Funding(
                total,
                parts.isEmpty() ? null : sum(parts),
                total != null && index.addsUp(total),
                payers,
                byProgramme(amounts, total),
                breakdowns(),
                amounts,
                apart(amounts, above));
    }

    private static boolean isMoney(Figure figure) {
        Observation observation = figure.observation();
        return (observation.measure() == Measure.FUNDS || observation.measure() == Measure.INTEREST_SUBSIDY)
                && isLevelOfMoney(figure);
    }

    private static boolean isApart(Figure figure) {
        Measure measure = figure.observation().measure();
        return (measure == Measure.LOANS || measure == Measure.CONTRACT_VALUE) && isLevelOfMoney(figure);
    }

    private static boolean isLevelOfMoney(Figure figure) {
        return figure.observation().kind() == Kind.LEVEL
                && figure.observation().quantity().unit().dimension() == Dimension.MONEY;
    }

    private @Nullable Figure total(Figure part) {
        return index.figure(part, part.observation().partOf());
    }

    /**
     * The parts of the total by payer: its direct parts, and instead of a part of the budget in general its own parts,
     * where these make it up and name their payers.
     */
    private List<Figure> decompose(Figure total) {
        List<Figure> leaves = new ArrayList<>();
        if (!isGeneral(total)) {
            return leaves;
        }
        for (Figure part : summable(partsOf.getOrDefault(total.ref(), List.of()))) {
            List<Figure> inner = summable(partsOf.getOrDefault(part.ref(), List.of()));
            FundingSource payer = part.observation().source();
            boolean general = payer == null || payer == FundingSource.FISCAL;
            if (general && inner.stream().anyMatch(f -> f.observation().source() != null) && makeUp(inner, part)) {
                leaves.addAll(inner);
            } else {
                leaves.add(part);
            }
        }
        return composition(leaves, total);
    }

    /**
     * Those of the parts that are payers' money; none where no payer is named, where one payer gives all of the total, or
     * where the parts exceed it. Parts without a payer that make up the total once more beside the payers' are what
     * the same money is used for.
     */
    private static List<Figure> composition(List<Figure> parts, Figure total) {
        List<Figure> payers = parts.stream()
                .filter(part -> part.observation().source() != null)
                .toList();
        List<Figure> others = parts.stream()
                .filter(part -> part.observation().source() == null)
                .toList();
        if (payers.isEmpty()) {
            return List.of();
        }
        List<Figure> composition = makeUp(others, total) ? payers : parts;
        boolean all = makeUp(composition, total);
        boolean onePayer = composition.stream()
                        .map(part -> part.observation().source())
                        .distinct()
                        .count()
                == 1;
        boolean exceeds = sum(composition).compareTo(value(total)) > 0;
        return (all ? onePayer : exceeds) ? List.of() : composition;
    }

    /** Money of which no single payer is stated. */
    private static boolean isGeneral(Figure figure) {
        FundingSource payer = figure.observation().source();
        return payer == null || payer == FundingSource.FISCAL;
    }

    private static List<Figure> summable(List<Figure> parts) {
        return parts.stream()
                .filter(part -> isYuan(part) && part.observation().per() == null)
                .toList();
    }

    private static boolean makeUp(List<Figure> parts, Figure total) {
        return HeadlineChooser.makesUp(sum(parts), value(total));
    }

    private List<Funding.PayerLine> byPayer(List<Figure> parts) {
        List<@Nullable FundingSource> payers = new ArrayList<>(Arrays.asList(FundingSource.values()));
        payers.add(null);
        List<Funding.PayerLine> lines = new ArrayList<>();
        for (FundingSource payer : payers) {
            List<Figure> own = parts.stream()
                    .filter(part -> part.observation().source() == payer)
                    .toList();
            Figure stated = payer == null ? null : headlines.figure(Indicator.of(payer));
            if (!own.isEmpty() || stated != null) {
                lines.add(new Funding.PayerLine(payer, own, own.isEmpty() ? null : sum(own), stated));
            }
        }
        return lines;
    }

    private List<FundingAmount> amounts(List<Figure> partsOfTotal, @Nullable Figure headline, List<Figure> above) {
        Set<ObservationRef> inTotal = partsOfTotal.stream().map(Figure::ref).collect(Collectors.toSet());
        MoneyUses uses = new MoneyUses(index, headlines, region, year);
        Map<ObservationRef, MoneyUses.Decision> decisions = uses.decide(money);
        List<FundingAmount> amounts = new ArrayList<>();
        Set<BigDecimal> told = toldOfProgrammes(decisions);
        for (Figure figure : money) {
            Figure total = total(figure);
            BigDecimal value = value(figure);
            MoneyUses.Decision decision = value != null && told.contains(value.stripTrailingZeros())
                    ? decisions.get(figure.ref())
                    : shown(figure, decisions.get(figure.ref()), headline, above);
            amounts.add(new FundingAmount(
                    figure,
                    uses.programme(figure),
                    level(figure),
                    total == null ? null : total.number(),
                    inTotal.contains(figure.ref()),
                    decision.use(),
                    decision.reason()));
        }
        return amounts;
    }

    /** The amounts that programmes count. An amount of all programmes may be told as one of them, too. */
    private Set<BigDecimal> toldOfProgrammes(Map<ObservationRef, MoneyUses.Decision> decisions) {
        return money.stream()
                .filter(figure -> decisions.get(figure.ref()).use() == MoneyUse.PROGRAMME)
                .map(FundingTables::value)
                .filter(Objects::nonNull)
                .map(BigDecimal::stripTrailingZeros)
                .collect(Collectors.toSet());
    }

    /** Whether one payer's amount is told again, perhaps in more digits. */
    private static boolean isRestated(Figure shown, Figure figure) {
        return MoneyUses.isSame(shown, figure)
                || shown.observation().source() == figure.observation().source()
                        && value(shown) != null
                        && HeadlineChooser.makesUp(value(figure), value(shown));
    }

    /**
     * What a total of all programmes is that neither a headline nor a payer's line shows: what the headline total is used for,
     * if the source says that it is a part of it and not who pays it, else money of no single programme.
     */
    private MoneyUses.Decision shown(
            Figure figure, MoneyUses.Decision decision, @Nullable Figure headline, List<Figure> above) {
        if (decision.use() != MoneyUse.TOTAL
                || value(figure) == null
                || above.stream().anyMatch(other -> isRestated(other, figure))) {
            return decision;
        }
        if (headline != null
                && total(figure) == headline
                && figure.observation().source() == null) {
            return new MoneyUses.Decision(MoneyUse.BY_USE, "Part of the headline total, figure " + headline.number());
        }
        // What is listed for another amount is told with it, whether the list makes it up or not.
        Set<ObservationRef> wholes = money.stream().map(Figure::ref).collect(Collectors.toSet());
        boolean listed = money.stream().anyMatch(whole -> index.listed(whole).contains(figure));
        return listed || hasTotalIn(figure, wholes)
                ? decision
                : new MoneyUses.Decision(MoneyUse.UNASSIGNED, MoneyUse.UNASSIGNED.label());
    }

    /** The headline figures of money and the parts of the total: what stands above other money. */
    private List<Figure> above(List<Funding.PayerLine> payers) {
        List<Figure> above = new ArrayList<>();
        for (Indicator indicator : Indicator.values()) {
            Figure figure = indicator.group() == Indicator.Group.MONEY ? headlines.figure(indicator) : null;
            if (figure != null) {
                above.add(figure);
            }
        }
        payers.forEach(line -> above.addAll(line.parts()));
        return above;
    }

    /**
     * Other money: given, neither stated above, be it in other words, nor a part of what is, nor a part of other money that
     * is listed itself.
     */
    private List<FundingAmount> apart(List<FundingAmount> amounts, List<Figure> above) {
        List<FundingAmount> apart = new ArrayList<>();
        amounts.stream()
                .filter(amount -> amount.use().isApart()
                        && (isMoney(amount.figure()) || isApart(amount.figure()))
                        && value(amount.figure()) != null
                        && above.stream().noneMatch(figure -> MoneyUses.isSame(figure, amount.figure()))
                        && apart.stream()
                                .noneMatch(other -> other.use() == amount.use()
                                        && MoneyUses.isSame(other.figure(), amount.figure()))
                        && amounts.stream().noneMatch(other -> isToldOfAll(other, amount)))
                .forEach(apart::add);
        Set<ObservationRef> wholes = above.stream().map(Figure::ref).collect(Collectors.toSet());
        apart.forEach(amount -> wholes.add(amount.figure().ref()));
        amounts.stream()
                .filter(FundingAmount::inProgramme)
                .forEach(amount -> wholes.add(amount.figure().ref()));
        return apart.stream()
                .filter(amount -> amount.use() == MoneyUse.BY_USE || !hasTotalIn(amount.figure(), wholes))
                .sorted(Comparator.comparing(FundingAmount::use)
                        .thenComparing(amount -> value(amount.figure()), Comparator.reverseOrder()))
                .toList();
    }

    /** Whether an overview states an amount of the year that another section states as a stock of its end, in the same words. */
    private static boolean isToldOfAll(FundingAmount overall, FundingAmount stock) {
        return (overall.use() == MoneyUse.TOTAL || overall.use() == MoneyUse.UNASSIGNED)
                && stock.use() == MoneyUse.STOCK
                && value(overall.figure()) != null
                && value(overall.figure()).compareTo(value(stock.figure())) == 0
                && MoneyUses.beginsAlike(overall.figure(), stock.figure());
    }

    private boolean hasTotalIn(Figure part, Set<ObservationRef> wholes) {
        Figure total = total(part);
        for (int depth = 0; total != null && depth < HeadlineChooser.MAX_DEPTH; depth++) {
            if (wholes.contains(total.ref())) {
                return true;
            }
            total = total(total);
        }
        return false;
    }

    private int level(Figure figure) {
        int level = 0;
        Figure total = total(figure);
        while (total != null && level < HeadlineChooser.MAX_DEPTH) {
            level++;
            total = total(total);
        }
        return level;
    }

    private static List<Funding.ProgrammeLine> byProgramme(List<FundingAmount> amounts, @Nullable Figure total) {
        Map<Programme, List<Figure>> counted = new EnumMap<>(Programme.class);
        for (FundingAmount amount : amounts) {
            if (amount.inProgramme()) {
                counted.computeIfAbsent(amount.programme(), p -> new ArrayList<>())
                        .add(amount.figure());
            }
        }
        List<Funding.ProgrammeLine> lines = new ArrayList<>();
        counted.forEach((programme, figures) -> {
            Figure largest = figures.get(0);
            for (Figure figure : figures) {
                if (value(figure).compareTo(value(largest)) > 0) {
                    largest = figure;
                }
            }
            BigDecimal sum = sum(figures);
            boolean overTotal = figures.size() > 1 && total != null && sum.compareTo(value(total)) > 0;
            lines.add(new Funding.ProgrammeLine(programme, figures, sum, largest, overTotal));
        });
        return lines;
    }

    private List<Funding.Breakdown> breakdowns() {
        List<Funding.Breakdown> breakdowns = new ArrayList<>();
        for (Figure total : index.figures()) {
            List<Figure> parts = summable(partsOf.getOrDefault(total.ref(), List.of()));
            if (!parts.isEmpty() && isYuan(total) && !index.isLocal(total)) {
                breakdowns.add(new Funding.Breakdown(total, parts, sum(parts)));
            }
        }
        return breakdowns;
    }

    private static boolean isYuan(Figure figure) {
        return figure.observation().quantity().unit().is("CNY") && value(figure) != null;
    }

    private static BigDecimal sum(List<Figure> figures) {
        return figures.stream().map(FundingTables::value).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static @Nullable BigDecimal value(Figure figure) {
        return figure.observation().quantity().baseValue();
    }
}
