package org.fupin.extraction.text;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/**
 * A number as written in digits, with commas between thousands and a decimal point; a comma that cannot part thousands
 * stands for the point.
 *
 * @param repaired whether it was written otherwise and had to be mended
 */
public record DigitString(BigDecimal value, boolean repaired) {

    /** Digits between the marks of thousands. */
    private static final int GROUP = 3;

    private static final Pattern POINTED = Pattern.compile("[0-9]{1,3}(\\.[0-9]{3})+");

    private static final Pattern THOUSANDS = Pattern.compile("[0-9]{3}(?![0-9])");

    /** Two separators where one is meant. */
    private static final Pattern DOUBLED = Pattern.compile("[.,]{2}");

    /** Reads ASCII digits with inner points and commas, such as {@code 1,234.5}; any such text has a value. */
    public static DigitString read(String digits) {
        if (isDoubled(digits)) {
            return new DigitString(read(single(digits)).value, true);
        }
        String text = Tokens.ascii(digits);
        int lastPoint = text.lastIndexOf('.');
        int firstPoint = text.indexOf('.');
        int firstComma = text.indexOf(',');
        if (firstPoint < 0 && firstComma < 0) {
            return new DigitString(new BigDecimal(text), false);
        }
        if (isDecimalComma(text, firstPoint, firstComma)) {
            String whole = text.substring(0, firstComma).replace(".", "");
            return new DigitString(new BigDecimal(whole + "." + text.substring(firstComma + 1)), true);
        }
        if (firstPoint < 0) {
            if (isGrouped(text)) {
                return new DigitString(new BigDecimal(text.replace(",", "")), false);
            }
            return new DigitString(new BigDecimal(text.replace(",", "")), true);
        }
        if (firstPoint != lastPoint) {
            // "1.234.567": points between thousands; "12.5.3" keeps its first
            String joined = text.replace(",", "");
            if (POINTED.matcher(joined).matches()) {
                return new DigitString(new BigDecimal(joined.replace(".", "")), true);
            }
            String head = joined.substring(0, joined.indexOf('.') + 1);
            return new DigitString(
                    new BigDecimal(head + joined.substring(head.length()).replace(".", "")), true);
        }
        String whole = text.substring(0, firstPoint);
        String decimals = text.substring(firstPoint + 1);
        boolean fine = decimals.indexOf(',') < 0 && (whole.indexOf(',') < 0 || isGrouped(whole));
        return new DigitString(new BigDecimal(whole.replace(",", "") + "." + decimals.replace(",", "")), !fine);
    }

    private static boolean isDoubled(String digits) {
        for (int i = 1; i < digits.length(); i++) {
            if (isSeparator(digits.charAt(i - 1)) && isSeparator(digits.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isSeparator(char c) {
        return c == '.' || c == ',';
    }

    /**
     * "3,5", "12,50", "0,125", "1.234,5": one comma that parts no thousands, with decimals behind it, and any points between
     * thousands.
     */
    private static boolean isDecimalComma(String text, int firstPoint, int comma) {
        if (comma < 0 || text.indexOf(',', comma + 1) > 0 || text.indexOf('.', comma) > 0) {
            return false;
        }
        int decimals = text.length() - comma - 1;
        if (firstPoint >= 0) {
            return decimals < 3 && POINTED.matcher(text.substring(0, comma)).matches();
        }
        return decimals < 3 || comma == 1 && text.charAt(0) == '0';
    }

    /** Whether the commas stand where thousands are parted: "1,234,567". */
    private static boolean isGrouped(String text) {
        int comma = text.indexOf(',');
        int first = comma < 0 ? text.length() : comma;
        if (first == 0 || first > GROUP) {
            return false;
        }
        while (comma >= 0) {
            int next = text.indexOf(',', comma + 1);
            int end = next < 0 ? text.length() : next;
            if (end - comma - 1 != GROUP) {
                return false;
            }
            comma = next;
        }
        return true;
    }

    /** "18..6" is 18.6, "1,,200" is 1,200; of a point and a comma the one that the digits behind them call for. */
    private static String single(String digits) {
        return DOUBLED.matcher(digits).replaceAll(hit -> {
            boolean same = hit.group().charAt(0) == hit.group().charAt(1);
            boolean thousands = THOUSANDS.matcher(digits.substring(hit.end())).lookingAt();
            return same ? hit.group().substring(1) : thousands ? "," : ".";
        });
    }

    /** Whether the digits look like a year: four of them, from 1900 to 2099. */
    public static boolean isYear(String digits) {
        return digits.length() == 4
                && (digits.startsWith("19") || digits.startsWith("20"))
                && Character.isDigit(digits.charAt(2))
                && Character.isDigit(digits.charAt(3));
    }
}
