package org.fupin.observation;

/** How a quantity speaks of what it measures. */
public enum Kind implements Coded {
    /** The amount itself; a rate such as a repayment or poverty rate is a level in percent. */
    LEVEL("level"),
    /** Percent of a whole. */
    SHARE("share"),
    /** Absolute change over time; a decrease is a positive number with {@link Direction#DOWN}. */
    CHANGE("change"),
    /** Percent change over time. */
    GROWTH("growth"),
    /** Difference from a benchmark or plan, absolute or in percentage points. */
    GAP("gap"),
    /** "1.8 times that in 2009", "double". */
    MULTIPLE("multiple"),
    /** Percent of a plan that was done, or by which it was over-fulfilled. */
    COMPLETION("completion"),
    /** A stated ratio such as "2.37:1". */
    RATIO("ratio");

    private final String code;

    Kind(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
