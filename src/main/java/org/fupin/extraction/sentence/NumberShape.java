package org.fupin.extraction.sentence;

import java.util.Locale;
import org.fupin.extraction.text.DigitString;
import org.fupin.extraction.text.Tokens;
import org.fupin.observation.Coded;

/** How the digits of a number look, as far as that tells what the number may be. */
public enum NumberShape implements Coded {
    /** Digits without point and comma. */
    INTEGER,
    /** With commas. */
    GROUPED,
    /** With a point, and no number of sections. */
    DECIMAL,
    /** Two to four parts of at most two digits, with points between: "2.1", "3.10.2". */
    SECTIONS,
    /** Several zeros and nothing else: "000". */
    ZEROS,
    /** Four digits, 1900 to 2099, with no magnitude behind them. */
    YEAR,
    /** One of three with the same mark between them, of which one is a year: "14/06/2012", "2012-6-14". */
    DATE,
    /** Behind the letter for a half or a quarter: "H1", "Q3". */
    PART_OF_YEAR,
    /** Not written in digits. */
    NONE;

    private final String code = name().toLowerCase(Locale.ROOT);

    private static final int MOST_PARTS = 4;

    private static final int LAST_DAY = 31;

    @Override
    public String code() {
        return code;
    }

    static NumberShape of(Mention mention) {
        if (mention.form != Mention.Form.DIGITS) {
            return NONE;
        }
        Tokens tokens = mention.sentence.tokens;
        String digits = tokens.norm[mention.firstNumber];
        boolean single = mention.firstNumber == mention.lastNumber;
        if (YearParts.isAbbreviated(mention.sentence, mention)) {
            return PART_OF_YEAR;
        }
        if (isWrittenDate(tokens, mention.firstNumber)) {
            return DATE;
        }
        if (isYear(tokens, mention)) {
            return YEAR;
        }
        if (single && digits.length() > 1 && digits.charAt(0) == '0' && isAllOf(digits, "0,")) {
            return ZEROS;
        }
        if (digits.indexOf(',') >= 0) {
            return GROUPED;
        }
        if (digits.indexOf('.') < 0) {
            return INTEGER;
        }
        return single && isSections(digits) ? SECTIONS : DECIMAL;
    }

    /** Whether the digits can be a year: four of them, 1900 to 2099, no magnitude behind them. */
    public static boolean isYear(Tokens tokens, Mention mention) {
        return !mention.hasMagnitude
                && mention.firstNumber == mention.lastNumber
                && mention.form == Mention.Form.DIGITS
                && DigitString.isYear(tokens.norm[mention.firstNumber]);
    }

    private static boolean isAllOf(String digits, String chars) {
        for (int i = 0; i < digits.length(); i++) {
            if (chars.indexOf(digits.charAt(i)) < 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean isSections(String digits) {
        int parts = 0;
        for (int from = 0; from <= digits.length(); parts++) {
            int point = digits.indexOf('.', from);
            int end = point < 0 ? digits.length() : point;
            if (end == from || end - from > 2) {
                return false;
            }
            from = end + 1;
        }
        return parts > 1 && parts <= MOST_PARTS;
    }

    private static boolean isWrittenDate(Tokens tokens, int at) {
        boolean marked = tokens.isGlued(at) || tokens.isGlued(at + 1);
        for (int first = at - 4; first <= at && marked; first += 2) {
            if (first >= 0 && isDayMonthYear(tokens, first)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isDayMonthYear(Tokens tokens, int first) {
        boolean marked = tokens.is(first + 1, "/") && tokens.is(first + 3, "/")
                || tokens.is(first + 1, "-") && tokens.is(first + 3, "-");
        if (!marked || !tokens.isNumber(first) || !tokens.isNumber(first + 2) || !tokens.isNumber(first + 4)) {
            return false;
        }
        for (int i = first + 1; i <= first + 4; i++) {
            if (!tokens.isGlued(i)) {
                return false;
            }
        }
        boolean yearLast = DigitString.isYear(tokens.norm[first + 4]) && isDayOrMonth(tokens.norm[first]);
        boolean yearFirst = DigitString.isYear(tokens.norm[first]) && isDayOrMonth(tokens.norm[first + 4]);
        return isDayOrMonth(tokens.norm[first + 2]) && (yearLast || yearFirst);
    }

    private static boolean isDayOrMonth(String digits) {
        return digits.length() <= 2 && isAllOf(digits, "0123456789") && Integer.parseInt(digits) <= LAST_DAY;
    }
}
