package org.fupin.extraction.period;

import org.fupin.extraction.period.TimeLead.Opening;
import org.fupin.extraction.period.TimeLead.Point;
import org.fupin.extraction.sentence.Mention;
import org.fupin.extraction.sentence.SentenceContext;
import org.fupin.extraction.text.CueType;
import org.fupin.extraction.text.Lexicon.Cue;
import org.fupin.extraction.text.PhraseIndex.Hit;
import org.fupin.extraction.text.Tokens;
import org.fupin.observation.Period;
import org.jspecify.annotations.Nullable;

/** Reads the times of several years that are told without numbers of years: five-year plans, "the past three years". */
final class SeveralYears {

    /** Most years that are counted back or forth from the year reported on. */
    private static final int MOST_YEARS = 30;

    /** Where the years lie that are counted; the values of cues. */
    private static final String PAST = "past";

    private static final String NEXT = "next";
    private static final String THESE = "these";

    private final SentenceContext sentence;
    private final int now;

    SeveralYears(SentenceContext sentence) {
        this.sentence = sentence;
        this.now = sentence.article.year();
    }

    /**
     * "During the 11th Five-Year Plan period", "since the beginning of the 12th Five-Year Plan": a plan's years, where they
     * open a clause; null where they only name something.
     */
    @Nullable
    Time ofPlan(Hit<Cue> plan) {
        Tokens tokens = sentence.tokens;
        int quote = plan.begin();
        while (quote > 0 && tokens.type[quote - 1] == Tokens.MARK && !sentence.isClauseMark(quote - 1)) {
            quote--;
        }
        TimeLead lead = TimeLead.before(sentence, quote);
        if (!lead.opens() || lead.opening() == null) {
            return null;
        }
        Period years = Period.parse(plan.value().value());
        if (lead.opening() == Opening.SINCE) {
            int first = years.start().getYear();
            return first > now ? null : new Time(plan.begin(), plan.end(), until(first), false, true, false);
        }
        if (lead.isUntil()) {
            int last = years.end().getYear();
            return last > now
                    ? new Time(plan.begin(), plan.end(), Period.ofYear(last), false, true, true)
                    : new Time(plan.begin(), plan.end(), Period.ofDay(years.end()), true, true, false);
        }
        boolean within = lead.isWithin() && lead.point() != Point.BEGIN;
        return within ? new Time(plan.begin(), plan.end(), years, false, true, false) : null;
    }

    /** The years from the first one up to the year reported on. */
    Period until(int first) {
        return first == now ? Period.ofYear(first) : Period.ofYears(first, now);
    }

    /**
     * "over the past three years", "in the coming five years", "in the two years": counted from the year reported on; null if
     * no such time begins at the token.
     */
    @Nullable
    Time counted(int at) {
        Hit<Cue> where = sentence.cueBeginningAt(CueType.DURATION_BEFORE, at);
        Mention years = where == null ? null : sentence.numberBeginning(where.end());
        boolean duration = years != null && years.isUnit(TimeLead.YEAR) && years.isLeftOut() && years.written != null;
        int from = duration ? TimeLead.frameOf(sentence, at) : at;
        if (from == at || isPlacedBehind(years.to)) {
            return null;
        }
        int count = years.written.intValue();
        int last = last(where.value().value(), count);
        boolean counts = last > 0 && count > 1 && count <= MOST_YEARS;
        Period period = counts ? Period.ofYears(last - count + 1, last) : null;
        return counts ? new Time(from, years.to, period, false, TimeLead.opens(sentence, from), last > now) : null;
    }

    /** The last of the years, 0 where the words do not tell. */
    private int last(String where, int count) {
        return switch (where) {
            case NEXT -> now + count;
            case PAST -> now;
            // the years of a plan may not have begun
            case THESE -> sentence.hasCue(CueType.FUTURE, 0, sentence.tokens.count) ? 0 : now;
            default -> 0;
        };
    }

    /** "in the three years from 2008 to 2010", "in the two years before": the words behind tell where they lie. */
    private boolean isPlacedBehind(int at) {
        return sentence.cueAt(CueType.TIME_BEFORE, at)
                || sentence.cueAt(CueType.DURATION_AFTER, at)
                || sentence.cueAt(CueType.OF, at)
                || sentence.cueAt(CueType.TO, at);
    }
}
