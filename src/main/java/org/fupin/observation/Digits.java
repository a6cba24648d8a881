package org.fupin.report.table;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/** Numbers in figures, with commas between thousands. */
final class Digits {

    /** Copied for each use: it can be changed, and to make it from its pattern costs far more. */
    private static final DecimalFormat GROUPED =
            new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.ROOT));

    static {
        GROUPED.setRoundingMode(RoundingMode.HALF_UP);
    }

    private Digits() {}

    /** With exactly so many decimals. */
    static String grouped(BigDecimal value, int decimals) {
        DecimalFormat format = (DecimalFormat) GROUPED.clone();
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(decimals);
        return format.format(value);
    }
}
