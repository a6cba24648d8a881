package org.fupin.settings;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How many of the inbox's files may be rejected before a run gives up.
 *
 * @param amount at least 0; files, or percent of the files found
 */
public record RejectionLimit(BigDecimal amount, boolean percent) {

    private static final Pattern WRITTEN = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,3})?)\\s*(%?)");

    /**
     * Reads {@code 3} or {@code 10%}.
     *
     * @throws IllegalArgumentException if it is neither
     */
    public static RejectionLimit parse(String text) {
        Matcher matcher = WRITTEN.matcher(text.strip());
        if (matcher.matches()) {
            BigDecimal amount = new BigDecimal(matcher.group(1));
            boolean percent = !matcher.group(2).isEmpty();
            if (percent
                    ? amount.compareTo(BigDecimal.valueOf(100)) <= 0
                    : amount.stripTrailingZeros().scale() <= 0) {
                return new RejectionLimit(amount, percent);
            }
        }
        throw SettingValues.invalid("limit", text, "a number of files or a percentage, such as 3 or 10%");
    }

    public boolean isExceededBy(long rejected, long found) {
        return percent
                ? BigDecimal.valueOf(rejected).movePointRight(2).compareTo(amount.multiply(BigDecimal.valueOf(found)))
                        > 0
                : BigDecimal.valueOf(rejected).compareTo(amount) > 0;
    }

    /** What {@link #parse} reads. */
    @Override
    public String toString() {
        return amount.toPlainString() + (percent ? "%" : "");
    }
}
