package org.fupin.extraction;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.fupin.extraction.text.CueType;
import org.fupin.extraction.text.DigitString;
import org.fupin.extraction.text.Lemma;
import org.fupin.extraction.text.Lexicon.Cue;
import org.fupin.extraction.text.PhraseIndex.Hit;
import org.fupin.extraction.text.Sorted;
import org.fupin.extraction.text.Tokens;
import org.fupin.observation.Kind;
import org.fupin.observation.LeftOutReason;
import org.fupin.observation.Period;
import org.fupin.observation.PeriodType;
import org.fupin.observation.Status;
import org.jspecify.annotations.Nullable;

/**
 * Concludes the period of each figure: from the time expressions of its sentence, else the article's year. Times that a
 * change is compared with ("over 2011") and those that only describe a thing ("projects launched in 2010") are no periods
 * of the figure.
 */
final class PeriodPass implements Pass {

    /**
     * A time expression.
     *
     * @param stock whether it tells a state at its last day ("as of the end of 2011")
     * @param opens whether it begins a clause, so that it governs what follows
     */
    private record Time(int from, int to, Period period, boolean stock, boolean opens, boolean planned) {}

    /** Most tokens between a growth and the word that makes it one for each year. */
    private static final int FARTHEST_ANNUAL = 12;

    /** How far back the begin of a part of the sentence is looked for, in tokens. */
    private static final int LONGEST_SEGMENT = 40;

    private static final SentenceContext.Landmark STOCK = (sentence, token) -> sentence.cueAt(CueType.STOCK, token);

    private static final SentenceContext.Landmark FOUNDED =
            (sentence, token) -> sentence.tokens.is(token, "set") || sentence.tokens.is(token, "established");

    private static final SentenceContext.Landmark WILL = (sentence, token) -> sentence.tokens.is(token, "will");

    @Override
    public String name() {
        return "period";
    }

    @Override
    public void apply(SentenceContext sentence) {
        if (sentence.mentions.isEmpty()) {
            return;
        }
        List<Mention> figures = sentence.figures();
        Period year = Period.ofYear(sentence.article.year());
        List<Time> times = times(sentence);
        Time future = firstToCome(sentence, times);
        sentence.tellsOtherTime = times.stream().anyMatch(time -> !time.period.equals(year));
        if (times.size() == 1 && isEvent(times.get(0))) {
            sentence.toldPeriod = times.get(0).period;
        }
        Period carried = times.isEmpty() ? carried(sentence) : null;
        for (int i = 0; i < figures.size(); i++) {
            Mention mention = figures.get(i);
            if (mention.sharedPeriod != null) {
                mention.period = mention.sharedPeriod;
                mention.rules.add("period:respectively");
                continue;
            }
            Time time = governing(sentence, times, future, figures, i);
            Period own = mention.isLevel() ? yearOfThe(sentence, mention) : null;
            if (own != null) {
                mention.period = own;
                mention.rules.add("period:stated", mention.behindNoun(), mention.behindNoun() + 2);
                continue;
            }
            mention.period = carried != null ? carried : year;
            if (carried != null && time == null) {
                mention.rules.add("period-carried");
            }
            YearParts.Earlier ago = mention.isLevel() ? YearParts.earlierBehind(sentence, mention) : null;
            Period earlier = ago == null ? null : ago.before(time == null ? mention.period : time.period);
            if (earlier != null) {
                mention.period = earlier;
                mention.rules.add("period-earlier", ago.from(), ago.to());
                continue;
            }
            boolean base = mention.isBase && ago == null
                    || isBaseOfChange(sentence, mention)
                    || isFromTo(sentence, figures, i);
            if (time != null && time.to <= mention.from && base) {
                // "in 2012, the fund rose from X to Y": X is of the year before the one that the sentence tells of
                mention.period = Period.ofYear(
                        isOfYears(time)
                                ? time.period.start().getYear()
                                : time.period.end().getYear() - 1);
                mention.rules.add("period:base", time.from, time.to);
                continue;
            }
            if (time != null && time.to <= mention.from && isOfYears(time) && isToBehindFrom(sentence, figures, i)) {
                mention.period = yearOf(time); // "from 2008 to 2012, incomes rose from X to Y"
                mention.rules.add("period:stated", time.from, time.to);
                continue;
            }
            if (time == null && (isFormer(sentence, mention) || base)) {
                mention.period = Period.ofYear(sentence.article.year() - 1);
                mention.rules.add("period-former");
            }
            if (time != null) {
                boolean state =
                        !time.stock || isStock(sentence, time, mention) || isStateBehind(sentence, time, mention);
                mention.period = state ? time.period : yearOf(time);
                mention.rules.add(
                        !time.stock ? "period:stated" : state ? "period:stock" : "period:flow", time.from, time.to);
                if (time.stock && time.opens && mention.period.type() == PeriodType.DAY) {
                    sentence.toldPeriod = mention.period;
                }
                if (time.planned && mention.status == Status.ACTUAL) {
                    mention.status = Status.PLANNED;
                    mention.rules.add("planned-time", time.from, time.to);
                }
            }
            if (mention.about != null && mention.about.period != null) {
                boolean overTime = mention.kind == Kind.CHANGE || mention.kind == Kind.GROWTH;
                Period of = mention.about.period;
                // a change is of the year that ends on the day of the level that it led to
                Period shared = overTime && of.type() == PeriodType.DAY
                        ? Period.ofYear(of.end().getYear())
                        : of;
                Integer since = mention.kind == Kind.GROWTH ? firstOfAnnual(sentence, figures, mention) : null;
                if (since != null) {
                    shared = Period.ofYears(since, of.end().getYear());
                    mention.rules.add("period-annual", mention.about);
                }
                if (!shared.equals(mention.period)) {
                    mention.period = shared;
                    mention.rules.add("period-as-level", mention.about);
                }
            }
            if (mention.partOf != null && mention.partOf.period != null && time == null) {
                if (!mention.partOf.period.equals(mention.period)) {
                    mention.rules.add("period-as-total", mention.partOf);
                }
                mention.period = mention.partOf.period;
            }
        }
    }

    /** "the 18 million yuan of 2011": the year of just that figure, null if none stands so. */
    private static @Nullable Period yearOfThe(SentenceContext sentence, Mention mention) {
        int of = mention.behindNoun();
        boolean told = sentence.tokens.is(mention.lead - 1, "the")
                && sentence.tokens.is(of, "of")
                && sentence.tokens.isNumber(of + 1)
                && isDateYear(sentence, of + 1);
        return told ? Period.ofYear(Integer.parseInt(sentence.tokens.norm[of + 1])) : null;
    }

    /** "from X in 2008 to Y in 2012, an average annual growth of 24.5 percent": the first year, null where it is not so. */
    private static @Nullable Integer firstOfAnnual(SentenceContext sentence, List<Mention> figures, Mention growth) {
        int from = Math.max(growth.about.to, growth.lead - FARTHEST_ANNUAL);
        int to = Math.min(sentence.tokens.count, growth.to + FARTHEST_ANNUAL / 2);
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

    /** A state told as of a day goes on in the next sentences of the paragraph that tell states ("the total was ..."). */
    private static @Nullable Period carried(SentenceContext sentence) {
        SentenceContext before = sentence.previous;
        if (before == null || before.toldPeriod == null || !tellsState(sentence)) {
            return null;
        }
        sentence.toldPeriod = before.toldPeriod;
        return before.toldPeriod;
    }

    private static boolean tellsState(SentenceContext sentence) {
        Tokens tokens = sentence.tokens;
        boolean tells = false;
        for (int i = 0; i < tokens.count; i++) {
            switch (tokens.norm[i]) {
                case "was", "were", "got", "had", "has" -> tells = true;
                case "year" -> {
                    return false; // "in the whole year": another time
                }
                default -> {}
            }
        }
        return tells;
    }

    /** "fell from X to Y", "down 4.6 percentage points from X": X is of the year before, where no other time is given. */
    private static boolean isBaseOfChange(SentenceContext sentence, Mention mention) {
        Tokens tokens = sentence.tokens;
        if (!mention.isLevel() || !tokens.is(mention.lead - 1, "from")) {
            return false;
        }
        return Side.isFrom(sentence, mention.lead - 1)
                || mention.isPercent()
                        && (tokens.is(mention.lead - 2, "points") || tokens.is(mention.lead - 2, "point"));
    }

    /** "fell by 3 percentage points, from 18% to 15%": two levels of one thing in a clause of their own. */
    private static boolean isFromTo(SentenceContext sentence, List<Mention> figures, int index) {
        Tokens tokens = sentence.tokens;
        Mention mention = figures.get(index);
        if (index == 0 || index + 1 == figures.size() || !tokens.is(mention.lead - 1, "from")) {
            return false;
        }
        Mention next = figures.get(index + 1);
        boolean changed = figures.get(index - 1).kind == Kind.CHANGE || figures.get(index - 1).kind == Kind.GROWTH;
        return changed
                && tokens.is(mention.lead - 2, ",")
                && tokens.is(next.lead - 1, "to")
                && mention.unit != null
                && mention.unit.equals(next.unit);
    }

    private static boolean isOfYears(Time time) {
        return time.period.type() == PeriodType.INTERVAL
                && time.period.start().getYear() < time.period.end().getYear();
    }

    /** Whether the figure is the second of two levels of one thing: "from X to Y". */
    private static boolean isToBehindFrom(SentenceContext sentence, List<Mention> figures, int index) {
        Mention mention = figures.get(index);
        if (index == 0 || !mention.isLevel() || !sentence.tokens.is(mention.lead - 1, "to")) {
            return false;
        }
        return isBaseOfChange(sentence, figures.get(index - 1));
    }

    /** "Before that, 16 counties had ...", "the former 13 organs". */
    private static boolean isFormer(SentenceContext sentence, Mention mention) {
        Tokens tokens = sentence.tokens;
        boolean beforeThat = tokens.is(0, "before") && tokens.is(1, "that");
        int verb = mention.lead - 1;
        boolean ofPreviousYear = tokens.is(verb - 1, "year")
                && (tokens.is(verb - 2, "previous") || tokens.is(verb - 2, "last"))
                && (tokens.is(verb - 3, "of") || tokens.is(verb - 4, "of"))
                && (tokens.is(verb, "reached") || tokens.is(verb, "was") || tokens.is(verb, "were"));
        return beforeThat
                || ofPreviousYear
                || tokens.is(mention.from - 1, "former")
                || tokens.is(mention.from - 1, "original");
    }

    /** "In June 2009, a delegation visited ...": the paragraph goes on to tell what happened then. */
    private static boolean isEvent(Time time) {
        boolean brief = time.period.type() == PeriodType.MONTH || time.period.type() == PeriodType.DAY;
        return brief && !time.stock && time.from == 0;
    }

    private static Period yearOf(Time time) {
        return Period.ofYear(time.period.end().getYear());
    }

    /** A state at a day is a stock where the sentence tells what there is; what was done up to it has the year. */
    private static boolean isStock(SentenceContext sentence, Time time, Mention mention) {
        LocalDate day = time.period.end();
        int year = sentence.article.year();
        if (day.getYear() != year || day.getMonthValue() != 12) {
            return true;
        }
        Tokens tokens = sentence.tokens;
        int end = sentence.next(SentenceContext.SEMICOLON, time.to);
        if (end < mention.from) {
            // behind a semicolon the day holds for what is told as reached by then
            Hit<Cue> part = sentence.lastCue(CueType.PART, time.to, mention.from);
            return (part == null || sentence.next(SentenceContext.SEMICOLON, part.begin()) < mention.from)
                    && isPerfect(sentence, mention, sentence.clauseStart(mention.lead));
        }
        return sentence.next(STOCK, time.to) < Math.min(mention.from + 12, end)
                || sentence.next(FOUNDED, time.to) < mention.from;
    }

    /** "70 households had joined": told with "had" behind the figure or right before it. */
    private static boolean isPerfect(SentenceContext sentence, Mention mention, int from) {
        Tokens tokens = sentence.tokens;
        int end = sentence.clauseEnd(mention.to);
        for (int i = from; i < end; i++) {
            if (tokens.is(i, "had")) {
                return true;
            }
        }
        return false;
    }

    /** "fell to 7.3 million at the end of 2012": the day stands right behind a level that changed to it. */
    private static boolean isStateBehind(SentenceContext sentence, Time time, Mention mention) {
        boolean behind = time.from >= mention.to && time.from - Math.max(mention.to, mention.nounTo) <= 2;
        return behind && mention.isLevel() && sentence.tokens.is(mention.lead - 1, "to");
    }

    private static @Nullable Time governing(
            SentenceContext sentence, List<Time> times, @Nullable Time future, List<Mention> figures, int index) {
        Mention mention = figures.get(index);
        Time before = null;
        int next = Sorted.firstFrom(times, Time::to, mention.from + 1);
        for (int i = next - 1; i >= Math.max(0, next - SentenceContext.FARTHEST) && before == null; i--) {
            Time time = times.get(i);
            if (time.opens || nextTo(sentence, time, mention) && !belongsToFigure(sentence, time)) {
                before = time;
            }
        }
        int end = Math.min(sentence.gapEnd(figures, index), sentence.clauseEnd(mention.to));
        for (int i = next; i < times.size() && times.get(i).from < end; i++) {
            Time time = times.get(i);
            if (time.from >= mention.to && time.to <= end && !time.opens) {
                return time;
            }
        }
        Time behind = behindInsertion(sentence, times, next, figures, index);
        if (behind != null) {
            return behind;
        }
        return before != null ? before : announced(sentence, future, mention);
    }

    /**
     * "the 2nd batch, of 60 households, in 2013;", "the batch (of 45 households) moved in 2013;": the clause goes on behind
     * what was put into it and ends with its time.
     */
    private static @Nullable Time behindInsertion(
            SentenceContext sentence, List<Time> times, int next, List<Mention> figures, int index) {
        Tokens tokens = sentence.tokens;
        int end = sentence.clauseEnd(figures.get(index).to);
        boolean inserted = tokens.is(end, ",") || tokens.is(end, ")");
        Time time = next < times.size() ? times.get(next) : null;
        if (!inserted || time == null || time.to > sentence.gapEnd(figures, index)) {
            return null;
        }
        boolean closes = time.to == tokens.count || tokens.is(time.to, ";") || tokens.is(time.to, ".");
        boolean goesOn = tokens.is(end, ",") ? time.from == end + 1 : sentence.clauseStart(time.from) <= end + 1;
        if (!closes || !goesOn) {
            return null;
        }
        int segment = end;
        while (segment > 0 && !tokens.is(segment - 1, ";") && end - segment < LONGEST_SEGMENT) {
            segment--;
        }
        boolean own = next > 0 && times.get(next - 1).from >= segment;
        return own ? null : time;
    }

    /** "plans to raise its aid from 2013 to 2015, to build 90 villages": years to come hold for all that is planned for them. */
    private static @Nullable Time announced(SentenceContext sentence, @Nullable Time future, Mention mention) {
        return future != null && future.to <= mention.from && isPlannedFor(sentence, future, mention) ? future : null;
    }

    private static @Nullable Time firstToCome(SentenceContext sentence, List<Time> times) {
        for (Time time : times) {
            if (time.period.start().getYear() > sentence.article.year()) {
                return time;
            }
        }
        return null;
    }

    private static boolean isPlannedFor(SentenceContext sentence, Time time, Mention mention) {
        if (sentence.tokens.is(sentence.clauseStart(mention.from), "to")) {
            return true;
        }
        return sentence.next(WILL, time.to) < mention.from;
    }

    /** "from 252 million yuan in 2011 to 306 million": the time right behind a figure is that figure's. */
    private static boolean belongsToFigure(SentenceContext sentence, Time time) {
        int clause = SentenceContext.firstFrom(sentence.mentions, sentence.clauseStart(time.from));
        for (int i = clause; i < sentence.mentions.size() && sentence.mentions.get(i).to <= time.from; i++) {
            Mention figure = sentence.mentions.get(i);
            if (!figure.isLeftOut() && time.from - Math.max(figure.to, figure.nounTo) <= 1) {
                return true;
            }
        }
        return false;
    }

    /** A time in the middle of the clause of the figure: "In total, the province in 2011 invested X". */
    private static boolean nextTo(SentenceContext sentence, Time time, Mention mention) {
        if (sentence.clauseStart(mention.from) > time.from) {
            return false;
        }
        for (int i = time.to; i < mention.from; i++) {
            boolean verb = sentence.tokens.is(i, "and") && sentence.cueAt(CueType.VERB, i + 1);
            if (verb && !time.opens && sentence.tokens.norm[i + 1].endsWith("ed")) {
                return false; // "assessed the work in 2011 and rewarded 20 units": another deed
            }
        }
        return true;
    }

    private static List<Time> times(SentenceContext sentence) {
        Tokens tokens = sentence.tokens;
        List<Time> times = new ArrayList<>();
        boolean parts = !sentence.cues(CueType.YEAR_PART).isEmpty();
        for (int i = 0; i < tokens.count; i++) {
            Hit<Cue> plan = sentence.cueBeginningAt(CueType.PLAN_PERIOD, i);
            if (plan == null && tokens.isNumber(i)) {
                plan = ordinalPlan(sentence, i);
            }
            if (plan != null) {
                if (opensClause(sentence, i, "during") || opensClause(sentence, i, "in")) {
                    times.add(new Time(i, plan.end(), Period.parse(plan.value().value()), false, true, false));
                }
                continue;
            }
            if (isNow(sentence, i)) {
                times.add(new Time(i, i + 1, Period.ofYear(sentence.article.year()), false, true, false));
                continue;
            }
            Time time = parts ? partOfYear(sentence, i, times) : null;
            time = time == null ? nearYear(sentence, i, times) : time;
            time = time == null ? time(sentence, i) : time;
            if (time != null) {
                times.add(time);
                i = time.to - 1;
            }
        }
        return times;
    }

    /** "in the second quarter", "in H1 2012": of the year told last where none is named. */
    private static @Nullable Time partOfYear(SentenceContext sentence, int at, List<Time> times) {
        if (!sentence.cueAt(CueType.YEAR_PART, at)) {
            return null;
        }
        Tokens tokens = sentence.tokens;
        int before = tokens.is(at - 1, "the") ? at - 2 : at - 1;
        boolean told = tokens.is(before, "in")
                || tokens.is(before, "during")
                || tokens.is(before, "for")
                || tokens.is(before, "throughout");
        if (!told || sentence.quoted[at] || describesThing(sentence, before)) {
            return null;
        }
        int year = times.isEmpty()
                ? sentence.article.year()
                : times.get(times.size() - 1).period.start().getYear();
        YearParts.Part part = YearParts.at(sentence, at, year);
        if (part == null) {
            return null;
        }
        boolean opens = before == 0 || sentence.isClauseMark(before - 1) || tokens.is(before - 1, "and");
        boolean planned = part.period().start().getYear() > sentence.article.year();
        return new Time(before, part.to(), part.period(), false, opens, planned);
    }

    /** "next year", "in the coming year", "by the end of next year", "last year": told by its distance, and no base. */
    private static @Nullable Time nearYear(SentenceContext sentence, int at, List<Time> times) {
        Tokens tokens = sentence.tokens;
        Hit<Cue> near = sentence.cueBeginningAt(CueType.NEAR_YEAR, at);
        if (near == null || !tokens.is(at + 1, "year") || tokens.is(at + 2, "'") || sentence.quoted[at]) {
            return null;
        }
        int before = tokens.is(at - 1, "the") ? at - 2 : at - 1;
        boolean end = tokens.is(before, "of") && (tokens.is(before - 1, "end") || tokens.is(before - 1, "close"));
        if (end) {
            before -= tokens.is(before - 2, "the") ? 3 : 2;
        }
        boolean placed = tokens.is(before, "in")
                || tokens.is(before, "during")
                || tokens.is(before, "throughout")
                || end && (tokens.is(before, "by") || tokens.is(before, "at"));
        boolean adverb = !end && !placed && (before < 0 || !sentence.cueAt(CueType.FUNCTION, before));
        boolean ahead = near.value().value().equals("next");
        int from = placed ? before : before + 1;
        if (!placed && !adverb || !ahead && (end || isBehindFigure(sentence, from)) || describesThing(sentence, from)) {
            return null;
        }
        boolean told = !times.isEmpty() && !tokens.is(at, "next") && !tokens.is(at, "last");
        int now = told ? times.get(times.size() - 1).period.end().getYear() : sentence.article.year();
        boolean opens = from == 0 || sentence.isClauseMark(from - 1) || tokens.is(from - 1, "and");
        int year = ahead ? now + 1 : now - 1;
        return new Time(from, at + 2, Period.ofYear(year), false, opens, year > sentence.article.year());
    }

    /** Whether a figure ends before the token: "15 million yuan last year" is told of that figure alone. */
    private static boolean isBehindFigure(SentenceContext sentence, int token) {
        int index = SentenceContext.firstFrom(sentence.mentions, token) - 1;
        return index >= 0 && sentence.mentions.get(index).behindNoun() == token;
    }

    /** "so far", "at present", "currently" take the article's year. */
    private static boolean isNow(SentenceContext sentence, int at) {
        Tokens tokens = sentence.tokens;
        return tokens.is(at, "so") && tokens.is(at + 1, "far")
                || tokens.is(at, "at") && tokens.is(at + 1, "present")
                || tokens.is(at, "currently");
    }

    private static @Nullable Hit<Cue> ordinalPlan(SentenceContext sentence, int number) {
        Tokens tokens = sentence.tokens;
        if (!tokens.is(number + 1, "th") || !tokens.is(number + 2, "five-year")) {
            return null;
        }
        return switch (tokens.norm[number]) {
            case "10", "11", "12", "13" -> {
                // the 1st plan ran from 1953 to 1957, from the 10th (2001) on each takes five years
                int start = 2001 + 5 * (Integer.parseInt(tokens.norm[number]) - 10);
                yield new Hit<>(new Cue(CueType.PLAN_PERIOD, start + "/" + (start + 4)), number, number + 4);
            }
            default -> null;
        };
    }

    private static boolean opensClause(SentenceContext sentence, int at, String preposition) {
        Tokens tokens = sentence.tokens;
        int i = at - 1;
        while (i >= 0 && (tokens.is(i, "\"") || tokens.is(i, "the") || tokens.is(i, "'"))) {
            i--;
        }
        return tokens.is(i, preposition) && (i == 0 || sentence.isClauseMark(i - 1));
    }

    private static @Nullable Time time(SentenceContext sentence, int at) {
        Tokens tokens = sentence.tokens;
        boolean year = tokens.isNumber(at) && isDateYear(sentence, at);
        boolean month = sentence.cueAt(CueType.MONTH, at) && tokens.isCapitalised(at);
        if (!year && !month) {
            return null;
        }
        int to = at + 1;
        int start = at;
        Period period;
        try {
            if (month) {
                Hit<Cue> hit = sentence.cueBeginningAt(CueType.MONTH, at);
                int monthNumber = Integer.parseInt(hit.value().value());
                int y = sentence.article.year();
                int day = 0;
                if (tokens.isNumber(to) && tokens.norm[to].length() <= 2) {
                    day = Integer.parseInt(tokens.norm[to]);
                    to++;
                }
                int yearAt = tokens.is(to, ",") || tokens.is(to, "of") ? to + 1 : to;
                if (tokens.isNumber(yearAt) && DigitString.isYear(tokens.norm[yearAt])) {
                    y = Integer.parseInt(tokens.norm[yearAt]);
                    to = yearAt + 1;
                }
                if (tokens.is(at - 1, "in") && tokens.is(at - 2, "year")) {
                    y = sentence.article.year();
                }
                boolean open = tokens.is(to, "to") || tokens.is(to, "-");
                Hit<Cue> last =
                        open && tokens.isCapitalised(to + 1) ? sentence.cueBeginningAt(CueType.MONTH, to + 1) : null;
                boolean lastDay = open && day > 0 && tokens.isNumber(to + 1) && tokens.norm[to + 1].length() <= 2;
                if (last != null || lastDay) {
                    return interval(sentence, at, monthNumber, day, last, to + 1);
                }
                period = point(y, monthNumber, day);
            } else {
                int y = Integer.parseInt(tokens.norm[at]);
                int end = yearRangeEnd(sentence, at);
                if (end > 0) {
                    int last = Integer.parseInt(tokens.norm[end]);
                    if (last <= y) {
                        return null;
                    }
                    period = Period.ofYears(y, last);
                    to = end + 1;
                } else {
                    period = Period.ofYear(y);
                }
            }
        } catch (DateTimeException | NumberFormatException e) {
            return null; // "June 31": a slip of the source, no period
        }
        return placed(sentence, start, to, period);
    }

    private static Period point(int year, int month, int day) {
        return day > 0 ? Period.ofDay(LocalDate.of(year, month, day)) : Period.ofMonth(YearMonth.of(year, month));
    }

    /** "January to May 2012", "March 12 to 16", "March 12 to April 2, 2012": begins at {@code start}. */
    private static @Nullable Time interval(
            SentenceContext sentence, int start, int month, int day, @Nullable Hit<Cue> lastMonth, int at) {
        Tokens tokens = sentence.tokens;
        int to = at;
        int endMonth = month;
        if (lastMonth != null) {
            endMonth = Integer.parseInt(lastMonth.value().value());
            to = lastMonth.end();
        }
        int endDay = 0;
        if (day > 0) {
            if (!tokens.isNumber(to) || tokens.norm[to].length() > 2) {
                return null;
            }
            endDay = Integer.parseInt(tokens.norm[to]);
            to++;
        }
        int year = sentence.article.year();
        int yearAt = tokens.is(to, ",") || tokens.is(to, "of") ? to + 1 : to;
        if (tokens.isNumber(yearAt) && DigitString.isYear(tokens.norm[yearAt])) {
            year = Integer.parseInt(tokens.norm[yearAt]);
            to = yearAt + 1;
        }
        Period from = point(endMonth < month ? year - 1 : year, month, day);
        Period until = point(year, endMonth, endDay);
        return until.end().isBefore(from.start()) ? null : placed(sentence, start, to, Period.between(from, until));
    }

    private static boolean isDateYear(SentenceContext sentence, int token) {
        int at = SentenceContext.firstFrom(sentence.mentions, token + 1) - 1;
        Mention mention = at < 0 ? null : sentence.mentions.get(at);
        return mention != null
                && token < mention.to
                && mention.leftOut == LeftOutReason.DATE
                && DigitString.isYear(sentence.tokens.norm[token]);
    }

    private static int yearRangeEnd(SentenceContext sentence, int at) {
        Tokens tokens = sentence.tokens;
        boolean to = tokens.is(at + 1, "-")
                || tokens.is(at + 1, "to")
                || tokens.is(at + 1, "and") && tokens.is(at - 1, "between");
        return to && tokens.isNumber(at + 2) && DigitString.isYear(tokens.norm[at + 2]) ? at + 2 : 0;
    }

    /** Judges the words before a time: what it is, and whether it is the period of a figure at all. */
    private static @Nullable Time placed(SentenceContext sentence, int start, int to, Period period) {
        Tokens tokens = sentence.tokens;
        if (sentence.quoted[start]) {
            return null;
        }
        int before = start - 1;
        while (tokens.is(before, "the")
                || tokens.is(before, "year")
                || tokens.is(before, "early")
                || tokens.is(before, "late")
                || tokens.is(before, "mid")) {
            before--;
        }
        boolean endOf = false;
        Period told = halfYear(tokens, start, period);
        if (tokens.is(before, "of") && (tokens.is(before - 1, "end") || tokens.is(before - 1, "close"))) {
            endOf = true;
            before -= 2;
            while (tokens.is(before, "the")) {
                before--;
            }
        } else if (tokens.is(before, "of") && (tokens.is(before - 1, "beginning") || tokens.is(before - 1, "half"))) {
            before -= 2;
            while (tokens.is(before, "the") || tokens.is(before, "first") || tokens.is(before, "second")) {
                before--;
            }
        }
        if (before < 0) {
            return null;
        }
        boolean opens = before == 0 || sentence.isClauseMark(before - 1) || tokens.is(before - 1, "and");
        String word = tokens.norm[before];
        switch (word) {
            case "of" -> {
                boolean academic = tokens.is(before - 1, "year") && tokens.is(before - 2, "academic");
                if (academic && period.type() == PeriodType.INTERVAL) {
                    return new Time(before - 2, to, period, false, true, false);
                }
                boolean asOf = tokens.is(before - 1, "as");
                if (!asOf) {
                    return null;
                }
                boolean begins = before - 1 == 0 || sentence.isClauseMark(before - 2);
                Period day = Period.ofDay(period.end());
                return new Time(before - 1, to, day, true, begins, false);
            }
            case "since" -> {
                int year = sentence.article.year();
                boolean earlier =
                        period.type() == PeriodType.YEAR && period.start().getYear() < year;
                return earlier && isPerfectBehind(sentence, to)
                        ? new Time(before, to, Period.ofYears(period.start().getYear(), year), false, opens, false)
                        : null;
            }
            case "by", "until", "till", "at" -> {
                boolean future = period.end().getYear() > sentence.article.year();
                if (future) {
                    return new Time(before, to, period, false, opens, true);
                }
                if (!endOf && word.equals("by")) {
                    boolean past = period.end().getYear() < sentence.article.year();
                    return past ? new Time(before, to, period, false, opens, false) : null;
                }
                return new Time(before, to, Period.ofDay(period.end()), true, opens, false);
            }
            case "in", "during", "on", "for", "through", "throughout" -> {
                if (describesThing(sentence, before)) {
                    return null;
                }
                boolean toCome = sentence.cueAt(CueType.TARGET, before - 1) // "the target for 2015 is ..."
                        && told.start().getYear() > sentence.article.year();
                return new Time(before, to, told, false, opens, toCome);
            }
            case "from", "between" -> {
                return period.type() == PeriodType.INTERVAL ? new Time(before, to, period, false, opens, false) : null;
            }
            case "(" -> {
                return period.type() == PeriodType.INTERVAL ? new Time(before, to, period, false, false, false) : null;
            }
            default -> {
                return null;
            }
        }
    }

    /** "Since 2010, the province has built ...": what was reached in all those years. */
    private static boolean isPerfectBehind(SentenceContext sentence, int from) {
        int comma = sentence.clauseEnd(from);
        for (int i = from; i < sentence.clauseEnd(Math.min(comma + 1, sentence.tokens.count)); i++) {
            if (sentence.tokens.is(i, "has") || sentence.tokens.is(i, "have") || sentence.tokens.is(i, "had")) {
                return true;
            }
        }
        return false;
    }

    /** "the first half of 2012": six months; any other period as it is. */
    private static Period halfYear(Tokens tokens, int start, Period period) {
        boolean half = tokens.is(start - 1, "of") && tokens.is(start - 2, "half") && period.type() == PeriodType.YEAR;
        if (!half) {
            return period;
        }
        int year = period.start().getYear();
        int first = tokens.is(start - 3, "second") ? 7 : 1;
        return Period.between(Period.ofMonth(YearMonth.of(year, first)), Period.ofMonth(YearMonth.of(year, first + 5)));
    }

    /** "projects launched in 2010": a participle right behind its noun describes the noun. */
    private static boolean describesThing(SentenceContext sentence, int preposition) {
        Tokens tokens = sentence.tokens;
        int verb = preposition - 1;
        if (verb < 1 || !tokens.isWord(verb)) {
            return false;
        }
        boolean participle = tokens.norm[verb].endsWith("ed") || tokens.is(verb, "built") || tokens.is(verb, "set");
        if (!participle) {
            return tokens.is(verb, "that") || tokens.is(verb, "than") || tokens.is(verb, "figure");
        }
        return Lemma.isPlural(tokens.norm[verb - 1]) && !sentence.cueAt(CueType.FUNCTION, verb - 1);
    }
}
