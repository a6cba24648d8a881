package org.fupin.extraction.sentence;

import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import org.fupin.extraction.text.CueType;
import org.fupin.extraction.text.DigitString;
import org.fupin.extraction.text.Tokens;
import org.fupin.observation.Period;
import org.jspecify.annotations.Nullable;

/** Reads the times that are told by parts of a year ("the second quarter", "H1") and by their distance ("a year earlier"). */
public final class YearParts {

    /** Most tokens from a figure to the unit of time behind it: "in the same period of the previous year". */
    private static final int FARTHEST_UNIT = 9;

    private static final int MONTHS = 12;
    private static final int QUARTER = 3;
    private static final int HALF = 6;

    /** So many units of time before the time that the sentence tells of. */
    public record Earlier(long count, ChronoUnit unit, int from, int to) {

        /** The time so much before this one, null if it is told too coarsely ("a month" before a year). */
        @Nullable
        public Period before(Period now) {
            boolean months = unit == ChronoUnit.MONTHS;
            return switch (now.type()) {
                case YEAR -> months ? null : Period.ofYear((int) (now.start().getYear() - count));
                case DAY -> months ? null : Period.ofYear((int) (now.end().getYear() - count));
                case MONTH -> Period.ofMonth(YearMonth.from(now.start()).minus(count, unit));
                case INTERVAL -> {
                    boolean ofMonths = ChronoUnit.DAYS.between(now.start(), now.end()) < 366;
                    yield ofMonths
                            ? months(
                                    YearMonth.from(now.start()).minus(count, unit),
                                    YearMonth.from(now.end()).minus(count, unit))
                            : null;
                }
            };
        }
    }

    /** A part of a year with the token behind it. */
    public record Part(Period period, int to) {}

    private YearParts() {}

    private static Period months(YearMonth from, YearMonth to) {
        return Period.between(Period.ofMonth(from), Period.ofMonth(to));
    }

    /**
     * The part of a year that begins at the token: "second quarter of 2012", "first three quarters", "last two months of the
     * year", "H1 2012"; null if none does.
     *
     * @param year the year that is meant where the text does not say
     */
    public static @Nullable Part at(SentenceContext sentence, int at, int year) {
        Tokens tokens = sentence.tokens;
        int first = 0;
        int last = 0;
        int to = at;
        int letter = abbreviated(tokens, at);
        if (letter > 0) {
            int number = tokens.norm[at + 1].charAt(0) - '0';
            last = number * letter;
            first = last - letter + 1;
            to = at + 2;
        } else {
            int rank = rank(tokens, at);
            boolean fromEnd = tokens.is(at, "last") || tokens.is(at, "final") || tokens.is(at, "latter");
            if (rank == 0 && !fromEnd) {
                return null;
            }
            to = tokens.isNumber(at) ? at + 2 : at + 1;
            int count = 1;
            Mention number = SentenceContext.firstFrom(sentence.mentions, to) < sentence.mentions.size()
                    ? sentence.mentions.get(SentenceContext.firstFrom(sentence.mentions, to))
                    : null;
            boolean quarters = tokens.is(to, "three") && tokens.is(to + 1, "quarters");
            boolean counts = number != null && number.from == to && number.value != null && !number.isRange;
            if (counts && (quarters || number.form != Mention.Form.FRACTION)) {
                int written = number.written == null ? 0 : number.written.intValue();
                count = quarters ? QUARTER : written;
                to = to + 1;
            }
            int length = length(tokens, to);
            boolean several = to > (tokens.isNumber(at) ? at + 2 : at + 1);
            if (length == 0 || several && rank > 1 || length == 1 && !several || count < 1) {
                return null;
            }
            int span = count * length;
            if (span > MONTHS || !several && rank * length > MONTHS) {
                return null;
            }
            first = fromEnd ? MONTHS - span + 1 : several ? 1 : (rank - 1) * length + 1;
            last = first + span - 1;
            to++;
        }
        if (first < 1 || last > MONTHS || first > last) {
            return null;
        }
        return inYear(sentence, first, last, to, year);
    }

    private static @Nullable Part inYear(SentenceContext sentence, int first, int last, int from, int year) {
        Tokens tokens = sentence.tokens;
        int of = tokens.is(from, "of") ? from + 1 : from;
        int to = from;
        int named = year;
        if (tokens.isNumber(of) && DigitString.isYear(tokens.norm[of])) {
            named = Integer.parseInt(tokens.norm[of]);
            to = of + 1;
        } else if (of > from) {
            int at = tokens.is(of, "the") || tokens.is(of, "this") || tokens.is(of, "that") ? of + 1 : of;
            boolean back = tokens.is(at, "last") || tokens.is(at, "previous") || tokens.is(at, "preceding");
            boolean ahead = tokens.is(at, "next") || tokens.is(at, "following") || tokens.is(at, "coming");
            boolean same = tokens.is(at, "same");
            at = back || ahead || same ? at + 1 : at;
            if (!tokens.is(at, "year")) {
                return null; // "the first quarter of the road"
            }
            named = back ? year - 1 : ahead ? year + 1 : year;
            to = at + 1;
        }
        return new Part(months(YearMonth.of(named, first), YearMonth.of(named, last)), to);
    }

    /** Whether the number is that of a half or a quarter: "H1", "Q3". */
    static boolean isAbbreviated(SentenceContext sentence, Mention mention) {
        return mention.form == Mention.Form.DIGITS && abbreviated(sentence.tokens, mention.from - 1) > 0;
    }

    /** Months of "H1", "Q3", where the letter stands right before its number; else 0. */
    private static int abbreviated(Tokens tokens, int at) {
        boolean digit = tokens.isNumber(at + 1) && tokens.isGlued(at + 1) && tokens.norm[at + 1].length() == 1;
        if (!digit || !tokens.isCapitalised(at)) {
            return 0;
        }
        int number = tokens.norm[at + 1].charAt(0) - '0';
        if (tokens.is(at, "h")) {
            return number >= 1 && number <= 2 ? HALF : 0;
        }
        return tokens.is(at, "q") && number >= 1 && number <= 4 ? QUARTER : 0;
    }

    private static int rank(Tokens tokens, int at) {
        if (tokens.isNumber(at) && tokens.isGlued(at + 1) && tokens.norm[at].length() == 1) {
            boolean ordinal =
                    switch (tokens.norm[at + 1]) {
                        case "st", "nd", "rd", "th" -> true;
                        default -> false;
                    };
            return ordinal ? tokens.norm[at].charAt(0) - '0' : 0;
        }
        return switch (at < tokens.count && at >= 0 ? tokens.norm[at] : "") {
            case "first" -> 1;
            case "second" -> 2;
            case "third" -> 3;
            case "fourth" -> 4;
            default -> 0;
        };
    }

    /** Months of the word. */
    private static int length(Tokens tokens, int at) {
        return switch (at < tokens.count ? tokens.norm[at] : "") {
            case "half", "half-year" -> HALF;
            case "quarter", "quarters" -> QUARTER;
            case "months" -> 1;
            default -> 0;
        };
    }

    /**
     * The distance told right behind a figure: "a year earlier", "the year before", "in the previous quarter", "two years
     * ago"; null if none is.
     */
    public static @Nullable Earlier earlierBehind(SentenceContext sentence, Mention mention) {
        int from = mention.behindNoun();
        if (sentence.firstCue(CueType.PERIOD_UNIT, from, from + FARTHEST_UNIT) == null) {
            return null;
        }
        Tokens tokens = sentence.tokens;
        int at = tokens.is(from, "in") || tokens.is(from, "of") || tokens.is(from, "for") || tokens.is(from, "during")
                ? from + 1
                : from;
        boolean samePeriod = tokens.is(at, "the")
                && (tokens.is(at + 1, "same") || tokens.is(at + 1, "corresponding"))
                && tokens.is(at + 2, "period");
        if (samePeriod) {
            at = tokens.is(at + 3, "of") || tokens.is(at + 3, "in") ? at + 4 : at + 3;
        }
        if (tokens.is(at, "the") || tokens.is(at, "a") || tokens.is(at, "one")) {
            at++;
        }
        boolean before = tokens.is(at, "previous") || tokens.is(at, "preceding") || tokens.is(at, "last");
        if (before) {
            return unit(tokens, at + 1, 1, from, at + 2);
        }
        long count = 1;
        int index = SentenceContext.firstFrom(sentence.mentions, at);
        Mention number = index < sentence.mentions.size() ? sentence.mentions.get(index) : null;
        boolean counted = number != null && number.from == at && number.isUnit("year") && number.written != null;
        if (counted) {
            count = number.written.longValue();
            at = number.to - 1;
        }
        boolean ago = tokens.is(at + 1, "earlier") || tokens.is(at + 1, "before") || tokens.is(at + 1, "ago");
        return ago && count > 0 && count < 100 ? unit(tokens, at, count, from, at + 2) : null;
    }

    private static @Nullable Earlier unit(Tokens tokens, int at, long count, int from, int to) {
        return switch (at < tokens.count ? tokens.norm[at] : "") {
            case "year", "years" -> new Earlier(count, ChronoUnit.YEARS, from, to);
            case "quarter", "quarters" -> new Earlier(count * QUARTER, ChronoUnit.MONTHS, from, to);
            case "month", "months" -> new Earlier(count, ChronoUnit.MONTHS, from, to);
            default -> null;
        };
    }
}
