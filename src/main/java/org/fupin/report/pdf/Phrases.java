package org.fupin.report.pdf;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.fupin.report.FigureText;

/** Counts in words. */
final class Phrases {

    private Phrases() {}

    static String number(int count) {
        return FigureText.grouped(BigDecimal.valueOf(count));
    }

    /** "1 error", "3 errors". */
    static String count(int count, String one, String several) {
        return number(count) + " " + (count == 1 ? one : several);
    }

    /** "840 bytes", "12.3 kB". */
    static String bytes(long size) {
        return size < 1000
                ? size + " bytes"
                : BigDecimal.valueOf(size, 3).setScale(1, RoundingMode.HALF_UP).toPlainString() + " kB";
    }

    /** The share of a part in percent with one decimal; empty if there is no whole. */
    static String share(BigDecimal part, BigDecimal whole) {
        if (whole.signum() == 0) {
            return "";
        }
        BigDecimal percent = part.multiply(BigDecimal.valueOf(100)).divide(whole, 1, RoundingMode.HALF_UP);
        return percent.toPlainString() + "%";
    }
}
