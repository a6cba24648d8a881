package org.fupin.report.money;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.fupin.observation.Coded;
import org.fupin.observation.FundingSource;
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
import org.fupin.report.figure.Excluded;
import org.fupin.report.figure.Figure;
import org.fupin.report.figure.FigureIndex;
import org.fupin.report.figure.FigureWords;
import org.fupin.report.figure.SourceSentence;
import org.fupin.report.headline.HeadlineChooser;
import org.fupin.report.headline.Indicator;
import org.fupin.report.headline.MoneyClass;
import org.jspecify.annotations.Nullable;

/**
 * Decides of each amount of money what it is. The first of these that holds decides:
 *
 * <ol>
 *   <li>standards, what is per unit, a range, a line or an income: no sum that was or will be given; what is given per year
 *       was given in the year;
 *   <li>plans, by their status;
 *   <li>what is in another currency or stands in the report of a county: a record, no sum;
 *   <li>what is of one place, of several years up to the year, or of other years;
 *   <li>loans and contracts by their measure;
 *   <li>what was cumulated by a day at the end of the year, or over several years, or is followed by the years from and to: a
 *       stock, unless the overview tells the same as money of the year;
 *   <li>what two payers' sections tell, where a section on all programmes tells their sum;
 *   <li>trade, contracts, stocks and money brought in, by the words beside the figure; investment of enterprises; in a
 *       section on cooperation between provinces also money of which nobody is said to give it;
 *   <li>the base of a percentage: "33% of the 2 billion yuan";
 *   <li>the headline total wherever it is stated again, and what sections on all programmes state;
 *   <li>a part of a stock;
 *   <li>a part of an amount that is counted, also one that other sentences of its section list and that adds up to it;
 *   <li>an amount stated before: the same under another heading of one programme, or one of three digits or more anywhere;
 *   <li>a part of the headline total that is for a programme, where the programme's own section states more;
 *   <li>an amount under a heading that names no programme, whose own words name none either;
 *   <li>an amount larger than the headline total that should contain it: other money than it comprises. A total of governments
 *       contains no other money, and one that names what it leaves out not all of theirs.
 * </ol>
 *
 * What remains is money put into a programme.
 */
public final class MoneyUses {

    /** What counts those whom a fund lends to. */
    private static final Set<String> LENT_TO = Set.of("household", "household-time", "person", "person-time");

    private static final String DAY_OR_YEAR = "day_or_year";

    private static final String FAR_SOURCE = "far_source";

    /** So many digits make the chance small that two amounts are equal and not the same. */
    private static final int TELLING_DIGITS = 3;

    /** "of the total": as many words stand at most between a percentage and its base. */
    private static final int BASE_WORDS = 4;

    private static final Pattern FIRST_WORDS = Pattern.compile("^(\\S+ \\S+).*$");

    private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"|“[^”]*”");

    private static final Pattern YEARS = Pattern.compile("\\b(19|20)\\d\\d\\s*[-–—]\\s*(19|20)\\d\\d\\b");

    private static final Pattern SECTION = Pattern.compile("\\s*\\([^()]*\\)?$");

    /** What is less, in Yuan, was given to a person or a thing of which the source, or its reading, does not say so. */
    private static final BigDecimal SMALLEST = BigDecimal.valueOf(100_000);

    /** Sections named after who pays. */
    private static final Set<Programme> OF_PAYERS =
            EnumSet.of(Programme.SOCIAL, Programme.PAIRING, Programme.LOTTERY, Programme.FOREIGN);

    private static final HeadlineWords WORDS = HeadlineWords.load();

    /** A use and, for people, why. */
    public record Decision(MoneyUse use, String reason) {}

    private final FigureIndex index;
    private final @Nullable Figure headline;
    private final boolean ofAllSources;
    private final boolean leavesOut;
    private final Set<Figure> ofPayers;
    private final String region;
    private final int year;
    private final Map<ObservationRef, Decision> decisions = new LinkedHashMap<>();
    private final Map<ObservationRef, FigureWords> wordsOf = new HashMap<>();

    public MoneyUses(FigureIndex index, HeadlineChooser headlines, String region, int year) {
        this.index = index;
        this.headline = headlines.figure(Indicator.FUNDS);
        this.ofAllSources = headlines.choice(Indicator.FUNDS).money() == MoneyClass.ALL_SOURCES;
        this.leavesOut = headline != null && !Excluded.behind(headline, index).isEmpty();
        this.ofPayers = Arrays.stream(Indicator.values())
                .filter(indicator -> indicator.payer() != null)
                .map(headlines::figure)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        this.region = region;
        this.year = year;
    }

    /** The decision on each of {@code amounts}, which stand in the order of the text. */
    public Map<ObservationRef, Decision> decide(List<Figure> amounts) {
        List<Figure> open = new ArrayList<>();
        for (Figure amount : amounts) {
            Decision decision = alone(amount);
            if (decision == null) {
                open.add(amount);
            } else {
                decisions.put(amount.ref(), decision);
            }
        }
        open.removeIf(this::isPartOfStock);
        Set<ObservationRef> candidates = new HashSet<>();
        open.forEach(amount -> candidates.add(amount.ref()));
        open.removeIf(amount -> isPart(amount, candidates));
        List.copyOf(open).forEach(total -> listed(total, open).forEach(part -> {
            decisions.put(part.ref(), new Decision(MoneyUse.PART, "Listed for figure " + total.number()));
            open.remove(part);
        }));
        repetitions(open);
        List.copyOf(open).stream()
                .filter(part -> isOverarching(part.programme()) && isToldWider(part, open))
                .forEach(part -> {
                    decisions.put(
                            part.ref(), new Decision(MoneyUse.TOTAL, "Within what its programme's section states"));
                    open.remove(part);
                });
        open.forEach(amount -> decisions.put(amount.ref(), last(amount)));
        return decisions;
    }

    private Decision last(Figure amount) {
        if (programme(amount) == Programme.OTHER) {
            return new Decision(MoneyUse.UNASSIGNED, MoneyUse.UNASSIGNED.label());
        }
        return isLarger(amount)
                ? new Decision(MoneyUse.LARGER, MoneyUse.LARGER.label())
                : new Decision(MoneyUse.PROGRAMME, "");
    }

    /** Whether the programme's own section states as much or more than a part of the headline total: it may contain the part. */
    private boolean isToldWider(Figure part, List<Figure> open) {
        return open.stream()
                .anyMatch(other -> !isOverarching(other.programme())
                        && programme(other) == programme(part)
                        && value(other).compareTo(value(part)) >= 0);
    }

    /**
     * The programme that an amount is put into: the one that the words beside it name. The section decides where they name
     * none, where it is about who pays, and where it is about all programmes.
     */
    Programme programme(Figure figure) {
        Programme section = figure.programme();
        if (isOverarching(section)) {
            Programme part = programmeOfPart(figure);
            return part == null ? section : part;
        }
        if (OF_PAYERS.contains(section)) {
            return section;
        }
        return WORDS.all().stream()
                .filter(rule -> rule.role() == Role.PROGRAMME && words(figure).match(rule))
                .map(rule -> Coded.of(Programme.class, rule.value()))
                .findFirst()
                .orElse(isOfSociety(figure) ? Programme.SOCIAL : section);
    }

    /** What society and aiding units are certainly said to give is no money of the programme whose section tells of it. */
    private static boolean isOfSociety(Figure figure) {
        return figure.observation().source() == FundingSource.SOCIAL
                && figure.observation().partOf() == null
                && !figure.observation().doubt().contains(FAR_SOURCE);
    }

    /** The programme that a part of the headline total is for by its words; null if it is no part, or they name none. */
    private @Nullable Programme programmeOfPart(Figure figure) {
        return isWithinHeadline(figure)
                ? WORDS.all().stream()
                        .filter(rule ->
                                rule.role() == Role.PART && words(figure).match(rule))
                        .map(rule -> Coded.of(Programme.class, rule.value()))
                        .findFirst()
                        .orElse(null)
                : null;
    }

    private boolean isWithinHeadline(Figure part) {
        Figure total = index.figure(part, part.observation().partOf());
        for (int depth = 0; total != null && depth < HeadlineChooser.MAX_DEPTH; depth++) {
            if (total == headline) {
                return true;
            }
            total = index.figure(total, total.observation().partOf());
        }
        return false;
    }

    /** What can be said of an amount without the others; null if that is nothing. */
    private @Nullable Decision alone(Figure figure) {
        Observation observation = figure.observation();
        String noMoneyGiven = whyNoMoneyGiven(figure);
        if (!noMoneyGiven.isEmpty()) {
            return new Decision(MoneyUse.OTHER, noMoneyGiven);
        }
        if (observation.status() == Status.PLANNED) {
            return new Decision(MoneyUse.PLAN, "Planned");
        }
        Decision outside = outside(figure);
        if (outside != null) {
            return outside;
        }
        if (observation.measure() == Measure.LOANS) {
            return new Decision(MoneyUse.LOANS, "A loan");
        }
        if (observation.measure() == Measure.CONTRACT_VALUE) {
            return new Decision(MoneyUse.CONTRACT, "A contract");
        }
        if (isCumulated(observation) && !isToldOfYear(figure)) {
            return new Decision(MoneyUse.STOCK, "As of " + observation.period().iso());
        }
        if (isOfSeveralYears(figure)) {
            return new Decision(MoneyUse.STOCK, MoneyUse.STOCK.label());
        }
        boolean forProgramme = isOverarching(figure.programme()) && programmeOfPart(figure) != null;
        if (isLentOut(figure)) {
            return new Decision(MoneyUse.LOANS, "Lent out of mutual funds");
        }
        Decision ofPayers = isOverarching(figure.programme()) ? sumOfPayers(figure) : null;
        if (ofPayers != null) {
            return ofPayers;
        }
        // What the total of the year is spent on was given in the year, whatever it is spent on.
        Decision byWords = forProgramme ? null : byWords(figure);
        if (byWords != null) {
            return byWords;
        }
        if (index.isBase(figure) || followsPercentage(figure)) {
            return new Decision(MoneyUse.BASE, "The base of a percentage");
        }
        if (headline != null && figure != headline && value(figure).compareTo(value(headline)) == 0) {
            return new Decision(MoneyUse.TOTAL, "The headline total, figure " + headline.number());
        }
        return isOverarching(figure.programme()) && !forProgramme
                ? new Decision(MoneyUse.TOTAL, "Speaks of all programmes")
                : null;
    }

    /** Whether mutual funds went to people or households: they lend, what is put into them goes to villages and societies. */
    private boolean isLentOut(Figure figure) {
        Figure next = index.figures().size() > figure.number() ? index.figures().get(figure.number()) : null;
        return programme(figure) == Programme.MUTUAL_FUNDS
                && next != null
                && next.sentence() == figure.sentence()
                && LENT_TO.contains(next.observation().quantity().unit().code())
                && WORDS.all().stream()
                        .anyMatch(rule ->
                                rule.role() == Role.LENT && words(figure).match(rule));
    }

    /** Why a figure is no sum that was or will be given; empty if it is. */
    private String whyNoMoneyGiven(Figure figure) {
        Observation observation = figure.observation();
        if (observation.status() == Status.STANDARD) {
            return "A standard";
        }
        if (observation.per() != null && observation.per() != PerUnit.YEAR) {
            return "Per " + observation.per().code();
        }
        if (observation.quantity().isRange()) {
            return "A range";
        }
        if (observation.quantity().unit().is("CNY") && value(figure).compareTo(SMALLEST) < 0) {
            return "Too small for a province";
        }
        if (goesOnPerUnit(figure)) {
            return "Per unit, as the amount before it";
        }
        return WORDS.all().stream()
                .filter(rule -> isOther(rule) && words(figure).match(rule))
                .map(WordRule::reason)
                .findFirst()
                .orElse("");
    }

    /** What money is that is none of the province in the year; null if it is. */
    private @Nullable Decision outside(Figure figure) {
        Observation observation = figure.observation();
        if (!observation.quantity().unit().is("CNY")) {
            return new Decision(
                    MoneyUse.OTHER, "In " + observation.quantity().unit().label());
        }
        if (index.isLocal(figure) && observation.region().equals(region)) {
            return new Decision(MoneyUse.OTHER, "In the report of a county");
        }
        // A contiguous area is a part of the province: money for a place in it is the programme's.
        if (!observation.region().equals(region) && figure.programme() != Programme.CONTIGUOUS) {
            // A company's works are where it does business: they are no money for the place.
            return observation.source() == FundingSource.ENTERPRISE && isOfYear(observation.period())
                    ? new Decision(MoneyUse.BROUGHT_IN, "An enterprise's, for " + observation.region())
                    : new Decision(MoneyUse.PLACE, "For " + observation.region());
        }
        Period period = observation.period();
        if (isOfYear(period)) {
            return null;
        }
        boolean severalYears = period.start().getYear() < year && period.end().getYear() == year;
        return new Decision(severalYears ? MoneyUse.STOCK : MoneyUse.OTHER_YEARS, "For " + period.iso());
    }

    private boolean isOfYear(Period period) {
        return period.type() != PeriodType.INTERVAL && period.start().getYear() == year;
    }

    private static boolean isCumulated(Observation observation) {
        LocalDate day = observation.period().end();
        return observation.period().type() == PeriodType.DAY
                && day.equals(LocalDate.of(day.getYear(), 12, 31))
                && !observation.doubt().contains(DAY_OR_YEAR);
    }

    /**
     * Whether the overview states the amount in the same words as money of the year: then a section that tells it as of the
     * year's end means the year.
     */
    private boolean isToldOfYear(Figure figure) {
        return !isOverarching(figure.programme())
                && index.figures().stream()
                        .anyMatch(other -> isOverarching(other.programme())
                                && other.observation().measure() == Measure.FUNDS
                                && other.article().equals(figure.article())
                                && isOfYear(other.observation().period())
                                && !isCumulated(other.observation())
                                && other.observation().quantity().unit().is("CNY")
                                && !other.observation().quantity().isRange()
                                && value(other).compareTo(value(figure)) == 0
                                && beginsAlike(other, figure));
    }

    /** Whether the items of two figures begin with the same two words. */
    static boolean beginsAlike(Figure one, Figure other) {
        return FIRST_WORDS
                .matcher(one.item())
                .replaceFirst("$1")
                .equals(FIRST_WORDS.matcher(other.item()).replaceFirst("$1"));
    }

    /** That a section on all programmes tells in one amount what two payers' sections tell; null if it does not. */
    private @Nullable Decision sumOfPayers(Figure total) {
        if (value(total).stripTrailingZeros().precision() < TELLING_DIGITS) {
            return null;
        }
        List<Figure> told = ofPayers.stream()
                .filter(figure -> !isOverarching(figure.programme())
                        && figure.article().equals(total.article())
                        && value(figure) != null)
                .sorted(Comparator.comparingInt(Figure::number))
                .toList();
        for (Figure one : told) {
            for (Figure other : told) {
                if (one.number() < other.number()
                        && value(one).add(value(other)).compareTo(value(total)) == 0) {
                    return new Decision(MoneyUse.PART, "The sum of figures " + one.number() + " and " + other.number());
                }
            }
        }
        return null;
    }

    private @Nullable Decision byWords(Figure figure) {
        WordRule rule = WORDS.all().stream()
                .filter(candidate -> candidate.role() == Role.USE && !isOther(candidate))
                .filter(candidate -> words(figure).match(candidate))
                .findFirst()
                .orElse(null);
        FundingSource payer = figure.observation().source();
        boolean nobodys = payer == null && figure.programme() == Programme.PAIRING;
        MoneyUse use = rule != null
                ? Coded.of(MoneyUse.class, rule.value())
                : payer == FundingSource.ENTERPRISE || nobodys ? MoneyUse.BROUGHT_IN : null;
        // What a report tells as the payer's money of the year is so in the section on such payers, too.
        boolean payers =
                use == MoneyUse.BROUGHT_IN && OF_PAYERS.contains(figure.programme()) && ofPayers.contains(figure);
        boolean ofYear = use == MoneyUse.STOCK && isToldOfYear(figure);
        return use == null || payers || ofYear ? null : new Decision(use, use.label());
    }

    private static boolean isOther(WordRule rule) {
        return rule.role() == Role.USE && rule.value().equals(MoneyUse.OTHER.code());
    }

    /** A figure's own words. A section's name in brackets behind the item says nothing of the amount, nor does a quoted name. */
    private FigureWords words(Figure figure) {
        return wordsOf.computeIfAbsent(figure.ref(), ref -> unquoted(FigureWords.of(figure, index)));
    }

    private static FigureWords unquoted(FigureWords all) {
        return new FigureWords(
                unquoted(all.near()),
                unquoted(SECTION.matcher(all.item()).replaceFirst("")),
                unquoted(all.after()),
                unquoted(all.lead()),
                unquoted(all.tail()));
    }

    private static String unquoted(String text) {
        return QUOTED.matcher(text).replaceAll(" ");
    }

    /** Whether years from and to follow it: "for wells, over five years (2010-2014)". */
    private boolean isOfSeveralYears(Figure figure) {
        return YEARS.matcher(words(figure).tail()).find();
    }

    /** Whether "Plus the other funds, a total of" goes on from an amount per unit of its size: the total is per unit too. */
    private boolean goesOnPerUnit(Figure figure) {
        Figure before = figure.number() < 2 ? null : index.figures().get(figure.number() - 2);
        return before != null
                && before.heading().equals(figure.heading())
                && before.observation().per() != null
                && before.observation().quantity().unit().is("CNY")
                && value(before) != null
                && value(figure).compareTo(value(before).multiply(BigDecimal.TEN)) < 0
                && figure.sentenceText().strip().startsWith("Plus ");
    }

    /** Whether only "of the" or the like stands between a percentage and a figure. */
    private boolean followsPercentage(Figure figure) {
        SourceSentence sentence = figure.sentence();
        if (sentence == null || figure.number() < 2) {
            return false;
        }
        Figure before = index.figures().get(figure.number() - 2);
        if (before.sentence() != sentence
                || !before.observation().quantity().unit().is("percent")) {
            return false;
        }
        int from = before.observation().span().end() - sentence.span().begin();
        int to = figure.observation().span().begin() - sentence.span().begin();
        String between = from <= to ? sentence.text().substring(from, to).strip() : "";
        return between.matches("of\\b[^,;.]*") && between.split("\\s+").length <= BASE_WORDS;
    }

    private static boolean isOverarching(Programme programme) {
        return programme == Programme.OVERVIEW || programme == Programme.FUNDING || programme == Programme.MANAGEMENT;
    }

    /** Whether an amount that could be counted contains this one. */
    private boolean isPart(Figure part, Set<ObservationRef> candidates) {
        Figure total = index.figure(part, part.observation().partOf());
        for (int depth = 0; total != null && depth < HeadlineChooser.MAX_DEPTH; depth++) {
            if (candidates.contains(total.ref())) {
                decisions.put(part.ref(), new Decision(MoneyUse.PART, "Part of figure " + total.number()));
                return true;
            }
            total = index.figure(total, total.observation().partOf());
        }
        return false;
    }

    /** Whether an amount is a part of one that was put in over several years: then it was, too. */
    private boolean isPartOfStock(Figure part) {
        Figure total = index.figure(part, part.observation().partOf());
        Decision decision = total == null ? null : decisions.get(total.ref());
        if (decision == null || decision.use() != MoneyUse.STOCK) {
            return false;
        }
        decisions.put(part.ref(), new Decision(MoneyUse.STOCK, "Part of figure " + total.number()));
        return true;
    }

    /**
     * What other sentences of the section list of a total: amounts that stand in a row and add up to it exactly, be it with
     * the parts that its own sentence names. Empty if none do.
     */
    private List<Figure> listed(Figure total, List<Figure> open) {
        if (value(total).stripTrailingZeros().precision() < TELLING_DIGITS || !open.contains(total)) {
            return List.of();
        }
        List<Figure> others = open.stream()
                .filter(figure -> figure.ref().documentId().equals(total.ref().documentId())
                        && figure.heading().equals(total.heading())
                        && figure.sentence() != total.sentence())
                .toList();
        List<Figure> parts = index.figures().stream()
                .filter(figure -> figure.observation().partOf() != null
                        && figure.observation().partOf() == total.ref().begin()
                        && index.figure(figure, figure.observation().partOf()) == total
                        && decisions.containsKey(figure.ref())
                        && decisions.get(figure.ref()).use() == MoneyUse.PART)
                .toList();
        BigDecimal named = parts.stream().map(MoneyUses::value).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal rest = value(total).subtract(named);
        List<Figure> listed = parts.isEmpty() ? List.of() : row(others, rest, 1);
        return listed.isEmpty() ? row(others, value(total), 2) : listed;
    }

    /** The first amounts in a row, at least so many, that add up to {@code sum}. */
    private static List<Figure> row(List<Figure> amounts, BigDecimal sum, int fewest) {
        for (int from = 0; from < amounts.size(); from++) {
            BigDecimal added = BigDecimal.ZERO;
            for (int to = from; to < amounts.size() && added.compareTo(sum) < 0; to++) {
                added = added.add(value(amounts.get(to)));
                if (added.compareTo(sum) == 0 && to - from + 1 >= fewest) {
                    return amounts.subList(from, to + 1);
                }
            }
        }
        return List.of();
    }

    /** Keeps one of equal amounts: the first that stands under a heading of its own programme, else the first. */
    private void repetitions(List<Figure> open) {
        Map<BigDecimal, List<Figure>> byValue = new HashMap<>();
        for (Figure figure : open) {
            byValue.computeIfAbsent(value(figure).stripTrailingZeros(), value -> new ArrayList<>())
                    .add(figure);
        }
        byValue.forEach((value, equal) -> {
            boolean telling = value.precision() >= TELLING_DIGITS;
            List<Figure> kept = new ArrayList<>();
            equal.stream()
                    .sorted(Comparator.comparing(
                            figure -> programme(figure) == Programme.OTHER || isOverarching(figure.programme())))
                    .forEach(figure -> {
                        Figure same = kept.stream()
                                .filter(other -> telling
                                        || programme(other) == programme(figure)
                                                && (!isOfOneSection(other, figure) || isOfOneItem(other, figure)))
                                .findFirst()
                                .orElse(null);
                        if (same == null) {
                            kept.add(figure);
                        } else {
                            decisions.put(
                                    figure.ref(),
                                    new Decision(MoneyUse.REPEATED, "Same amount as figure " + same.number()));
                        }
                    });
        });
        open.removeIf(figure -> decisions.containsKey(figure.ref()));
    }

    private static boolean isOfOneItem(Figure one, Figure other) {
        return one.observation().item().equalsIgnoreCase(other.observation().item());
    }

    /** A section tells a thing once: two round amounts in it are two, unless they are of one thing. */
    private static boolean isOfOneSection(Figure one, Figure other) {
        return one.ref().documentId().equals(other.ref().documentId())
                && one.article().equals(other.article())
                && one.heading().equals(other.heading());
    }

    /** Whether two amounts are the same money: one figure, or equal in so many digits that it is no chance. */
    static boolean isSame(Figure one, Figure other) {
        return one == other
                || value(one).compareTo(value(other)) == 0
                        && value(one).stripTrailingZeros().precision() >= TELLING_DIGITS;
    }

    /**
     * Whether an amount is more than a total that should contain it: one of governments contains no other money, and one that
     * says what it leaves out contains not all of theirs.
     */
    private boolean isLarger(Figure figure) {
        FundingSource payer = figure.observation().source();
        return isOver(figure, headline)
                && !leavesOut
                && (ofAllSources || payer != null && HeadlineChooser.GOVERNMENTS.contains(payer));
    }

    /** Whether an amount is more than the headline total; no, if there is none. */
    static boolean isOver(Figure figure, @Nullable Figure headline) {
        return headline != null && value(figure).compareTo(value(headline)) > 0;
    }

    private static BigDecimal value(Figure figure) {
        return figure.observation().quantity().baseValue();
    }
}
