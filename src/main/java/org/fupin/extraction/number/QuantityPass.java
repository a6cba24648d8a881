package org.fupin.extraction.number;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.fupin.extraction.sentence.Mention;
import org.fupin.extraction.sentence.NumberShape;
import org.fupin.extraction.sentence.Pass;
import org.fupin.extraction.sentence.SentenceContext;
import org.fupin.extraction.text.CueType;
import org.fupin.extraction.text.DigitString;
import org.fupin.extraction.text.Lemma;
import org.fupin.extraction.text.Lexicon;
import org.fupin.extraction.text.Lexicon.Cue;
import org.fupin.extraction.text.Lexicon.UnitWord;
import org.fupin.extraction.text.PhraseIndex.Hit;
import org.fupin.extraction.text.Tokens;
import org.fupin.observation.Coded;
import org.fupin.observation.Dimension;
import org.fupin.observation.LeftOutReason;
import org.fupin.observation.Measure;
import org.fupin.observation.Observation;
import org.fupin.observation.Qualifier;
import org.fupin.observation.Unit;
import org.fupin.reference.Language.NumberWord;
import org.jspecify.annotations.Nullable;

/** Makes quantities of numbers: magnitude words, units and currencies, ranges, ratios and qualifiers. */
public final class QuantityPass implements Pass {

    /** Most magnitude words of a number ("hundred million" has two): a number stays short enough to calculate with. */
    private static final int MOST_MAGNITUDES = 4;

    /** Letters of the magnitudes that names of peoples and places look like. */
    private static final int SHORT_MAGNITUDE = 3;

    /** Digits of a factor from which on it is a rounded one, and those of a value in its unit. */
    private static final int FACTOR_DIGITS = 10;

    private static final MathContext FACTOR_ROUNDING = new MathContext(FACTOR_DIGITS);

    /**
     * How far apart the two ends of "from 2 to 2.6 billion" can be that the first shares the magnitude of the second: what
     * grows or shrinks by more has a magnitude of its own.
     */
    private static final BigDecimal FARTHEST_LEVELS = new BigDecimal(100);

    /** Most words between a count and the qualifier behind what it counts. */
    private static final int MOST_COUNTED = 3;

    /** How many times a change the level must be that it led to, where nothing else tells them from the ends of a range. */
    private static final BigDecimal FAR_LEVEL = new BigDecimal(5);

    private static final BigDecimal FEN_OF_LAND = new BigDecimal("0.1");
    private static final BigDecimal FEN_OF_MONEY = new BigDecimal("0.01");

    private static final BigDecimal HALF = new BigDecimal("0.5");

    private static final BigDecimal DAY = new BigDecimal(24);
    private static final BigDecimal HOUR = new BigDecimal(60);

    /** Most tokens between an amount and the next of its list. */
    private static final int FARTHEST_AMOUNT = 8;

    /** Most tokens between an amount and its year. */
    private static final int FARTHEST_YEAR = 5;

    /** Most tokens between "from" and the first of two levels. */
    private static final int FARTHEST_FROM = 6;

    /** Most digits of the thousands of a number whose millions have been told. */
    private static final int LONGEST_REST = 7;

    /** Most tokens between a word of increase or decrease and the amount of the change. */
    private static final int FARTHEST_TREND = 8;

    private static final Pattern THOUSANDS_POINT = Pattern.compile("[0-9]{1,3}\\.[0-9]{3}");

    private final Lexicon lexicon;
    private final BracketedUnits bracketed;

    public QuantityPass(Lexicon lexicon) {
        this.lexicon = lexicon;
        this.bracketed = new BracketedUnits(lexicon);
    }

    @Override
    public String name() {
        return "quantities";
    }

    @Override
    public void apply(SentenceContext sentence) {
        int taken = 0;
        List<Mention> kept = new ArrayList<>(sentence.mentions.size());
        for (Mention mention : sentence.mentions) {
            if (mention.firstNumber < taken) {
                // the 2 of "500 m2" belongs to the unit before it
                continue;
            }
            mention.written = mention.value;
            if (mention.unit == null) {
                plus(sentence.tokens, mention);
                magnitude(sentence, mention, taken);
                unit(sentence, mention, taken);
                bracketed.unit(sentence, mention);
            } else {
                halfOfTime(sentence.tokens, mention);
            }
            sign(sentence, mention, taken);
            taken = mention.to;
            kept.add(mention);
        }
        sentence.mentions.clear();
        sentence.mentions.addAll(kept);
        bracketed.header(sentence);
        ranges(sentence);
        ratios(sentence);
        sharedUnits(sentence);
        sharedLevels(sentence);
        sharedCurrencies(sentence);
        for (Mention mention : sentence.mentions) {
            repairThousandsPoint(mention);
            qualifier(sentence, mention);
            repetition(sentence, mention);
        }
    }

    private void magnitude(SentenceContext sentence, Mention mention, int taken) {
        Tokens tokens = sentence.tokens;
        Hit<NumberWord> phrase = mention.magnitudePhrase(lexicon);
        if (phrase != null) {
            multiply(mention, phrase.value(), phrase.end());
            return;
        }
        int at = afterHyphen(tokens, mention.to);
        for (int words = 0; words < MOST_MAGNITUDES && tokens.isWord(at); words++) {
            NumberWord magnitude =
                    lexicon.isMagnitude(tokens.norm[at]) ? lexicon.numberWords.get(tokens.norm[at]) : null;
            if (magnitude == null && words == 0) {
                magnitude = misspelt(tokens, mention, at);
            }
            if (magnitude == null || isName(tokens, at)) {
                break;
            }
            multiply(mention, magnitude, at + 1);
            at++;
        }
        if (mention.form == Mention.Form.DIGITS && mention.hasMagnitude) {
            at = smallerMagnitudes(tokens, mention);
        }
        if (mention.hasMagnitude && at > mention.firstNumber + 1 && NumberPass.isAndAHalf(tokens, at)) {
            // "two million and a half"
            mention.value = mention.value.add(mention.magnitude.multiply(HALF));
            mention.lastNumber = at + NumberPass.AND_A_HALF - 1;
            mention.to = mention.lastNumber + 1;
        }
        if (!mention.hasMagnitude) {
            abbreviated(sentence, mention, at, taken);
        }
    }

    /** "1 million 200 thousand yuan", "1 billion 250 million": the rest of the number in a smaller magnitude. */
    private int smallerMagnitudes(Tokens tokens, Mention mention) {
        BigDecimal last = mention.magnitude;
        int at = mention.to;
        while (tokens.isNumber(at) && !tokens.isGlued(at) && tokens.isWord(at + 1) && !isName(tokens, at + 1)) {
            NumberWord magnitude =
                    lexicon.isMagnitude(tokens.norm[at + 1]) ? lexicon.numberWords.get(tokens.norm[at + 1]) : null;
            if (magnitude == null || tokens.norm[at].length() > LONGEST_REST) {
                break;
            }
            BigDecimal rest = DigitString.read(tokens.norm[at]).value().multiply(magnitude.value());
            if (rest.compareTo(last) >= 0 || mention.value.remainder(last).signum() != 0) {
                break;
            }
            mention.value = mention.value.add(rest);
            mention.lastNumber = at + 1;
            mention.to = at + 2;
            mention.rules.add("number-rest", at, at + 2);
            last = magnitude.value();
            at += 2;
        }
        return at;
    }

    /**
     * "¥52.3m", "8 m yuan", "1.2 m people", "450k": letters that are a magnitude beside money, before another unit and before
     * people; elsewhere "120 m" are meters.
     */
    private void abbreviated(SentenceContext sentence, Mention mention, int at, int taken) {
        Tokens tokens = sentence.tokens;
        NumberWord magnitude = tokens.isWord(at) ? lexicon.abbreviations.get(tokens.norm[at]) : null;
        if (magnitude == null || mention.form != Mention.Form.DIGITS) {
            return;
        }
        int stop = tokens.is(at + 1, ".") && tokens.isGlued(at + 1) && unitAt(tokens, at + 2) != null ? at + 2 : at + 1;
        Hit<UnitWord> behind = unitAt(tokens, stop);
        boolean money = behind != null && behind.value().unit().dimension() == Dimension.MONEY
                || currencyBefore(tokens, mention.firstNumber, taken) != null;
        boolean multiplies = behind != null && (tokens.norm[at].length() == 1 || money)
                || money
                || tokens.is(at, "k") && tokens.isGlued(at) && tokens.isWord(stop)
                || tokens.norm[at].length() == 1 && countsPeople(sentence, stop);
        if (multiplies) {
            multiply(mention, magnitude, stop);
            mention.rules.add("magnitude-abbreviated", at, at + 1);
        }
    }

    /** Whether people, households or animals are counted from the token on. */
    private boolean countsPeople(SentenceContext sentence, int from) {
        Tokens tokens = sentence.tokens;
        for (int at = from; at <= from + MOST_COUNTED && tokens.isWord(at); at++) {
            Hit<Lexicon.Noun> noun = lexicon.nouns.longest(tokens, at, tokens.count);
            if (noun != null) {
                return noun.value().unit().equals(lexicon.person)
                        || noun.value().unit().equals(lexicon.household)
                        || noun.value().measure() == Measure.LIVESTOCK;
            }
            if (sentence.cueAt(CueType.FUNCTION, at) || sentence.cueAt(CueType.VERB, at)) {
                return false;
            }
        }
        return false;
    }

    private static void multiply(Mention mention, NumberWord magnitude, int end) {
        mention.magnitude = mention.magnitude.multiply(magnitude.value());
        mention.value = mention.value.multiply(magnitude.value());
        mention.hasMagnitude = true;
        mention.lastNumber = end - 1;
        mention.to = end;
    }

    /** "560 milliion yuan": the word between digits and a unit can only be a magnitude. */
    private @Nullable NumberWord misspelt(Tokens tokens, Mention mention, int at) {
        if (mention.form != Mention.Form.DIGITS || unitAt(tokens, at) != null || unitAt(tokens, at + 1) == null) {
            return null;
        }
        NumberWord magnitude = lexicon.misspeltMagnitude(tokens.norm[at]);
        if (magnitude != null) {
            mention.flags.add(Observation.REPAIRED);
            mention.rules.add("magnitude-repaired", at, at + 1);
        }
        return magnitude;
    }

    /** "12 Yi villages": a people, not a hundred million. */
    private static boolean isName(Tokens tokens, int at) {
        return tokens.norm[at].length() <= SHORT_MAGNITUDE && tokens.isCapitalised(at);
    }

    /** @param taken the first token that does not belong to the quantity before */
    private void unit(SentenceContext sentence, Mention mention, int taken) {
        Tokens tokens = sentence.tokens;
        int at = afterHyphen(tokens, mention.to);
        Hit<UnitWord> hit = unitAt(tokens, at);
        if (hit == null && tokens.isWord(at)) {
            hit = hyphenated(tokens, at);
        }
        if (hit == null && tokens.is(at, "fen")) {
            hit = fen(sentence, at);
        }
        if (hit == null && sentence.cueAt(CueType.UNIT_ADJECTIVE, at)) {
            Hit<UnitWord> time = unitAt(tokens, at + 1);
            hit = time != null && time.value().unit().dimension() == Dimension.TIME ? time : null;
        }
        if (hit != null && (isAmbiguousLetter(tokens, hit, mention) || isOtherPoints(sentence, hit, mention))) {
            hit = null;
        }
        if (hit == null) {
            currencyBefore(tokens, mention, taken);
            return;
        }
        UnitWord word = hit.value();
        setUnit(mention, word.unit(), word.factor());
        boolean counted = word.unit().is("person-time") || word.unit().is("household-time");
        mention.to = counted ? mention.to : hit.end();
        if (counted) {
            mention.nounFrom = hit.begin();
            mention.nounTo = hit.end();
        }
        mention.rules.add("unit:" + word.unit().code(), hit);
        if (word.unit().is("CNY")) {
            yuanMarks(tokens, mention);
        }
        if (word.unit().dimension() == Dimension.MONEY) {
            // "RMB 1.2 million yuan" names its currency twice
            currencyBefore(tokens, mention, taken);
        }
    }

    static void setUnit(Mention mention, Unit unit, BigDecimal factor) {
        BigDecimal value = mention.value.multiply(factor);
        mention.unit = unit;
        mention.factor = factor;
        // a month is a twelfth of a year, which has no end in decimals
        mention.value = factor.precision() > FACTOR_DIGITS ? value.round(FACTOR_ROUNDING) : value;
    }

    /** "500 m2" are square meters, "28 m 2 wells" are not: the digit of a unit stands right behind its letters. */
    private @Nullable Hit<UnitWord> unitAt(Tokens tokens, int at) {
        Hit<UnitWord> hit = lexicon.unitWords.longest(tokens, at, tokens.count);
        for (int i = at + 1; hit != null && i < hit.end(); i++) {
            if (tokens.isNumber(i) && !tokens.isGlued(i)) {
                return lexicon.unitWords.longest(tokens, at, i);
            }
        }
        return hit;
    }

    /** "15 fen of farmland" are a tenth of a mu each, "5 fen per kilogram" a hundredth of a Yuan; elsewhere it is not known. */
    private @Nullable Hit<UnitWord> fen(SentenceContext sentence, int at) {
        Tokens tokens = sentence.tokens;
        if (sentence.cueAt(CueType.PER, at + 1) || tokens.is(at + 1, "per") || tokens.is(at + 1, "/")) {
            return new Hit<>(new UnitWord(lexicon.currency, FEN_OF_MONEY), at, at + 1);
        }
        int from = tokens.is(at + 1, "of") ? at + 2 : at + 1;
        for (int i = from; i < from + MOST_COUNTED && tokens.isWord(i); i++) {
            if (sentence.cueAt(CueType.LAND, i)) {
                return new Hit<>(new UnitWord(lexicon.mu, FEN_OF_LAND), at, at + 1);
            }
        }
        return null;
    }

    /** "half an hour" is no fraction of a whole but a time. */
    private void halfOfTime(Tokens tokens, Mention mention) {
        if (!tokens.is(mention.from, "half") || !tokens.is(mention.to, "a") && !tokens.is(mention.to, "an")) {
            return;
        }
        Hit<UnitWord> hit = lexicon.unitWords.longest(tokens, mention.to + 1, tokens.count);
        if (hit != null && hit.value().unit().dimension() == Dimension.TIME) {
            mention.unit = hit.value().unit();
            mention.value = new BigDecimal("0.5");
            mention.to = hit.end();
            mention.rules.add("half-of-time", hit);
        }
    }

    /** "RMB" or "(RMB)" behind the Yuan belongs to it. */
    private static void yuanMarks(Tokens tokens, Mention mention) {
        if (tokens.is(mention.to, "rmb")) {
            mention.to++;
        }
    }

    /** "US$ 1.2 million", "RMB 200", "$5,000". */
    private void currencyBefore(Tokens tokens, Mention mention, int taken) {
        Hit<UnitWord> hit = currencyBefore(tokens, mention.firstNumber, taken);
        if (hit != null
                && (mention.unit == null || mention.unit.equals(hit.value().unit()))) {
            mention.unit = hit.value().unit();
            mention.from = hit.begin();
            mention.lead = hit.begin();
            mention.rules.add("unit-before:" + mention.unit.code(), hit);
        }
    }

    /** The longest currency that ends right before the number, or before a sign at it; null if none does. */
    private @Nullable Hit<UnitWord> currencyBefore(Tokens tokens, int number, int taken) {
        int end = isMinus(tokens, number - 1) && tokens.isGlued(number - 1) ? number - 1 : number;
        for (int length = 3; length >= 1; length--) {
            int begin = end - length;
            if (begin < taken) {
                continue;
            }
            Hit<UnitWord> hit = lexicon.unitWords.longest(tokens, begin, end);
            if (hit != null && hit.end() == end && hit.value().unit().dimension() == Dimension.MONEY) {
                return hit;
            }
        }
        return null;
    }

    /** "20+ million yuan", "5+ mu": over so many; the sign stands between the number and its magnitude or unit. */
    private void plus(Tokens tokens, Mention mention) {
        int at = mention.to;
        boolean measured = tokens.is(at, "+")
                && tokens.isGlued(at)
                && tokens.isWord(at + 1)
                && (lexicon.isMagnitude(tokens.norm[at + 1]) || unitAt(tokens, at + 1) != null);
        if (measured) {
            mention.to = at + 1;
            mention.qualifier = Qualifier.OVER;
            mention.rules.add("qualifier-behind", at, at + 1);
        }
    }

    /** "-3.5 million", "minus 3 percent", "¥-200": a sign that joins no two numbers and belongs to no word. */
    private static void sign(SentenceContext sentence, Mention mention, int taken) {
        Tokens tokens = sentence.tokens;
        int at = mention.from - 1;
        boolean inside = mention.from < mention.firstNumber && isMinus(tokens, mention.firstNumber - 1);
        boolean word = tokens.is(at, "minus") || tokens.is(at, "negative");
        boolean sign = isMinus(tokens, at)
                && (tokens.isGlued(mention.from) || sentence.cueAt(CueType.LINKING_VERB, at - 1))
                && (at == 0 || !tokens.isGlued(at) || tokens.is(at - 1, "(") || tokens.is(at - 1, "|"));
        boolean joins = tokens.isNumber(at - 1) || at > 0 && at == taken;
        if (inside || (word || sign) && !joins) {
            mention.isNegative = true;
            mention.rules.add("minus");
            mention.from = inside ? mention.from : at;
            mention.lead = mention.from;
        }
    }

    private static boolean isMinus(Tokens tokens, int at) {
        if (!tokens.is(at, "-")) {
            return false;
        }
        char c = tokens.text.charAt(tokens.begin[at] - tokens.offset);
        return c != '~' && c != '～' && c != '—';
    }

    /** "~5,000": about so many. */
    private static boolean isTilde(Tokens tokens, int at) {
        return tokens.is(at, "-")
                && !isMinus(tokens, at)
                && tokens.raw(at, at + 1).charAt(0) != '—'
                && !tokens.isNumber(at - 1)
                && (at == 0 || !tokens.isGlued(at) || tokens.is(at - 1, "("));
    }

    /** "10-kilometer-long": the unit is the first part of a compound. */
    private @Nullable Hit<UnitWord> hyphenated(Tokens tokens, int at) {
        String word = tokens.norm[at];
        int hyphen = word.indexOf('-');
        if (hyphen <= 0) {
            return null;
        }
        Tokens part = Tokens.of(word.substring(0, hyphen), 0);
        Hit<UnitWord> hit = lexicon.unitWords.longest(part, 0, part.count);
        return hit == null ? null : new Hit<>(hit.value(), at, at + 1);
    }

    /** One letter is a unit only where it stands right behind the digits: "35 m" but not "3 M". */
    private static boolean isAmbiguousLetter(Tokens tokens, Hit<UnitWord> hit, Mention mention) {
        if (hit.length() != 1 || !tokens.isWord(hit.begin())) {
            return false;
        }
        String raw = tokens.raw(hit.begin(), hit.end());
        return raw.length() == 1 && Character.isUpperCase(raw.charAt(0));
    }

    /** "rose 2.3 points" is told of a percentage, "12 service points" of places. */
    private static boolean isOtherPoints(SentenceContext sentence, Hit<UnitWord> hit, Mention mention) {
        Tokens tokens = sentence.tokens;
        if (hit.length() != 1 || !tokens.is(hit.begin(), "points") && !tokens.is(hit.begin(), "point")) {
            return false;
        }
        int from = Math.max(0, mention.from - FARTHEST_FROM);
        boolean moved = sentence.hasCue(CueType.UP, from, mention.from)
                || sentence.hasCue(CueType.DOWN, from, mention.from)
                || sentence.cueAt(CueType.MORE, hit.end())
                || sentence.cueAt(CueType.LESS, hit.end())
                || sentence.cueAt(CueType.ABOVE, hit.end())
                || sentence.cueAt(CueType.BELOW, hit.end())
                || sentence.cueAt(CueType.DOWN, hit.end());
        boolean decimal = tokens.norm[mention.firstNumber].indexOf('.') > 0;
        return !moved || !decimal && !saysRate(sentence, mention);
    }

    /** Whether a percentage or a rate is told of before the number. */
    private static boolean saysRate(SentenceContext sentence, Mention mention) {
        for (int i = Math.max(0, mention.from - 2 * FARTHEST_FROM); i < mention.from; i++) {
            String word = sentence.tokens.norm[i];
            if (word.equals("%") || word.startsWith("percent") || word.equals("rate") || word.equals("incidence")) {
                return true;
            }
        }
        return false;
    }

    /**
     * "US$12 million and 20 million from other sources": the next amount of a list, with nothing that it counts, is in the
     * currency of the first.
     */
    private static void sharedCurrencies(SentenceContext sentence) {
        Tokens tokens = sentence.tokens;
        for (int i = 0; i + 1 < sentence.mentions.size(); i++) {
            Mention first = sentence.mentions.get(i);
            Mention next = sentence.mentions.get(i + 1);
            boolean dated = first.unit != null && isYearOf(sentence, first, next) && i + 2 < sentence.mentions.size();
            if (dated) {
                next = sentence.mentions.get(i + 2);
            }
            boolean ofYears = dated && isNextOfYears(sentence, sentence.mentions.get(i + 1).to, next);
            if (ofYears && isUnitless(tokens, next)) {
                setUnit(next, first.unit, next.hasMagnitude ? BigDecimal.ONE : first.factor);
                next.rules.add("unit-shared:" + first.unit.code(), first);
            } else if (first.unit != null
                    && first.unit.dimension() == Dimension.MONEY
                    && first.hasMagnitude
                    && next.hasMagnitude
                    && isUnitless(sentence.tokens, next)
                    && isNextAmount(sentence, first, next)) {
                next.unit = first.unit;
                next.rules.add("currency-shared", first);
            }
        }
    }

    /** Whether a number is the year that stands behind an amount: "14 million yuan in 2010", "300 mu of tea in 2010". */
    private static boolean isYearOf(SentenceContext sentence, Mention amount, Mention year) {
        Tokens tokens = sentence.tokens;
        int at = year.from - 1;
        boolean preposition = tokens.is(at, "in") || tokens.is(at, "for");
        if (!preposition || at - amount.to > FARTHEST_YEAR || !NumberShape.isYear(tokens, year)) {
            return false;
        }
        for (int i = amount.to; i < at; i++) {
            if (!tokens.isWord(i) || sentence.cueAt(CueType.FINITE, i) || tokens.is(i, "and")) {
                return false;
            }
        }
        return at == amount.to || tokens.is(amount.to, "of") || sentence.cueAt(CueType.PLACING, amount.to);
    }

    /** "14 million yuan in 2010 and 16 million in 2011", "45,000 mu in 2010, but 60,000 in 2011": the year tells them apart. */
    private static boolean isNextOfYears(SentenceContext sentence, int yearEnd, Mention next) {
        Tokens tokens = sentence.tokens;
        Hit<Cue> qualifier = qualifierBefore(sentence, next.from);
        int joint = (qualifier == null ? next.from : qualifier.begin()) - 1;
        boolean comma = tokens.is(yearEnd, ",");
        boolean joined = comma && joint == yearEnd
                || (sentence.cueAt(CueType.LIST_JOINER, joint) || sentence.cueAt(CueType.LISTED_BEFORE, joint))
                        && joint == (comma ? yearEnd + 1 : yearEnd);
        boolean year = (tokens.is(next.to, "in") || tokens.is(next.to, "for"))
                && tokens.isNumber(next.to + 1)
                && DigitString.isYear(tokens.norm[next.to + 1]);
        return joined && year;
    }

    private static boolean isNextAmount(SentenceContext sentence, Mention first, Mention next) {
        Tokens tokens = sentence.tokens;
        Hit<Cue> qualifier = qualifierBefore(sentence, next.from);
        int joint = (qualifier == null ? next.from : qualifier.begin()) - 1;
        boolean joined = tokens.is(joint, "and")
                || tokens.is(joint, ",")
                || tokens.is(joint, "plus")
                || sentence.cueAt(CueType.LISTED_BEFORE, joint);
        Hit<Cue> part = sentence.lastCue(CueType.PART, joint - 2, joint + 1);
        if (part != null && part.end() == joint + 1 && joint - first.to <= FARTHEST_AMOUNT) {
            return actsOrEnds(sentence, next.to); // "US$4 million, of which 1.5 million went to roads"
        }
        if (!joined || joint - first.to > FARTHEST_AMOUNT) {
            return false;
        }
        boolean use = sentence.cueAt(CueType.PLACING, next.to)
                || tokens.is(next.to, "from")
                || tokens.is(next.to, "by")
                || tokens.is(next.to, "on");
        boolean sameUse = tokens.isWord(first.to)
                && tokens.isWord(next.to)
                && (tokens.is(next.to, tokens.norm[first.to]) || tokens.is(first.to + 1, tokens.norm[next.to]));
        boolean adjacent = joint == first.to || joint == first.to + 1 && tokens.is(first.to, ",");
        return adjacent ? use || actsOrEnds(sentence, next.to) : use && sameUse;
    }

    /** Whether at the token no things begin that a number counts: a verb, a mark or the end. */
    private static boolean actsOrEnds(SentenceContext sentence, int at) {
        Tokens tokens = sentence.tokens;
        return at >= tokens.count
                || !tokens.isWord(at)
                || sentence.cueAt(CueType.RESPECTIVELY, at)
                || sentence.cueAt(CueType.FINITE, at)
                || sentence.cueAt(CueType.VERB, at)
                || tokens.is(at, "came")
                || tokens.is(at, "went");
    }

    private static int afterHyphen(Tokens tokens, int at) {
        return tokens.is(at, "-") && tokens.isGlued(at) && tokens.isGlued(at + 1) && tokens.isWord(at + 1)
                ? at + 1
                : at;
    }

    /** "5-10 million Yuan" is 5,000,000 to 10,000,000: the lower end shares magnitude and unit of the upper. */
    private void ranges(SentenceContext sentence) {
        List<Mention> kept = new ArrayList<>(sentence.mentions.size());
        Mention lower = null;
        for (Mention upper : sentence.mentions) {
            if (lower != null && isRange(sentence, lower, upper)) {
                lower.low = low(lower, upper);
                lower.high = upper.value;
                lower.value = null;
                lower.isRange = true;
                lower.unit = upper.unit == null ? lower.unit : upper.unit;
                lower.hasMagnitude = upper.hasMagnitude;
                lower.lastNumber = upper.lastNumber;
                lower.to = upper.to;
                lower.nounFrom = upper.nounFrom;
                lower.nounTo = upper.nounTo;
                if (lower.rules.size() == 0) {
                    lower.rules.addAll(upper.rules);
                }
                lower.rules.add("range");
                if (sentence.tokens.is(lower.from - 1, "between")) {
                    lower.lead = lower.from - 1;
                }
            } else {
                kept.add(upper);
                lower = upper;
            }
        }
        sentence.mentions.clear();
        sentence.mentions.addAll(kept);
    }

    /** The value of the lower end, in the unit of the upper. */
    private static BigDecimal low(Mention lower, Mention upper) {
        BigDecimal low = lower.value;
        if (lower.unit == null) {
            low = low.multiply(upper.factor);
        }
        boolean shares = !lower.hasMagnitude && lower.written.compareTo(upper.written) <= 0;
        return shares ? low.multiply(upper.magnitude) : low;
    }

    private static boolean isRange(SentenceContext sentence, Mention lower, Mention upper) {
        Tokens tokens = sentence.tokens;
        int link = lower.to;
        boolean numbers = lower.form == upper.form
                && (lower.form == Mention.Form.DIGITS || lower.form == Mention.Form.WORD)
                && !lower.isRange
                && upper.from == link + 1;
        if (!numbers || low(lower, upper).compareTo(upper.value) >= 0) {
            return false;
        }
        boolean currencyBefore = lower.from < lower.firstNumber && upper.unit == null;
        boolean sameUnit = lower.unit == null || lower.unit.equals(upper.unit) || currencyBefore;
        if (!sameUnit || areYears(sentence, lower, upper)) {
            return false;
        }
        boolean between = tokens.is(lower.from - 1, "between") && !isTime(upper);
        if (tokens.is(link, "-")) {
            return true;
        }
        if (tokens.is(link, "and")) {
            return between;
        }
        if (tokens.is(link, "or")) {
            return isEitherOr(tokens, lower, upper);
        }
        if (!tokens.is(link, "to")
                || sentence.cueAt(CueType.MONTH, lower.from - 1)
                || isChangeToLevel(sentence, lower, upper)) {
            return false;
        }
        if (between) {
            return true;
        }
        if (isChangeToLevel(sentence, lower, upper)) {
            return false;
        }
        int from = fromBefore(sentence, lower);
        boolean levels = from >= 0 && !isSpanOf(sentence, from);
        return !levels && (lower.unit != null || upper.unit != null || tokens.isWord(upper.to));
    }

    /**
     * "grew by 200 mu to 1,400 mu", "up 300 yuan to 4,500 yuan": a change with a unit of its own, or one that is far smaller, and
     * the level that it led to; what would more than double by it is taken for a range.
     */
    private static boolean isChangeToLevel(SentenceContext sentence, Mention lower, Mention upper) {
        boolean own = lower.unit != null || lower.hasMagnitude && upper.hasMagnitude;
        boolean far = upper.value.compareTo(low(lower, upper).multiply(FAR_LEVEL)) >= 0;
        if (!own && !far || lower.isPercent() || lower.isUnit("pp") || lower.isUnit("times")) {
            return false;
        }
        Hit<Cue> qualifier = qualifierBefore(sentence, lower.from);
        int first = qualifier == null ? lower.from : qualifier.begin();
        int start = Math.max(sentence.clauseStart(first), first - FARTHEST_TREND);
        Hit<Cue> up = sentence.lastCue(CueType.UP, start, first);
        Hit<Cue> down = sentence.lastCue(CueType.DOWN, start, first);
        Hit<Cue> trend = up == null || down != null && down.end() > up.end() ? down : up;
        if (trend == null) {
            return false;
        }
        boolean joined = sentence.tokens.is(first - 1, "by")
                || trend.end() == first
                || trend.end() == first - 1
                        && sentence.tokens.is(first - 1, "of")
                        && sentence.cueAt(CueType.TREND_NOUN, trend.end() - 1);
        boolean doubled = trend == up && upper.value.compareTo(lower.value.add(lower.value)) < 0;
        return joined && !doubled;
    }

    private static boolean isTime(Mention mention) {
        return mention.unit != null && mention.unit.dimension() == Dimension.TIME;
    }

    /** "one or two industries": the next number, and what is counted. */
    private static boolean isEitherOr(Tokens tokens, Mention lower, Mention upper) {
        return lower.form == Mention.Form.WORD
                && !lower.hasMagnitude
                && upper.value.subtract(lower.value).compareTo(BigDecimal.ONE) == 0
                && upper.unit == null
                && tokens.isWord(upper.to);
    }

    /** "2008-2010", "in 2010 to 2015": an interval of years; "rose from 2 million in 2010 to 3 million": no range. */
    private static boolean areYears(SentenceContext sentence, Mention lower, Mention upper) {
        return NumberShape.isYear(sentence.tokens, lower)
                && lower.unit == null
                && (sentence.cueAt(CueType.YEAR_BEFORE, lower.from - 1)
                        || upper.unit == null
                                && (NumberShape.isYear(sentence.tokens, upper) || sentence.tokens.is(lower.to, "to")));
    }

    /**
     * Where the "from" stands that opens the first of two levels, with a qualifier or "the original" between; -1 if none
     * does.
     */
    private static int fromBefore(SentenceContext sentence, Mention lower) {
        Tokens tokens = sentence.tokens;
        Hit<Cue> qualifier = qualifierBefore(sentence, lower.from);
        int at = (qualifier == null ? lower.from : qualifier.begin()) - 1;
        while (at > 0
                && at > lower.from - FARTHEST_FROM
                && (sentence.cueAt(CueType.BASE_BEFORE, at) || tokens.is(at, "the") || tokens.is(at, "an"))) {
            at--;
        }
        return tokens.is(at, "from") ? at : -1;
    }

    /** "ranging from 5 to 10", "loans from 5 to 10 thousand yuan were issued": nothing changes from one to the other. */
    private static boolean isSpanOf(SentenceContext sentence, int from) {
        Tokens tokens = sentence.tokens;
        if (tokens.is(from - 1, "ranging") || tokens.is(from - 1, "range") || tokens.is(from - 1, "ranged")) {
            return true;
        }
        int start = sentence.clauseStart(from);
        return from > start
                && tokens.isWord(from - 1)
                && Lemma.isPlural(tokens.norm[from - 1])
                && !sentence.hasCue(CueType.VERB, start, from)
                && !sentence.hasCue(CueType.UP, start, from)
                && !sentence.hasCue(CueType.DOWN, start, from);
    }

    /** "grew from 2 to 2.6 billion yuan": the first level shares the unit of the second, and its magnitude. */
    private static void sharedLevels(SentenceContext sentence) {
        Tokens tokens = sentence.tokens;
        for (int i = 0; i + 1 < sentence.mentions.size(); i++) {
            Mention first = sentence.mentions.get(i);
            Mention second = sentence.mentions.get(i + 1);
            int end = first.to;
            if (NumberShape.isYear(tokens, second) && tokens.is(end, "in") && i + 2 < sentence.mentions.size()) {
                end = second.to; // "from 2 million in 2010 to 3 million yuan"
                second = sentence.mentions.get(i + 2);
            }
            if (isUnitless(tokens, first)
                    && (second.unit != null || second.hasMagnitude)
                    && !second.isRange
                    && !isTime(second)
                    && second.form == Mention.Form.DIGITS
                    && tokens.is(end, "to")
                    && startsAt(sentence, second, end + 1)
                    && (fromBefore(sentence, first) >= 0
                            || !second.isRange && second.value != null && isChangeToLevel(sentence, first, second))) {
                BigDecimal scaled = first.value.multiply(second.magnitude).multiply(second.factor);
                boolean near = scaled.compareTo(second.value.multiply(FARTHEST_LEVELS)) <= 0
                        && scaled.multiply(FARTHEST_LEVELS).compareTo(second.value) >= 0;
                share(first, second, near);
            }
        }
    }

    /** Whether the quantity begins at the token, its qualifier included. */
    private static boolean startsAt(SentenceContext sentence, Mention mention, int token) {
        Hit<Cue> qualifier = qualifierBefore(sentence, mention.from);
        return mention.from == token || qualifier != null && qualifier.begin() == token;
    }

    /** A number in digits without a magnitude or a unit, and no year. */
    private static boolean isBare(Tokens tokens, Mention mention) {
        return isUnitless(tokens, mention) && !mention.hasMagnitude;
    }

    /** A number in digits without a unit, and no year. */
    private static boolean isUnitless(Tokens tokens, Mention mention) {
        return mention.unit == null
                && mention.form == Mention.Form.DIGITS
                && !mention.isRange
                && !mention.isLeftOut()
                && !NumberShape.isYear(tokens, mention);
    }

    private static void share(Mention bare, Mention full, boolean magnitude) {
        if (magnitude && full.hasMagnitude && !bare.hasMagnitude) {
            bare.magnitude = full.magnitude;
            bare.value = bare.value.multiply(full.magnitude);
            bare.hasMagnitude = true;
            bare.rules.add("magnitude-shared", full);
        }
        if (full.unit != null) {
            setUnit(bare, full.unit, full.factor);
            bare.rules.add("unit-shared:" + full.unit.code(), full);
        }
    }

    /** "6.9 and 6.2 percentage points": the unit behind the last number of a list is that of all of them. */
    private static void sharedUnits(SentenceContext sentence) {
        Tokens tokens = sentence.tokens;
        boolean respectively = sentence.hasCue(CueType.RESPECTIVELY, 0, tokens.count);
        for (int i = sentence.mentions.size() - 2; i >= 0; i--) {
            Mention left = sentence.mentions.get(i);
            Mention right = sentence.mentions.get(i + 1);
            boolean and = tokens.is(left.to, "and") || respectively && tokens.is(left.to, ",");
            boolean relative = right.isUnit("pp") || right.isPercent() || right.isUnit("times");
            boolean amount = right.unit != null && right.unit.dimension() == Dimension.MONEY;
            boolean decimal = tokens.norm[left.firstNumber].indexOf('.') > 0;
            boolean shares = respectively && (right.unit != null || right.hasMagnitude) && !isTime(right)
                    || relative && decimal
                    || amount && !right.hasMagnitude;
            if (!and || right.from != left.to + 1 || !isUnitless(tokens, left)) {
                continue;
            }
            boolean measured = right.unit != null
                    && right.unit.dimension() != Dimension.COUNT
                    && !relative
                    && !isTime(right)
                    && !right.isUnit("ratio");
            if (left.hasMagnitude ? measured && right.hasMagnitude : shares) {
                share(left, right, respectively); // "1.5 billion and 300 million yuan"
            }
        }
    }

    /** "2.37:1" is a ratio, "4:3:1:1" are weights. */
    private void ratios(SentenceContext sentence) {
        Tokens tokens = sentence.tokens;
        List<Mention> kept = new ArrayList<>();
        int at = 0;
        while (at < sentence.mentions.size()) {
            int last = at;
            while (last + 1 < sentence.mentions.size() && isRatioStep(tokens, sentence.mentions, last)) {
                last++;
            }
            Mention first = sentence.mentions.get(at);
            if (last == at + 1 && isClock(sentence, first, sentence.mentions.get(last))) {
                Mention second = sentence.mentions.get(last);
                first.lastNumber = second.lastNumber;
                first.to = second.to;
                first.leaveOut(LeftOutReason.DATE, "time-of-day");
                kept.add(first);
            } else if (last == at + 1) {
                Mention second = sentence.mentions.get(last);
                boolean oneFirst = first.value.compareTo(BigDecimal.ONE) == 0;
                first.value = oneFirst || second.value.signum() == 0
                        ? second.value
                        : first.value
                                .divide(second.value, 6, java.math.RoundingMode.HALF_UP)
                                .stripTrailingZeros();
                first.unit = lexicon.ratio;
                first.lastNumber = second.lastNumber;
                first.to = second.to;
                first.rules.add("ratio");
                kept.add(first);
            } else {
                for (int i = at; i <= last; i++) {
                    if (last > at) {
                        sentence.mentions.get(i).leaveOut(LeftOutReason.WEIGHT, "weights");
                    }
                    kept.add(sentence.mentions.get(i));
                }
            }
            at = last + 1;
        }
        sentence.mentions.clear();
        sentence.mentions.addAll(kept);
    }

    /** "at 8:30", "8:30 in the morning": hours and minutes, unless a ratio is spoken of. */
    private static boolean isClock(SentenceContext sentence, Mention hours, Mention minutes) {
        Tokens tokens = sentence.tokens;
        boolean digits = tokens.norm[hours.firstNumber].length() <= 2 && tokens.norm[minutes.firstNumber].length() == 2;
        if (!digits || hours.value.compareTo(DAY) > 0 || minutes.value.compareTo(HOUR) >= 0) {
            return false;
        }
        return sentence.cueAt(CueType.CLOCK_AFTER, minutes.to)
                || sentence.cueAt(CueType.CLOCK_BEFORE, hours.from - 1) && !mentionsRatio(sentence, hours);
    }

    private static boolean mentionsRatio(SentenceContext sentence, Mention mention) {
        for (int i = sentence.clauseStart(mention.from); i < mention.from; i++) {
            if (sentence.tokens.is(i, "ratio") || sentence.tokens.is(i, "proportion")) {
                return true;
            }
        }
        return false;
    }

    private static boolean isRatioStep(Tokens tokens, List<Mention> mentions, int index) {
        Mention left = mentions.get(index);
        Mention right = mentions.get(index + 1);
        return left.form == Mention.Form.DIGITS
                && right.form == Mention.Form.DIGITS
                && left.unit == null
                && left.value != null
                && right.value != null
                && tokens.is(left.to, ":")
                && right.from == left.to + 1
                // "Note 3: 40 wells": a colon that stands at the one number alone joins no ratio
                && (tokens.isGlued(right.from) || !tokens.isGlued(left.to));
    }

    /** "62.100 people", "3,20 households": things that come in ones have no decimals, the mark parts thousands. */
    private void repairThousandsPoint(Mention mention) {
        Tokens tokens = mention.sentence.tokens;
        if (mention.unit != null && !mention.isUnit("person-time") || mention.hasMagnitude || mention.isRange) {
            return;
        }
        String digits = tokens.norm[mention.firstNumber];
        boolean comma = digits.indexOf('.') < 0 && mention.firstNumber == mention.lastNumber;
        if (mention.form == Mention.Form.DIGITS
                && comma
                && digits.indexOf(',') > 0
                && mention.unit == null
                && mention.value.stripTrailingZeros().scale() > 0
                && tokens.isWord(mention.to)) {
            mention.value = new BigDecimal(digits.replace(",", ""));
        } else if (mention.form == Mention.Form.DIGITS
                && digits.indexOf(',') < 0
                && THOUSANDS_POINT.matcher(digits).matches()
                && tokens.isWord(mention.to)) {
            mention.value = mention.value.movePointRight(3);
            mention.flags.add(Observation.REPAIRED);
            mention.rules.add("thousands-point");
        }
    }

    private static void qualifier(SentenceContext sentence, Mention mention) {
        if (isTilde(sentence.tokens, mention.lead - 1) && sentence.tokens.isGlued(mention.lead)) {
            mention.lead--;
            mention.qualifier = Qualifier.ABOUT;
            mention.rules.add("qualifier:" + mention.qualifier.code(), mention.lead, mention.lead + 1);
            return;
        }
        Hit<Cue> hit = qualifierBefore(sentence, mention.lead);
        if (hit != null && isRise(sentence, hit)) {
            return;
        }
        if (hit == null) {
            hit = qualifierBehind(sentence, mention);
        } else {
            mention.lead = hit.begin();
        }
        if (hit != null && !isBase(sentence, hit, mention)) {
            mention.qualifier = Coded.of(Qualifier.class, hit.value().value());
            if (mention.qualifier != Qualifier.EXACT) {
                boolean behind = hit.begin() >= mention.to;
                mention.rules.add(behind ? "qualifier-behind" : "qualifier:" + mention.qualifier.code(), hit);
            }
        }
    }

    /** The longest qualifier that ends before the token, null if there is none. */
    private static @Nullable Hit<Cue> qualifierBefore(SentenceContext sentence, int token) {
        for (int length = 4; length >= 1; length--) {
            Hit<Cue> hit = sentence.cueBeginningAt(CueType.QUALIFIER, token - length);
            if (hit != null && hit.end() == token) {
                return hit;
            }
        }
        return null;
    }

    /** "3 million yuan or so", "70-plus enterprises", "300 villages or more": right behind the quantity or what it counts. */
    static @Nullable Hit<Cue> qualifierBehind(SentenceContext sentence, Mention mention) {
        for (int at = mention.to; at <= mention.to + MOST_COUNTED; at++) {
            Hit<Cue> hit = sentence.cueBeginningAt(CueType.QUALIFIER_AFTER, at);
            if (hit != null && !sentence.tokens.isNumber(hit.end())) {
                return hit;
            }
            boolean counted = mention.unit == null
                    && sentence.tokens.isWord(at)
                    && !sentence.cueAt(CueType.FUNCTION, at)
                    && !sentence.cueAt(CueType.VERB, at);
            if (!counted) {
                return null;
            }
        }
        return null;
    }

    /** "went up to 600": the "up" tells how it moved. */
    private static boolean isRise(SentenceContext sentence, Hit<Cue> qualifier) {
        int verb = qualifier.begin() - 1;
        return qualifier.length() == 2
                && sentence.tokens.is(qualifier.begin(), "up")
                && (sentence.cueAt(CueType.MOVED, verb) || sentence.cueAt(CueType.UP, verb));
    }

    /** "inspected the site 14 times": nothing is compared, so that the times are counted. */
    private void repetition(SentenceContext sentence, Mention mention) {
        Tokens tokens = sentence.tokens;
        boolean repeated = mention.isUnit("times")
                && mention.form != Mention.Form.MULTIPLE
                && !mention.isRange
                && mention.to == mention.lastNumber + 2
                && tokens.is(mention.to - 1, "times")
                && mention.value.stripTrailingZeros().scale() <= 0
                && !sentence.cueAt(CueType.TIMES_AFTER, mention.to)
                && (tokens.is(mention.lead - 1, "for") || !isCompared(sentence, mention));
        if (repeated) {
            mention.unit = null;
            mention.to--;
            mention.nounFrom = mention.to;
            mention.nounTo = mention.to + 1;
            mention.noun = new Lexicon.Noun(Measure.OTHER, lexicon.count);
            mention.rules.add("repetition", mention.nounFrom, mention.nounTo);
        }
    }

    /** "rose by 3 times", "was 4 times". */
    private static boolean isCompared(SentenceContext sentence, Mention mention) {
        int start = sentence.clauseStart(mention.from);
        int before = mention.lead - 1;
        return sentence.hasCue(CueType.UP, start, mention.from)
                || sentence.hasCue(CueType.DOWN, start, mention.from)
                || sentence.cueAt(CueType.COMPARED_BEFORE, before);
    }

    /** "up 15% over 2011": here "over" introduces the base of a comparison. */
    private static boolean isBase(SentenceContext sentence, Hit<Cue> hit, Mention mention) {
        return mention.unit == null && NumberShape.isYear(sentence.tokens, mention);
    }
}
