package org.fupin.extraction.number;

import java.math.BigDecimal;
import org.fupin.extraction.sentence.Mention;
import org.fupin.extraction.sentence.NounPhrases;
import org.fupin.extraction.sentence.SentenceContext;
import org.fupin.extraction.text.Cardinals;
import org.fupin.extraction.text.Cardinals.Group;
import org.fupin.extraction.text.DigitString;
import org.fupin.extraction.text.Lexicon;
import org.fupin.extraction.text.Lexicon.UnitWord;
import org.fupin.extraction.text.PhraseIndex.Hit;
import org.fupin.extraction.text.Tokens;
import org.fupin.observation.Dimension;
import org.fupin.observation.Measure;
import org.fupin.observation.Observation;
import org.fupin.reference.Language.NumberWord;
import org.jspecify.annotations.Nullable;

/** Multiplies numbers with the magnitudes behind them: words, misspelt words, abbreviations. */
final class Magnitudes {

    /** Most digits of the thousands of a number whose millions have been told. */
    private static final int LONGEST_REST = 7;

    private static final BigDecimal THOUSAND = new BigDecimal(1000);

    private final Lexicon lexicon;
    private final Cardinals cardinals;
    private final MeasuredUnits units;
    private final WrittenFractions fractions;
    private final NounPhrases phrases;

    Magnitudes(Lexicon lexicon, MeasuredUnits units) {
        this.lexicon = lexicon;
        this.units = units;
        cardinals = new Cardinals(lexicon);
        fractions = new WrittenFractions(lexicon);
        phrases = new NounPhrases(lexicon);
    }

    /** @param taken the first token that does not belong to the quantity before */
    void read(SentenceContext sentence, Mention mention, int taken) {
        Tokens tokens = sentence.tokens;
        Hit<NumberWord> phrase = mention.magnitudePhrase(lexicon);
        if (phrase != null) {
            multiply(mention, phrase.value().value(), phrase.end());
            return;
        }
        int at = MeasuredUnits.afterHyphen(tokens, mention.to);
        Group words = cardinals.magnitudes(tokens, at);
        if (words.end() > at) {
            multiply(mention, words.value(), words.end());
        } else {
            misspelt(tokens, mention, at);
        }
        if (mention.form == Mention.Form.DIGITS && mention.hasMagnitude) {
            rest(tokens, mention);
        }
        if (mention.hasMagnitude && mention.to > mention.firstNumber + 1) {
            fractions.added(tokens, mention, mention.magnitude); // "two million and a half"
        }
        if (!mention.hasMagnitude) {
            abbreviated(sentence, mention, at, taken);
        }
    }

    private static void multiply(Mention mention, BigDecimal magnitude, int end) {
        mention.magnitude = mention.magnitude.multiply(magnitude);
        mention.value = mention.value.multiply(magnitude);
        mention.hasMagnitude = true;
        mention.lastNumber = end - 1;
        mention.to = end;
    }

    /** "1 million 200 thousand yuan", "1 billion 250 million": the rest of the number in a smaller magnitude. */
    private void rest(Tokens tokens, Mention mention) {
        BigDecimal last = mention.magnitude;
        int at = mention.to;
        while (tokens.isNumber(at) && !tokens.isGlued(at) && tokens.norm[at].length() <= LONGEST_REST) {
            Group magnitude = cardinals.magnitudes(tokens, at + 1);
            BigDecimal rest = DigitString.read(tokens.norm[at]).value().multiply(magnitude.value());
            boolean smaller = magnitude.end() > at + 1 && rest.compareTo(last) < 0;
            if (!smaller || mention.value.remainder(last).signum() != 0) {
                return;
            }
            mention.value = mention.value.add(rest);
            mention.lastNumber = magnitude.end() - 1;
            mention.to = magnitude.end();
            mention.rules.add("number-rest", at, mention.to);
            last = magnitude.value();
            at = mention.to;
        }
    }

    /** "560 milliion yuan": the word between digits and a unit can only be a magnitude. */
    private void misspelt(Tokens tokens, Mention mention, int at) {
        boolean digits = mention.form == Mention.Form.DIGITS && tokens.isWord(at);
        if (!digits || units.at(tokens, at) != null || units.at(tokens, at + 1) == null) {
            return;
        }
        NumberWord magnitude = lexicon.misspeltMagnitude(tokens.norm[at]);
        if (magnitude != null) {
            multiply(mention, magnitude.value(), at + 1);
            mention.flags.add(Observation.REPAIRED);
            mention.rules.add("magnitude-repaired", at, at + 1);
        }
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
        boolean stopped = tokens.is(at + 1, ".") && tokens.isGlued(at + 1) && units.at(tokens, at + 2) != null;
        int end = stopped ? at + 2 : at + 1;
        Hit<UnitWord> behind = units.at(tokens, end);
        boolean letter = tokens.norm[at].length() == 1;
        boolean multiplies = behind != null && (letter || behind.value().unit().dimension() == Dimension.MONEY)
                || units.currencyBefore(tokens, mention.firstNumber, taken) != null
                || magnitude.value().compareTo(THOUSAND) == 0 && tokens.isGlued(at) && tokens.isWord(end)
                || letter && countsPeople(phrases.after(sentence, end));
        if (multiplies) {
            multiply(mention, magnitude.value(), end);
            mention.rules.add("magnitude-abbreviated", at, at + 1);
        }
    }

    /** Whether people, households or animals are counted. */
    private boolean countsPeople(NounPhrases.@Nullable Phrase things) {
        Lexicon.Noun noun = things == null ? null : things.noun();
        return noun != null
                && (noun.unit().equals(lexicon.person)
                        || noun.unit().equals(lexicon.household)
                        || noun.measure() == Measure.LIVESTOCK);
    }
}
