package org.fupin.observation;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;

/**
 * The time that a figure refers to, as ISO 8601 writes it: {@code 2010}, {@code 2010-07}, {@code 2010-06-05} or an
 * interval {@code 2008/2010} whose ends are both included.
 *
 * @param type year, month, day or interval
 * @param start its first day
 * @param end its last day, not before the first
 * @param iso the ISO 8601 text
 */
public record Period(PeriodType type, LocalDate start, LocalDate end, String iso) {

    public Period {
        if (end.isBefore(start)) {
            throw new IllegalArgumentException("a period cannot end before it begins: " + iso);
        }
    }

    public static Period ofYear(int year) {
        return new Period(
                PeriodType.YEAR,
                LocalDate.of(year, 1, 1),
                LocalDate.of(year, 12, 31),
                year >= 1000 && year <= 9999 ? Integer.toString(year) : "%04d".formatted(year));
    }

    public static Period ofMonth(YearMonth month) {
        return new Period(PeriodType.MONTH, month.atDay(1), month.atEndOfMonth(), month.toString());
    }

    public static Period ofDay(LocalDate day) {
        return new Period(PeriodType.DAY, day, day, day.toString());
    }

    /** From the first day of {@code from} to the last of {@code to}. */
    public static Period between(Period from, Period to) {
        return new Period(PeriodType.INTERVAL, from.start, to.end, from.iso + "/" + to.iso);
    }

    public static Period ofYears(int from, int to) {
        return between(ofYear(from), ofYear(to));
    }

    /**
     * Reads what {@link #iso()} writes.
     *
     * @throws IllegalArgumentException if the text is none of the four forms
     */
    public static Period parse(String iso) {
        int slash = iso.indexOf('/');
        if (slash >= 0) {
            return between(parse(iso.substring(0, slash)), parse(iso.substring(slash + 1)));
        }
        try {
            return switch (iso.length()) {
                case 4 -> ofYear(Integer.parseInt(iso));
                case 7 -> ofMonth(YearMonth.parse(iso));
                default -> ofDay(LocalDate.parse(iso));
            };
        } catch (NumberFormatException | DateTimeParseException e) {
            throw new IllegalArgumentException("not a period: '" + iso + "'", e);
        }
    }

    @Override
    public String toString() {
        return iso;
    }
}
