package org.fupin.report.headline;

import org.fupin.observation.Coded;

/** Whose money a total comprises. Totals of different classes are not comparable: a wider one is not more generous. */
public enum MoneyClass implements Coded {
    ALL_SOURCES("all_sources", "Money of all sources"),
    GOVERNMENT("government", "Money of governments"),
    CENTRAL_AND_PROVINCIAL("central_and_provincial", "Central and provincial money"),
    CENTRAL("central", "Central money only"),
    PROVINCIAL("provincial", "Provincial money only"),
    OTHER("other", "Money of one other payer");

    private final String code;
    private final String label;

    MoneyClass(String code, String label) {
        this.code = code;
        this.label = label;
    }

    @Override
    public String code() {
        return code;
    }

    /** For people, in English. */
    public String label() {
        return label;
    }
}
