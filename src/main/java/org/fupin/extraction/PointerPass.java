package org.fupin.extraction;

import java.math.BigDecimal;
import java.util.List;
import org.fupin.extraction.text.CueType;
import org.fupin.extraction.text.DigitString;
import org.fupin.extraction.text.Lemma;
import org.fupin.extraction.text.Lexicon;
import org.fupin.extraction.text.Lexicon.Cue;
import org.fupin.extraction.text.Lexicon.UnitWord;
import org.fupin.extraction.text.PhraseIndex.Hit;
import org.fupin.extraction.text.Tokens;
import org.fupin.observation.Dimension;
import org.fupin.observation.LeftOutReason;
import org.jspecify.annotations.Nullable;

/**
 * Leaves out numbers that point at something and count nothing: those of tables, chapters and pages, of decrees, of batches
 * and phases, of sections, telephones and post codes, of places on the map, and rates of exchange. The words that such
 * numbers stand behind are in {@code reference/lexicon/cues/names.csv}.
 */
final class PointerPass implements Pass {

    /** Most tokens of the words that stand right before a number. */
    private static final int LONGEST_WORDS = 4;

    /** Most tokens between the words for a rate of exchange and the rate. */
    private static final int FARTHEST_RATE = 8;

    /** Fewest digits of a number that is dialled. */
    private static final int SHORTEST_DIALLED = 3;

    /** Digits of a post code. */
    private static final int POST_CODE = 6;

    /** Most of these words between a telephone's word and its number: "Tel. (office): ". */
    private static final int FARTHEST_CONTACT = 4;

    private static final BigDecimal HIGHEST_RATE = new BigDecimal(1000);

    private final Lexicon lexicon;
    private final NounPhrases phrases;

    PointerPass(Lexicon lexicon, NounPhrases phrases) {
        this.lexicon = lexicon;
        this.phrases = phrases;
    }

    @Override
    public String name() {
        return "pointers";
    }

    @Override
    public void apply(SentenceContext sentence) {
        List<Mention> mentions = sentence.mentions;
        for (int i = 0; i < mentions.size(); i++) {
            Mention mention = mentions.get(i);
            if (mention.isLeftOut()) {
                continue;
            }
            boolean named = isBare(mention) && isBehindWord(sentence, mention.from - 1);
            Mention before = i == 0 ? null : mentions.get(i - 1);
            Mention next = i + 1 == mentions.size() ? null : mentions.get(i + 1);
            if ((named || sentence.tokens.is(mention.from - 1, "[")) && isOfDocument(sentence, mention)) {
                mention.leaveOut(LeftOutReason.DOCUMENT_NUMBER, "document-named");
            } else if (named && isNamedBy(sentence, mention, CueType.SERIES)) {
                mention.leaveOut(LeftOutReason.ORDINAL, "series-number");
            } else if (named && isNamedBy(sentence, mention, CueType.REFERENCE)
                    || goesOnPointing(sentence, before, mention)) {
                mention.leaveOut(LeftOutReason.REFERENCE, "reference");
            } else if (isSectionNumber(sentence, mention)) {
                mention.leaveOut(LeftOutReason.LIST_COUNTER, "section-number");
            } else if (isCoordinate(sentence, before, mention)) {
                mention.leaveOut(LeftOutReason.COORDINATE, "coordinate");
            } else if (isContact(sentence, before, mention)) {
                mention.leaveOut(LeftOutReason.CONTACT, "contact");
            } else if (next != null && isRateOfOne(sentence, mention, next)) {
                mention.leaveOut(LeftOutReason.EXCHANGE_RATE, "exchange-rate");
                next.leaveOut(LeftOutReason.EXCHANGE_RATE, "exchange-rate");
            } else if (isRate(sentence, mention)) {
                mention.leaveOut(LeftOutReason.EXCHANGE_RATE, "exchange-rate");
            }
        }
    }

    /** A number without magnitude and unit: only such a one names. */
    private static boolean isBare(Mention mention) {
        return mention.unit == null
                && !mention.hasMagnitude
                && mention.lead == mention.from
                && mention.sentence.tokens.norm[mention.firstNumber].indexOf(',') < 0;
    }

    /** The longest cue of the type that ends right before the token, null if none does. */
    private static @Nullable Hit<Cue> endingAt(SentenceContext sentence, CueType type, int token) {
        for (int length = LONGEST_WORDS; length >= 1; length--) {
            Hit<Cue> hit = sentence.cueBeginningAt(type, token - length);
            if (hit != null && hit.end() == token) {
                return hit;
            }
        }
        return null;
    }

    /** The cue of the type that the number stands behind, with "No." between or without; null if there is none. */
    private static @Nullable Hit<Cue> named(SentenceContext sentence, Mention mention, CueType type) {
        Hit<Cue> numbering = endingAt(sentence, CueType.NUMBERING, mention.from);
        return endingAt(sentence, type, numbering == null ? mention.from : numbering.begin());
    }

    private boolean isNamedBy(SentenceContext sentence, Mention mention, CueType type) {
        if (!isBare(mention)) {
            return false;
        }
        Hit<Cue> word = named(sentence, mention, type);
        return word != null && !countsBehind(sentence, word, mention);
    }

    /** "Decree 12", "Order No. 45 of the State Council", "Circular [2012] 9". */
    private boolean isOfDocument(SentenceContext sentence, Mention mention) {
        if (isNamedBy(sentence, mention, CueType.DOCUMENT_WORD)) {
            return true;
        }
        Tokens tokens = sentence.tokens;
        boolean bracketed = tokens.is(mention.from - 1, "[") && tokens.is(mention.to, "]");
        return isBare(mention) && bracketed && endingAt(sentence, CueType.DOCUMENT_WORD, mention.from - 1) != null;
    }

    /** Whether a word stands there that can have a number: no "of", "and", "by". */
    private static boolean isBehindWord(SentenceContext sentence, int token) {
        Tokens tokens = sentence.tokens;
        return tokens.isWord(token)
                ? tokens.is(token, "no") || !sentence.cueAt(CueType.FUNCTION, token)
                : tokens.is(token, ".") || tokens.is(token, "#") || tokens.is(token, "№");
    }

    /** "Tables 2 and 3": the next number of a list. */
    private boolean goesOnPointing(SentenceContext sentence, @Nullable Mention before, Mention mention) {
        boolean goesOn = before != null && before.leftOut == LeftOutReason.REFERENCE && isBare(mention);
        if (!goesOn) {
            return false;
        }
        for (int i = before.to; i < mention.from; i++) {
            if (!sentence.tokens.is(i, ",") && !sentence.tokens.is(i, "-") && !isJoiner(sentence.tokens, i)) {
                return false;
            }
        }
        return mention.from > before.to && !isCounting(sentence, mention);
    }

    private static boolean isJoiner(Tokens tokens, int at) {
        return tokens.is(at, "and") || tokens.is(at, "or") || tokens.is(at, "to") || tokens.is(at, "&");
    }

    /**
     * "table 30 dishes", "Order 12 tractors": the word is no name of the number where things follow that the number counts;
     * a caption ("Table 3 Villages covered") begins with a capital.
     */
    private boolean countsBehind(SentenceContext sentence, Hit<Cue> word, Mention mention) {
        boolean name = sentence.tokens.isCapitalised(word.begin()) && word.begin() > 0;
        return !name && isCounting(sentence, mention);
    }

    private boolean isCounting(SentenceContext sentence, Mention mention) {
        if (sentence.tokens.isCapitalised(mention.to) || sentence.cueAt(CueType.POINTING, mention.to)) {
            return false;
        }
        NounPhrases.Phrase things = phrases.after(sentence, mention.to);
        return things != null && (things.noun() != null || Lemma.isPlural(sentence.tokens.norm[things.head()]));
    }

    /** "2.1 Funds. The province ...": digits with a point where a sentence begins, and a capital behind them. */
    private static boolean isSectionNumber(SentenceContext sentence, Mention mention) {
        Tokens tokens = sentence.tokens;
        if (!isBare(mention) || mention.form != Mention.Form.DIGITS || mention.lastNumber != mention.firstNumber) {
            return false;
        }
        boolean opens = mention.from == 0 || tokens.is(mention.from - 1, ".") && !tokens.isGlued(mention.from);
        String digits = tokens.norm[mention.firstNumber];
        int behind = tokens.is(mention.to, ".") ? mention.to + 1 : mention.to;
        return opens && isSectionDigits(digits) && tokens.isCapitalised(behind);
    }

    /** Two to four parts of at most two digits, with points between: "2.1", "3.10.2". */
    private static boolean isSectionDigits(String digits) {
        int parts = 1;
        int length = 0;
        for (int i = 0; i < digits.length(); i++) {
            char c = digits.charAt(i);
            if (c == '.' && length > 0) {
                parts++;
                length = 0;
            } else if (Character.isDigit(c) && length < 2) {
                length++;
            } else {
                return false;
            }
        }
        return length > 0 && parts >= 2 && parts <= 4;
    }

    /** "36°03′N", "36.05° N", "104 degrees east", "longitude 103.8". */
    private static boolean isCoordinate(SentenceContext sentence, @Nullable Mention before, Mention mention) {
        Tokens tokens = sentence.tokens;
        if (mention.unit != null && !mention.isUnit("hour") || mention.hasMagnitude) {
            return false;
        }
        boolean goesOn = before != null
                && before.leftOut == LeftOutReason.COORDINATE
                && mention.from - before.to <= 2
                && (isDegree(tokens, mention.from - 1) || isMinute(tokens, mention.from - 1));
        if (goesOn) {
            return true;
        }
        if (!sentence.cues(CueType.MERIDIAN).isEmpty() && endingAt(sentence, CueType.MERIDIAN, mention.from) != null
                || sentence.cueAt(CueType.MERIDIAN, mention.from - 2) && tokens.is(mention.from - 1, "of")) {
            return true;
        }
        int at = mention.to;
        if (!isDegree(tokens, at)) {
            // "36.05N": the letter right behind the digits
            return tokens.isGlued(at) && isLetter(tokens, at) && mention.value != null && mention.value.scale() > 0;
        }
        if (tokens.isNumber(at + 1)) {
            return tokens.isGlued(at + 1) || tokens.is(at, "degrees") && isMinute(tokens, at + 2);
        }
        if (sentence.cueAt(CueType.COMPASS, at + 1)) {
            return tokens.norm[at + 1].length() > 1 || tokens.isCapitalised(at + 1);
        }
        // "between 36° and 38° north latitude": the direction behind the second
        boolean listed = (isJoiner(tokens, at + 1) || tokens.is(at + 1, "-")) && tokens.isNumber(at + 2);
        return listed && isDegree(tokens, at + 3) && sentence.cueAt(CueType.COMPASS, at + 4);
    }

    private static boolean isDegree(Tokens tokens, int at) {
        if (tokens.isNumber(at) || tokens.isWord(at) && !tokens.norm[at].startsWith("degree")) {
            return false;
        }
        return tokens.is(at, "°") || tokens.is(at, "º") || tokens.is(at, "degrees") || tokens.is(at, "degree");
    }

    private static boolean isMinute(Tokens tokens, int at) {
        return tokens.is(at, "′")
                || tokens.is(at, "″")
                || tokens.is(at, "'")
                || tokens.is(at, "\"")
                || tokens.is(at, "minutes");
    }

    private static boolean isLetter(Tokens tokens, int at) {
        return tokens.isCapitalised(at)
                && (tokens.is(at, "n") || tokens.is(at, "s") || tokens.is(at, "e") || tokens.is(at, "w"));
    }

    /** "Tel.: 0931-8460000", "hotline 12317", "Lanzhou 730000", "account No. 6222 0200". */
    private boolean isContact(SentenceContext sentence, @Nullable Mention before, Mention mention) {
        if (mention.form != Mention.Form.DIGITS || mention.unit != null || mention.hasMagnitude) {
            return false;
        }
        String digits = sentence.tokens.norm[mention.firstNumber];
        if (digits.indexOf(',') >= 0 || digits.indexOf('.') >= 0) {
            return false;
        }
        return isWrittenAsContact(sentence, before, mention, digits) && !isCounting(sentence, mention);
    }

    private static boolean isWrittenAsContact(
            SentenceContext sentence, @Nullable Mention before, Mention mention, String digits) {
        Tokens tokens = sentence.tokens;
        if (before != null && before.leftOut == LeftOutReason.CONTACT && mention.from - before.to <= 2) {
            return isDialling(tokens, before.to, mention.from); // the next group of the same number, or another
        }
        if (isCountryCode(tokens, mention, digits)) {
            return true;
        }
        return digits.length() >= SHORTEST_DIALLED && isBehindContact(sentence, mention.from)
                || isPostCode(sentence, mention, digits);
    }

    /** "+86 851 8765432", "(+86) 851-8765432": a few digits right behind a plus, and more to dial behind them. */
    private static boolean isCountryCode(Tokens tokens, Mention mention, String digits) {
        int behind = mention.to;
        while (tokens.is(behind, ")") || tokens.is(behind, "(") || tokens.is(behind, "-")) {
            behind++;
        }
        return digits.length() <= SHORTEST_DIALLED
                && tokens.is(mention.from - 1, "+")
                && tokens.isGlued(mention.from)
                && !tokens.isNumber(mention.from - 2)
                && tokens.isNumber(behind)
                && tokens.norm[behind].length() > 1
                && tokens.norm[behind].chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static boolean isDialling(Tokens tokens, int from, int to) {
        for (int i = from; i < to; i++) {
            switch (tokens.norm[i]) {
                case "-", "(", ")", "/", "+", "," -> {}
                default -> {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean isBehindContact(SentenceContext sentence, int number) {
        if (sentence.cues(CueType.CONTACT).isEmpty()) {
            return false;
        }
        Tokens tokens = sentence.tokens;
        int words = 0;
        for (int at = number; at > Math.max(0, number - 2 * FARTHEST_CONTACT); at--) {
            if (endingAt(sentence, CueType.CONTACT, at) != null) {
                return true;
            }
            boolean between = tokens.isWord(at - 1)
                    ? ++words <= FARTHEST_CONTACT && isFiller(sentence, CueType.CONTACT_FILLER, at - 1)
                    : !tokens.isNumber(at - 1) || tokens.is(at - 1, "86");
            if (!between) {
                return false;
            }
        }
        return false;
    }

    /** Six digits without a comma beside a name: "730000 Lanzhou", "Lanzhou 730000, China". */
    private static boolean isPostCode(SentenceContext sentence, Mention mention, String digits) {
        Tokens tokens = sentence.tokens;
        if (digits.length() != POST_CODE || mention.lead < mention.from) {
            return false;
        }
        boolean endsClause = mention.to == tokens.count || sentence.isClauseMark(mention.to);
        return tokens.isCapitalised(mention.to) || endsClause && tokens.isCapitalised(mention.from - 1);
    }

    /** "US$1 = 6.3 yuan", "one dollar was equal to 6.3 yuan", "6.3 yuan to 1 US dollar". */
    private static boolean isRateOfOne(SentenceContext sentence, Mention left, Mention right) {
        boolean equal = isMoney(left) && isOne(left) && right.unit == null && sentence.tokens.is(left.to, "=");
        boolean currencies = equal || isMoney(left) && isMoney(right) && !left.unit.equals(right.unit);
        if (!currencies || !isOne(left) && !isOne(right) || left.isRange || right.isRange) {
            return false;
        }
        for (int i = left.to; i < right.lead; i++) {
            if (!sentence.tokens.is(i, ":") && !isFiller(sentence, CueType.EQUALS, i)) {
                return false;
            }
        }
        return right.lead > left.to && right.lead - left.to <= LONGEST_WORDS;
    }

    /** Whether the word may stand between the two: one of its own, or one of those without a meaning ("is", "to", "the"). */
    private static boolean isFiller(SentenceContext sentence, CueType own, int token) {
        return sentence.cueAt(CueType.FUNCTION, token) && !sentence.tokens.is(token, "and")
                || sentence.cueAt(own, token);
    }

    private static boolean isMoney(Mention mention) {
        return mention.unit != null && mention.unit.dimension() == Dimension.MONEY;
    }

    private static boolean isOne(Mention mention) {
        return mention.value != null && mention.value.compareTo(BigDecimal.ONE) == 0;
    }

    /** "an exchange rate of 6.3", "at 6.3 yuan to the dollar". */
    private boolean isRate(SentenceContext sentence, Mention mention) {
        boolean amount = mention.unit == null || isMoney(mention) || mention.isUnit("ratio");
        if (!amount
                || mention.form != Mention.Form.DIGITS
                || mention.hasMagnitude
                || mention.value == null
                || mention.value.compareTo(HIGHEST_RATE) > 0) {
            return false;
        }
        if (isMoney(mention) && isToOther(sentence, mention)) {
            return true;
        }
        if (sentence.cues(CueType.EXCHANGE).isEmpty()) {
            return false;
        }
        int from = Math.max(sentence.clauseStart(mention.lead), mention.lead - FARTHEST_RATE);
        Hit<Cue> rate = sentence.lastCue(CueType.EXCHANGE, from, mention.lead);
        return rate != null && !hasNumber(sentence.tokens, rate.end(), mention.from) && !isCounting(sentence, mention);
    }

    private static boolean hasNumber(Tokens tokens, int from, int to) {
        for (int i = from; i < to; i++) {
            if (tokens.isNumber(i) && !DigitString.isYear(tokens.norm[i])) {
                return true;
            }
        }
        return false;
    }

    /** "6.3 yuan to the dollar", "6.3 yuan per US dollar". */
    private boolean isToOther(SentenceContext sentence, Mention mention) {
        Tokens tokens = sentence.tokens;
        int at = mention.to;
        if (!tokens.is(at, "to") && !tokens.is(at, "per") && !tokens.is(at, "for") && !tokens.is(at, "against")) {
            return false;
        }
        at++;
        while (tokens.is(at, "the") || tokens.is(at, "a") || tokens.is(at, "each") || tokens.is(at, "every")) {
            at++;
        }
        Hit<UnitWord> other = lexicon.unitWords.longest(tokens, at, tokens.count);
        return other != null
                && other.value().unit().dimension() == Dimension.MONEY
                && !other.value().unit().equals(mention.unit);
    }
}
