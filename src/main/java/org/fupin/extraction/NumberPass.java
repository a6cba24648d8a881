package org.fupin.extraction;

import java.math.BigDecimal;
import org.fupin.observation.LeftOutReason;
import org.fupin.observation.Observation;
import org.fupin.reference.Language.NumberWord;

/**
 * Finds the numbers of a sentence, written in digits or in words, and reads their values. Every number token becomes
 * exactly one mention (or a part of one).
 */
final class NumberPass implements Pass {

    /**
     * Most characters of a number in digits. No figure has as many; what goes on for longer is an account or a rule drawn
     * with digits, and would cost the square of its length to calculate with.
     */
    private static final int LONGEST = 40;

    private final Lexicon lexicon;

    NumberPass(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    @Override
    public String name() {
        return "numbers";
    }

    @Override
    public void apply(SentenceContext sentence) {
        Tokens tokens = sentence.tokens;
        int at = 0;
        while (at < tokens.count) {
            if (tokens.isNumber(at)) {
                at = digits(sentence, at);
            } else if (tokens.isWord(at)) {
                at = word(sentence, at);
            } else {
                at++;
            }
        }
    }

    private int digits(SentenceContext sentence, int at) {
        Tokens tokens = sentence.tokens;
        Mention mention = new Mention(sentence, Mention.Form.DIGITS, at, at);
        if (tokens.norm[at].length() > LONGEST) {
            mention.value = BigDecimal.ZERO;
            mention.leaveOut(LeftOutReason.OTHER, "too-long");
            sentence.mentions.add(mention);
            return at + 1;
        }
        DigitString read = DigitString.read(tokens.norm[at]);
        mention.value = read.value();
        if (read.repaired()) {
            mention.flags.add(Observation.REPAIRED);
            mention.rules.add("number-repaired");
        }
        if (isBroken(tokens, at)) {
            // "1607 2 roads": two numbers with nothing between them are one that was torn apart
            mention.lastNumber = at + 1;
            mention.to = at + 2;
            mention.value = new BigDecimal(tokens.norm[at].replace(",", "") + tokens.norm[at + 1]);
            mention.flags.add(Observation.REPAIRED);
            mention.rules.add("number-torn");
        }
        sentence.mentions.add(mention);
        return mention.lastNumber + 1;
    }

    private static boolean isBroken(Tokens tokens, int at) {
        return tokens.isNumber(at + 1)
                && !tokens.isGlued(at + 1)
                && tokens.norm[at + 1].length() <= 2
                && tokens.norm[at].length() > 2
                && !tokens.norm[at].contains(".")
                && !tokens.is(at + 2, ".");
    }

    private int word(SentenceContext sentence, int at) {
        Tokens tokens = sentence.tokens;
        PhraseIndex.Hit<NumberWord> fraction = lexicon.fractions.longest(tokens, at, tokens.count);
        if (fraction != null) {
            return special(sentence, at, fraction.end() - 1, fraction.value());
        }
        NumberWord first = lexicon.numberWords.get(tokens.norm[at]);
        if (first == null) {
            return compound(sentence, at);
        }
        switch (first.kind()) {
            case FRACTION, MULTIPLE -> {
                return special(sentence, at, at, first);
            }
            case MAGNITUDE -> {
                // "hundreds of" and "million" without a number are vague; a magnitude after digits is read with them
                return at + 1;
            }
            default -> {
                Mention mention = new Mention(sentence, Mention.Form.WORD, at, at);
                mention.value = first.value();
                sentence.mentions.add(mention);
                return at + 1;
            }
        }
    }

    /** "twenty-five", "thirty-two". */
    private int compound(SentenceContext sentence, int at) {
        String word = sentence.tokens.norm[at];
        int hyphen = word.indexOf('-');
        if (hyphen > 0) {
            NumberWord tens = lexicon.numberWords.get(word.substring(0, hyphen));
            NumberWord ones = lexicon.numberWords.get(word.substring(hyphen + 1));
            if (tens != null && tens.kind() == NumberWord.Kind.UNIT) {
                Mention mention = new Mention(sentence, Mention.Form.WORD, at, at);
                mention.value = tens.value();
                if (ones != null
                        && ones.kind() == NumberWord.Kind.UNIT
                        && tens.value().intValue() >= 20) {
                    mention.value = tens.value().add(ones.value());
                } else if (ones == null) {
                    // "three-year", "two-way": a name or a duration, judged with what follows
                    mention.gluedToWord = true;
                }
                sentence.mentions.add(mention);
            }
        }
        return at + 1;
    }

    private int special(SentenceContext sentence, int from, int to, NumberWord word) {
        Mention.Form form = word.kind() == NumberWord.Kind.FRACTION ? Mention.Form.FRACTION : Mention.Form.MULTIPLE;
        Mention mention = new Mention(sentence, form, from, to);
        mention.value = word.value();
        mention.unit = form == Mention.Form.FRACTION ? lexicon.percent : lexicon.times;
        mention.rules.add(form == Mention.Form.FRACTION ? "fraction" : "multiple");
        sentence.mentions.add(mention);
        return to + 1;
    }
}
