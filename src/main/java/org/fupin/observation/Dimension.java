package org.fupin.observation;

/** What a unit is a unit of: two quantities can be compared only within one dimension. */
public enum Dimension implements Coded {
    MONEY("money"),
    AREA("area"),
    LENGTH("length"),
    MASS("mass"),
    VOLUME("volume"),
    ENERGY("energy"),
    POWER("power"),
    TIME("time"),
    /** Percent and percentage points. */
    PERCENT("percent"),
    /** Times and ratios. */
    RATIO("ratio"),
    PEOPLE("people"),
    HOUSEHOLDS("households"),
    COUNT("count");

    private final String code;

    Dimension(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
