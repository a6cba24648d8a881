package org.fupin.settings;

import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The editions that an operator asks for: one of the two.
 *
 * @param vintage number of the edition of one province and year, from 1
 * @param month each province and year in the last edition that bears this month or an earlier one
 */
public record EditionChoice(
        @Nullable Integer vintage, @Nullable YearMonth month) {

    private static final Pattern NUMBER = Pattern.compile("[1-9]\\d{0,8}");

    public EditionChoice {
        if ((vintage == null) == (month == null)) {
            throw new IllegalArgumentException("a vintage or a month");
        }
    }

    /** @throws IllegalArgumentException if it is none */
    public static EditionChoice parse(String text) {
        if (NUMBER.matcher(text.strip()).matches()) {
            return new EditionChoice(Integer.valueOf(text.strip()), null);
        }
        try {
            return new EditionChoice(null, YearMonth.parse(text.strip()));
        } catch (DateTimeParseException e) {
            throw SettingValues.invalid("edition", text, "a number such as 2, or a month such as 2026-03");
        }
    }

    /** As it is given. */
    @Override
    public String toString() {
        return month == null ? String.valueOf(vintage) : month.toString();
    }
}
