package org.fupin.observation.finding;

import org.fupin.observation.Coded;

/** What an audit rule compares. */
public enum FindingRule implements Coded {
    /** Parts against their total. */
    SUM("sum"),
    /** Part over whole against the stated percentage, shares of one whole against 100. */
    SHARE("share"),
    /** Level, previous level and percent against each other. */
    GROWTH("growth"),
    /** Level, previous level and difference, "from X to Y". */
    CHANGE("change"),
    /** Plan, done, percent. */
    COMPLETION("completion"),
    /** Total, count, amount per unit. */
    AVERAGE("average"),
    /** Impossible magnitudes. */
    PLAUSIBILITY("plausibility"),
    /** A number that was repaired, or could not be. */
    MALFORMED("malformed"),
    /** The same thing with two values. */
    CONTRADICTION("contradiction");

    private final String code;

    FindingRule(String code) {
        this.code = code;
    }

    /** Whether it recomputes a figure from others, so that what it finds can hold. */
    public boolean isArithmetic() {
        return switch (this) {
            case SUM, SHARE, GROWTH, CHANGE, COMPLETION, AVERAGE -> true;
            case PLAUSIBILITY, MALFORMED, CONTRADICTION -> false;
        };
    }

    @Override
    public String code() {
        return code;
    }
}
