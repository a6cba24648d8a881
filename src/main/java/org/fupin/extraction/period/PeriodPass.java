package org.fupin.extraction.period;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.fupin.extraction.pattern.Keys;
import org.fupin.extraction.pattern.RuleTable;
import org.fupin.extraction.pattern.RuleTable.Applied;
import org.fupin.extraction.sentence.Mention;
import org.fupin.extraction.sentence.Pass;
import org.fupin.extraction.sentence.Reasons.Reason;
import org.fupin.extraction.sentence.SentenceContext;
import org.fupin.extraction.sentence.YearParts;
import org.fupin.extraction.text.CueType;
import org.fupin.extraction.text.PhraseIndex.Hit;
import org.fupin.extraction.text.Tokens;
import org.fupin.observation.Kind;
import org.fupin.observation.Period;
import org.fupin.observation.PeriodType;
import org.fupin.observation.Status;
import org.jspecify.annotations.Nullable;

/**
 * Concludes the period of each figure: from the times of its sentence, by the rows of {@code rules/period.csv} where they can be
 * read in two ways, as the figure that it describes or is a part of, as a sentence before tells; else the article's year.
 */
public final class PeriodPass implements Pass {

    /** The class of phrases that rows name times by: {@code december} up to the end of the own year, {@code day}, {@code in}. */
    public static final String TIME = "time";

    private static final String PERIOD = "period";

    /** Most tokens between a growth and the word that makes it one for each year. */
    private static final int FARTHEST_ANNUAL = 12;

    /** What rows conclude: a state of the day that the time names, what was done in the year up to it. */
    private static final String STOCK = "stock";

    private static final String FLOW = "flow";

    /** Of the year before where no time is told, and of the year before the time that is told. */
    private static final String PREVIOUS = "previous";

    private static final String BASE = "base";

    /** Of the last year of the time that is told, and of the time that the sentence before tells of. */
    private static final String LAST = "last";

    private static final String CARRIED = "carried";

    /** Of the year before the one reported on that the sentence before tells of: asked only where there is one. */
    private static final String RESUMED = "resumed";

    private static final Set<String> UP_TO_DAY = Set.of(STOCK, FLOW);

    /** The rule of a time that is told with the figure. */
    private static final String STATED = "period:stated";

    /** The rule of amounts that are the average of the one before. */
    private static final String AVERAGE = "average-of-before";

    private final RuleTable table;

    public PeriodPass(RuleTable.Compiler rules) {
        table = rules.table(
                name(), Keys.NONE.with(PERIOD, Set.of(STOCK, FLOW, PREVIOUS, BASE, LAST, CARRIED, RESUMED)));
    }

    @Override
    public String name() {
        return PERIOD;
    }

    @Override
    public void apply(SentenceContext sentence) {
        if (!sentence.mentions.isEmpty()) {
            new OfSentence(sentence).conclude();
        }
    }

    /** The periods of one sentence's figures. */
    private final class OfSentence {

        private final SentenceContext sentence;
        private final Tokens tokens;
        private final List<Mention> figures;
        private final List<Time> times;
        private final GoverningTimes governors;
        private final RuleTable.InSentence rules;
        /** The time that governs a figure, where one does. */
        private final Map<Mention, Time> governing;

        OfSentence(SentenceContext sentence) {
            this.sentence = sentence;
            tokens = sentence.tokens;
            figures = sentence.figures();
            governing = new IdentityHashMap<>(figures.size());
            times = Times.of(sentence);
            int year = sentence.article.year();
            governors = new GoverningTimes(sentence, figures, times);
            sentence.supply(
                    TIME,
                    times.stream()
                            .map(time -> new Hit<>(
                                    time.isEndOf(year) ? "december" : time.stock() ? "day" : "in",
                                    time.from(),
                                    time.to()))
                            .toList());
            rules = table.in(sentence);
        }

        void conclude() {
            Time only = times.size() == 1 ? times.get(0) : null;
            if (only != null && only.isYearBefore(sentence.article.year())) {
                sentence.yearBefore = only.period();
            } else if (times.isEmpty() && sentence.previous != null && !namesYear()) {
                sentence.yearBefore = sentence.previous.yearBefore;
            }
            if (only != null && (only.isEvent() || only.isYearBefore(sentence.article.year()))) {
                sentence.toldPeriod = only.period();
            }
            for (int i = 0; i < figures.size(); i++) {
                Mention mention = figures.get(i);
                if (!isOfItself(mention)) {
                    conclude(mention, i);
                }
            }
        }

        /** The year that "respectively" gives a figure, and "the 18 million yuan of 2011". */
        private boolean isOfItself(Mention mention) {
            if (mention.sharedPeriod != null) {
                mention.period = mention.sharedPeriod;
                mention.rules.add("period:respectively");
                return true;
            }
            int of = mention.behindNoun();
            boolean own = mention.isLevel() && sentence.cueAt(CueType.OF, of) && CalendarTime.isYear(sentence, of + 1);
            if (own) {
                mention.period = Period.ofYear(Integer.parseInt(tokens.norm[of + 1]));
                mention.rules.add(STATED, of, of + 2);
            }
            return own;
        }

        private void conclude(Mention mention, int index) {
            Time time = governors.of(index);
            if (time != null) {
                governing.put(mention, time);
            }
            Applied carried = times.isEmpty() && told() != null ? rules.first(mention, PERIOD, carry(told())) : null;
            mention.period = Period.ofYear(sentence.article.year());
            if (carried != null) {
                mention.period = told();
                sentence.toldPeriod = told();
                mention.rules.add(carried.rule());
            }
            YearParts.Earlier ago = mention.isLevel() ? YearParts.earlierBehind(sentence, mention) : null;
            Period earlier = ago == null ? null : ago.before(time == null ? mention.period : time.period());
            if (earlier != null) {
                mention.period = earlier;
                mention.rules.add("period-earlier", ago.from(), ago.to());
                return;
            }
            boolean behind = time != null && time.to() <= mention.from;
            Applied base = behind || time == null ? rules.first(mention, PERIOD, Set.of(BASE)) : null;
            if (behind && base != null) {
                // "in 2012, the fund rose from X to Y": X is of the year before the one that the sentence tells of
                int year = time.isOfYears() ? time.period().start().getYear() : time.year() - 1;
                mention.period = Period.ofYear(year);
                mention.rules.add(base.rule(), time.from(), time.to());
                return;
            }
            boolean ofYears = behind && time.isOfYears();
            Applied last = ofYears ? rules.first(mention, PERIOD, Set.of(LAST)) : null;
            if (last != null) {
                mention.period = Period.ofYear(time.year());
                mention.rules.add(last.rule(), time.from(), time.to());
                return;
            }
            Applied former = time != null ? null : base != null ? base : rules.first(mention, PERIOD, Set.of(PREVIOUS));
            if (former != null) {
                mention.period = Period.ofYear(sentence.article.year() - 1);
                mention.rules.add(former.rule());
            }
            if (time != null) {
                goBy(time, mention);
            }
            asOthers(mention, time);
        }

        /** "in the year", "this year": the one reported on. */
        private boolean namesYear() {
            return IntStream.range(0, tokens.count).anyMatch(i -> tokens.is(i, TimeLead.YEAR));
        }

        private static Set<String> carry(Period told) {
            return Set.of(told.type() == PeriodType.YEAR ? RESUMED : CARRIED);
        }

        private @Nullable Period told() {
            return sentence.previous == null ? null : sentence.previous.toldPeriod;
        }

        private void goBy(Time time, Mention mention) {
            String rule = time.stock() ? "period:stock" : STATED;
            boolean day = true;
            if (time.isEndOf(sentence.article.year())) {
                Applied applied = rules.first(mention, PERIOD, UP_TO_DAY);
                day = applied != null && applied.value(PERIOD).equals(STOCK);
                rule = applied == null ? "period:flow" : applied.rule();
            }
            mention.period = day ? time.period() : Period.ofYear(time.year());
            mention.rules.add(rule, time.from(), time.to());
            if (time.stock() && time.opens() && mention.period.type() == PeriodType.DAY) {
                sentence.toldPeriod = mention.period;
            }
            if (time.planned() && mention.status == Status.ACTUAL) {
                mention.status = Status.PLANNED;
                mention.rules.add("planned-time", time.from(), time.to());
            }
        }

        /** As the level that it describes, and as the total that it is a part of, where the same time governs both. */
        private void asOthers(Mention mention, @Nullable Time time) {
            if (mention.about != null && mention.about.period != null) {
                boolean overTime = mention.kind == Kind.CHANGE || mention.kind == Kind.GROWTH;
                Period of = mention.about.period;
                // a change is of the year that ends on the day of the level that it led to
                Period shared = overTime && of.type() == PeriodType.DAY
                        ? Period.ofYear(of.end().getYear())
                        : of;
                Integer since = mention.kind == Kind.GROWTH ? firstOfAnnual(mention) : null;
                if (since != null) {
                    shared = Period.ofYears(since, of.end().getYear());
                    mention.rules.add("period-annual", mention.about);
                }
                if (!shared.equals(mention.period)) {
                    mention.period = shared;
                    mention.rules.add("period-as-level", mention.about);
                }
            }
            Mention total = mention.partOf;
            boolean sameTime = time == null || time.stock() && total != null && governing.get(total) == time;
            if (total != null && total.period != null && sameTime && !total.period.equals(mention.period)) {
                mention.period = total.period;
                mention.rules.add("period-as-total", total);
            }
            Mention whole = time == null ? averaged(mention) : null;
            if (whole != null && whole.period != null && !whole.period.equals(mention.period)) {
                mention.period = whole.period;
                mention.rules.add("period-as-average", whole);
            }
        }

        /** The amount before it in the sentence that it is the average of. */
        private @Nullable Mention averaged(Mention mention) {
            return mention.rules.all().stream()
                    .filter(reason -> reason.rule().equals(AVERAGE))
                    .map(Reason::of)
                    .filter(whole -> whole != null && whole.sentence == sentence)
                    .findFirst()
                    .orElse(null);
        }

        /** "from X in 2008 to Y in 2012, an average annual growth of 24.5 percent": the first year, null where it is not so. */
        private @Nullable Integer firstOfAnnual(Mention growth) {
            int from = Math.max(growth.about.to, growth.lead - FARTHEST_ANNUAL);
            int to = Math.min(tokens.count, growth.to + FARTHEST_ANNUAL / 2);
            if (!sentence.hasCue(CueType.ANNUAL, from, to)) {
                return null;
            }
            int last = figures.indexOf(growth.about) - 1;
            Mention first = last < 0 ? null : figures.get(last);
            boolean levels = first != null
                    && first.isLevel()
                    && first.unit != null
                    && first.unit.equals(growth.about.unit)
                    && first.period != null
                    && first.period.end().getYear() < growth.about.period.end().getYear() - 1;
            return levels ? first.period.start().getYear() : null;
        }
    }
}
