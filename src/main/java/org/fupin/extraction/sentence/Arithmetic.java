package org.fupin.extraction.sentence;

import java.math.BigDecimal;
import java.util.Collection;

/**
 * What numbers alone say of how they belong together, within their stated digits: evidence for one of several readings that
 * the words allow, never a reading by itself.
 */
public final class Arithmetic {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal HALF = new BigDecimal("0.5");

    private Arithmetic() {}

    /**
     * A number as it was stated.
     *
     * @param digit the place value of its last stated digit: 1,000,000 for "2.352 billion"
     */
    public record Stated(BigDecimal value, BigDecimal digit) {

        private BigDecimal half() {
            return digit.multiply(HALF);
        }
    }

    /** Whether the parts make up the total, each of them rounded or not. */
    public static boolean addUp(Collection<Stated> parts, Stated total) {
        BigDecimal sum = BigDecimal.ZERO;
        BigDecimal slack = rounding(total);
        for (Stated part : parts) {
            sum = sum.add(part.value());
            slack = slack.add(rounding(part));
        }
        return sum.subtract(total.value()).abs().compareTo(slack) <= 0;
    }

    /** Half of the last digit of a rounded number; counts to the unit are exact. */
    private static BigDecimal rounding(Stated number) {
        boolean isExact = number.digit().compareTo(BigDecimal.ONE) == 0;
        return isExact ? BigDecimal.ZERO : number.half();
    }

    /** Whether the percentage, rounded up or down, is the part's share of the whole. */
    public static boolean isShare(Stated part, Stated whole, Stated percent) {
        if (whole.value().signum() <= 0 || part.value().signum() <= 0) {
            return false;
        }
        // p - d < 100 x / T < p + d, multiplied by T, with x and T at the far ends of what their digits leave open
        BigDecimal low =
                percent.value().subtract(percent.digit()).multiply(whole.value().subtract(rounding(whole)));
        BigDecimal high =
                percent.value().add(percent.digit()).multiply(whole.value().add(rounding(whole)));
        BigDecimal most = part.value().add(rounding(part)).multiply(HUNDRED);
        BigDecimal least = part.value().subtract(rounding(part)).multiply(HUNDRED);
        return low.compareTo(most) < 0 && least.compareTo(high) < 0;
    }
}
