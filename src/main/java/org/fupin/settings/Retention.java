package org.fupin.settings;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.Period;
import java.time.ZonedDateTime;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How long something is kept, by the calendar. @param period of days, months and years */
public record Retention(Period period) {

    private static final Pattern SHORT = Pattern.compile("(\\d{1,5})([dwmy])");

    /**
     * Reads {@code 90d}, {@code 12w}, {@code 18m}, {@code 2y}, or a period of ISO 8601 such as {@code P1Y6M}.
     *
     * @throws IllegalArgumentException if it is none, or shorter than a day
     */
    public static Retention parse(String text) {
        String written = text.strip().toLowerCase(Locale.ROOT);
        Period period;
        try {
            Matcher matcher = SHORT.matcher(written);
            period = Period.parse(matcher.matches() ? "P" + matcher.group(1) + matcher.group(2) : written);
        } catch (DateTimeException e) {
            throw mistake(text);
        }
        if (period.isNegative() || period.isZero()) {
            throw mistake(text);
        }
        return new Retention(period);
    }

    private static IllegalArgumentException mistake(String text) {
        return SettingValues.invalid("age", text, "90d, 12w, 18m, 2y or P1Y6M");
    }

    /** What is from before this time is older. */
    public Instant before(ZonedDateTime now) {
        return now.minus(period).toInstant();
    }
}
