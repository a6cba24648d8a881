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
        boolean between = before != null && Times.Opening.of(before) == Times.Opening.BETWEEN;
        boolean joined = isOpen(sentence, at + 1) || between && sentence.cueAt(CueType.CONJUNCTION, at + 1);
        if (!joined || !tokens.isNumber(at + 2) || !DigitString.isYear(tokens.norm[at + 2])) {
            return new CalendarTime(Period.ofYear(first), at + 1);
        }
        int last = Integer.parseInt(tokens.norm[at + 2]);
        return last <= first ? null : new CalendarTime(Period.ofYears(first, last), at + 3);
    }

    private static @Nullable CalendarTime ofMonth(SentenceContext sentence, int at) {
        Tokens tokens = sentence.tokens;
        int month = Integer.parseInt(
                sentence.cueBeginningAt(CueType.MONTH, at).value().value());
        int to = at + 1;
        int day = 0;
        if (isDay(sentence, to)) {
            day = Integer.parseInt(tokens.norm[to]);
            to++;
        }
        int year = sentence.article.year();
        int named = yearAt(sentence, to);
        if (named > 0) {
            year = Integer.parseInt(tokens.norm[named]);
            to = named + 1;
        }
        boolean open = isOpen(sentence, to);
        Hit<Cue> last = open && tokens.isCapitalised(to + 1) ? sentence.cueBeginningAt(CueType.MONTH, to + 1) : null;
        if (last != null || open && day > 0 && isDay(sentence, to + 1)) {
            return interval(sentence, month, day, last, to + 1);
        }
        return new CalendarTime(point(year, month, day), to);
    }

    private static boolean isDay(SentenceContext sentence, int at) {
        return isDate(sentence, at) && sentence.tokens.norm[at].length() <= LONGEST_DAY;
    }

    /** Whether the first end of a stretch of time stands before the token: "2008-2011", "March to May". */
    private static boolean isOpen(SentenceContext sentence, int at) {
        return sentence.cueAt(CueType.TO, at);
    }

    /** Where the year stands behind a day or month, 0 if none does. */
    private static int yearAt(SentenceContext sentence, int to) {
        Tokens tokens = sentence.tokens;
        int at = tokens.is(to, ",") || sentence.cueAt(CueType.OF, to) ? to + 1 : to;
        return tokens.isNumber(at) && DigitString.isYear(tokens.norm[at]) ? at : 0;
    }

    private static Period point(int year, int month, int day) {
        return day > 0 ? Period.ofDay(LocalDate.of(year, month, day)) : Period.ofMonth(YearMonth.of(year, month));
    }

    /** "January to May 2012", "March 12 to 16", "March 12 to April 2, 2012": its second end is told from the token on. */
    private static @Nullable CalendarTime interval(
            SentenceContext sentence, int month, int day, @Nullable Hit<Cue> lastMonth, int at) {
        Tokens tokens = sentence.tokens;
        int to = lastMonth == null ? at : lastMonth.end();
        int endMonth =
                lastMonth == null ? month : Integer.parseInt(lastMonth.value().value());
        int endDay = 0;
        if (day > 0) {
            if (!isDay(sentence, to)) {
                return null;
            }
            endDay = Integer.parseInt(tokens.norm[to]);
            to++;
        }
        int named = yearAt(sentence, to);
        int year = named > 0 ? Integer.parseInt(tokens.norm[named]) : sentence.article.year();
        Period from = point(endMonth < month ? year - 1 : year, month, day);
        Period until = point(year, endMonth, endDay);
        return until.end().isBefore(from.start())
                ? null
                : new CalendarTime(Period.between(from, until), named > 0 ? named + 1 : to);
    }
}
