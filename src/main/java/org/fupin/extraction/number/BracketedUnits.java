package org.fupin.extraction.number;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.fupin.extraction.sentence.Mention;
import org.fupin.extraction.sentence.NumberShape;
import org.fupin.extraction.sentence.SentenceContext;
import org.fupin.extraction.text.Cardinals;
import org.fupin.extraction.text.Cardinals.Group;
import org.fupin.extraction.text.CueType;
import org.fupin.extraction.text.DigitString;
import org.fupin.extraction.text.FootnoteMark;
import org.fupin.extraction.text.Lexicon;
import org.fupin.extraction.text.Lexicon.UnitWord;
import org.fupin.extraction.text.PhraseIndex.Hit;
import org.fupin.extraction.text.Tokens;
import org.fupin.observation.LeftOutReason;
import org.fupin.reference.Language.NumberWord;
import org.jspecify.annotations.Nullable;

/**
 * Units that are told apart from their numbers, as in Chinese tables: "350 (10,000 yuan)" is 3,500,000 yuan, and so is each
 * number behind "unit: 10,000 yuan". The number in such a unit is none of its own.
 */
final class BracketedUnits {

    private static final BigDecimal TEN = BigDecimal.TEN;

    private final Lexicon lexicon;
    private final Cardinals cardinals;

    BracketedUnits(Lexicon lexicon) {
        this.lexicon = lexicon;
        cardinals = new Cardinals(lexicon);
    }

    /** A unit with its power of ten, to before the token {@code end}. */
    private record Scaled(BigDecimal power, @Nullable UnitWord unit, int end) {

        boolean isPower() {
            return power.compareTo(BigDecimal.ONE) > 0;
        }
    }

    /** "350 (10,000 yuan)", "12 (ten thousand persons)", "80 (million yuan)": takes the bracket into the quantity. */
    void unit(SentenceContext sentence, Mention mention) {
        Tokens tokens = sentence.tokens;
        int open = mention.to;
        Scaled scaled = tokens.is(open, "(") && isBare(sentence, mention) ? scaled(tokens, open + 1) : null;
        if (scaled == null) {
            return;
        }
        boolean measures = scaled.unit() != null && tokens.is(scaled.end(), ")");
        boolean counts = scaled.unit() == null && scaled.isPower() && countsInBrackets(sentence, scaled.end());
        if (measures || counts) {
            apply(mention, scaled);
            mention.to = measures ? scaled.end() + 1 : scaled.end();
            mention.rules.add("unit-in-brackets", open, mention.to);
        }
    }

    /** "(10,000 persons)": one noun, and the bracket closes. */
    private boolean countsInBrackets(SentenceContext sentence, int at) {
        Hit<Lexicon.Noun> noun = lexicon.nouns.longest(sentence.tokens, at, sentence.tokens.count);
        return noun != null && sentence.tokens.is(noun.end(), ")");
    }

    /** "(unit: 10,000 yuan)": leaves its number out and gives the unit to the bare numbers behind it in the sentence. */
    void header(SentenceContext sentence) {
        Tokens tokens = sentence.tokens;
        Scaled told = null;
        for (Mention mention : sentence.mentions) {
            int before = mention.from - 1;
            boolean header = tokens.is(before, ":") && sentence.cueAt(CueType.UNIT_HEADER, before - 1);
            Scaled scaled = header ? scaled(tokens, mention.firstNumber) : null;
            if (scaled != null && scaled.unit() != null) {
                told = scaled;
                mention.leaveOut(LeftOutReason.TABLE, "unit-header");
            } else if (told != null && isBare(sentence, mention)) {
                apply(mention, told);
                mention.rules.add("unit-of-header");
            }
        }
    }

    /** A number in digits with nothing that it counts behind it, and no year. */
    private static boolean isBare(SentenceContext sentence, Mention mention) {
        Tokens tokens = sentence.tokens;
        return mention.unit == null
                && !mention.hasMagnitude
                && !mention.isLeftOut()
                && mention.form == Mention.Form.DIGITS
                && !NumberShape.isYear(tokens, mention)
                && (!tokens.isWord(mention.to) || sentence.cueAt(CueType.LIST_JOINER, mention.to));
    }

    private static void apply(Mention mention, Scaled scaled) {
        mention.magnitude = scaled.power();
        mention.hasMagnitude = scaled.isPower();
        mention.value = mention.value.multiply(scaled.power());
        if (scaled.unit() != null) {
            MeasuredUnits.set(mention, scaled.unit().unit(), scaled.unit().factor());
        }
    }

    /** "10,000 yuan", "100 million yuan", "ten thousand mu", "yuan"; null where the number is no power of ten. */
    private @Nullable Scaled scaled(Tokens tokens, int from) {
        BigDecimal power = BigDecimal.ONE;
        int at = from;
        if (tokens.isNumber(at)) {
            power = DigitString.read(tokens.norm[at]).value();
            at++;
            int exponent = tokens.isGlued(at) ? FootnoteMark.raised(tokens.norm[at]) : -1;
            if (exponent >= 0 && power.compareTo(TEN) == 0) {
                power = TEN.pow(exponent); // "(10⁴ yuan)"
                at++;
            }
            if (!isPowerOfTen(power)) {
                return null;
            }
        } else {
            Hit<NumberWord> phrase = lexicon.numberPhrases.longest(tokens, at, tokens.count);
            if (phrase != null && phrase.value().kind() == NumberWord.Kind.MAGNITUDE) {
                power = phrase.value().value();
                at = phrase.end();
            }
        }
        Group words = cardinals.magnitudes(tokens, at);
        power = power.multiply(words.value());
        at = words.end();
        Hit<UnitWord> unit = lexicon.unitWords.longest(tokens, at, tokens.count);
        return new Scaled(power, unit == null ? null : unit.value(), unit == null ? at : unit.end());
    }

    private static boolean isPowerOfTen(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return number.compareTo(TEN) >= 0
                && stripped.scale() <= 0
                && stripped.unscaledValue().equals(BigInteger.ONE);
    }
}
