package org.fupin.extraction.period;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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

    /** Most tokens of the words that lead to a time. */
    private static final int LONGEST_OPENING = 2;

    /** What a preposition makes of the time behind it; the values of its cues. */
    enum Opening {
        WITHIN,
        FOR,
        BY,
        UNTIL,
        AS_OF,
        SINCE,
        BETWEEN;

        static Opening of(Hit<Cue> cue) {
            return valueOf(cue.value().value().toUpperCase(Locale.ROOT));
        }
    }

    private final SentenceContext sentence;
    private final Tokens tokens;
    private final List<Time> found = new ArrayList<>();

    private Times(SentenceContext sentence) {
        this.sentence = sentence;
        this.tokens = sentence.tokens;
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
        Hit<Cue> plan = sentence.cueBeginningAt(CueType.PLAN_PERIOD, at);
        if (plan != null) {
            return ofPlan(plan);
        }
        Hit<Cue> now = sentence.cueBeginningAt(CueType.NOW, at);
        if (now != null) {
            return new Time(at, now.end(), Period.ofYear(now()), false, true, false);
        }
        Hit<Cue> yearEnd = sentence.cueBeginningAt(CueType.YEAR_END, at);
        if (yearEnd != null) {
            Period day = Period.ofDay(LocalDate.of(yearTold(), 12, 31));
            return new Time(at, yearEnd.end(), day, true, opens(at), false);
        }
        if (sentence.quoted[at]) {
            return null;
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

    private boolean opens(int from) {
        return from <= 0 || sentence.isClauseMark(from - 1) || sentence.cueAt(CueType.CONJUNCTION, from - 1);
    }

    private @Nullable Hit<Cue> ending(CueType type, int end) {
        Hit<Cue> cue = sentence.lastCue(type, Math.max(0, end - LONGEST_OPENING), end);
        return cue != null && cue.end() == end ? cue : null;
    }

    /** The preposition that ends before the token and tells what a time is, null if none does. */
    private @Nullable Opening opening(int end) {
        Hit<Cue> cue = ending(CueType.TIME_BEFORE, end);
        return cue == null ? null : Opening.of(cue);
    }

    private static boolean isWithin(@Nullable Opening opening) {
        return opening == Opening.WITHIN || opening == Opening.FOR;
    }

    private int beforeArticles(int end) {
        int at = end;
        while (sentence.cueAt(CueType.ARTICLE, at - 1)) {
            at--;
        }
        return at;
    }

    /** "During the 11th Five-Year Plan period": a plan's years, where they open a clause. */
    private @Nullable Time ofPlan(Hit<Cue> plan) {
        int quote = plan.begin();
        while (quote > 0 && tokens.type[quote - 1] == Tokens.MARK && !sentence.isClauseMark(quote - 1)) {
            quote--;
        }
        int at = beforeArticles(quote);
        boolean opens = isWithin(opening(at)) && (at == 1 || sentence.isClauseMark(at - 2));
        Period period = Period.parse(plan.value().value());
        return opens ? new Time(plan.begin(), plan.end(), period, false, true, false) : null;
    }

    /** "in the second quarter", "in H1 2012". */
    private @Nullable Time ofPart(int at, YearParts.Part part) {
        int from = beforeArticles(at) - 1;
        boolean planned = part.period().start().getYear() > now();
        return isWithin(opening(from + 1)) && !describesThing(from)
                ? new Time(from, part.to(), part.period(), false, opens(from), planned)
                : null;
    }

    /** "next year", "in the coming year", "by the end of next year", "last year": told by its distance, and no base. */
    private @Nullable Time nearYear(Hit<Cue> near) {
        int distance = Integer.parseInt(near.value().value());
        int begin = beforeArticles(near.begin());
        Hit<Cue> end = ending(CueType.POINT_OF, begin);
        begin = end == null ? begin : beforeArticles(end.begin());
        Opening opening = opening(begin);
        boolean until = end != null && (opening == Opening.BY || opening == Opening.UNTIL);
        boolean placed = opening == Opening.WITHIN || until;
        boolean adverb = end == null && !placed && !sentence.cueAt(CueType.FUNCTION, begin - 1);
        int from = placed ? begin - 1 : begin;
        boolean other = distance < 0 && (end != null || isBehindFigure(from)) || describesThing(from);
        if (distance == 0 || !placed && !adverb || other) {
            return null;
        }
        int year = yearTold() + distance;
        return new Time(from, near.end(), Period.ofYear(year), false, opens(from), year > now());
    }

    /** Whether a figure ends before the token: "15 million yuan last year" is told of that figure alone. */
    private boolean isBehindFigure(int token) {
        int index = SentenceContext.firstFrom(sentence.mentions, token) - 1;
        return index >= 0 && sentence.mentions.get(index).behindNoun() == token;
    }

    /** Judges the words before a time: what it is, and whether it is the period of a figure at all. */
    private @Nullable Time placed(int start, int to, Period period) {
        int begin = start;
        while (sentence.cueAt(CueType.TIME_FILLER, begin - 1)) {
            begin--;
        }
        Hit<Cue> end = ending(CueType.POINT_OF, begin);
        begin = end == null ? begin : beforeArticles(end.begin());
        boolean interval = period.type() == PeriodType.INTERVAL;
        if (tokens.is(begin - 1, "(")) {
            return interval ? new Time(begin - 1, to, period, false, false, false) : null; // "(2008-2011)"
        }
        Hit<Cue> preposition = ending(CueType.TIME_BEFORE, begin);
        if (preposition == null) {
            return null;
        }
        int from = preposition.begin();
        boolean opens = opens(from);
        int last = period.end().getYear();
        Time plain = new Time(from, to, period, false, opens, last > now());
        Time day = new Time(from, to, Period.ofDay(period.end()), true, opens, false);
        Opening opening = Opening.of(preposition);
        return switch (opening) {
            case AS_OF -> day;
            case BETWEEN -> interval ? new Time(from, to, period, false, opens, false) : null;
            case BY, UNTIL -> {
                boolean until = end != null || opening == Opening.UNTIL;
                if (last == now() && !until) {
                    yield opens ? day : null;
                }
                yield last > now() || !until ? plain : day;
            }
            case SINCE -> {
                boolean earlier = period.type() == PeriodType.YEAR && last < now() && isPerfectBehind(to);
                yield earlier ? new Time(from, to, Period.ofYears(last, now()), false, opens, false) : null;
            }
            case WITHIN, FOR -> {
                boolean ahead = period.start().getYear() > now();
                boolean ofPlans = ahead && sentence.cueAt(CueType.PAPER_FOR, from - 1);
                boolean toCome = ahead && sentence.cueAt(CueType.TARGET, from - 1); // "the target for 2015 is ..."
                yield describesThing(from) || ofPlans ? null : new Time(from, to, period, false, opens, toCome);
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
        boolean things = Lemma.isPlural(tokens.norm[verb - 1]) && !sentence.cueAt(CueType.FUNCTION, verb - 1);
        return participle && (things || sentence.cueAt(CueType.BASE_TIME, verb - 1));
    }
}
