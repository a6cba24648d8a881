package org.fupin.extraction.period;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fupin.extraction.pattern.Keys;
import org.fupin.extraction.pattern.RuleTable;
import org.fupin.extraction.pattern.RuleTable.Applied;
import org.fupin.extraction.sentence.Mention;
import org.fupin.extraction.sentence.Pass;
import org.fupin.extraction.sentence.SentenceContext;
import org.fupin.extraction.sentence.Side;
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

    /** Rows conclude that it is of the year before, or of the time that the sentence before tells of. */
    private static final String PREVIOUS = "previous";

    private static final String CARRIED = "carried";

    private static final Set<String> UP_TO_DAY = Set.of(STOCK, FLOW);

    private final RuleTable table;

    public PeriodPass(RuleTable.Compiler rules) {
        table = rules.table(name(), Keys.NONE.with(PERIOD, Set.of(STOCK, FLOW, PREVIOUS, CARRIED)));
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
        private final Map<Mention, Time> governing = new IdentityHashMap<>();

        OfSentence(SentenceContext sentence) {
            this.sentence = sentence;
            tokens = sentence.tokens;
            figures = sentence.figures();
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
            if (times.size() == 1 && times.get(0).isEvent()) {
                sentence.toldPeriod = times.get(0).period();
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
            boolean own = mention.isLevel()
                    && tokens.is(mention.lead - 1, "the")
                    && tokens.is(of, "of")
                    && CalendarTime.isYear(sentence, of + 1);
            if (own) {
                mention.period = Period.ofYear(Integer.parseInt(tokens.norm[of + 1]));
                mention.rules.add("period:stated", of, of + 2);
            }
            return own;
        }

        private void conclude(Mention mention, int index) {
            Time time = governors.of(index);
            if (time != null) {
                governing.put(mention, time);
            }
            Applied carried = times.isEmpty() && told() != null ? rules.first(mention, PERIOD, Set.of(CARRIED)) : null;
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
            boolean base = mention.isBase && ago == null || isBaseOfChange(mention) || isFromTo(index);
            boolean behind = time != null && time.to() <= mention.from;
            if (behind && base) {
                // "in 2012, the fund rose from X to Y": X is of the year before the one that the sentence tells of
                int year = time.isOfYears()
                        ? time.period().start().getYear()
                        : time.period().end().getYear() - 1;
                mention.period = Period.ofYear(year);
                mention.rules.add("period:base", time.from(), time.to());
                return;
            }
            if (behind && time.isOfYears() && isToBehindFrom(index)) {
                mention.period = time.year(); // "from 2008 to 2012, incomes rose from X to Y"
                mention.rules.add("period:stated", time.from(), time.to());
                return;
            }
            Applied former = time == null ? rules.first(mention, PERIOD, Set.of(PREVIOUS)) : null;
            if (former != null || time == null && base) {
                mention.period = Period.ofYear(sentence.article.year() - 1);
                mention.rules.add(former == null ? "period-former" : former.rule());
            }
            if (time != null) {
                goBy(time, mention);
            }
            asOthers(mention, time);
        }

        private @Nullable Period told() {
            return sentence.previous == null ? null : sentence.previous.toldPeriod;
        }

        private void goBy(Time time, Mention mention) {
            String rule = time.stock() ? "period:stock" : "period:stated";
            boolean day = true;
            if (time.isEndOf(sentence.article.year()) && !isStateBehind(time, mention)) {
                Applied applied = rules.first(mention, PERIOD, UP_TO_DAY);
                day = applied != null && applied.value(PERIOD).equals(STOCK);
                rule = applied == null ? "period:flow" : applied.rule();
            }
            mention.period = day ? time.period() : time.year();
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

        /** "fell from X to Y", "down 4.6 percentage points from X": X is of the year before, where no other time is given. */
        private boolean isBaseOfChange(Mention mention) {
            if (!mention.isLevel() || !tokens.is(mention.lead - 1, "from")) {
                return false;
            }
            boolean points = tokens.norm[Math.max(0, mention.lead - 2)].startsWith("point");
            return Side.isFrom(sentence, mention.lead - 1) || mention.isPercent() && points;
        }

        /** "fell by 3 percentage points, from 18% to 15%": two levels of one thing in a clause of their own. */
        private boolean isFromTo(int index) {
            Mention mention = figures.get(index);
            if (index == 0 || index + 1 == figures.size() || !tokens.is(mention.lead - 1, "from")) {
                return false;
            }
            Kind before = figures.get(index - 1).kind;
            Mention next = figures.get(index + 1);
            return (before == Kind.CHANGE || before == Kind.GROWTH)
                    && tokens.is(mention.lead - 2, ",")
                    && tokens.is(next.lead - 1, "to")
                    && mention.unit != null
                    && mention.unit.equals(next.unit);
        }

        /** Whether the figure is the second of two levels of one thing: "from X to Y". */
        private boolean isToBehindFrom(int index) {
            Mention mention = figures.get(index);
            return index > 0
                    && mention.isLevel()
                    && tokens.is(mention.lead - 1, "to")
                    && isBaseOfChange(figures.get(index - 1));
        }

        /** "fell to 7.3 million at the end of 2012": the day stands right behind a level that changed to it. */
        private boolean isStateBehind(Time time, Mention mention) {
            boolean behind = time.from() >= mention.to && time.from() - Math.max(mention.to, mention.nounTo) <= 2;
            return behind && mention.isLevel() && tokens.is(mention.lead - 1, "to");
        }
    }
}
