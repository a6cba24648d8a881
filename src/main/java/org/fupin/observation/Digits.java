package org.fupin.observation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/** Numbers in figures for people, with commas between thousands: 2,352,000,000. */
public final class Digits {

    /** Copied for each use: it can be changed, and to make it from its pattern costs far more. */
    private static final DecimalFormat GROUPED =
            new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.ROOT));

    static {
        GROUPED.setRoundingMode(RoundingMode.HALF_UP);
    }

    private Digits() {}

    /**
     * The number, rounded half up where it has more decimals than are shown.
     *
     * @param least decimals that are shown, with zeros where there are no others
     * @param most decimals that are shown
     */
    public static String grouped(BigDecimal number, int least, int most) {
        DecimalFormat format = (DecimalFormat) GROUPED.clone();
        format.setMinimumFractionDigits(least);
        format.setMaximumFractionDigits(most);
        return format.format(number);
    }
}
