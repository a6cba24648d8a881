package org.fupin.extraction.number;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Set;
import java.util.stream.Collectors;
import org.fupin.extraction.pattern.Keys;
import org.fupin.extraction.pattern.RuleTable;
import org.fupin.extraction.pattern.RuleTable.Applied;
import org.fupin.extraction.sentence.Mention;
import org.fupin.extraction.sentence.SentenceContext;
import org.fupin.extraction.text.CueType;
import org.fupin.extraction.text.Lexicon;
import org.fupin.extraction.text.Lexicon.UnitWord;
import org.fupin.extraction.text.PhraseIndex.Hit;
import org.fupin.extraction.text.Tokens;
import org.fupin.observation.Dimension;
import org.fupin.observation.Unit;
import org.jspecify.annotations.Nullable;

/**
 * Finds the units and currencies of numbers, behind them or before. Words that are a unit only among certain others are rows
 * of the rules.
 */
final class MeasuredUnits {

    private static final String UNIT = "unit";
    private static final String FACTOR = "factor";

    /** Digits of a factor from which on it is a rounded one, and those of a value in its unit. */
    private static final int FACTOR_DIGITS = 10;

    private static final MathContext FACTOR_ROUNDING = new MathContext(FACTOR_DIGITS);

    /** Most tokens of a currency before a number. */
    private static final int LONGEST_BEFORE = 3;

    private static final Set<Dimension> COUNTED = Set.of(Dimension.PEOPLE, Dimension.HOUSEHOLDS);

    private final Lexicon lexicon;

    MeasuredUnits(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    /** What the rows conclude. */
    Keys keys(Keys others) {
        Set<String> codes = lexicon.units.all().stream().map(Unit::code).collect(Collectors.toSet());
        return others.with(UNIT, codes).withText(FACTOR);
    }

    /** @param taken the first token that does not belong to the quantity before */
    void read(SentenceContext sentence, RuleTable.InSentence rules, Mention mention, int taken) {
        Hit<UnitWord> hit = behind(sentence, rules, mention);
        if (hit != null) {
            Unit unit = hit.value().unit();
            set(mention, unit, hit.value().factor());
            if (COUNTED.contains(unit.dimension())) {
                mention.nounFrom = hit.begin();
                mention.nounTo = hit.end();
            } else {
                mention.to = hit.end();
            }
            mention.rules.add("unit:" + unit.code(), hit);
        }
        Hit<UnitWord> before = currencyBefore(sentence.tokens, mention.firstNumber, taken);
        if (before != null && (hit == null || before.value().unit().equals(mention.unit))) {
            // "RMB 1.2 million yuan" names its currency twice
            mention.unit = before.value().unit();
            mention.from = before.begin();
            mention.lead = before.begin();
            mention.rules.add("unit-before:" + mention.unit.code(), before);
        }
    }

    static void set(Mention mention, Unit unit, BigDecimal factor) {
        BigDecimal value = mention.value.multiply(factor);
        mention.unit = unit;
        mention.factor = factor;
        // a month is a twelfth of a year, which has no end in decimals
        mention.value = factor.precision() > FACTOR_DIGITS ? value.round(FACTOR_ROUNDING) : value;
    }

    private @Nullable Hit<UnitWord> behind(SentenceContext sentence, RuleTable.InSentence rules, Mention mention) {
        Tokens tokens = sentence.tokens;
        int at = afterHyphen(tokens, mention.to);
        Hit<UnitWord> hit = at(tokens, at);
        if (hit == null && tokens.isWord(at)) {
            hit = hyphenated(tokens, at);
        }
        if (hit == null && sentence.cueAt(CueType.UNIT_ADJECTIVE, at)) {
            Hit<UnitWord> time = at(tokens, at + 1);
            return time != null && time.value().unit().dimension() == Dimension.TIME ? time : null;
        }
        if (hit == null && tokens.isWord(at)) {
            Applied row = rules.first(mention, UNIT);
            if (row == null) {
                return null;
            }
            mention.rules.add(row.rule(), row.from(), row.to());
            return new Hit<>(unit(row), at, at + 1);
        }
        return hit == null || isCapitalLetter(tokens, hit) ? null : hit;
    }

    private UnitWord unit(Applied row) {
        return new UnitWord(lexicon.units.unit(row.value(UNIT)), new BigDecimal(row.value(FACTOR)));
    }

    /** "500 m2" are square meters, "28 m 2 wells" are not: the digit of a unit stands right behind its letters. */
    @Nullable
    Hit<UnitWord> at(Tokens tokens, int at) {
        Hit<UnitWord> hit = lexicon.unitWords.longest(tokens, at, tokens.count);
        for (int i = at + 1; hit != null && i < hit.end(); i++) {
            if (tokens.isNumber(i) && !tokens.isGlued(i)) {
                return lexicon.unitWords.longest(tokens, at, i);
            }
        }
        return hit;
    }

    /** The longest currency that ends right before the number, or before a sign at it; null if none does. */
    @Nullable
    Hit<UnitWord> currencyBefore(Tokens tokens, int number, int taken) {
        int end = Signs.isMinus(tokens, number - 1) && tokens.isGlued(number - 1) ? number - 1 : number;
        for (int begin = Math.max(taken, end - LONGEST_BEFORE); begin < end; begin++) {
            Hit<UnitWord> hit = lexicon.unitWords.longest(tokens, begin, end);
            if (hit != null && hit.end() == end && hit.value().unit().dimension() == Dimension.MONEY) {
                return hit;
            }
        }
        return null;
    }

    /** "10-kilometer-long": the unit is the first part of a compound. */
    private @Nullable Hit<UnitWord> hyphenated(Tokens tokens, int at) {
        int hyphen = tokens.norm[at].indexOf('-');
        if (hyphen <= 0) {
            return null;
        }
        Tokens part = Tokens.of(tokens.norm[at].substring(0, hyphen), 0);
        Hit<UnitWord> hit = lexicon.unitWords.longest(part, 0, part.count);
        return hit == null ? null : new Hit<>(hit.value(), at, at + 1);
    }

    /** One letter is a unit only where it is a small one: "35 m" but not "3 M". */
    private static boolean isCapitalLetter(Tokens tokens, Hit<UnitWord> hit) {
        return hit.length() == 1 && tokens.norm[hit.begin()].length() == 1 && tokens.isCapitalised(hit.begin());
    }

    /** Behind the hyphen between a number and a word, {@code at} itself where none stands there. */
    static int afterHyphen(Tokens tokens, int at) {
        boolean hyphen = tokens.is(at, "-") && tokens.isGlued(at) && tokens.isGlued(at + 1) && tokens.isWord(at + 1);
        return hyphen ? at + 1 : at;
    }
}
