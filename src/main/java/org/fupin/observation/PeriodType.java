package org.fupin.observation;

/** How a reference period is stated. */
public enum PeriodType implements Coded {
    YEAR("year"),
    MONTH("month"),
    /** The state at a day: a stock. */
    DAY("day"),
    /** From one year, month or day to another, both included. */
    INTERVAL("interval");

    private final String code;

    PeriodType(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
