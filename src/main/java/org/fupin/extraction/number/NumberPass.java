package org.fupin.extraction.number;

import java.math.BigDecimal;
import org.fupin.extraction.sentence.Mention;
import org.fupin.extraction.sentence.Pass;
import org.fupin.extraction.sentence.SentenceContext;
import org.fupin.extraction.text.Cardinals;
import org.fupin.extraction.text.CueType;
import org.fupin.extraction.text.DigitString;
import org.fupin.extraction.text.Fractions;
import org.fupin.extraction.text.Fractions.Fraction;
import org.fupin.extraction.text.Lexicon;
import org.fupin.extraction.text.PhraseIndex;
import org.fupin.extraction.text.Tokens;
import org.fupin.observation.LeftOutReason;
import org.fupin.observation.Observation;
import org.fupin.reference.Language.NumberWord;
import org.jspecify.annotations.Nullable;

/**
 * Finds the numbers of a sentence, written in digits or in words, and reads their values. Every number token becomes
 * exactly one mention (or a part of one).
 */
public final class NumberPass implements Pass {

    /**
     * Most characters of a number in digits. No figure has as many; what goes on for longer is an account or a rule drawn
     * with digits, and would cost the square of its length to calculate with.
     */
    private static final int LONGEST = 40;

    /** Most tokens between the first and the last part of a number that is torn apart. */
    private static final int LONGEST_TORN = 6;

    /** Greatest number below the stroke of a fraction behind a whole number: sixteenths. */
    private static final int GREATEST_MIXED = 16;

    /** How far behind a number is looked for what makes it one of a list, or the subject of a verb. */
    private static final int LISTED = 8;

    /** Fewest letters of a magnitude that an article makes a number: "a dozen", but not "a Yi village". */
    private static final int ARTICLE_MAGNITUDE = 5;

    /** Most magnitude words of a number. */
    private static final int MOST_MAGNITUDES = 4;

    /** Tokens of "and a half". */
    static final int AND_A_HALF = 3;

    private static final BigDecimal HALF = new BigDecimal("0.5");

    private final Lexicon lexicon;
    private final Cardinals cardinals;
    private final DigitGroups groups;
    private final SharesOfMany shares;

    public NumberPass(Lexicon lexicon) {
        this.lexicon = lexicon;
        this.cardinals = new Cardinals(lexicon);
        this.groups = new DigitGroups(lexicon);
        this.shares = new SharesOfMany(lexicon);
    }

    @Override
    public String name() {
        return "numbers";
    }

    @Override
    public boolean isForAll() {
        return true;
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
                at = sign(sentence, at);
            }
        }
        shares.apply(sentence);
    }

    /** "½ of the villages", "¾ mu". */
    private int sign(SentenceContext sentence, int at) {
        Fraction fraction = Fractions.at(sentence.tokens, at);
        return fraction == null ? at + 1 : fraction(sentence, at, fraction);
    }

    /** A fraction of a whole is in percent; before a magnitude or a unit it is a number: "½ million", "3/4 mu". */
    private int fraction(SentenceContext sentence, int at, Fraction fraction) {
        Tokens tokens = sentence.tokens;
        boolean number = isMultiplied(tokens, fraction.last() + 1);
        Mention mention =
                new Mention(sentence, number ? Mention.Form.DIGITS : Mention.Form.FRACTION, at, fraction.last());
        mention.value = number ? fraction.value() : fraction.percent();
        mention.unit = number ? null : lexicon.percent;
        mention.rules.add(number ? "number-mixed" : "fraction");
        sentence.mentions.add(mention);
        return mention.to;
    }

    /** Whether a magnitude or a unit follows. */
    private boolean isMultiplied(Tokens tokens, int at) {
        int after = tokens.is(at, "-") ? at + 1 : at;
        return tokens.isWord(after)
                && (lexicon.isMagnitude(tokens.norm[after])
                        || lexicon.unitWords.longest(tokens, after, tokens.count) != null);
    }

    /**
     * "3/4 of the villages", "1/2 mu", "rose by 1/3": but not "on 3/4", "24/7". A fraction has a part of something behind
     * it, or before it a word that tells how much.
     */
    private boolean isFractionOf(SentenceContext sentence, int at, Fraction fraction) {
        Tokens tokens = sentence.tokens;
        int after = fraction.last() + 1;
        if (tokens.is(after, "of") || isMultiplied(tokens, after)) {
            return true;
        }
        boolean told = tokens.is(after, "were") || tokens.is(after, "was");
        return sentence.cueAt(CueType.QUALIFIER, at - 1) && !tokens.is(at - 1, "no")
                || tokens.is(at - 1, "by")
                || told && !tokens.is(at - 1, "on") && !sentence.cueAt(CueType.MONTH, at - 1)
                || sentence.cueAt(CueType.UP, at - 1)
                || sentence.cueAt(CueType.DOWN, at - 1)
                || sentence.lastCue(CueType.SHARE, at - 3, at) != null;
    }

    /** "2 1/2", "2½": a fraction right behind a whole number belongs to it. */
    private void mixed(SentenceContext sentence, Mention mention) {
        Tokens tokens = sentence.tokens;
        int at = mention.to;
        Fraction fraction = Fractions.at(tokens, at);
        if (fraction == null || mention.value.stripTrailingZeros().scale() > 0) {
            return;
        }
        boolean sign = fraction.last() == at;
        boolean apart = !sign
                && (DigitString.isYear(tokens.norm[mention.firstNumber])
                        || tokens.is(fraction.last() + 1, "of")
                        || fraction.denominator() > GREATEST_MIXED
                        || sentence.cueAt(CueType.MONTH, mention.from - 1)
                        || sentence.cueAt(CueType.NAME_BEFORE, mention.from - 1)
                        || !tokens.isWord(fraction.last() + 1) && !tokens.is(fraction.last() + 1, "-"));
        if (!apart) {
            add(mention, fraction.value(), fraction.last());
        }
    }

    private static void add(Mention mention, BigDecimal fraction, int last) {
        mention.value = mention.value.add(fraction);
        mention.lastNumber = last;
        mention.to = last + 1;
        mention.rules.add("number-mixed");
    }

    private int digits(SentenceContext sentence, int at) {
        Tokens tokens = sentence.tokens;
        Mention mention = new Mention(sentence, Mention.Form.DIGITS, at, at);
        if (tokens.norm[at].length() > LONGEST) {
            mention.value = BigDecimal.ZERO;
            mention.leaveOut(LeftOutReason.CONTACT, "too-long");
            sentence.mentions.add(mention);
            return at + 1;
        }
        Fraction fraction = Fractions.at(tokens, at);
        if (fraction != null && isFractionOf(sentence, at, fraction)) {
            return fraction(sentence, at, fraction);
        }
        int grouped = groups.last(sentence, at);
        int last = lastOfTorn(sentence, at, grouped);
        DigitString read = DigitString.read(last == at ? tokens.norm[at] : joined(tokens, at, last));
        mention.value = read.value();
        mention.lastNumber = last;
        mention.to = last + 1;
        if (read.repaired()) {
            mention.flags.add(Observation.REPAIRED);
            mention.rules.add("number-repaired");
        }
        if (grouped > at) {
            mention.rules.add("number-grouped");
        }
        if (last > grouped) {
            mention.flags.add(Observation.REPAIRED);
            mention.rules.add("number-torn");
        }
        mixed(sentence, mention);
        andAHalf(tokens, mention);
        sentence.mentions.add(mention);
        if (saidTwice(tokens, mention)) {
            return mention.to;
        }
        // "12 ten thousand": the magnitude is no number of its own
        PhraseIndex.Hit<NumberWord> magnitude = mention.magnitudePhrase(lexicon);
        return magnitude != null ? magnitude.end() : mention.to;
    }

    /** The last token of a number that blanks tear apart, the token itself where they do not. */
    private int lastOfTorn(SentenceContext sentence, int at, int grouped) {
        Tokens tokens = sentence.tokens;
        int last = grouped;
        while (last - grouped < LONGEST_TORN) {
            int next = nextOfTorn(sentence, at, last);
            if (next == last) {
                break;
            }
            last = next;
        }
        return joined(tokens, at, last).length() > LONGEST ? grouped : last;
    }

    private int nextOfTorn(SentenceContext sentence, int first, int at) {
        Tokens tokens = sentence.tokens;
        if (tokens.isNumber(at + 1) && !tokens.isGlued(at + 1)) {
            return isGroupOfZeros(tokens, at, at + 1) || isBroken(sentence, at) ? at + 1 : at;
        }
        boolean mark = tokens.is(at + 1, ",") || tokens.is(at + 1, ".");
        if (!mark || !tokens.isNumber(at + 2) || tokens.isGlued(at + 1) == tokens.isGlued(at + 2)) {
            return at;
        }
        boolean number = tokens.is(at + 1, ",")
                ? tokens.isGlued(at + 1)
                        && (isGroupOfZeros(tokens, at, at + 2) || isGroupBehindComma(sentence, first, at))
                : first == at && isTornDecimal(sentence, at);
        return number ? at + 2 : at;
    }

    /** "5,600, 000": no number begins with zeros, so that they are the next thousands of the one before. */
    private static boolean isGroupOfZeros(Tokens tokens, int at, int zeros) {
        String before = tokens.norm[at];
        String group = tokens.norm[zeros];
        int digits = before.length() - 1 - before.lastIndexOf(',');
        return group.length() == 3 && group.startsWith("0") && digits <= 3 && before.indexOf('.') < 0;
    }

    /**
     * "trained 1, 250 people": the first number has nothing to count, and what is counted follows the second. In "rose to
     * 60, 300 households were moved" and in lists both are numbers.
     */
    private boolean isGroupBehindComma(SentenceContext sentence, int first, int at) {
        Tokens tokens = sentence.tokens;
        int second = at + 2;
        int after = second + 1;
        int before = first - 1;
        if (!isThousands(tokens.norm[at], first == at) || !isThousands(tokens.norm[second], false)) {
            return false;
        }
        boolean counted = tokens.isWord(after)
                && !sentence.cueAt(CueType.FUNCTION, after)
                && !sentence.cueAt(CueType.VERB, after)
                && !sentence.cueAt(CueType.MORE, after)
                && !sentence.cueAt(CueType.LESS, after);
        boolean listed = tokens.is(before, ",")
                || tokens.is(before, "and") && tokens.isNumber(before - 1)
                || tokens.is(before, "-")
                || tokens.isNumber(before)
                || sentence.hasCue(CueType.RESPECTIVELY, after, Math.min(tokens.count, after + LISTED));
        if (!counted || listed || before < 0 || !tokens.isWord(before) && !tokens.is(before, "¥")) {
            return false;
        }
        boolean named = sentence.cueAt(CueType.MONTH, before)
                || sentence.cueAt(CueType.NAME_BEFORE, before)
                || sentence.cueAt(CueType.NUMBERED, before);
        return !named && !isListed(tokens, after) && !endsClause(sentence, before, after);
    }

    private static boolean isThousands(String digits, boolean first) {
        boolean length = first ? digits.length() <= 3 : digits.length() == 3;
        return length && digits.indexOf('.') < 0 && digits.indexOf(',') < 0;
    }

    /** "20, 150 and 300 villages", "20, 150 villages, 300 towns": a list goes on. */
    private static boolean isListed(Tokens tokens, int after) {
        return tokens.is(after, "and") || tokens.is(after, "or");
    }

    /** "The number rose to 60, 300 households were moved": a verb takes the first number, another the second. */
    private static boolean endsClause(SentenceContext sentence, int before, int after) {
        boolean taken = sentence.cueAt(CueType.SUBJECT_BEFORE, before) && !sentence.tokens.is(before, "of");
        int end = Math.min(sentence.clauseEnd(after), after + LISTED);
        return taken && sentence.hasCue(CueType.FINITE, after, end);
    }

    /** "12. 5 million yuan": a magnitude or a unit follows, and the first number is none that the stop may end. */
    private boolean isTornDecimal(SentenceContext sentence, int at) {
        Tokens tokens = sentence.tokens;
        String whole = tokens.norm[at];
        String decimals = tokens.norm[at + 2];
        boolean plain = whole.indexOf('.') < 0 && decimals.indexOf('.') < 0 && decimals.indexOf(',') < 0;
        boolean behindYear =
                tokens.is(at - 1, ",") && tokens.isNumber(at - 2) && DigitString.isYear(tokens.norm[at - 2]);
        boolean counter =
                at == 0 || !tokens.isWord(at - 1) && !behindYear || sentence.cueAt(CueType.NAME_BEFORE, at - 1);
        if (!plain || counter || DigitString.isYear(whole) || sentence.cueAt(CueType.MONTH, at - 1)) {
            return false;
        }
        return tokens.isWord(at + 3) && lexicon.isMagnitude(tokens.norm[at + 3])
                || lexicon.unitWords.longest(tokens, at + 3, tokens.count) != null;
    }

    /** "1607 2 roads": two numbers with nothing between them are one that was torn apart, unless the first is a year. */
    private static boolean isBroken(SentenceContext sentence, int at) {
        Tokens tokens = sentence.tokens;
        boolean year = DigitString.isYear(tokens.norm[at])
                && (at == 0
                        || sentence.cueAt(CueType.YEAR_BEFORE, at - 1)
                        || sentence.cueAt(CueType.MONTH, at - 1)
                        || tokens.is(at - 1, "of") && sentence.cueAt(CueType.YEAR_OF, at - 2)
                        || tokens.isNumber(at - 2) && DigitString.isYear(tokens.norm[at - 2]));
        return !year
                && tokens.norm[at + 1].length() <= 2
                && tokens.norm[at].length() > 2
                && !tokens.norm[at].contains(".")
                && !tokens.is(at + 2, ".")
                && !tokens.is(at + 2, "-");
    }

    private static String joined(Tokens tokens, int from, int last) {
        StringBuilder text = new StringBuilder();
        for (int i = from; i <= last; i++) {
            if (!tokens.is(i, "'")) {
                text.append(tokens.norm[i]);
            }
        }
        String end = tokens.norm[last];
        int comma = end.indexOf(',');
        boolean decimals = comma == DigitGroups.GROUP && end.length() <= 2 * DigitGroups.GROUP; // "12 345,6"
        return decimals || text.indexOf(".") >= 0
                ? text.toString()
                : text.toString().replace(",", "");
    }

    /**
     * "3,000,000 (three million) yuan", "twenty (20) wells": the brackets say the same number in words or in digits, and
     * belong to it.
     */
    private boolean saidTwice(Tokens tokens, Mention mention) {
        Amount first = withMagnitudes(tokens, mention.value, mention.to);
        Amount again = tokens.is(first.end(), "(") ? amountAt(tokens, first.end() + 1) : null;
        if (again == null || !tokens.is(again.end(), ")") || again.value().compareTo(first.value()) != 0) {
            return false;
        }
        boolean words = tokens.isNumber(first.end() + 1);
        if (words == (mention.form == Mention.Form.DIGITS)) {
            return false; // "wells (2) 2": only words and digits say it twice
        }
        mention.value = first.value();
        mention.hasMagnitude |= first.end() > mention.to;
        mention.lastNumber = again.end();
        mention.to = again.end() + 1;
        mention.rules.add("said-twice", first.end(), mention.to);
        return true;
    }

    /** A number with its magnitudes, and the token behind it. */
    private record Amount(BigDecimal value, int end) {}

    /** The number, in digits or words, that begins at the token; null if none does. */
    private @Nullable Amount amountAt(Tokens tokens, int at) {
        if (tokens.isNumber(at)) {
            boolean plain = tokens.norm[at].length() <= LONGEST;
            return plain
                    ? withMagnitudes(tokens, DigitString.read(tokens.norm[at]).value(), at + 1)
                    : null;
        }
        Cardinals.Cardinal cardinal = tokens.isWord(at) ? cardinals.read(tokens, at) : null;
        if (cardinal == null) {
            return null;
        }
        return cardinal.isSum()
                ? new Amount(cardinal.value(), cardinal.last() + 1)
                : withMagnitudes(tokens, cardinal.value(), cardinal.last() + 1);
    }

    private Amount withMagnitudes(Tokens tokens, BigDecimal number, int from) {
        BigDecimal value = number;
        int at = from;
        while (at < from + MOST_MAGNITUDES && tokens.isWord(at) && lexicon.isMagnitude(tokens.norm[at])) {
            value = value.multiply(lexicon.numberWords.get(tokens.norm[at]).value());
            at++;
        }
        return new Amount(value, at);
    }

    static boolean isAndAHalf(Tokens tokens, int at) {
        return tokens.is(at, "and") && tokens.is(at + 1, "a") && tokens.is(at + 2, "half");
    }

    /** "one and a half million", "two and three quarters", "3 and 1/2". */
    private void andAHalf(Tokens tokens, Mention mention) {
        int at = mention.to + 1;
        if (!tokens.is(mention.to, "and") || DigitString.isYear(tokens.norm[mention.firstNumber])) {
            return;
        }
        if (tokens.is(at, "a") && tokens.is(at + 1, "half")) {
            add(mention, HALF, at + 1);
            return;
        }
        Fraction fraction = Fractions.at(tokens, at);
        if (fraction != null && isMultiplied(tokens, fraction.last() + 1)) {
            add(mention, fraction.value(), fraction.last());
            return;
        }
        PhraseIndex.Hit<NumberWord> phrase = lexicon.numberPhrases.longest(tokens, at, tokens.count);
        if (phrase != null && phrase.value().kind() == NumberWord.Kind.FRACTION && isMultiplied(tokens, phrase.end())) {
            add(mention, phrase.value().value().movePointLeft(2), phrase.end() - 1);
        }
    }

    private int word(SentenceContext sentence, int at) {
        Tokens tokens = sentence.tokens;
        PhraseIndex.Hit<NumberWord> phrase = lexicon.numberPhrases.longest(tokens, at, tokens.count);
        if (phrase != null
                && phrase.value().kind() == NumberWord.Kind.FRACTION
                && isOfMagnitude(tokens, phrase.end())) {
            // "a quarter of a million"
            Mention mention = new Mention(sentence, Mention.Form.WORD, at, phrase.end() + 1);
            mention.value = phrase.value().value().movePointLeft(2);
            sentence.mentions.add(mention);
            return phrase.end() + 3;
        }
        if (phrase != null && isFraction(tokens, phrase)) {
            return special(sentence, at, phrase.end() - 1, phrase.value());
        }
        Cardinals.Cardinal cardinal = cardinals.read(tokens, at);
        if (cardinal != null && tokens.is(at, "a") && !cardinal.isSum() && !cardinals.hasRest(cardinal)) {
            return at + 1; // "a hundred wells": the number begins behind the article
        }
        if (cardinal != null) {
            Mention mention = new Mention(sentence, Mention.Form.WORD, at, cardinal.last());
            mention.value = cardinal.value();
            mention.hasMagnitude = cardinal.isSum();
            if (!cardinal.isSum()) {
                andAHalf(tokens, mention);
            }
            sentence.mentions.add(mention);
            saidTwice(tokens, mention);
            return mention.to;
        }
        NumberWord single = lexicon.numberWords.get(tokens.norm[at]);
        if (single == null) {
            return compound(sentence, at);
        }
        if (single.kind() == NumberWord.Kind.MAGNITUDE) {
            return isWithArticle(tokens, at) ? withArticle(sentence, at) : at + 1;
        }
        return isHalfOfMagnitude(tokens, at) ? halfOfMagnitude(sentence, at) : special(sentence, at, at, single);
    }

    /** "a third" is a fraction where something follows that it is a part of, else it may count ("a third visit"). */
    private static boolean isFraction(Tokens tokens, PhraseIndex.Hit<NumberWord> phrase) {
        boolean ordinal = tokens.is(phrase.begin(), "a");
        return phrase.value().kind() == NumberWord.Kind.FRACTION && (!ordinal || tokens.is(phrase.end(), "of"));
    }

    /** "a dozen wells", "a hundred farmers"; without the article ("hundreds of", "several hundred") it is vague. */
    private boolean isWithArticle(Tokens tokens, int at) {
        return (tokens.is(at - 1, "a") || tokens.is(at - 1, "an"))
                && tokens.norm[at].length() >= ARTICLE_MAGNITUDE
                && lexicon.isMagnitude(tokens.norm[at])
                && tokens.isWord(at + 1)
                && !tokens.is(at + 1, "of");
    }

    private int withArticle(SentenceContext sentence, int at) {
        Mention mention = new Mention(sentence, Mention.Form.WORD, at, at);
        mention.value = lexicon.numberWords.get(sentence.tokens.norm[at]).value();
        mention.hasMagnitude = true;
        mention.lead = at - 1;
        if (isAndAHalf(sentence.tokens, at + 1)) {
            // "a million and a half yuan"
            mention.value = mention.value.add(mention.value.multiply(HALF));
            mention.lastNumber = at + AND_A_HALF;
            mention.to = mention.lastNumber + 1;
            mention.rules.add("number-mixed");
        }
        sentence.mentions.add(mention);
        return mention.to;
    }

    /** "of a million yuan". */
    private boolean isOfMagnitude(Tokens tokens, int at) {
        return tokens.is(at, "of") && at + 2 < tokens.count && isWithArticle(tokens, at + 2);
    }

    /** "half a million". */
    private boolean isHalfOfMagnitude(Tokens tokens, int at) {
        return tokens.is(at, "half") && at + 2 < tokens.count && isWithArticle(tokens, at + 2);
    }

    private static int halfOfMagnitude(SentenceContext sentence, int at) {
        Mention mention = new Mention(sentence, Mention.Form.WORD, at, at + 1);
        mention.value = HALF;
        sentence.mentions.add(mention);
        return at + 3;
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
        Mention.Form form = word.kind() == NumberWord.Kind.FRACTION ? Mention.Form.FRACTION : Mention.Form.MULTIPLE;
        Mention mention = new Mention(sentence, form, from, to);
        mention.value = word.value();
        mention.unit = form == Mention.Form.FRACTION ? lexicon.percent : lexicon.times;
        mention.rules.add(form == Mention.Form.FRACTION ? "fraction" : "multiple");
        sentence.mentions.add(mention);
        return to + 1;
    }
}
