package org.fupin.extraction;

import java.math.BigDecimal;
import org.fupin.extraction.text.CueType;
import org.fupin.extraction.text.DigitString;
import org.fupin.extraction.text.Lemma;
import org.fupin.extraction.text.Lexicon;
import org.fupin.extraction.text.PhraseIndex;
import org.fupin.extraction.text.Tokens;
import org.fupin.observation.LeftOutReason;
import org.fupin.observation.Measure;

/** Leaves out numbers that are dates, years, intervals of years, clock times. */
final class DatePass implements Pass {

    private static final BigDecimal HOURS = new BigDecimal(24);

    /** Most words of a thing that a year tells the time of. */
    private static final int LONGEST_THING = 5;

    private final Lexicon lexicon;

    DatePass(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    @Override
    public String name() {
        return "dates";
    }

    @Override
    public void apply(SentenceContext sentence) {
        Tokens tokens = sentence.tokens;
        for (Mention mention : sentence.mentions) {
            if (!mention.isLeftOut() && isDate(sentence, tokens, mention)) {
                mention.leaveOut(LeftOutReason.DATE, "date");
            }
        }
    }

    private boolean isDate(SentenceContext sentence, Tokens tokens, Mention mention) {
        if (isHalfOfYear(sentence, mention) || YearParts.isAbbreviated(sentence, mention)) {
            return true;
        }
        if (mention.form != Mention.Form.DIGITS || mention.hasMagnitude) {
            return false;
        }
        int before = mention.from - 1;
        int after = mention.to;
        if (isYearRange(tokens, mention)) {
            return true;
        }
        if (mention.unit != null) {
            return false;
        }
        if (isWrittenInDigits(tokens, mention.firstNumber)) {
            return true;
        }
        if (isYear(tokens, mention)) {
            return isYearByContext(sentence, tokens, mention);
        }
        if (sentence.cueAt(CueType.CLOCK_AFTER, after)) {
            return mention.value.compareTo(HOURS) <= 0; // "8 o'clock"
        }
        String digits = tokens.norm[mention.firstNumber];
        if (digits.length() > 2) {
            return false;
        }
        boolean day = Integer.parseInt(digits.chars().allMatch(Character::isDigit) ? digits : "99") <= 31;
        if (!day) {
            return false;
        }
        // "June 22", "July 21 to 22", "21-22 June", "22nd June"
        if (sentence.cueAt(CueType.MONTH, before) && tokens.isCapitalised(before)) {
            return true;
        }
        boolean toMonth = sentence.cueAt(CueType.MONTH, after) && tokens.isCapitalised(after)
                || tokens.is(after, "of") && sentence.cueAt(CueType.MONTH, after + 1);
        boolean secondOfTwo = (tokens.is(before, "to") || tokens.is(before, "-") || tokens.is(before, "and"))
                && tokens.isNumber(before - 1)
                && sentence.cueAt(CueType.MONTH, before - 2)
                && tokens.isCapitalised(before - 2);
        return toMonth || secondOfTwo;
    }

    /** "14/06/2012", "2012/6/14", "14-06-2012": a number of three with the same mark between them, one a year. */
    private static boolean isWrittenInDigits(Tokens tokens, int at) {
        for (int first = at - 4; first <= at; first += 2) {
            if (first >= 0 && isDayMonthYear(tokens, first)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isDayMonthYear(Tokens tokens, int first) {
        boolean marked = tokens.is(first + 1, "/") && tokens.is(first + 3, "/")
                || tokens.is(first + 1, "-") && tokens.is(first + 3, "-");
        if (!marked || !tokens.isNumber(first) || !tokens.isNumber(first + 2) || !tokens.isNumber(first + 4)) {
            return false;
        }
        for (int i = first + 1; i <= first + 4; i++) {
            if (!tokens.isGlued(i)) {
                return false;
            }
        }
        boolean yearLast = DigitString.isYear(tokens.norm[first + 4]) && isDayOrMonth(tokens.norm[first]);
        boolean yearFirst = DigitString.isYear(tokens.norm[first]) && isDayOrMonth(tokens.norm[first + 4]);
        return isDayOrMonth(tokens.norm[first + 2]) && (yearLast || yearFirst);
    }

    private static boolean isDayOrMonth(String digits) {
        return digits.length() <= 2
                && digits.chars().allMatch(c -> c >= '0' && c <= '9')
                && Integer.parseInt(digits) <= 31;
    }

    /** "the first half of 2012", "the latter half of the year". */
    private static boolean isHalfOfYear(SentenceContext sentence, Mention mention) {
        return mention.form == Mention.Form.FRACTION
                && (sentence.tokens.is(mention.from, "half") || sentence.tokens.is(mention.to - 1, "quarters"))
                && sentence.cueAt(CueType.HALF_BEFORE, mention.from - 1);
    }

    /** "2008-2010" whose ends were read as a range, or "2011-2012 school year". */
    private static boolean isYearRange(Tokens tokens, Mention mention) {
        return mention.isRange
                && mention.unit == null
                && DigitString.isYear(tokens.norm[mention.firstNumber])
                && DigitString.isYear(tokens.norm[mention.lastNumber]);
    }

    /** Whether the digits can be a year: four of them, 1900 to 2099, no magnitude or unit behind them. */
    static boolean isYear(Tokens tokens, Mention mention) {
        return !mention.hasMagnitude
                && mention.firstNumber == mention.lastNumber
                && mention.form == Mention.Form.DIGITS
                && DigitString.isYear(tokens.norm[mention.firstNumber]);
    }

    private static boolean isOfThem(Tokens tokens, int at) {
        return tokens.is(at, "which") || tokens.is(at, "whom") || tokens.is(at, "them");
    }

    /** "the 2012 budget", "its 2011 work plan": one thing, of which there are not so many. */
    private boolean isYearOfThing(SentenceContext sentence, int before, int after) {
        Tokens tokens = sentence.tokens;
        boolean determined =
                switch (tokens.norm[before]) {
                    case "the", "a", "an", "its", "their", "our", "this", "for", "'s", "under" -> true;
                    default -> false;
                };
        int head = after;
        while (head + 1 < Math.min(tokens.count, after + LONGEST_THING)
                && tokens.isWord(head + 1)
                && !sentence.cueAt(CueType.FUNCTION, head + 1)
                && !sentence.cueAt(CueType.VERB, head + 1)
                && !sentence.cueAt(CueType.FINITE, head + 1)) {
            head++;
        }
        if (!determined || Lemma.isPlural(tokens.norm[head])) {
            return false;
        }
        PhraseIndex.Hit<Lexicon.Noun> noun = lexicon.nouns.longest(tokens, head, head + 1);
        return noun == null
                || !noun.value().unit().equals(lexicon.person) && noun.value().measure() != Measure.LIVESTOCK;
    }

    /** A year-like number is a count only where a noun follows that it counts and no word before it tells a date. */
    private boolean isYearByContext(SentenceContext sentence, Tokens tokens, Mention mention) {
        int before = mention.from - 1;
        int after = mention.to;
        boolean nounFollows = tokens.isWord(after)
                && !tokens.isGlued(after)
                && !sentence.cueAt(CueType.FUNCTION, after)
                && !sentence.cueAt(CueType.VERB, after)
                && !tokens.isCapitalised(after);
        PhraseIndex.Hit<Lexicon.Cue> part = sentence.lastCue(CueType.PART, Math.max(0, before - 2), mention.from);
        if (part != null
                && part.end() == mention.from
                && tokens.norm[part.begin()].length() > 1
                && isOfThem(tokens, before)) {
            return false; // "of which 2023 were teachers"
        }
        if (!nounFollows || before < 0 || isYearOfThing(sentence, before, after)) {
            return true;
        }
        if (tokens.is(after, "constant") || tokens.norm[after].startsWith("price")) {
            return true; // "2,300 yuan (2010 constant prices)"
        }
        if (sentence.cueAt(CueType.YEAR_BEFORE, before)) {
            return true;
        }
        return switch (tokens.norm[before]) {
            case "-", "/", "[", "〔" -> true;
            case "of" -> sentence.cueAt(CueType.YEAR_OF, before - 1);
            case "to", "and", "over" -> tokens.isNumber(before - 1) && DigitString.isYear(tokens.norm[before - 1]);
            case "," ->
                sentence.cueAt(CueType.MONTH, before - 1)
                        || tokens.isNumber(before - 1) && sentence.cueAt(CueType.MONTH, before - 2);
            default -> sentence.cueAt(CueType.MONTH, before) && tokens.isCapitalised(before);
        };
    }
}
