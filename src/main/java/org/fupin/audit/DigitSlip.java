package org.fupin.audit;

import java.math.BigDecimal;

/**
 * Whether two numbers differ by one slip of a typist: a digit more, less or other, or two neighbours swapped. With four
 * digits and more such nearness is hardly chance.
 */
final class DigitSlip {

    private DigitSlip() {}

    /**
     * @param digits how many significant digits the longer number must have at least
     */
    static boolean between(BigDecimal one, BigDecimal other, int digits) {
        if (one.signum() <= 0 || other.signum() <= 0 || one.compareTo(other) == 0) {
            return false;
        }
        String a = one.stripTrailingZeros().unscaledValue().toString();
        String b = other.stripTrailingZeros().unscaledValue().toString();
        if (Math.max(a.length(), b.length()) < digits || Math.min(a.length(), b.length()) < digits - 1) {
            return false;
        }
        if (a.equals(b)) {
            return true; // only the decimal point or zeros at the end differ
        }
        return a.length() == b.length() ? isChanged(a, b) || isSwapped(a, b) : isDropped(a, b) || isDropped(b, a);
    }

    private static boolean isChanged(String a, String b) {
        int different = 0;
        for (int i = 0; i < a.length(); i++) {
            different += a.charAt(i) == b.charAt(i) ? 0 : 1;
        }
        return different == 1;
    }

    private static boolean isSwapped(String a, String b) {
        int i = 0;
        while (a.charAt(i) == b.charAt(i)) {
            i++;
        }
        return i + 1 < a.length()
                && a.charAt(i) == b.charAt(i + 1)
                && a.charAt(i + 1) == b.charAt(i)
                && a.substring(i + 2).equals(b.substring(i + 2));
    }

    private static boolean isDropped(String longer, String shorter) {
        if (longer.length() != shorter.length() + 1) {
            return false;
        }
        int i = 0;
        while (i < shorter.length() && longer.charAt(i) == shorter.charAt(i)) {
            i++;
        }
        return longer.substring(i + 1).equals(shorter.substring(i));
    }
}
