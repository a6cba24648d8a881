package org.fupin.audit.figure;

import java.math.BigDecimal;
import org.fupin.observation.Qualifier;

/** Percentages that follow from stated amounts. */
public final class Quotients {

    public static final BigDecimal HUNDRED = new BigDecimal(100);

    private Quotients() {}

    /** {@code part} as percent of {@code whole}; whole not zero. */
    public static Amount percent(Amount part, Amount whole) {
        return part.dividedBy(whole).times(HUNDRED);
    }

    /**
     * Whether a stated percentage and a computed one agree. In a quotient zeros at the end of large numbers are taken for
     * rounding without a word, as long as no figure is stated as "over" or "about".
     */
    public static boolean agree(Figure percent, Amount computed, Figure... of) {
        Fit fit = computed.fit(percent.amount());
        if (fit != Fit.ROUGHLY) {
            return fit == Fit.HOLDS;
        }
        boolean exact = percent.observation().qualifier() == Qualifier.EXACT;
        for (Figure figure : of) {
            exact &= figure.observation().qualifier() == Qualifier.EXACT;
        }
        return exact;
    }

    public static boolean fails(Figure percent, Amount computed) {
        return computed.fit(percent.amount()) == Fit.FAILS;
    }
}
