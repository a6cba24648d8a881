package org.fupin.extraction.table;

import java.time.YearMonth;
import org.fupin.observation.Period;
import org.jspecify.annotations.Nullable;

/**
 * The time that a label says, or the part of a year that another label names.
 *
 * @param firstMonth of the part, 0 where all of the year is meant
 * @param end whether the last day counts
 */
record LabelTime(@Nullable Period period, int firstMonth, int lastMonth, boolean end) {

    static final LabelTime NONE = new LabelTime(null, 0, 0, false);

    static LabelTime of(Period period) {
        return new LabelTime(period, 0, 0, false);
    }

    /** Whether it is a part of a year that is not told. */
    boolean isPart() {
        return period == null && (firstMonth > 0 || end);
    }

    /** Whether it lies behind a year. */
    boolean isAfter(int year) {
        return period != null && period.start().getYear() > year;
    }

    /** Whether it is less than the period and lies in it. */
    boolean isWithin(Period whole) {
        return period == null
                ? firstMonth > 0
                : !period.equals(whole)
                        && !period.start().isBefore(whole.start())
                        && !period.end().isAfter(whole.end());
    }

    /** This time in the year that another one tells, or the other in the year of this one: "First half" under "2012". */
    LabelTime under(LabelTime above) {
        if (period == null) {
            return !isPart() || above.period == null ? (isPart() ? this : above) : of(within(above.period));
        }
        return above.isPart() ? of(above.within(period)) : this;
    }

    /** The part of the year in which a period ends. */
    Period within(Period other) {
        int year = other.end().getYear();
        Period part = firstMonth == 0 ? other : Period.ofMonth(YearMonth.of(year, firstMonth));
        if (lastMonth > firstMonth) {
            part = Period.between(part, Period.ofMonth(YearMonth.of(year, lastMonth)));
        }
        return end ? Period.ofDay(part.end()) : part;
    }
}
