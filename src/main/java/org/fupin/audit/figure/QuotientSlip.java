package org.fupin.audit.figure;

import java.math.BigDecimal;

/** Whether a quotient that its two figures do not give would be given if one slip of a typist were undone. */
public final class QuotientSlip {

    private QuotientSlip() {}

    /**
     * Whether a zero more or less, or two neighbours swapped, in one of the three makes the difference.
     *
     * @param digits how many significant digits a number must have at least
     */
    public static boolean in(Amount part, Amount whole, Amount percent, int digits) {
        return inQuotient(part.times(Quotients.HUNDRED), whole, percent, digits);
    }

    /** The same for a quotient that is no percentage: so much for each. */
    public static boolean inQuotient(Amount dividend, Amount divisor, Amount quotient, int digits) {
        Amount computed = dividend.dividedBy(divisor);
        for (BigDecimal value : DigitSlip.undone(quotient.value(), digits, digits)) {
            if (Amount.exact(value).fit(computed) == Fit.HOLDS) {
                return true;
            }
        }
        for (BigDecimal value : DigitSlip.undone(dividend.value(), digits, digits)) {
            if (Amount.exact(value).dividedBy(divisor).fit(quotient) == Fit.HOLDS) {
                return true;
            }
        }
        for (BigDecimal value : DigitSlip.undone(divisor.value(), digits, digits)) {
            if (value.signum() > 0 && dividend.dividedBy(Amount.exact(value)).fit(quotient) == Fit.HOLDS) {
                return true;
            }
        }
        return false;
    }
}
