package org.fupin.extraction.number;

import java.math.BigDecimal;
import org.fupin.extraction.sentence.Mention;
import org.fupin.extraction.sentence.Pass;
import org.fupin.extraction.sentence.SentenceContext;
import org.fupin.extraction.text.CueType;
import org.fupin.extraction.text.Lexicon;
import org.fupin.extraction.text.Lexicon.UnitWord;
import org.fupin.extraction.text.PhraseIndex.Hit;
import org.fupin.extraction.text.Tokens;
import org.fupin.observation.Dimension;
import org.fupin.observation.LeftOutReason;
import org.jspecify.annotations.Nullable;

/**
 * Leaves out rates at which one currency is exchanged for another, by the two currencies: "US$1 = 6.3 yuan", "6.3 yuan to the
 * dollar". Those that are called a rate are left out by the rows of {@code rules/pointers.csv}.
 */
public final class ExchangeRatePass implements Pass {

    /** Most tokens between the two sides. */
    private static final int FARTHEST = 4;

    private static final BigDecimal HIGHEST = new BigDecimal(1000);

    private final Lexicon lexicon;

    public ExchangeRatePass(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    @Override
    public String name() {
        return "exchange rates";
    }

    @Override
    public void apply(SentenceContext sentence) {
        Mention before = null;
        for (Mention mention : sentence.mentions) {
            if (before != null && !before.isLeftOut() && isRateOfOne(sentence, before, mention)) {
                before.leaveOut(LeftOutReason.EXCHANGE_RATE, "rate-of-one");
                mention.leaveOut(LeftOutReason.EXCHANGE_RATE, "rate-of-one");
            } else if (!mention.isLeftOut() && isToOther(sentence, mention)) {
                mention.leaveOut(LeftOutReason.EXCHANGE_RATE, "rate-to-other");
            }
            before = mention;
        }
    }

    /** "US$1 = 6.3 yuan", "one dollar was equal to 6.3 yuan", "6.3 yuan to 1 US dollar". */
    private static boolean isRateOfOne(SentenceContext sentence, Mention left, Mention right) {
        boolean equal = isMoney(left) && isOne(left) && right.unit == null && sentence.tokens.is(left.to, "=");
        boolean currencies = equal || isMoney(left) && isMoney(right) && !left.unit.equals(right.unit);
        if (!currencies || !isOne(left) && !isOne(right) || left.isRange || right.isRange) {
            return false;
        }
        for (int i = left.to; i < right.lead; i++) {
            boolean filler = sentence.cueAt(CueType.FUNCTION, i) && !sentence.cueAt(CueType.CONJUNCTION, i)
                    || sentence.cueAt(CueType.EQUALS, i)
                    || sentence.tokens.is(i, ":");
            if (!filler) {
                return false;
            }
        }
        return right.lead > left.to && right.lead - left.to <= FARTHEST;
    }

    /** "6.3 yuan to the dollar", "6.3 yuan per US dollar". */
    private boolean isToOther(SentenceContext sentence, Mention mention) {
        int at = mention.to;
        boolean rate = isMoney(mention)
                && mention.form == Mention.Form.DIGITS
                && !mention.hasMagnitude
                && mention.value != null
                && mention.value.compareTo(HIGHEST) <= 0;
        if (!rate || !sentence.cueAt(CueType.EXCHANGED_FOR, at)) {
            return false;
        }
        Tokens tokens = sentence.tokens;
        at++;
        while (sentence.cueAt(CueType.DETERMINER, at)) {
            at++;
        }
        Hit<UnitWord> other = lexicon.unitWords.longest(tokens, at, tokens.count);
        return other != null
                && other.value().unit().dimension() == Dimension.MONEY
                && !other.value().unit().equals(mention.unit);
    }

    private static boolean isMoney(@Nullable Mention mention) {
        return mention != null && mention.unit != null && mention.unit.dimension() == Dimension.MONEY;
    }

    private static boolean isOne(Mention mention) {
        return mention.value != null && mention.value.compareTo(BigDecimal.ONE) == 0;
    }
}
