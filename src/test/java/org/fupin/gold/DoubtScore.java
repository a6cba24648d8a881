package org.fupin.gold;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import org.fupin.observation.Observation;

/**
 * How well doubt tells which figures are wrong. A figure is wrong where a field of the strict measure is, or where the gold has
 * none.
 */
final class DoubtScore {

    private int figures;
    private int doubtful;
    private int wrong;
    private int wrongAndDoubtful;

    void add(Observation figure, boolean isRight) {
        boolean isDoubtful = !figure.doubt().isEmpty();
        figures++;
        doubtful += isDoubtful ? 1 : 0;
        wrong += isRight ? 0 : 1;
        wrongAndDoubtful += isDoubtful && !isRight ? 1 : 0;
    }

    /**
     * {@code without_doubt}: the share of the figures that carry none; {@code wrong_held}: that of the wrong ones that do;
     * {@code right_without}: that of the right ones among those without. To four decimals.
     */
    Map<String, BigDecimal> result() {
        int clear = figures - doubtful;
        return Map.of(
                "without_doubt", ratio(clear, figures),
                "wrong_held", ratio(wrongAndDoubtful, wrong),
                "right_without", ratio(clear - (wrong - wrongAndDoubtful), clear));
    }

    private static BigDecimal ratio(int part, int whole) {
        return BigDecimal.valueOf(part).divide(BigDecimal.valueOf(Math.max(1, whole)), 4, RoundingMode.HALF_UP);
    }
}
