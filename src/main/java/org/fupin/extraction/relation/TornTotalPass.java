package org.fupin.extraction.relation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.fupin.extraction.sentence.Mention;
import org.fupin.extraction.sentence.Pass;
import org.fupin.extraction.sentence.SentenceContext;
import org.fupin.observation.Observation;
import org.fupin.observation.Qualifier;

/**
 * Reads a total whose digits stand apart by its parts: "5608 1 wells (3601 dug and 1907 drilled)" are 5508, one digit from what
 * stands before the blank. The number as it is written tells less than its parts do.
 */
public final class TornTotalPass implements Pass {

    /** The rule that reads such a total: what adds up by it proves nothing. */
    static final String RULE = "number-by-parts";

    /** Fewer digits are alike by chance. */
    private static final int DIGITS = 3;

    @Override
    public String name() {
        return "torn totals";
    }

    @Override
    public void apply(SentenceContext sentence) {
        for (Mention total : sentence.figures()) {
            if (isTorn(total)) {
                BigDecimal sum = sum(parts(sentence, total));
                if (sum.compareTo(total.value) != 0 && isOneDigitFromAPiece(total, sum)) {
                    total.value = sum;
                    total.rules.add(RULE);
                }
            }
        }
    }

    private static boolean isTorn(Mention mention) {
        return mention.flags.contains(Observation.REPAIRED)
                && mention.lastNumber > mention.firstNumber
                && mention.isCount()
                && !mention.isRange
                && mention.value != null;
    }

    private static List<Mention> parts(SentenceContext sentence, Mention total) {
        List<Mention> parts = new ArrayList<>();
        for (Mention figure : sentence.figures()) {
            boolean part = figure.partOf == total
                    && figure.value != null
                    && figure.isCount()
                    && figure.qualifier == Qualifier.EXACT
                    && !figure.flags.contains(Observation.REPAIRED);
            if (part) {
                parts.add(figure);
            }
        }
        return parts;
    }

    /** Zero where fewer than two parts leave it open. */
    private static BigDecimal sum(List<Mention> parts) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Mention part : parts) {
            sum = sum.add(part.value);
        }
        return parts.size() < 2 ? BigDecimal.ZERO : sum;
    }

    private static boolean isOneDigitFromAPiece(Mention total, BigDecimal sum) {
        String meant = sum.stripTrailingZeros().toPlainString();
        for (int i = total.firstNumber; i <= total.lastNumber; i++) {
            String piece = total.sentence.tokens.norm[i];
            if (piece.length() >= DIGITS && piece.length() == meant.length() && differing(piece, meant) <= 1) {
                return true;
            }
        }
        return false;
    }

    private static int differing(String one, String other) {
        int differing = 0;
        for (int i = 0; i < one.length(); i++) {
            differing += one.charAt(i) == other.charAt(i) ? 0 : 1;
        }
        return differing;
    }
}
