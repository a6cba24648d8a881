package org.fupin.extraction.period;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.fupin.extraction.period.TimeLead.Opening;
import org.fupin.extraction.period.TimeLead.Point;
import org.fupin.extraction.sentence.SentenceContext;
import org.fupin.extraction.sentence.YearParts;
import org.fupin.extraction.text.CueType;
import org.fupin.extraction.text.Lemma;
import org.fupin.extraction.text.Lexicon.Cue;
import org.fupin.extraction.text.PhraseIndex.Hit;
import org.fupin.extraction.text.Tokens;
import org.fupin.observation.Period;
import org.fupin.observation.PeriodType;
import org.jspecify.annotations.Nullable;

/**
 * The times of a sentence that figures can be of, in its order. Times that a change is compared with ("over 2011") and those
 * that only describe a thing ("projects launched in 2010") are none.
 */
final class Times {

    private final SentenceContext sentence;
    private final Tokens tokens;
    private final SeveralYears several;
    private final List<Time> found = new ArrayList<>();

    private Times(SentenceContext sentence) {
        this.sentence = sentence;
        this.tokens = sentence.tokens;
        several = new SeveralYears(sentence);
    }

    static List<Time> of(SentenceContext sentence) {
        Times times = new Times(sentence);
        for (int i = 0; i < times.tokens.count; i++) {
            Time time = times.beginningAt(i);
            if (time != null) {
                times.found.add(time);
                i = Math.max(i, time.to() - 1);
            }
        }
        return times.found;
    }

    private @Nullable Time beginningAt(int at) {
        if (!tokens.isNumber(at) && !sentence.cues.isAnyAt(at)) {
            return null; // as at most words
        }
        Hit<Cue> plan = sentence.cueBeginningAt(CueType.PLAN_PERIOD, at);
        if (plan != null) {
            return several.ofPlan(plan);
        }
        Hit<Cue> now = sentence.cueBeginningAt(CueType.NOW, at);
        if (now != null) {
            return new Time(at, now.end(), Period.ofYear(now()), false, true, false);
        }
        Hit<Cue> yearEnd = sentence.cueBeginningAt(CueType.YEAR_END, at);
        if (yearEnd != null) {
            return new Time(at, yearEnd.end(), endOf(yearTold()), true, TimeLead.opens(sentence, at), false);
        }
        if (sentence.quoted[at]) {
            return null;
        }
        Time span = several.counted(at);
        if (span != null) {
            return span;
        }
        YearParts.Part part = YearParts.at(sentence, at, yearTold());
        if (part != null) {
            return ofPart(at, part);
        }
        Hit<Cue> near = sentence.cueBeginningAt(CueType.NEAR_YEAR, at);
        if (near != null) {
            return nearYear(near);
        }
        CalendarTime calendar = CalendarTime.at(sentence, at);
        return calendar == null ? null : placed(at, calendar.to(), calendar.period());
    }

    private int now() {
        return sentence.article.year();
    }

    /** The year told last in the sentence, else the one reported on. */
    private int yearTold() {
        return found.isEmpty() ? now() : found.get(found.size() - 1).year();
    }

    /** "in the second quarter", "in H1 2012", "by the end of the third quarter". */
    private @Nullable Time ofPart(int at, YearParts.Part part) {
        TimeLead lead = TimeLead.before(sentence, at);
        Period period = part.period();
        if (lead.isUntil() && !period.end().isAfter(endOf(now()).end())) {
            return new Time(lead.from(), part.to(), Period.ofDay(period.end()), true, lead.opens(), false);
        }
        boolean planned = period.start().getYear() > now();
        return lead.isWithin() && !describesThing(lead.from())
                ? new Time(lead.from(), part.to(), period, false, lead.opens(), planned)
                : null;
    }

    /** "next year", "in the coming year", "by the end of next year", "last year": told by its distance, and no base. */
    private @Nullable Time nearYear(Hit<Cue> near) {
        int distance = Integer.parseInt(near.value().value());
        TimeLead lead = TimeLead.before(sentence, near.begin());
        int year = yearTold() + distance;
        if (distance < 0 && lead.isUntil() && lead.opens()) {
            return new Time(lead.from(), near.end(), endOf(year), true, true, false);
        }
        boolean end = lead.point() == Point.END;
        boolean placed = lead.opening() == Opening.WITHIN || lead.isUntil();
        boolean adverb = !end && !placed && !sentence.cueAt(CueType.FUNCTION, lead.begin() - 1);
        int from = placed ? lead.from() : lead.begin();
        boolean other = distance < 0 && (end || isBehindFigure(from)) || describesThing(from);
        return distance == 0 || !placed && !adverb || other
                ? null
                : new Time(from, near.end(), Period.ofYear(year), false, TimeLead.opens(sentence, from), year > now());
    }

    private static Period endOf(int year) {
        return Period.ofDay(LocalDate.of(year, 12, 31));
    }

    /** Whether a figure ends before the token: "15 million yuan last year" is told of that figure alone. */
    private boolean isBehindFigure(int token) {
        int index = SentenceContext.firstFrom(sentence.mentions, token) - 1;
        return index >= 0 && sentence.mentions.get(index).behindNoun() == token;
    }

    /** Judges the words before a time: what it is, and whether it is the period of a figure at all. */
    private @Nullable Time placed(int start, int to, Period period) {
        TimeLead lead = TimeLead.before(sentence, start);
        boolean interval = period.type() == PeriodType.INTERVAL;
        int begin = lead.begin();
        if (tokens.is(begin - 1, "(")) {
            return interval ? new Time(begin - 1, to, period, false, false, false) : null; // "(2008-2011)"
        }
        if (lead.opening() == null) {
            return null;
        }
        int from = lead.from();
        boolean opens = lead.opens();
        int last = period.end().getYear();
        Time plain = new Time(from, to, period, false, opens, last > now());
        Time day = new Time(from, to, Period.ofDay(period.end()), true, opens, false);
        Opening opening = lead.opening();
        return switch (opening) {
            case AS_OF -> day;
            case BETWEEN ->
                interval || opens && last > now() ? new Time(from, to, period, false, opens, !interval) : null;
            case BY, BEFORE, UNTIL -> {
                boolean end = lead.point() == Point.END;
                if (lead.point() == Point.BEGIN || opening == Opening.BEFORE && !end && last <= now()) {
                    yield opening == Opening.UNTIL ? plain : null;
                }
                boolean until = end || opening == Opening.UNTIL;
                if (last == now() && !until) {
                    yield opens ? day : null;
                }
                yield last > now() || !until ? plain : day;
            }
            case SINCE -> {
                boolean counted = sentence.numberEnding(from) != null; // "over the ten years since 2002"
                boolean earlier = period.type() == PeriodType.YEAR && last < now() && (counted || isPerfectBehind(to));
                yield earlier ? new Time(from, to, several.until(last), false, opens, false) : null;
            }
            case WITHIN, FOR -> {
                boolean ahead = period.start().getYear() > now();
                boolean discussed = to + 1 < tokens.count && Lemma.isPast(tokens.norm[to + 1]);
                boolean told = sentence.cueAt(CueType.BE, to) && !discussed || tokens.is(to, ":");
                boolean ofPlans = ahead && sentence.cueAt(CueType.PAPER_FOR, from - 1);
                // "the target for 2015 is ...", "the work plan for 2013: ..."
                boolean toCome = ahead && (sentence.cueAt(CueType.TARGET, from - 1) || ofPlans && told);
                yield describesThing(from) || ofPlans && !told
                        ? null
                        : new Time(from, to, period, false, opens || toCome && told, toCome);
            }
        };
    }

    /** "Since 2010, the province has built ...": what was reached in all those years. */
    private boolean isPerfectBehind(int from) {
        int end = sentence.clauseEnd(Math.min(sentence.clauseEnd(from) + 1, tokens.count));
        return sentence.hasCue(CueType.HAVE, from, end);
    }

    /** "projects launched in 2010", "trainings put off in 2011": a participle right behind its noun describes the noun. */
    private boolean describesThing(int preposition) {
        int verb = preposition - 1;
        if (sentence.cueAt(CueType.BASE_TIME, verb)) {
            return true;
        }
        verb = verb > 1 && sentence.cueAt(CueType.PARTICLE, verb) ? verb - 1 : verb;
        if (verb < 1 || !tokens.isWord(verb)) {
            return false;
        }
        boolean participle = Lemma.isPast(tokens.norm[verb]) || sentence.cueAt(CueType.IRREGULAR_PARTICIPLE, verb);
        boolean things = tokens.isPlural(verb - 1) && !sentence.cueAt(CueType.FUNCTION, verb - 1);
        return participle && (things || sentence.cueAt(CueType.BASE_TIME, verb - 1));
    }
}
