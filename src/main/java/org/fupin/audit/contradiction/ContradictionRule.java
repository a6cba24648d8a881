package org.fupin.audit.contradiction;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.fupin.audit.figure.Amount;
import org.fupin.audit.figure.ArticleFigures;
import org.fupin.audit.figure.DigitSlip;
import org.fupin.audit.figure.Figure;
import org.fupin.audit.figure.Fit;
import org.fupin.audit.figure.Plans;
import org.fupin.audit.figure.Quotients;
import org.fupin.audit.rule.AuditRule;
import org.fupin.audit.rule.Findings;
import org.fupin.audit.rule.Wording;
import org.fupin.observation.Dimension;
import org.fupin.observation.FundingSource;
import org.fupin.observation.Kind;
import org.fupin.observation.Measure;
import org.fupin.observation.Observation;
import org.fupin.observation.PerUnit;
import org.fupin.observation.Programme;
import org.fupin.observation.Qualifier;
import org.fupin.observation.Region;
import org.fupin.observation.finding.Finding;
import org.fupin.observation.finding.FindingRule;
import org.fupin.reference.Headlines;
import org.fupin.reference.Headlines.Headline;
import org.fupin.reference.ItemWords;
import org.fupin.reference.Regions;
import org.jspecify.annotations.Nullable;

/**
 * The same thing with two values: in the overview and in the programme's own section, of a number or of what it is of the plan, or
 * under the same name in two sections or articles. Names do not settle that two figures mean the same, so all of this is for an
 * auditor to look at.
 */
public final class ContradictionRule implements AuditRule {

    /** How far around a figure of the overview its programme must be named. */
    private static final int CLAUSE = 110;

    /** A section's own number of its programme is among the first that it states. */
    private static final int MOST_IN_SECTION = 40;

    /** A name of so many telling words is hardly shared by different things. */
    private static final int TELLING_WORDS = 2;

    /** A name with one such word has so many words at least. */
    private static final int PHRASE_WORDS = 3;

    /** Values further apart than this mean different things, if they are not a slip of the pen. */
    private static final BigDecimal FURTHEST = new BigDecimal("1.6");

    private static final int SLIP_DIGITS = 4;

    private static final Pattern AID = Pattern.compile("(?i)\\b(aid|aided|aiding|aids|donat\\w+|support funds)\\b");

    private final Regions regions;
    private final Headlines headlines;
    private final ItemWords words;

    public ContradictionRule(Regions regions, Headlines headlines, ItemWords words) {
        this.regions = regions;
        this.headlines = headlines;
        this.words = words;
    }

    @Override
    public List<Finding> check(List<ArticleFigures> articles) {
        Map<List<Figure>, Finding> findings = new LinkedHashMap<>();
        List<Finding> ofPlan = new ArrayList<>();
        Map<Figure, ArticleFigures> homes = new HashMap<>();
        articles.forEach(article -> article.all().forEach(figure -> homes.put(figure, article)));
        for (ArticleFigures article : articles) {
            for (Headline headline : headlines.all()) {
                Optional<Finding> percentages = ofPlan(article, headline);
                Optional<List<Figure>> numbers = headline(article, headline);
                numbers.ifPresent(pair -> findings.putIfAbsent(
                        pair,
                        percentages
                                .map(more -> both(finding(homes, pair), more))
                                .orElse(finding(homes, pair))));
                percentages.filter(told -> numbers.isEmpty()).ifPresent(ofPlan::add);
            }
        }
        pairing(articles).forEach(pair -> findings.putIfAbsent(pair, finding(homes, pair)));
        for (List<Figure> pair : namesakes(articles, homes)) {
            findings.putIfAbsent(pair, finding(homes, pair));
        }
        ofPlan.addAll(0, findings.values());
        return ofPlan;
    }

    private static boolean differ(Figure one, Figure other) {
        return one.isComparableWith(other)
                && one.in(other.unit()).fit(other.amount()) == Fit.FAILS
                && (areNear(one, other) && !isManyTimes(one, other) || areSlip(one, other));
    }

    /** More person-times than people: some came more than once. */
    private static boolean isManyTimes(Figure one, Figure other) {
        boolean fewer = one.amount().value().compareTo(other.amount().value()) < 0;
        return one.unit().is(fewer ? "person" : "person-time") && other.unit().is(fewer ? "person-time" : "person");
    }

    private static boolean areNear(Figure one, Figure other) {
        BigDecimal a = one.in(other.unit()).value();
        BigDecimal b = other.amount().value();
        return a.max(b).compareTo(a.min(b).multiply(FURTHEST)) <= 0;
    }

    private static boolean areSlip(Figure one, Figure other) {
        return DigitSlip.between(one.amount().value(), other.amount().value(), SLIP_DIGITS);
    }

    // --- overview against the programme's section ---

    /** What the overview states of the headline's programme, and the programme's own section: what agrees with it, else the first. */
    private record Pair(Figure overview, Figure own) {}

    private static Optional<List<Figure>> headline(ArticleFigures article, Headline headline) {
        return pair(article, headline)
                .filter(pair -> differ(pair.overview(), pair.own()))
                .map(pair -> List.of(pair.overview(), pair.own()));
    }

    private static Optional<Pair> pair(ArticleFigures article, Headline headline) {
        List<Figure> inOverview = new ArrayList<>();
        List<Figure> inSection = new ArrayList<>();
        for (Figure figure : article.all()) {
            if (!Restated.stands(article, figure) || !isOf(headline, figure)) {
                continue;
            }
            if (figure.section().programme() == Programme.OVERVIEW) {
                if (headline.isNamedIn(article.before(figure, CLAUSE) + " " + article.after(figure, CLAUSE))) {
                    inOverview.add(figure);
                }
            } else if (figure.section().programme() == headline.programme() && inSection.size() < MOST_IN_SECTION) {
                inSection.add(figure);
            }
        }
        // Figures that agree settle it, and several in the overview make it unclear.
        for (Figure own : inSection) {
            for (Figure overview : inOverview) {
                if (overview.isComparableWith(own) && overview.in(own.unit()).fit(own.amount()) != Fit.FAILS) {
                    return Optional.of(new Pair(overview, own));
                }
            }
        }
        return inOverview.size() == 1 && !inSection.isEmpty()
                ? Optional.of(new Pair(inOverview.get(0), inSection.get(0)))
                : Optional.empty();
    }

    private static boolean isOf(Headline headline, Figure figure) {
        return figure.observation().measure() == headline.measure()
                && (headline.source() == null || figure.observation().source() == headline.source());
    }

    /** What was done of the plan, where overview and section state it of one number, or of two that a slip has parted. */
    private static Optional<Finding> ofPlan(ArticleFigures article, Headline headline) {
        Optional<Pair> pair = pair(article, headline)
                .filter(both -> both.overview().isComparableWith(both.own())
                        && (areSlip(both.overview(), both.own())
                                || both.overview()
                                                .in(both.own().unit())
                                                .fit(both.own().amount())
                                        == Fit.HOLDS));
        Optional<Figure> first = pair.flatMap(both -> completion(article, both.overview()));
        Optional<Figure> second = pair.flatMap(both -> completion(article, both.own()));
        if (first.isEmpty() || second.isEmpty()) {
            return Optional.empty();
        }
        Amount one = ofPlan(article, first.get());
        Amount other = ofPlan(article, second.get());
        return one.fit(other) != Fit.FAILS
                ? Optional.empty()
                : Optional.of(Findings.warning(
                        FindingRule.CONTRADICTION,
                        List.of(first.get(), second.get()),
                        Wording.plain(one.value()) + "%",
                        Wording.plain(other.value()) + "%",
                        "%s are stated %s to be %s%% of the plan, but %s %s to be %s%% of it."
                                .formatted(
                                        Wording.describedInPlace(pair.get().overview()),
                                        Wording.place(pair.get().overview()),
                                        Wording.plain(one.value()),
                                        Wording.stated(pair.get().own()),
                                        Wording.place(pair.get().own()),
                                        Wording.plain(other.value()))));
    }

    private static Optional<Figure> completion(ArticleFigures article, Figure done) {
        List<Figure> completions = article.describing(done).stream()
                .filter(figure -> figure.is(Kind.COMPLETION)
                        && figure.isPercent()
                        && figure.inSentenceOf(done)
                        && figure.observation().qualifier() == Qualifier.EXACT)
                .toList();
        return completions.size() == 1 ? Optional.of(completions.get(0)) : Optional.empty();
    }

    private static Amount ofPlan(ArticleFigures article, Figure completion) {
        return Plans.isExcess(article, completion)
                ? completion.amount().plus(Amount.exact(Quotients.HUNDRED))
                : completion.amount();
    }

    // --- the report of a pairing against the province's own ---

    /** The aid of the paired province: the first sum of its own report against what others state of it. */
    private List<List<Figure>> pairing(List<ArticleFigures> articles) {
        List<List<Figure>> pairs = new ArrayList<>();
        for (ArticleFigures report : articles) {
            String partner = partner(report);
            Optional<Figure> aid = partner.isEmpty() ? Optional.empty() : aid(report, partner, true);
            for (ArticleFigures other : articles) {
                if (aid.isPresent()
                        && other != report
                        && other.article().partner().isEmpty()) {
                    aid(other, partner, false)
                            .filter(figure -> differ(figure, aid.get()))
                            .ifPresent(figure -> pairs.add(List.of(figure, aid.get())));
                }
            }
        }
        return pairs;
    }

    private String partner(ArticleFigures report) {
        return regions.all().stream()
                .filter(region -> region.code().equals(report.article().partner()))
                .map(Region::shortName)
                .findFirst()
                .orElse("");
    }

    /** The first sum of money that a sentence naming the partner calls aid; in another report it must be the only one. */
    private static Optional<Figure> aid(ArticleFigures article, String partner, boolean first) {
        List<Figure> aids = article.all().stream()
                .filter(figure -> Restated.stands(article, figure)
                        && figure.observation().measure() == Measure.FUNDS
                        && isAid(article, figure, partner))
                .toList();
        return first || aids.size() == 1 ? aids.stream().findFirst() : Optional.empty();
    }

    private static boolean isAid(ArticleFigures article, Figure figure, String partner) {
        String around = article.before(figure, CLAUSE) + " " + article.after(figure, CLAUSE / 3);
        return around.contains(partner) && AID.matcher(around).find();
    }

    // --- the same name ---

    private record Name(
            Measure measure,
            String unit,
            @Nullable FundingSource source,
            @Nullable PerUnit per,
            String region,
            String period,
            Set<String> words,
            String phrase) {}

    private List<List<Figure>> namesakes(List<ArticleFigures> articles, Map<Figure, ArticleFigures> homes) {
        Map<Name, List<Figure>> byName = new LinkedHashMap<>();
        for (ArticleFigures article : articles) {
            for (Figure figure : article.all()) {
                Set<String> telling = words.telling(figure.observation().item());
                boolean named = telling.size() >= TELLING_WORDS || telling.size() == 1 && isPhrase(figure);
                if (Restated.stands(article, figure) && named) {
                    byName.computeIfAbsent(name(figure, telling), key -> new ArrayList<>())
                            .add(figure);
                }
            }
        }
        List<List<Figure>> pairs = new ArrayList<>();
        for (List<Figure> figures : byName.values()) {
            // More than two different values: the name does not identify one thing.
            List<Figure> distinct = distinct(figures);
            if (distinct.size() == 2
                    && areApart(homes, distinct)
                    && Restated.haveOneScope(distinct.get(0), distinct.get(1))
                    && isTelling(distinct)
                    && differ(distinct.get(0), distinct.get(1))) {
                pairs.add(distinct);
            }
        }
        return pairs;
    }

    private static Name name(Figure figure, Set<String> telling) {
        Observation observation = figure.observation();
        return new Name(
                observation.measure(),
                figure.unit().base(),
                observation.source(),
                observation.per(),
                observation.region(),
                String.valueOf(observation.period().end()),
                telling,
                telling.size() < TELLING_WORDS ? phrase(figure) : "");
    }

    /** A thing that is counted, with a name of several words: "upland poverty alleviation projects". */
    private static boolean isPhrase(Figure figure) {
        return figure.unit().dimension() == Dimension.COUNT && phrase(figure).split(" ").length >= PHRASE_WORDS;
    }

    /** The name without the heading that tells it apart. */
    private static String phrase(Figure figure) {
        return figure.observation().item().split("\\(", 2)[0].strip().toLowerCase(Locale.ROOT);
    }

    /**
     * A name with one telling word must be the same to the letter, and the word be that of the section where one of them stands; what
     * is inspected or checked need not be all there is.
     */
    private boolean isTelling(List<Figure> pair) {
        Set<String> telling = words.telling(phrase(pair.get(0)));
        return telling.size() != 1
                || names(pair.get(0), telling) != names(pair.get(1), telling)
                        && pair.stream().noneMatch(figure -> figure.section().programme() == Programme.MANAGEMENT);
    }

    private boolean names(Figure figure, Set<String> telling) {
        return words.telling(figure.section().heading()).containsAll(telling);
    }

    /** One figure for each value, the first of each; three at most: more values name no one thing. */
    private static List<Figure> distinct(List<Figure> figures) {
        List<Figure> distinct = new ArrayList<>();
        for (Figure figure : figures) {
            if (distinct.size() > 2) {
                break;
            }
            boolean known =
                    distinct.stream().anyMatch(other -> figure.in(other.unit()).fit(other.amount()) != Fit.FAILS);
            if (!known) {
                distinct.add(figure);
            }
        }
        return distinct;
    }

    private static boolean areApart(Map<Figure, ArticleFigures> homes, List<Figure> pair) {
        return homes.get(pair.get(0)) != homes.get(pair.get(1))
                || pair.get(0).sectionRank() != pair.get(1).sectionRank();
    }

    private static Finding finding(Map<Figure, ArticleFigures> homes, List<Figure> pair) {
        Figure one = pair.get(0);
        Figure other = pair.get(1);
        boolean twoReports = homes.get(one) != homes.get(other);
        boolean twoFiles = !homes.get(one).file().equals(homes.get(other).file());
        String message = "%s %s stated %s, but %s %s.%s"
                .formatted(
                        Wording.describedInPlace(one),
                        Wording.be(one),
                        Wording.place(one) + (twoReports ? report(homes.get(one), twoFiles) : ""),
                        Wording.describedInPlace(other),
                        Wording.place(other) + (twoReports ? report(homes.get(other), twoFiles) : ""),
                        areSlip(one, other) ? " One digit makes the difference." : "");
        return Findings.warning(FindingRule.CONTRADICTION, pair, Wording.stated(one), Wording.stated(other), message);
    }

    /** Two numbers and what each is of the plan: one slip makes both differ, and is told once. */
    private static Finding both(Finding numbers, Finding percentages) {
        return numbers.saying(" What they are of the plan differs as well: %s and %s."
                .formatted(percentages.stated(), percentages.expected()));
    }

    private static String report(ArticleFigures article, boolean withFile) {
        return " of the report \"" + article.article().title().strip() + "\""
                + (withFile && !article.file().isEmpty() ? " (" + article.file() + ")" : "");
    }
}
