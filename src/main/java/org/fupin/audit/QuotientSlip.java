package org.fupin.audit;

import java.math.BigDecimal;

/** Whether a percentage that its two figures do not give would be given if one slip of a typist were undone. */
final class QuotientSlip {

    private QuotientSlip() {}

    /**
     * Whether a zero more or less, or two neighbours swapped, in one of the three makes the difference.
     *
     * @param digits how many significant digits a number must have at least
     */
    static boolean in(Amount part, Amount whole, Amount percent, int digits) {
        Amount computed = Quotients.percent(part, whole);
        for (BigDecimal value : DigitSlip.undone(percent.value(), digits, digits)) {
            if (Amount.exact(value).fit(computed) == Fit.HOLDS) {
                return true;
            }
        }
        for (BigDecimal value : DigitSlip.undone(part.value(), digits, digits)) {
            if (Quotients.percent(Amount.exact(value), whole).fit(percent) == Fit.HOLDS) {
                return true;
            }
        }
        for (BigDecimal value : DigitSlip.undone(whole.value(), digits, digits)) {
            if (value.signum() > 0
                    && Quotients.percent(part, Amount.exact(value)).fit(percent) == Fit.HOLDS) {
                return true;
            }
        }
        return false;
    }
}
