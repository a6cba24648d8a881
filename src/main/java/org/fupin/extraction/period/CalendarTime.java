package org.fupin.extraction.period;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import org.fupin.extraction.sentence.Mention;
import org.fupin.extraction.sentence.SentenceContext;
import org.fupin.extraction.text.CueType;
import org.fupin.extraction.text.DigitString;
import org.fupin.extraction.text.Lexicon.Cue;
import org.fupin.extraction.text.PhraseIndex.Hit;
import org.fupin.extraction.text.Tokens;
import org.fupin.observation.LeftOutReason;
import org.fupin.observation.Period;
import org.jspecify.annotations.Nullable;

/**
 * A year, month, day or stretch of them as the calendar names it: "2011", "2008-2011", "March 12 to 16", "January to May 2012".
 *
 * @param to behind its last token
 */
record CalendarTime(Period period, int to) {

    private static final int LONGEST_DAY = 2;

    /** The time that begins at the token, null if none does; a month without a year is of the year reported on. */
    static @Nullable CalendarTime at(SentenceContext sentence, int at) {
        Tokens tokens = sentence.tokens;
        try {
            if (sentence.cueAt(CueType.MONTH, at) && tokens.isCapitalised(at)) {
                return ofMonth(sentence, at);
            }
            return isYear(sentence, at) ? ofYear(sentence, at) : null;
        } catch (DateTimeException | NumberFormatException e) {
            return null; // "June 31": a slip of the source, no period
        }
    }

    /** Whether the number at the token is a year. */
    static boolean isYear(SentenceContext sentence, int token) {
        return isDate(sentence, token) && DigitString.isYear(sentence.tokens.norm[token]);
    }

    private static boolean isDate(SentenceContext sentence, int token) {
        if (!sentence.tokens.isNumber(token)) {
            return false;
        }
        int at = SentenceContext.firstFrom(sentence.mentions, token + 1) - 1;
        Mention mention = at < 0 ? null : sentence.mentions.get(at);
        return mention != null && token < mention.to && mention.leftOut == LeftOutReason.DATE;
    }

    private static @Nullable CalendarTime ofYear(SentenceContext sentence, int at) {
        Tokens tokens = sentence.tokens;
        int first = Integer.parseInt(tokens.norm[at]);
        Hit<Cue> before = sentence.cueBeginningAt(CueType.TIME_BEFORE, at - 1);
        boolean between = before != null && TimeLead.Opening.of(before) == TimeLead.Opening.BETWEEN;
        boolean joined = isOpen(sentence, at + 1) || between && sentence.cueAt(CueType.CONJUNCTION, at + 1);
        int listed = before != null && !joined ? lastOfList(sentence, at) : at;
        if (listed > at) {
            return new CalendarTime(Period.ofYears(first, Integer.parseInt(tokens.norm[listed])), listed + 1);
        }
        if (!joined || !tokens.isNumber(at + 2) || !DigitString.isYear(tokens.norm[at + 2])) {
            return new CalendarTime(Period.ofYear(first), at + 1);
        }
        int last = Integer.parseInt(tokens.norm[at + 2]);
        return last <= first ? null : new CalendarTime(Period.ofYears(first, last), at + 3);
    }

    /** "in 2010, 2011 and 2012": the last of the years in a row that are listed, the first where no others follow. */
    private static int lastOfList(SentenceContext sentence, int at) {
        Tokens tokens = sentence.tokens;
        int last = at;
        boolean closed = false;
        while (!closed && isYear(sentence, last + 2) && follows(tokens, last)) {
            closed = sentence.cueAt(CueType.CONJUNCTION, last + 1);
            if (!closed && !tokens.is(last + 1, ",")) {
                return at;
            }
            last += 2;
        }
        return closed ? last : at;
    }

    private static boolean follows(Tokens tokens, int year) {
        return Integer.parseInt(tokens.norm[year + 2]) == Integer.parseInt(tokens.norm[year]) + 1;
    }

    /**
     * One end of a stretch of days or months, or a day or month by itself.
     *
     * @param day 0 where none is told
     * @param year 0 where none is told
     */
    private record End(int month, int day, int year, int to) {

        Period in(int otherwise) {
            int of = year > 0 ? year : otherwise;
            return day > 0 ? Period.ofDay(LocalDate.of(of, month, day)) : Period.ofMonth(YearMonth.of(of, month));
        }
    }

    /** "January to May 2012", "March 12 to 16", "March 12 to April 2, 2012", "May 5". */
    private static @Nullable CalendarTime ofMonth(SentenceContext sentence, int at) {
        int month = month(sentence, at);
        int now = sentence.article.year();
        End first = end(sentence, month, at + 1);
        int next = first.to() + 1;
        boolean open = isOpen(sentence, first.to());
        int lastMonth = open && sentence.tokens.isCapitalised(next) ? month(sentence, next) : 0;
        if (lastMonth == 0 && !(open && first.day() > 0 && isDay(sentence, next))) {
            return new CalendarTime(first.in(now), first.to());
        }
        End last = lastMonth == 0 ? end(sentence, month, next) : end(sentence, lastMonth, next + 1);
        if (first.day() > 0 && last.day() == 0) {
            return null;
        }
        Period until = last.in(first.year() > 0 ? first.year() : now);
        Period from = first.in(until.end().getYear() - (last.month() < month ? 1 : 0));
        return until.end().isBefore(from.start()) ? null : new CalendarTime(Period.between(from, until), last.to());
    }

    /** The number of the month that the token names, 0 if it names none. */
    private static int month(SentenceContext sentence, int at) {
        Hit<Cue> month = sentence.cueBeginningAt(CueType.MONTH, at);
        return month == null ? 0 : Integer.parseInt(month.value().value());
    }

    /** The end whose month stands before the token. */
    private static End end(SentenceContext sentence, int month, int at) {
        Tokens tokens = sentence.tokens;
        boolean day = isDay(sentence, at);
        int to = day ? at + 1 : at;
        int behind = tokens.is(to, ",") || sentence.cueAt(CueType.OF, to) ? to + 1 : to;
        boolean year = tokens.isNumber(behind) && DigitString.isYear(tokens.norm[behind]);
        return new End(
                month,
                day ? Integer.parseInt(tokens.norm[at]) : 0,
                year ? Integer.parseInt(tokens.norm[behind]) : 0,
                year ? behind + 1 : to);
    }

    private static boolean isDay(SentenceContext sentence, int at) {
        return isDate(sentence, at) && sentence.tokens.norm[at].length() <= LONGEST_DAY;
    }

    /** Whether the first end of a stretch of time stands before the token: "2008-2011", "March to May". */
    private static boolean isOpen(SentenceContext sentence, int at) {
        return sentence.cueAt(CueType.TO, at);
    }
}
