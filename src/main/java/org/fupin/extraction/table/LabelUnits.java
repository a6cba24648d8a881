package org.fupin.extraction.table;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.fupin.extraction.text.CueType;
import org.fupin.extraction.text.DigitString;
import org.fupin.extraction.text.Lemma;
import org.fupin.extraction.text.Lexicon;
import org.fupin.extraction.text.Lexicon.Cue;
import org.fupin.extraction.text.Lexicon.Noun;
import org.fupin.extraction.text.Lexicon.UnitWord;
import org.fupin.extraction.text.PhraseIndex.Hit;
import org.fupin.extraction.text.Tokens;
import org.fupin.observation.Coded;
import org.fupin.observation.Dimension;
import org.fupin.observation.PerUnit;
import org.fupin.observation.Unit;
import org.fupin.reference.Language.NumberWord;
import org.fupin.reference.TableWords.Type;
import org.jspecify.annotations.Nullable;

/** Reads the units of a label: "(10,000 yuan)", "million yuan per village", "%". */
record LabelUnits(LabelText text, Tokens tokens, Lexicon lexicon) {

    /** Most tokens of a unit: "10,000 person-times", "yuan per square meter of floor". */
    private static final int LONGEST = 9;

    /** Most characters of a number in a unit: "100,000,000". */
    private static final int LONGEST_NUMBER = 16;

    /** The least magnitude that alone makes a unit: "in thousands". */
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    LabelUnits(LabelText text) {
        this(text, text.tokens, text.lexicon);
    }

    /** Those that the whole label is, in brackets or not; none if it is anything else. */
    List<Scale> all() {
        boolean brackets = isOpening(text.from) && closing(text.from) == text.to - 1;
        return scales(brackets ? text.from + 1 : text.from, brackets ? text.to - 1 : text.to);
    }

    /**
     * The units that stand in brackets, behind a comma, "in" and the like, or that are all of the label; uses their words up.
     *
     * @param isWhole whether the label is known to be something else as a whole
     */
    List<Scale> read(boolean isWhole) {
        Hit<String> opener = text.hit(Type.UNITS, text.from);
        boolean headed = opener != null && text.isMark(opener.end());
        int from = headed ? opener.end() + 1 : text.from;
        text.use(text.from, from);
        List<Scale> found =
                headed || opener == null && !isWhole && isUnit(from, text.to) ? scales(from, text.to) : List.of();
        if (!found.isEmpty()) {
            text.use(from, text.to);
        }
        for (int i = from; i < text.to; i++) {
            List<Scale> here = List.of();
            int end = i + 1;
            if (text.isUsed(i)) {
                continue;
            }
            if (isOpening(i)) {
                end = Math.min(closing(i) + 1, text.to);
                here = inBrackets(i + 1, closing(i));
            } else if (text.is(Type.UNIT_BEFORE, i)) {
                end = longest(i + 1);
                here = scales(i + 1, end);
            } else if (isPercent(i)) {
                here = List.of(Scale.of(lexicon.percent, null));
                found = found.isEmpty() ? here : found;
                continue; // "% of plan" tells more than its unit
            }
            if (!here.isEmpty()) {
                text.use(i, end);
                found = found.isEmpty() ? here : found;
            }
            i = end - 1;
        }
        return found;
    }

    /** Whether the token makes a percentage of the figures. */
    boolean isPercent(int token) {
        Scale scale = scale(token, token + 1);
        return scale != null && scale.is(Dimension.PERCENT);
    }

    boolean isOpening(int token) {
        return text.is(Type.OPENING, token);
    }

    private int closing(int open) {
        int close = open + 1;
        while (close < text.to && !text.is(Type.CLOSING, close)) {
            close++;
        }
        return close;
    }

    private List<Scale> inBrackets(int begin, int end) {
        if (text.isAll(Type.STATUS, begin, end) || text.isAll(Type.KIND, begin, end)) {
            return List.of(); // "2013 (plan)"
        }
        Hit<String> opener = text.hit(Type.UNITS, begin, end);
        return scales(opener != null && opener.end() < end ? opener.end() : begin, end);
    }

    /** Behind the longest unit that begins at the token, the token itself where none does. */
    private int longest(int begin) {
        int end = begin;
        while (end < text.to && !isOpening(end) && !tokens.is(end, ",") && end - begin < LONGEST) {
            end++;
        }
        while (end > begin && (!isUnit(begin, end) || scale(begin, end) == null)) {
            end--;
        }
        return end;
    }

    /** The tokens as units, several parted by marks; none if they are anything else. */
    private List<Scale> scales(int begin, int end) {
        Scale one = scale(begin, end);
        if (one != null) {
            return List.of(one);
        }
        List<Scale> several = new ArrayList<>();
        int start = begin;
        for (int i = begin; i <= end; i++) {
            if (i == end || text.is(Type.UNIT_BETWEEN, i)) {
                Scale scale = scale(start, i);
                if (scale == null) {
                    return List.of();
                }
                several.add(scale);
                start = i + 1;
            }
        }
        return several;
    }

    /** Whether the tokens can be a unit without brackets: a word for a unit or a number of them is in it. */
    private boolean isUnit(int begin, int end) {
        for (int i = begin; i < end; i++) {
            Hit<String> own = text.hit(Type.UNIT, i, end);
            Hit<BigDecimal> number = text.isYear(i) ? null : number(i, end);
            if (lexicon.unitWords.longest(tokens, i, end) != null
                    || own != null && own.length() == end - begin && Character.isIdeographic(tokens.norm[i].charAt(0))
                    || number != null && tokens.isNumber(i) && end - begin > 1
                    || number != null && tokens.isWord(i) && number.value().compareTo(HUNDRED) >= 0) {
                return true;
            }
        }
        return false;
    }

    /** The unit that all of the tokens are, null if they are none. */
    private @Nullable Scale scale(int begin, int end) {
        if (begin >= end || end - begin > LONGEST) {
            return null;
        }
        BigDecimal magnitude = BigDecimal.ONE;
        BigDecimal inUnit = BigDecimal.ONE;
        Unit unit = null;
        Noun noun = null;
        PerUnit per = null;
        boolean numbered = false;
        int i = begin;
        while (i < end) {
            Hit<UnitWord> word = lexicon.unitWords.longest(tokens, i, end);
            Hit<String> own = text.hit(Type.UNIT, i, end);
            Hit<BigDecimal> number = number(i, end);
            Hit<Noun> counted = lexicon.nouns.longest(tokens, i, end);
            Hit<Cue> each = text.sentence.cueBeginningAt(CueType.PER, i);
            if (unit == null && word != null && (own == null || own.length() <= word.length())) {
                unit = word.value().unit();
                inUnit = word.value().factor();
                i = word.end();
            } else if (number != null) {
                magnitude = magnitude.multiply(number.value());
                numbered = true;
                i = number.end();
            } else if (unit != null && each != null) {
                per = Coded.of(PerUnit.class, each.value().value());
                i = end;
            } else if (unit == null && own != null) {
                String[] value = own.value().split(" ");
                unit = lexicon.units.unit(value[0]);
                inUnit = new BigDecimal(value[1]);
                i = own.end();
            } else if (unit == null && counted != null) {
                noun = counted.value();
                unit = noun.unit();
                i = counted.end();
            } else if (text.is(Type.FILLER, i)) {
                i++;
            } else {
                return null;
            }
        }
        boolean powerOfTen = magnitude.compareTo(BigDecimal.ONE) >= 0
                && magnitude.stripTrailingZeros().unscaledValue().equals(BigInteger.ONE);
        boolean figure = numbered && unit != null && unit.dimension() == Dimension.PERCENT; // "100%"
        return (unit != null || numbered) && powerOfTen && !figure
                ? new Scale(unit, magnitude.multiply(inUnit), per, noun)
                : null;
    }

    /** A number in digits or a word for one that multiplies. */
    private @Nullable Hit<BigDecimal> number(int at, int end) {
        if (tokens.isNumber(at) && tokens.norm[at].length() <= LONGEST_NUMBER) {
            return new Hit<>(DigitString.read(tokens.norm[at]).value(), at, at + 1);
        }
        Hit<NumberWord> phrase = lexicon.numberPhrases.longest(tokens, at, end);
        if (phrase != null) {
            return new Hit<>(phrase.value().value(), at, phrase.end());
        }
        NumberWord word = tokens.isWord(at) ? lexicon.numberWords.get(Lemma.of(tokens.norm[at])) : null;
        boolean multiplies =
                word != null && (word.kind() == NumberWord.Kind.MAGNITUDE || word.kind() == NumberWord.Kind.UNIT);
        return multiplies ? new Hit<>(word.value(), at, at + 1) : null;
    }
}
