package org.fupin.report.headline;

import org.fupin.observation.Coded;

/** Whom or what a headline figure is of. */
public enum Scope implements Coded {
    PROVINCE("province", "Whole province"),
    KEY_COUNTIES("key_counties", "Key or poor counties only"),
    POOR_PEOPLE("poor_people", "Poor people only"),
    AREA("area", "A part of the province only"),
    PAYER_PART("payer_part", "One payer's money"),
    AID("aid", "Aid from outside the province");

    private final String code;
    private final String label;

    Scope(String code, String label) {
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
