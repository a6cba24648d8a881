package org.fupin.audit.figure;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether two numbers differ by one slip of a typist: a digit more, less or other, or two neighbours swapped. With four
 * digits and more such nearness is hardly chance.
 */
public final class DigitSlip {

    private DigitSlip() {}

    /**
     * @param digits how many significant digits the longer number must have at least
     */
    public static boolean between(BigDecimal one, BigDecimal other, int digits) {
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

    /**
     * What may have been meant where {@code stated} has a zero or a place too many or too few, or two neighbours swapped.
     *
     * @param digitsOfZero how many significant digits the number must have for the first
     * @param digitsOfSwap for the second
     */
    public static List<BigDecimal> undone(BigDecimal stated, int digitsOfZero, int digitsOfSwap) {
        BigDecimal plain = stated.stripTrailingZeros();
        String digits = plain.unscaledValue().toString();
        List<BigDecimal> meant = new ArrayList<>();
        if (digits.length() >= digitsOfZero) {
            meant.add(stated.movePointLeft(1));
            meant.add(stated.movePointRight(1));
        }
        for (int i = 0; i + 1 < digits.length() && digits.length() >= digitsOfSwap; i++) {
            if (digits.charAt(i) != digits.charAt(i + 1) && (i > 0 || digits.charAt(1) != '0')) {
                String swapped =
                        digits.substring(0, i) + digits.charAt(i + 1) + digits.charAt(i) + digits.substring(i + 2);
                meant.add(new BigDecimal(new BigInteger(swapped), plain.scale()));
            }
        }
        return meant;
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
