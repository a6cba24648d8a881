package org.fupin.report.headline;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.fupin.observation.Coded;
import org.fupin.observation.FundingSource;
import org.fupin.observation.Kind;
import org.fupin.observation.Measure;
import org.fupin.observation.Observation;
import org.fupin.observation.PerUnit;
import org.fupin.observation.Period;
import org.fupin.observation.PeriodType;
import org.fupin.observation.Programme;
import org.fupin.observation.Status;
import org.fupin.observation.finding.ObservationRef;
import org.fupin.reference.HeadlineWords;
import org.fupin.reference.HeadlineWords.Role;
import org.fupin.reference.HeadlineWords.WordRule;
import org.fupin.reference.RegionNames;
import org.fupin.report.figure.Figure;
import org.fupin.report.figure.FigureIndex;
import org.fupin.report.figure.FigureText;
import org.fupin.report.figure.FigureWords;

/**
 * What can be a headline. A headline is a claim on a province and a year, so that each rule keeps away what would make it
 * a false one; the words of languages stand in {@code headline_words.csv}.
 *
 * <ol>
 *   <li>A fact: no plan, target or standard.
 *   <li>Of the province: no figure of one place, nor of a county's report.
 *   <li>Of the year: no other year, no sum of several. A stock may be that of a day of the year; a poverty line holds until
 *       another one is set.
 *   <li>Whole: no range, no amount per person or village, nothing too small to speak for a province.
 *   <li>Of the work as a whole: the section is one that {@link Indicator#tier} names; a payer's money may also be a part
 *       of the headline total.
 *   <li>Money of governments for the total of funds and for their own shares: aid of others is not the province's money.
 *   <li>Money of partners where a partner, or another province, is named: pairing may be within the province.
 *   <li>Loans of general sections only where they are called ones of poverty alleviation.
 *   <li>A stock of the poor is no result of a task: what a percentage of a plan is told of was reached, not counted.
 *   <li>No trade, contracts, balances, tasks and the like, by the words beside the figure.
 * </ol>
 */
final class HeadlineRules {

    private static final Set<FundingSource> OF_GOVERNMENTS = EnumSet.of(
            FundingSource.FISCAL,
            FundingSource.CENTRAL,
            FundingSource.PROVINCIAL,
            FundingSource.LOCAL,
            FundingSource.DEPARTMENT);

    /** Whose money the total of funds can be; a total names nobody, or the budget, or where there is none, one government. */
    private static final Set<FundingSource> OF_TOTALS =
            EnumSet.of(FundingSource.FISCAL, FundingSource.CENTRAL, FundingSource.PROVINCIAL);

    /** The doubt of a figure as of the end of the year. */
    private static final String DAY_OR_YEAR = "day_or_year";

    private static final String OF_A_PART = "for a part of the province";

    private static final String OF_POOR_PEOPLE = "for poor people";

    /** The doubt of a payer that no words at the amount name. */
    private static final String FAR_SOURCE = "far_source";

    /** A line is set for a period of development; an older one was that of the period before. */
    private static final int YEARS_OF_LINE = 5;

    /** Why people whom a measure reached are no poor population; as {@code headline_words.csv} says it. */
    private static final String AS_HELPED = "as people helped";

    private static final String CONSTANT_PRICES = "constant price";

    private static final Pattern YEAR = Pattern.compile("\\b(?:19|20)\\d\\d\\b");

    /** So many characters at most are between "constant price" and its year. */
    private static final int YEAR_NEAR = 10;

    private static final RegionNames NAMES = RegionNames.load();

    private static final HeadlineWords WORDS = HeadlineWords.load();

    private final FigureIndex index;
    private final String region;
    private final int year;
    private final Map<ObservationRef, FigureWords> words = new HashMap<>();
    private final Set<ObservationRef> results = new HashSet<>();

    HeadlineRules(FigureIndex index, String region, int year) {
        this.index = index;
        this.region = region;
        this.year = year;
        for (Figure figure : index.figures()) {
            Figure about = index.figure(figure, figure.observation().about());
            if (about != null && figure.observation().kind() == Kind.COMPLETION) {
                results.add(about.ref());
            }
        }
    }

    /** Whether a figure states the indicator's measure, be it as something that is no headline. */
    boolean isOf(Figure figure, Indicator indicator) {
        Observation observation = figure.observation();
        return observation.measure() == indicator.measure()
                && observation.kind() == (indicator == Indicator.INCOME_GROWTH ? Kind.GROWTH : Kind.LEVEL)
                && indicator.units().contains(observation.quantity().unit().code())
                && (indicator.payer() == null || observation.source() == indicator.payer())
                && !isIncomeOfMany(observation, indicator);
    }

    /**
     * Why a figure of the indicator's measure cannot be its headline, as it is said after "stated only"; empty if it can.
     *
     * @param partOfTotal whether it is a part of the headline total
     */
    String whyNot(Figure figure, Indicator indicator, boolean partOfTotal) {
        String noFact = whyNoFact(figure, indicator);
        if (!noFact.isEmpty()) {
            return noFact;
        }
        String otherPayer = whyOtherPayer(figure, indicator);
        if (!otherPayer.isEmpty()) {
            return otherPayer;
        }
        if (partOfTotal) {
            // What the budget pays for one thing is not the budget's part, which no level is named for.
            return indicator.payer() == FundingSource.FISCAL ? never(figure, indicator) : "";
        }
        return whyNotOfWhole(figure, indicator);
    }

    /**
     * Whether a figure that stands under another heading than the headline states the indicator too, of one programme: a
     * fact of the province and year, by words that name what is counted as done.
     */
    boolean isStatedToo(Figure figure, Indicator indicator) {
        List<WordRule> too = WORDS.of(Role.TOO, indicator.code());
        return isFact(figure, indicator)
                && !isOtherLoan(figure, indicator)
                && never(figure, indicator).isEmpty()
                && (too.isEmpty() || too.stream().anyMatch(rule -> words(figure).match(rule)));
    }

    /** Whether a figure is a fact of the province and year, whatever it is about. */
    boolean isFact(Figure figure, Indicator indicator) {
        return whyNoFact(figure, indicator).isEmpty();
    }

    /** Whether an amount of a payer of the indicator's measure is said to be another's only by its section. */
    boolean isOfUncertainPayer(Figure figure, Indicator indicator) {
        Observation observation = figure.observation();
        return observation.doubt().contains(FAR_SOURCE)
                && observation.source() != indicator.payer()
                && observation.measure() == indicator.measure()
                && observation.kind() == Kind.LEVEL
                && indicator.units().contains(observation.quantity().unit().code())
                && isFact(figure, indicator)
                && isOfIndicator(figure, indicator);
    }

    /** Whether no words beside a figure, be it a level or a change, tell that it is something else than the indicator. */
    boolean isOfIndicator(Figure figure, Indicator indicator) {
        return never(figure, indicator).isEmpty();
    }

    /** Whether the words behind a multiple name the year before as what it is a multiple of. */
    boolean isAgainstYearBefore(Figure figure) {
        return words(figure).tail().contains(String.valueOf(year - 1))
                || WORDS.of(Role.YEAR_BEFORE, "").stream()
                        .anyMatch(rule -> words(figure).match(rule));
    }

    /**
     * As what else than a percentage a figure states the growth of the income per person, as it is said after "stated only";
     * empty if it does not.
     */
    String howIncomeGrew(Figure figure) {
        Observation observation = figure.observation();
        boolean inMoney = observation.kind() == Kind.CHANGE && observation.per() == PerUnit.PERSON;
        boolean byAverage = observation.kind() == Kind.GAP
                && observation.quantity().unit().is("pp")
                && (observation.per() == null || observation.per() == PerUnit.PERSON);
        if (observation.measure() != Measure.INCOME || !(inMoney || byAverage)) {
            return "";
        }
        String how = inMoney ? "as an amount of money" : "against an average";
        String whyNot = whyNot(figure, Indicator.INCOME_GROWTH, false);
        return switch (whyNot) {
            case "" -> how;
            case OF_A_PART, OF_POOR_PEOPLE -> how + " " + whyNot;
            default -> "";
        };
    }

    /** Why a figure is no fact of the province and year at all, whatever it is about. */
    private String whyNoFact(Figure figure, Indicator indicator) {
        Observation observation = figure.observation();
        if (!indicator.statuses().contains(observation.status())) {
            return observation.status() == Status.PLANNED ? "as a plan" : "as a standard";
        }
        if (!observation.region().equals(region) && !isLearningInAid(figure, indicator)) {
            return "for " + observation.region();
        }
        if (index.isLocal(figure)) {
            return "in the report of a part of the province";
        }
        if (!isOfYear(observation.period())
                && !(indicator == Indicator.POVERTY_LINE && isInForce(observation.period()))
                && !isBatch(figure, indicator)) {
            return observation.period().type() == PeriodType.DAY
                    ? FigureText.when(observation.period())
                    : "for " + observation.period().iso();
        }
        if (isCumulated(observation, indicator)) {
            return "as a sum of several years";
        }
        if (observation.quantity().isRange()) {
            return "as a range";
        }
        if (!indicator.accepts(observation.per())) {
            return observation.per() == null ? "as a sum" : "per " + per(observation.per());
        }
        if (observation.quantity().baseValue().compareTo(indicator.smallest()) < 0) {
            return HeadlineNotes.SMALL;
        }
        return "";
    }

    private String whyOtherPayer(Figure figure, Indicator indicator) {
        Observation observation = figure.observation();
        if (indicator == Indicator.FUNDS && observation.source() != null && !OF_TOTALS.contains(observation.source())) {
            return "for one payer";
        }
        if (indicator == Indicator.FUNDS_COUNTERPART
                && observation.doubt().contains(FAR_SOURCE)
                && !isOfAnotherProvince(figure)) {
            return "as money of a section on pairing, which may be within the province";
        }
        return isGovernments(indicator) && index.isPaired(figure) ? "as aid" : "";
    }

    private static boolean isGovernments(Indicator indicator) {
        return indicator == Indicator.FUNDS || indicator.payer() != null && OF_GOVERNMENTS.contains(indicator.payer());
    }

    /** Why a figure is of a part of the work, or of something else, by its section and the words beside it. */
    private String whyNotOfWhole(Figure figure, Indicator indicator) {
        // What an income is says more than where it stands: "over 2,000 yuan" of a month is none of the year.
        String noIncome = indicator == Indicator.INCOME ? never(figure, indicator) : "";
        if (!noIncome.isEmpty()) {
            return noIncome;
        }
        if (tier(figure, indicator) == Indicator.NO_TIER) {
            return "under " + figure.programme().label();
        }
        if (indicator.measure() == Measure.FUNDS
                && isGovernments(indicator)
                && !(indicator == Indicator.FUNDS_DEPARTMENT && figure.programme() == Programme.INDUSTRY)
                && !isOfPovertyAlleviation(figure, indicator)) {
            String never = never(figure, indicator);
            return never.isEmpty() ? "as other money" : never;
        }
        if (indicator == Indicator.POOR_POPULATION && results.contains(figure.ref())) {
            return "as the result of a task";
        }
        if (isOtherLoan(figure, indicator)) {
            return "as other loans";
        }
        if (indicator.payer() == FundingSource.FISCAL && index.isBrokenDown(figure)) {
            return "as a sum of several payers";
        }
        String never = neverOrPart(figure, indicator);
        if (!never.isEmpty()) {
            return never;
        }
        if (indicator == Indicator.INCOME || indicator == Indicator.INCOME_GROWTH) {
            Scope scope = scope(figure, indicator);
            if (scope == Scope.POOR_PEOPLE || scope == Scope.AREA) {
                return scope == Scope.AREA ? OF_A_PART : OF_POOR_PEOPLE;
            }
        }
        return "";
    }

    private boolean isOtherLoan(Figure figure, Indicator indicator) {
        return indicator == Indicator.LOANS && figure.programme().isGeneral() && !isPreferred(figure, indicator);
    }

    /** As {@link #never}; for a payer's money also why what it is a part of can be none. */
    private String neverOrPart(Figure figure, Indicator indicator) {
        Figure amount = figure;
        for (int depth = 0; amount != null && depth < HeadlineChooser.MAX_DEPTH; depth++) {
            String never = never(amount, indicator);
            if (!never.isEmpty() || indicator.payer() == null) {
                return never;
            }
            amount = index.figure(amount, amount.observation().partOf());
        }
        return "";
    }

    private String never(Figure figure, Indicator indicator) {
        return WORDS.of(Role.NEVER, indicator.code()).stream()
                .filter(rule -> words(figure).match(rule))
                .map(WordRule::value)
                .findFirst()
                .orElse("");
    }

    /** 0 for the sections that state the indicator best, more for others; {@link Indicator#NO_TIER} for none. */
    int tier(Figure figure, Indicator indicator) {
        int tier = indicator.tier(figure.programme());
        if (index.isOverview(figure)) {
            return 0;
        }
        // An aid report has no overview of the province: what it states of people stands under its own heading.
        if (tier == Indicator.NO_TIER && index.isPaired(figure) && indicator.group() == Indicator.Group.WORK) {
            return 1;
        }
        if (indicator == Indicator.FUNDS_DEPARTMENT
                && figure.programme() == Programme.INDUSTRY
                && !isOfDepartments(figure, indicator)) {
            return Indicator.NO_TIER;
        }
        // A section on society tells of partners, too, where it names their province.
        if (indicator == Indicator.FUNDS_COUNTERPART
                && figure.programme() == Programme.SOCIAL
                && isOfAnotherProvince(figure)) {
            return 1;
        }
        return indicator == Indicator.VILLAGES && tier > 0 && !isPreferred(figure, indicator)
                ? Indicator.NO_TIER
                : tier;
    }

    /** Whether departments are said to give an amount that is no part of what others give to a project. */
    private boolean isOfDepartments(Figure figure, Indicator indicator) {
        return figure.observation().partOf() == null
                && WORDS.of(Role.TOO, indicator.code()).stream()
                        .anyMatch(rule -> words(figure).match(rule));
    }

    int year() {
        return year;
    }

    /** Whether a figure is given for a place, not for the region reported on. */
    boolean isElsewhere(Figure figure) {
        return !figure.observation().region().equals(region);
    }

    /** Whether the next figure is an income of the people of this one that reaches one of {@code lines}. */
    boolean comesOverLine(Figure figure, List<BigDecimal> lines) {
        Figure next = index.figures().size() > figure.number() ? index.figures().get(figure.number()) : null;
        return next != null
                && next.sentence() == figure.sentence()
                && next.observation().measure() == Measure.INCOME
                && next.observation().kind() == Kind.LEVEL
                && next.observation().quantity().unit().is("CNY")
                && next.observation().quantity().value() != null
                && lines.stream()
                        .anyMatch(line ->
                                line.compareTo(next.observation().quantity().baseValue()) == 0)
                && WORDS.of(Role.OVER_LINE, Indicator.POVERTY_REDUCED.code()).stream()
                        .anyMatch(rule -> words(figure).match(rule));
    }

    /** Whether the words beside the figure name the indicator. */
    boolean isPreferred(Figure figure, Indicator indicator) {
        return WORDS.of(Role.PREFER, indicator.code()).stream()
                .anyMatch(rule -> words(figure).match(rule));
    }

    /** What is to be told with a figure, as the words beside it show; of a line also those where it is told again. */
    List<String> notes(Figure figure, Indicator indicator) {
        List<Figure> mentions = indicator == Indicator.POVERTY_LINE ? mentions(figure, indicator) : List.of(figure);
        List<String> notes = new ArrayList<>();
        if (indicator == Indicator.POVERTY_LINE) {
            mentions.stream()
                    .map(this::prices)
                    .filter(prices -> !prices.isEmpty())
                    .findFirst()
                    .ifPresent(notes::add);
        }
        Stream.of(Role.CAUTION, Role.NOTE)
                .flatMap(role -> WORDS.of(role, indicator.code()).stream())
                .filter(rule ->
                        mentions.stream().anyMatch(mention -> words(mention).match(rule)))
                .map(WordRule::value)
                .distinct()
                .forEach(notes::add);
        return notes;
    }

    /** The figure, then what states the same number of the indicator in its article. */
    private List<Figure> mentions(Figure figure, Indicator indicator) {
        return Stream.concat(
                        Stream.of(figure),
                        index.figures().stream()
                                .filter(other -> other != figure && isOf(other, indicator) && isSame(other, figure)))
                .toList();
    }

    private static boolean isSame(Figure one, Figure other) {
        return one.article().equals(other.article())
                && one.observation()
                        .quantity()
                        .unit()
                        .equals(other.observation().quantity().unit())
                && one.observation().quantity().baseValue() != null
                && one.observation()
                                .quantity()
                                .baseValue()
                                .compareTo(other.observation().quantity().baseValue())
                        == 0;
    }

    /** "At constant prices of 2010", where the words behind a line say so; else empty. */
    private String prices(Figure figure) {
        String tail = words(figure).tail();
        int at = tail.toLowerCase(Locale.ROOT).indexOf(CONSTANT_PRICES);
        if (at < 0) {
            return "";
        }
        int from = Math.max(0, at - YEAR_NEAR);
        int to = Math.min(tail.length(), at + CONSTANT_PRICES.length() + YEAR_NEAR);
        Matcher named = YEAR.matcher(tail.substring(from, to));
        return "At constant prices" + (named.find() ? " of " + named.group() : "");
    }

    /** Whether the same number of the poor is told elsewhere in the report as those whom a measure reached. */
    boolean isStatedAsHelped(Figure poor) {
        return index.figures().stream()
                .anyMatch(other -> other != poor
                        && isSame(other, poor)
                        && (isOf(other, Indicator.PEOPLE)
                                || isOf(other, Indicator.POOR_POPULATION)
                                        && never(other, Indicator.POOR_POPULATION)
                                                .equals(AS_HELPED)));
    }

    /** Whether the words beside people tell that they were moved. */
    boolean saysMoved(Figure figure) {
        return WORDS.of(Role.MOVED, Indicator.RELOCATED.code()).stream()
                .anyMatch(rule -> words(figure).match(rule));
    }

    Scope scope(Figure figure, Indicator indicator) {
        if (index.isPaired(figure)) {
            return Scope.AID;
        }
        FundingSource payer = figure.observation().source();
        if (indicator.payer() != null && isForCounties(figure, indicator)) {
            return Scope.AREA;
        }
        if (indicator.payer() != null
                || indicator == Indicator.FUNDS && payer != null && payer != FundingSource.FISCAL) {
            return Scope.PAYER_PART;
        }
        Figure level = index.figure(figure, figure.observation().about());
        if (level != null && level.observation().kind() == Kind.LEVEL) {
            return scope(level, indicator); // a change is of what it is told of
        }
        for (WordRule rule : WORDS.of(Role.SCOPE, indicator.code())) {
            if (words(figure).match(rule)) {
                return Coded.of(Scope.class, rule.value());
            }
        }
        return Scope.PROVINCE;
    }

    /** Whether an amount, or the total that it is a part of, is for so many counties: "90 million yuan for 12 counties". */
    private boolean isForCounties(Figure figure, Indicator indicator) {
        Figure amount = figure;
        for (int depth = 0; amount != null && depth < HeadlineChooser.MAX_DEPTH; depth++) {
            Figure next =
                    index.figures().size() > amount.number() ? index.figures().get(amount.number()) : null;
            Figure of = amount;
            if (next != null
                    && next.sentence() == amount.sentence()
                    && next.observation().measure() == Measure.COUNTIES
                    && WORDS.of(Role.FOR_COUNTIES, indicator.code()).stream()
                            .anyMatch(rule -> words(of).match(rule))) {
                return true;
            }
            amount = index.figure(amount, amount.observation().partOf());
        }
        return false;
    }

    /** Whether the sentence names another province, or a city of one, that can give to this one. */
    private boolean isOfAnotherProvince(Figure figure) {
        return !NAMES.isDonor(region)
                && NAMES.in(figure.sentenceText()).stream()
                        .anyMatch(named -> !named.region().equals(region));
    }

    /** A partner teaches and places people where it aids: in its report these are all that it tells of. */
    private boolean isLearningInAid(Figure figure, Indicator indicator) {
        return index.isPaired(figure) && (indicator == Indicator.TRAINED || indicator == Indicator.TRANSFERRED);
    }

    /** Whether a line was set some years before and holds until another one is. */
    private boolean isInForce(Period period) {
        int since = period.start().getYear();
        boolean ended = period.type() == PeriodType.INTERVAL && period.end().getYear() < year;
        return since < year && since >= year - YEARS_OF_LINE && !ended;
    }

    /** Whether the words beside a total, or beside one of {@code parts}, name central and provincial money. */
    boolean namesCentralAndProvincial(Figure total) {
        return WORDS.of(Role.CLASS, Indicator.FUNDS.code()).stream()
                .anyMatch(rule -> words(total).match(rule));
    }

    private FigureWords words(Figure figure) {
        return words.computeIfAbsent(figure.ref(), ref -> FigureWords.of(figure, index));
    }

    /** By the words beside it, by the section, or because the source breaks it down by payer. */
    private boolean isOfPovertyAlleviation(Figure figure, Indicator indicator) {
        return figure.programme() == Programme.FUNDING || isPreferred(figure, indicator) || index.isBrokenDown(figure);
    }

    /** What villages, or many people together, take in is no income per person, not even as something else. */
    private static boolean isIncomeOfMany(Observation observation, Indicator indicator) {
        return indicator == Indicator.INCOME && (observation.per() == null || observation.per() == PerUnit.VILLAGE);
    }

    /** Whether people were moved as one batch that was begun in the year before and completed in the year. */
    private boolean isBatch(Figure figure, Indicator indicator) {
        Period period = figure.observation().period();
        return indicator == Indicator.RELOCATED
                && period.type() == PeriodType.INTERVAL
                && period.start().getYear() == year - 1
                && period.end().getYear() == year
                && saysMoved(figure);
    }

    private boolean isOfYear(Period period) {
        return period.start().getYear() == year && period.end().getYear() == year;
    }

    /**
     * What is told as of the end of the year of things done was done over several years, unless the reading doubts whether
     * that day is meant.
     */
    private static boolean isCumulated(Observation observation, Indicator indicator) {
        LocalDate day = observation.period().end();
        return !indicator.stock()
                && indicator.measure() != Measure.INCOME
                && observation.period().type() == PeriodType.DAY
                && day.equals(LocalDate.of(day.getYear(), 12, 31))
                && !observation.doubt().contains(DAY_OR_YEAR);
    }

    /** 0 for the year, or a batch that it completed, 1 for a month or a day of it; a stock has a day. */
    static int fit(Period period, Indicator indicator) {
        boolean batch = indicator == Indicator.RELOCATED && period.type() == PeriodType.INTERVAL;
        return period.type() == PeriodType.YEAR || indicator.stock() || batch ? 0 : 1;
    }

    private static String per(PerUnit per) {
        return per == PerUnit.OTHER ? "unit" : per.code();
    }
}
