package org.fupin.extraction.period;

import org.fupin.observation.Period;
import org.fupin.observation.PeriodType;

/**
 * A time that a sentence tells of.
 *
 * @param from its first token, the preposition's where it has one
 * @param to behind its last token
 * @param stock whether it tells a state at its last day ("as of the end of 2011")
 * @param opens whether it begins a clause, so that it governs what follows
 * @param planned whether it lies ahead of the year reported on
 */
record Time(int from, int to, Period period, boolean stock, boolean opens, boolean planned) {

    boolean isOfYears() {
        return period.type() == PeriodType.INTERVAL
                && period.start().getYear() < period.end().getYear();
    }

    /** The year that it ends in. */
    int year() {
        return period.end().getYear();
    }

    /** "In June 2009, a delegation visited ...": the paragraph goes on to tell what happened then. */
    boolean isEvent() {
        boolean brief = period.type() == PeriodType.MONTH || period.type() == PeriodType.DAY;
        return brief && !stock && from == 0;
    }

    /** "In 2010, the county dug 30 wells.": what the next sentence says of "them" may be of that year. */
    boolean isYearBefore(int year) {
        return period.type() == PeriodType.YEAR && !stock && from == 0 && year() < year;
    }

    /** Whether what was done up to it in the year is of the year: the end of the year reported on. */
    boolean isEndOf(int year) {
        return stock && year() == year && period.end().getMonthValue() == 12;
    }
}
