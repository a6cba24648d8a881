package org.fupin.extraction.number;

import java.math.BigDecimal;
import org.fupin.extraction.pattern.RuleTable;
import org.fupin.extraction.sentence.Mention;
import org.fupin.extraction.sentence.SentenceContext;
import org.fupin.extraction.text.DigitString;
import org.fupin.extraction.text.Fractions;
import org.fupin.extraction.text.Fractions.Fraction;
import org.fupin.extraction.text.Lexicon;
import org.fupin.extraction.text.PhraseIndex.Hit;
import org.fupin.extraction.text.Tokens;
import org.fupin.reference.Language.NumberWord;
import org.jspecify.annotations.Nullable;

/** Reads fractions with a stroke or as one sign, alone and behind whole numbers, and those that "and" adds to a number. */
final class WrittenFractions {

    /** The rule of fractions, and what rows conclude on digits with a stroke. */
    static final String FRACTION = "fraction";

    private static final String MIXED = "number-mixed";

    /** Greatest number below the stroke of a fraction behind a whole number: sixteenths. */
    private static final int GREATEST_MIXED = 16;

    private final Lexicon lexicon;

    WrittenFractions(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    /** "½ of the villages", "¾ mu". */
    @Nullable
    Mention sign(SentenceContext sentence, int at) {
        Fraction sign = Fractions.at(sentence.tokens, at);
        return sign == null ? null : mention(sentence, at, sign);
    }

    /** "3/4 of the villages", "1/2 mu", "rose by 1/3": but not "on 3/4", "24/7". */
    @Nullable
    Mention stroke(SentenceContext sentence, RuleTable.InSentence rules, int at) {
        Mention mention = sign(sentence, at);
        if (mention == null || mention.unit == null) {
            return mention;
        }
        RuleTable.Applied row = rules.first(mention, FRACTION);
        if (row != null) {
            mention.rules.add(row.rule(), row.from(), row.to());
        }
        return row == null ? null : mention;
    }

    /** A fraction of a whole is in percent; before a magnitude or a unit it is a number: "½ million", "3/4 mu". */
    private Mention mention(SentenceContext sentence, int at, Fraction fraction) {
        boolean number = isMultiplied(sentence.tokens, fraction.last() + 1);
        Mention mention =
                new Mention(sentence, number ? Mention.Form.DIGITS : Mention.Form.FRACTION, at, fraction.last());
        mention.value = number ? fraction.value() : fraction.percent();
        mention.unit = number ? null : lexicon.percent;
        mention.rules.add(number ? MIXED : FRACTION);
        return mention;
    }

    /** Whether a magnitude or a unit follows. */
    boolean isMultiplied(Tokens tokens, int at) {
        int after = tokens.is(at, "-") ? at + 1 : at;
        return tokens.isWord(after)
                && (lexicon.isMagnitude(tokens.norm[after])
                        || lexicon.unitWords.longest(tokens, after, tokens.count) != null);
    }

    /** "2 1/2 million", "2½", "2 and a half": what belongs to the whole number before it. */
    void behind(Tokens tokens, Mention mention) {
        boolean year = DigitString.isYear(tokens.norm[mention.firstNumber]);
        Fraction fraction = Fractions.at(tokens, mention.to);
        boolean whole = fraction != null && mention.value.stripTrailingZeros().scale() <= 0;
        boolean stroke =
                whole && !year && fraction.denominator() <= GREATEST_MIXED && isMultiplied(tokens, fraction.last() + 1);
        if (stroke || whole && fraction.last() == mention.to) {
            extend(mention, fraction.value(), fraction.last() + 1);
        }
        if (!year) {
            added(tokens, mention, BigDecimal.ONE);
        }
    }

    /** "and a half", "and three quarters", of the magnitude before it. */
    void added(Tokens tokens, Mention mention, BigDecimal magnitude) {
        Hit<NumberWord> hit = lexicon.numberPhrases.longest(tokens, mention.to, tokens.count);
        boolean added = hit != null && hit.value().kind() == NumberWord.Kind.ADDED && !tokens.is(hit.end(), "of");
        if (added) {
            extend(mention, magnitude.multiply(hit.value().value()), hit.end());
        }
    }

    private static void extend(Mention mention, BigDecimal more, int to) {
        mention.value = mention.value.add(more);
        mention.lastNumber = to - 1;
        mention.to = to;
        mention.rules.add(MIXED);
    }
}
