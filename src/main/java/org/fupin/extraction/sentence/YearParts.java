package org.fupin.extraction.sentence;

import java.time.LocalDate;
import java.time.YearMonth;
import org.fupin.extraction.text.CueType;
import org.fupin.extraction.text.DigitString;
import org.fupin.extraction.text.Lexicon.Cue;
import org.fupin.extraction.text.PhraseIndex.Hit;
import org.fupin.extraction.text.Tokens;
import org.fupin.observation.Period;
import org.fupin.observation.PeriodType;
import org.jspecify.annotations.Nullable;

/** Reads the times that are told by parts of a year ("the second quarter", "H1") and by their distance ("a year earlier"). */
public final class YearParts {

    /** Most tokens from a figure to behind the words for a distance: "in the same period of the previous year". */
    private static final int FARTHEST = 10;

    private static final int MONTHS = 12;

    /** So many months before the time that the sentence tells of. */
    public record Earlier(int months, int from, int to) {

        /** The time so much before this one, null if it is told too coarsely ("a month" before a year). */
        @Nullable
        public Period before(Period now) {
            if (now.type() == PeriodType.YEAR || now.type() == PeriodType.DAY) {
                return months % MONTHS == 0 ? Period.ofYear(now.end().getYear() - months / MONTHS) : null;
            }
            YearMonth from = month(now.start());
            YearMonth to = month(now.end());
            boolean ofMonths = to.isBefore(from.plusMonths(MONTHS));
            return !ofMonths
                    ? null
                    : from.equals(to) ? Period.ofMonth(from) : Period.between(Period.ofMonth(from), Period.ofMonth(to));
        }

        private YearMonth month(LocalDate day) {
            return YearMonth.from(day).minusMonths(months);
        }
    }

    /** A part of a year with the token behind it. */
    public record Part(Period period, int to) {}

    private YearParts() {}

    /**
     * The part of a year that begins at the token: "second quarter of 2012", "first three quarters", "last two months of the
     * year", "H1 2012"; null if none does.
     *
     * @param year the year that is meant where the text does not say
     */
    public static @Nullable Part at(SentenceContext sentence, int at, int year) {
        Hit<Cue> part = sentence.cueBeginningAt(CueType.YEAR_PART, at);
        if (part == null || isAmiss(sentence.tokens, part)) {
            return null;
        }
        Tokens tokens = sentence.tokens;
        boolean of = sentence.cueAt(CueType.OF, part.end());
        int next = of ? part.end() + 1 : part.end();
        int named = year;
        int to = part.end();
        if (tokens.isNumber(next) && DigitString.isYear(tokens.norm[next])) {
            named = Integer.parseInt(tokens.norm[next]);
            to = next + 1;
        } else if (of) {
            Hit<Cue> near = sentence.firstCue(
                    CueType.NEAR_YEAR, sentence.cueAt(CueType.ARTICLE, next) ? next + 1 : next, next + 3);
            if (near == null || near.begin() > next + 1) {
                return null; // "the first quarter of the road"
            }
            named += Integer.parseInt(near.value().value());
            to = near.end();
        }
        String[] months = part.value().value().split("-");
        Period first = Period.ofMonth(YearMonth.of(named, Integer.parseInt(months[0])));
        Period last = Period.ofMonth(YearMonth.of(named, Integer.parseInt(months[1])));
        return new Part(Period.between(first, last), to);
    }

    /** "h 1": the abbreviations are a capital and a digit in one. */
    private static boolean isAmiss(Tokens tokens, Hit<Cue> part) {
        return isLetterAndDigit(tokens, part)
                && !(tokens.isCapitalised(part.begin()) && tokens.isGlued(part.begin() + 1));
    }

    private static boolean isLetterAndDigit(Tokens tokens, Hit<Cue> part) {
        return part.length() == 2 && tokens.isNumber(part.begin() + 1);
    }

    /** Whether the number is that of a half or a quarter: "H1", "Q3". */
    static boolean isAbbreviated(SentenceContext sentence, Mention mention) {
        Hit<Cue> part = sentence.cueBeginningAt(CueType.YEAR_PART, mention.from - 1);
        return part != null && isLetterAndDigit(sentence.tokens, part) && !isAmiss(sentence.tokens, part);
    }

    /**
     * The distance told right behind a figure: "a year earlier", "the year before", "in the previous quarter", "two years
     * ago"; null if none is.
     */
    public static @Nullable Earlier earlierBehind(SentenceContext sentence, Mention mention) {
        int from = mention.behindNoun();
        Hit<Cue> distance = sentence.firstCue(CueType.EARLIER, from, from + FARTHEST);
        if (distance == null) {
            return null;
        }
        int at = from;
        while (at < distance.begin() && sentence.cueAt(CueType.EARLIER_BEFORE, at)) {
            at++;
        }
        int months = Integer.parseInt(distance.value().value());
        Mention number = sentence.numberBeginning(at);
        boolean several = number != null && number.to - 1 == distance.begin() && number.written != null;
        if (several) {
            months *= Math.min(MONTHS * MONTHS, number.written.intValue());
        }
        return months > 0 && (several || at == distance.begin()) ? new Earlier(months, from, distance.end()) : null;
    }
}
