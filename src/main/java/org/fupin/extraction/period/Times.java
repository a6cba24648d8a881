package org.fupin.extraction.period;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
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

    /** Most tokens of "at the end of the year" before the time itself. */
    private static final int LONGEST_OPENING = 2;

    private final SentenceContext sentence;
    private final Tokens tokens;
    private final List<Time> found = new ArrayList<>();

    private Times(SentenceContext sentence) {
        this.sentence = sentence;
        this.tokens = sentence.tokens;
    }

    static List<Time> of(SentenceContext sentence) {
        Times times = new Times(sentence);
        times.find();
        return times.found;
    }

    private void find() {
        boolean parts = !sentence.cues(CueType.YEAR_PART).isEmpty();
        for (int i = 0; i < tokens.count; i++) {
            Hit<Cue> plan = sentence.cueBeginningAt(CueType.PLAN_PERIOD, i);
            if (plan == null && tokens.isNumber(i)) {
                plan = ordinalPlan(i);
            }
            if (plan != null) {
                ofPlan(plan);
                continue;
            }
            Hit<Cue> now = sentence.cueBeginningAt(CueType.NOW, i);
            if (now != null) {
                found.add(new Time(i, now.end(), Period.ofYear(now()), false, true, false));
                continue;
            }
            Hit<Cue> end = sentence.cueBeginningAt(CueType.YEAR_END, i);
            if (end != null) {
                found.add(yearEnd(end));
                i = end.end() - 1;
                continue;
            }
            Time time = parts ? partOfYear(i) : null;
            time = time == null ? nearYear(i) : time;
            if (time == null && !sentence.quoted[i]) {
                CalendarTime calendar = CalendarTime.at(sentence, i);
                time = calendar == null ? null : placed(i, calendar.to(), calendar.period());
            }
            if (time != null) {
                found.add(time);
                i = time.to() - 1;
            }
        }
    }

    private int now() {
        return sentence.article.year();
    }

    /** "At year-end": the last day of the year told before in the sentence, else of the year reported on. */
    private Time yearEnd(Hit<Cue> words) {
        int year = found.isEmpty()
                ? now()
                : found.get(found.size() - 1).period().end().getYear();
        Period day = Period.ofDay(LocalDate.of(year, 12, 31));
        return new Time(words.begin(), words.end(), day, true, opens(words.begin()), false);
    }

    private boolean opens(int from) {
        return from <= 0 || sentence.isClauseMark(from - 1) || sentence.cueAt(CueType.CONJUNCTION, from - 1);
    }

    /** The preposition that ends before the token and tells what a time is, null if none does. */
    private @Nullable Hit<Cue> preposition(int end) {
        Hit<Cue> cue = sentence.lastCue(CueType.TIME_BEFORE, Math.max(0, end - LONGEST_OPENING), end);
        return cue != null && cue.end() == end ? cue : null;
    }

    private static boolean isWithin(@Nullable Hit<Cue> cue) {
        return is(cue, "within") || is(cue, "for");
    }

    private static boolean is(@Nullable Hit<Cue> cue, String value) {
        return cue != null && cue.value().value().equals(value);
    }

    /** "During the 11th Five-Year Plan period": a plan's years, where they open a clause. */
    private void ofPlan(Hit<Cue> plan) {
        int at = plan.begin();
        while (at > 0
                && (tokens.is(at - 1, "\"") || tokens.is(at - 1, "'") || sentence.cueAt(CueType.ARTICLE, at - 1))) {
            at--;
        }
        if (isWithin(preposition(at)) && (at == 1 || sentence.isClauseMark(at - 2))) {
            Period period = Period.parse(plan.value().value());
            found.add(new Time(plan.begin(), plan.end(), period, false, true, false));
        }
    }

    private @Nullable Hit<Cue> ordinalPlan(int number) {
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

    /** "in the second quarter", "in H1 2012": of the year told last where none is named. */
    private @Nullable Time partOfYear(int at) {
        if (!sentence.cueAt(CueType.YEAR_PART, at)) {
            return null;
        }
        int before = sentence.cueAt(CueType.ARTICLE, at - 1) ? at - 2 : at - 1;
        if (!isWithin(preposition(before + 1)) || sentence.quoted[at] || describesThing(before)) {
            return null;
        }
        int year = found.isEmpty()
                ? now()
                : found.get(found.size() - 1).period().start().getYear();
        YearParts.Part part = YearParts.at(sentence, at, year);
        if (part == null) {
            return null;
        }
        boolean planned = part.period().start().getYear() > now();
        return new Time(before, part.to(), part.period(), false, opens(before), planned);
    }

    /** "next year", "in the coming year", "by the end of next year", "last year": told by its distance, and no base. */
    private @Nullable Time nearYear(int at) {
        Hit<Cue> near = sentence.cueBeginningAt(CueType.NEAR_YEAR, at);
        if (near == null || !tokens.is(at + 1, "year") || tokens.is(at + 2, "'") || sentence.quoted[at]) {
            return null;
        }
        int before = sentence.cueAt(CueType.ARTICLE, at - 1) ? at - 2 : at - 1;
        boolean end = isPoint(before, "end");
        if (end) {
            before -= sentence.cueAt(CueType.ARTICLE, before - 2) ? 3 : 2;
        }
        Hit<Cue> preposition = preposition(before + 1);
        boolean placed = is(preposition, "within") || end && (is(preposition, "by") || is(preposition, "until"));
        boolean adverb = !end && !placed && (before < 0 || !sentence.cueAt(CueType.FUNCTION, before));
        boolean ahead = is(near, "next");
        int from = placed ? before : before + 1;
        if (!placed && !adverb || !ahead && (end || isBehindFigure(from)) || describesThing(from)) {
            return null;
        }
        boolean told = !found.isEmpty() && !tokens.is(at, "next") && !tokens.is(at, "last");
        int base = told ? found.get(found.size() - 1).period().end().getYear() : now();
        int year = ahead ? base + 1 : base - 1;
        return new Time(from, at + 2, Period.ofYear(year), false, opens(from), year > now());
    }

    /** Whether a figure ends before the token: "15 million yuan last year" is told of that figure alone. */
    private boolean isBehindFigure(int token) {
        int index = SentenceContext.firstFrom(sentence.mentions, token) - 1;
        return index >= 0 && sentence.mentions.get(index).behindNoun() == token;
    }

    /** Whether "of" at the token follows a word for a point of a time: "the end of". */
    private boolean isPoint(int at, String point) {
        return tokens.is(at, "of") && is(sentence.cueBeginningAt(CueType.POINT_OF, at - 1), point);
    }

    /** Judges the words before a time: what it is, and whether it is the period of a figure at all. */
    private @Nullable Time placed(int start, int to, Period period) {
        int before = start - 1;
        while (sentence.cueAt(CueType.TIME_FILLER, before)) {
            before--;
        }
        boolean endOf = isPoint(before, "end");
        Period told = halfYear(start, period);
        if (endOf || isPoint(before, "part")) {
            before -= 2;
            while (sentence.cueAt(CueType.ARTICLE, before) || !endOf && sentence.cueAt(CueType.HALF_BEFORE, before)) {
                before--;
            }
        }
        if (before < 0) {
            return null;
        }
        if (tokens.is(before, "(")) {
            return period.type() == PeriodType.INTERVAL ? new Time(before, to, period, false, false, false) : null;
        }
        Hit<Cue> preposition = preposition(before + 1);
        if (preposition == null) {
            return null;
        }
        int from = preposition.begin();
        boolean opens = opens(from);
        int last = period.end().getYear();
        Time plain = new Time(from, to, period, false, opens, false);
        return switch (preposition.value().value()) {
            case "term" -> period.type() == PeriodType.INTERVAL ? new Time(from, to, period, false, true, false) : null;
            case "as_of" -> endOf(from, to, period);
            case "since" -> {
                boolean earlier = period.type() == PeriodType.YEAR && last < now();
                Period since = earlier ? Period.ofYears(last, now()) : period;
                yield earlier && isPerfectBehind(to) ? new Time(from, to, since, false, opens, false) : null;
            }
            case "by", "until" -> {
                if (last > now()) {
                    yield new Time(from, to, period, false, opens, true);
                }
                if (!endOf && is(preposition, "by")) {
                    yield last < now() ? plain : opens ? endOf(from, to, period) : null;
                }
                yield endOf(from, to, period);
            }
            case "within", "for" -> {
                boolean ahead = told.start().getYear() > now();
                boolean ofPlans = ahead && sentence.cueAt(CueType.PAPER_FOR, from - 1);
                boolean toCome = ahead && sentence.cueAt(CueType.TARGET, from - 1); // "the target for 2015 is ..."
                yield describesThing(from) || ofPlans ? null : new Time(from, to, told, false, opens, toCome);
            }
            default -> period.type() == PeriodType.INTERVAL ? plain : null;
        };
    }

    /** The state on the last day of the period. */
    private Time endOf(int from, int to, Period period) {
        return new Time(from, to, Period.ofDay(period.end()), true, opens(from), false);
    }

    /** "Since 2010, the province has built ...": what was reached in all those years. */
    private boolean isPerfectBehind(int from) {
        int comma = sentence.clauseEnd(from);
        int end = sentence.clauseEnd(Math.min(comma + 1, tokens.count));
        for (Hit<Cue> cue : sentence.cues(CueType.AUXILIARY, from, end)) {
            if (tokens.norm[cue.begin()].startsWith("ha")) {
                return true;
            }
        }
        return false;
    }

    /** "the first half of 2012": six months; any other period as it is. */
    private Period halfYear(int start, Period period) {
        boolean half = tokens.is(start - 1, "of") && tokens.is(start - 2, "half") && period.type() == PeriodType.YEAR;
        if (!half) {
            return period;
        }
        int year = period.start().getYear();
        int first = tokens.is(start - 3, "second") || tokens.is(start - 3, "latter") ? 7 : 1;
        return Period.between(Period.ofMonth(YearMonth.of(year, first)), Period.ofMonth(YearMonth.of(year, first + 5)));
    }

    /** "projects launched in 2010", "trainings put off in 2011": a participle right behind its noun describes the noun. */
    private boolean describesThing(int preposition) {
        int verb = preposition - 1;
        if (sentence.cueAt(CueType.BASE_TIME, verb)) {
            return true;
        }
        if (verb > 1 && sentence.cueAt(CueType.PARTICLE, verb)) {
            verb--;
        }
        if (verb < 1 || !tokens.isWord(verb)) {
            return false;
        }
        boolean participle = tokens.norm[verb].endsWith("ed") || sentence.cueAt(CueType.IRREGULAR_PARTICIPLE, verb);
        boolean things = Lemma.isPlural(tokens.norm[verb - 1]) && !sentence.cueAt(CueType.FUNCTION, verb - 1);
        return participle && (things || sentence.cueAt(CueType.BASE_TIME, verb - 1));
    }
}
