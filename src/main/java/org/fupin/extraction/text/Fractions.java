package org.fupin.extraction.text;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** Reads fractions that are written with a stroke or as one sign: "3/4", "½", "⅔". */
public final class Fractions {

    private static final String SIGNS = "½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅐⅛⅜⅝⅞⅑⅒";
    private static final int[] NUMERATORS = {1, 1, 2, 1, 3, 1, 2, 3, 4, 1, 5, 1, 1, 3, 5, 7, 1, 1};
    private static final int[] DENOMINATORS = {2, 3, 3, 4, 4, 5, 5, 5, 5, 6, 6, 7, 8, 8, 8, 8, 9, 10};

    /** Decimals of a fraction that multiplies or is added, and those of one in percent. */
    private static final int DECIMALS = 6;

    private static final int PERCENT_DECIMALS = 2;

    /** Greatest number below the stroke: "24/7" and "2011/2012" are none, nor do reports reckon in 37ths. */
    private static final int GREATEST = 100;

    /**
     * A fraction below one.
     *
     * @param last its last token
     */
    public record Fraction(int numerator, int denominator, int last) {

        public BigDecimal value() {
            return quotient(numerator, denominator, DECIMALS);
        }

        /** In percent with two decimals, as fractions in words are: a third is 33.33. */
        public BigDecimal percent() {
            return ofHundred(new BigDecimal(numerator), new BigDecimal(denominator));
        }
    }

    private Fractions() {}

    /** So many of so many in percent, with two decimals. */
    public static BigDecimal ofHundred(BigDecimal part, BigDecimal whole) {
        return plain(part.movePointRight(2).divide(whole, PERCENT_DECIMALS, RoundingMode.HALF_UP));
    }

    private static BigDecimal quotient(int numerator, int denominator, int decimals) {
        return plain(new BigDecimal(numerator).divide(new BigDecimal(denominator), decimals, RoundingMode.HALF_UP));
    }

    private static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    /** The fraction that begins at the token, null if none does. */
    public static @Nullable Fraction at(Tokens tokens, int at) {
        if (at >= tokens.count) {
            return null;
        }
        if (tokens.type[at] == Tokens.MARK) {
            int sign = SIGNS.indexOf(tokens.norm[at]);
            boolean inRun = sign >= 0 && (isSign(tokens, at - 1) || isSign(tokens, at + 1));
            return sign < 0 || inRun ? null : new Fraction(NUMERATORS[sign], DENOMINATORS[sign], at);
        }
        if (!tokens.isNumber(at) || !isStroke(tokens, at + 1) || !tokens.isNumber(at + 2) || !tokens.isGlued(at + 2)) {
            return null;
        }
        int numerator = small(tokens.norm[at]);
        int denominator = small(tokens.norm[at + 2]);
        boolean goesOn = isStroke(tokens, at + 3) || isStroke(tokens, at - 1) && tokens.isGlued(at);
        boolean fraction = numerator > 0 && numerator < denominator && denominator <= GREATEST && !goesOn;
        return fraction ? new Fraction(numerator, denominator, at + 2) : null;
    }

    /** Of several signs in a row none is a number. */
    private static boolean isSign(Tokens tokens, int at) {
        return at >= 0 && at < tokens.count && tokens.type[at] == Tokens.MARK && SIGNS.contains(tokens.norm[at]);
    }

    private static boolean isStroke(Tokens tokens, int at) {
        return tokens.isGlued(at)
                && (tokens.is(at, "/") || tokens.is(at, "⁄") || tokens.is(at, "∕") || tokens.is(at, "／"));
    }

    /** A whole number of up to three digits, 0 for anything else. */
    private static int small(String digits) {
        if (digits.length() > 3) {
            return 0;
        }
        int value = 0;
        for (int i = 0; i < digits.length(); i++) {
            char c = digits.charAt(i);
            if (c < '0' || c > '9') {
                return 0;
            }
            value = value * 10 + c - '0';
        }
        return value;
    }
}
