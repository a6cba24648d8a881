package org.fupin.extraction.relation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
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
        List<Mention> figures = sentence.figures();
        Map<Mention, List<Mention>> parts = new IdentityHashMap<>();
        for (Mention figure : figures) {
            Mention total = figure.partOf;
            if (total != null && total.sentence == sentence && isTorn(total) && isPlain(figure)) {
                parts.computeIfAbsent(total, key -> new ArrayList<>()).add(figure);
            }
        }
        parts.forEach(TornTotalPass::read);
    }

    private static void read(Mention total, List<Mention> parts) {
        BigDecimal sum = sum(parts);
        if (parts.size() > 1 && sum.compareTo(total.value) != 0 && isOneDigitFromAPiece(total, sum)) {
            total.value = sum;
            total.rules.add(RULE);
        }
    }

    private static boolean isTorn(Mention mention) {
        return mention.flags.contains(Observation.REPAIRED)
                && mention.lastNumber > mention.firstNumber
                && mention.isCount()
                && !mention.isRange
                && mention.value != null;
    }

    private static boolean isPlain(Mention part) {
        return part.value != null
                && part.isCount()
                && part.qualifier == Qualifier.EXACT
                && !part.flags.contains(Observation.REPAIRED);
    }

    private static BigDecimal sum(List<Mention> parts) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Mention part : parts) {
            sum = sum.add(part.value);
        }
        return sum;
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
