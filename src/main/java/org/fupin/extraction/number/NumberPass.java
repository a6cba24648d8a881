package org.fupin.extraction.number;

import java.math.BigDecimal;
import org.fupin.extraction.pattern.Keys;
import org.fupin.extraction.pattern.RuleTable;
import org.fupin.extraction.sentence.Mention;
import org.fupin.extraction.sentence.Pass;
import org.fupin.extraction.sentence.SentenceContext;
import org.fupin.extraction.text.Cardinals;
import org.fupin.extraction.text.Cardinals.Cardinal;
import org.fupin.extraction.text.Cardinals.Group;
import org.fupin.extraction.text.DigitString;
import org.fupin.extraction.text.Lexicon;
import org.fupin.extraction.text.PhraseIndex.Hit;
import org.fupin.extraction.text.Tokens;
import org.fupin.observation.LeftOutReason;
import org.fupin.reference.Language.NumberWord;
import org.jspecify.annotations.Nullable;

/**
 * Finds the numbers of a sentence, written in digits or in words, and reads their values. Every number token becomes
 * exactly one mention (or a part of one).
 */
public final class NumberPass implements Pass {

    private static final String NAME = "numbers";

    /**
     * Most characters of a number in digits. No figure has as many; what goes on for longer is an account or a rule drawn
     * with digits, and would cost the square of its length to calculate with.
     */
    static final int LONGEST = 40;

    /** Fewest letters of a magnitude that an article makes a number: "a dozen", but not "a Yi village". */
    private static final int ARTICLE_MAGNITUDE = 5;

    private final Lexicon lexicon;
    private final Cardinals cardinals;
    private final TornDigits torn;
    private final WrittenFractions fractions;
    private final RuleTable table;

    public NumberPass(Lexicon lexicon, RuleTable.Compiler rules) {
        this.lexicon = lexicon;
        cardinals = new Cardinals(lexicon);
        torn = new TornDigits(lexicon);
        fractions = new WrittenFractions(lexicon);
        table = rules.table(NAME, TornDigits.keys(Keys.NONE).withFlag(WrittenFractions.FRACTION));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean isForAll() {
        return true;
    }

    @Override
    public void apply(SentenceContext sentence) {
        Tokens tokens = sentence.tokens;
        RuleTable.InSentence rules = null;
        int at = 0;
        while (at < tokens.count) {
            if (tokens.isNumber(at)) {
                rules = rules == null ? table.in(sentence) : rules;
                at = digits(sentence, rules, at);
            } else if (tokens.isWord(at)) {
                at = mayBeNumber(tokens, at) ? word(sentence, at) : at + 1;
            } else {
                Mention sign = fractions.sign(sentence, at);
                at = sign == null ? at + 1 : add(sentence, sign);
            }
        }
    }

    private static int add(SentenceContext sentence, Mention mention) {
        sentence.mentions.add(mention);
        return mention.to;
    }

    private int digits(SentenceContext sentence, RuleTable.InSentence rules, int at) {
        Tokens tokens = sentence.tokens;
        Mention mention = new Mention(sentence, Mention.Form.DIGITS, at, at);
        if (tokens.norm[at].length() > LONGEST) {
            mention.value = BigDecimal.ZERO;
            mention.leaveOut(LeftOutReason.CONTACT, "too-long");
            return add(sentence, mention);
        }
        Mention stroke = fractions.stroke(sentence, rules, at);
        if (stroke != null) {
            return add(sentence, stroke);
        }
        torn.read(sentence, rules, mention);
        fractions.behind(tokens, mention);
        saidTwice(tokens, mention);
        // "12 ten thousand": the magnitude is no number of its own
        Hit<NumberWord> magnitude = mention.magnitudePhrase(lexicon);
        int end = add(sentence, mention);
        return magnitude == null ? end : magnitude.end();
    }

    /**
     * "3,000,000 (three million) yuan", "twenty (20) wells": the brackets say the same number in words or in digits, and
     * belong to it.
     */
    private void saidTwice(Tokens tokens, Mention mention) {
        Group first = multiplied(tokens, mention.value, mention.to);
        int open = first.end();
        boolean other = tokens.is(open, "(") && tokens.isNumber(open + 1) == (mention.form == Mention.Form.WORD);
        Group again = other ? numberAt(tokens, open + 1) : null;
        if (again == null || !tokens.is(again.end(), ")") || again.value().compareTo(first.value()) != 0) {
            return;
        }
        mention.value = first.value();
        mention.hasMagnitude |= open > mention.to;
        mention.lastNumber = again.end();
        mention.to = again.end() + 1;
        mention.rules.add("said-twice", open, mention.to);
    }

    /** The number, in digits or words, that begins at the token; null if none does. */
    private @Nullable Group numberAt(Tokens tokens, int at) {
        if (tokens.isNumber(at)) {
            boolean plain = tokens.norm[at].length() <= LONGEST;
            return plain ? multiplied(tokens, DigitString.read(tokens.norm[at]).value(), at + 1) : null;
        }
        Cardinal cardinal = tokens.isWord(at) ? cardinals.read(tokens, at) : null;
        if (cardinal == null || cardinal.isSum()) {
            return cardinal == null ? null : new Group(cardinal.value(), cardinal.last() + 1);
        }
        return multiplied(tokens, cardinal.value(), cardinal.last() + 1);
    }

    private Group multiplied(Tokens tokens, BigDecimal number, int from) {
        Group magnitudes = cardinals.magnitudes(tokens, from);
        return new Group(number.multiply(magnitudes.value()), magnitudes.end());
    }

    /** Whether a word can be a number, or begin one: few can. */
    private boolean mayBeNumber(Tokens tokens, int at) {
        return cardinals.canBegin(tokens, at) || lexicon.numberPhrases.opensAt(tokens, at);
    }

    private int word(SentenceContext sentence, int at) {
        Tokens tokens = sentence.tokens;
        Hit<NumberWord> phrase = lexicon.numberPhrases.longest(tokens, at, tokens.count);
        NumberWord.Kind kind = phrase == null ? null : phrase.value().kind();
        if (kind == NumberWord.Kind.UNIT && fractions.isMultiplied(tokens, phrase.end())) {
            // "half a million", "half an hour"
            Mention mention = new Mention(sentence, Mention.Form.WORD, at, phrase.end() - 1);
            mention.value = phrase.value().value();
            add(sentence, mention);
            return phrase.end() + 1;
        }
        if (kind == NumberWord.Kind.FRACTION && isFraction(tokens, phrase)) {
            return special(sentence, at, phrase.end() - 1, phrase.value());
        }
        Cardinal cardinal = cardinals.read(tokens, at);
        if (cardinal != null) {
            return cardinal(sentence, at, cardinal);
        }
        NumberWord single = tokens.words(lexicon.vocabulary)[at].number();
        if (single == null) {
            return compound(sentence, at);
        }
        if (single.kind() == NumberWord.Kind.MAGNITUDE) {
            return isWithArticle(sentence, at) ? withArticle(sentence, at, single.value()) : at + 1;
        }
        return special(sentence, at, at, single);
    }

    /** "a third" is a fraction where something follows that it is a part of, else it may count ("a third visit"). */
    private static boolean isFraction(Tokens tokens, Hit<NumberWord> phrase) {
        return !tokens.is(phrase.begin(), "a") || tokens.is(phrase.end(), "of");
    }

    private int cardinal(SentenceContext sentence, int at, Cardinal cardinal) {
        Tokens tokens = sentence.tokens;
        if (tokens.is(at, "a") && !cardinal.isSum() && !cardinals.hasRest(cardinal)) {
            return at + 1; // "a hundred wells": the number begins behind the article
        }
        Mention mention = new Mention(sentence, Mention.Form.WORD, at, cardinal.last());
        mention.value = cardinal.value();
        mention.hasMagnitude = cardinal.isSum();
        if (!cardinal.isSum()) {
            fractions.added(tokens, mention, BigDecimal.ONE);
        }
        saidTwice(tokens, mention);
        return add(sentence, mention);
    }

    /** "a dozen wells", "a hundred farmers"; without the article ("hundreds of", "several hundred") it is vague. */
    private boolean isWithArticle(SentenceContext sentence, int at) {
        Tokens tokens = sentence.tokens;
        return tokens.is(at - 1, "a")
                && tokens.norm[at].length() >= ARTICLE_MAGNITUDE
                && tokens.isWord(at + 1)
                && !tokens.is(at + 1, "of");
    }

    private int withArticle(SentenceContext sentence, int at, BigDecimal value) {
        Mention mention = new Mention(sentence, Mention.Form.WORD, at, at);
        mention.value = value;
        mention.hasMagnitude = true;
        mention.lead = at - 1;
        fractions.added(sentence.tokens, mention, value); // "a million and a half yuan"
        return add(sentence, mention);
    }

    /** "three-year", "two-way": a name or a duration, judged with what follows. */
    private int compound(SentenceContext sentence, int at) {
        String word = sentence.tokens.norm[at];
        int hyphen = word.indexOf('-');
        NumberWord number = hyphen > 0 ? lexicon.numberWords.get(word.substring(0, hyphen)) : null;
        if (number != null && number.kind() == NumberWord.Kind.UNIT) {
            Mention mention = new Mention(sentence, Mention.Form.WORD, at, at);
            mention.value = number.value();
            mention.gluedToWord = true;
            sentence.mentions.add(mention);
        }
        return at + 1;
    }

    private int special(SentenceContext sentence, int from, int to, NumberWord word) {
        boolean fraction = word.kind() == NumberWord.Kind.FRACTION;
        Mention mention = new Mention(sentence, fraction ? Mention.Form.FRACTION : Mention.Form.MULTIPLE, from, to);
        mention.value = word.value();
        mention.unit = fraction ? lexicon.percent : lexicon.times;
        mention.rules.add(fraction ? WrittenFractions.FRACTION : "multiple");
        return add(sentence, mention);
    }
}
