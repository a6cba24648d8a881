package org.fupin.observation;

/** Who pays or lends, where the text says so. */
public enum FundingSource implements Coded {
    /** Financial or special anti-poverty funds, level of government not stated. */
    FISCAL("fiscal"),
    CENTRAL("central"),
    /** Also an autonomous region's or a municipality's own. */
    PROVINCIAL("provincial"),
    /** Prefecture, city, county, town. */
    LOCAL("local"),
    /** Integrated or sector funds. */
    DEPARTMENT("department"),
    /** Donations, aiding units, non-governmental organisations. */
    SOCIAL("social"),
    /** Raised by farmers or villagers. */
    MASSES("masses"),
    ENTERPRISE("enterprise"),
    /** Banks and other financial institutions. */
    CREDIT("credit"),
    /** Another province's or city's pairing-off aid. */
    COUNTERPART("counterpart"),
    FOREIGN("foreign"),
    LOTTERY("lottery"),
    OTHER("other");

    private final String code;

    FundingSource(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
