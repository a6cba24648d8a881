package org.fupin.observation;

/** What an amount per unit is per. */
public enum PerUnit implements Coded {
    PERSON("person"),
    HOUSEHOLD("household"),
    VILLAGE("village"),
    TOWN("town"),
    COUNTY("county"),
    MU("mu"),
    M2("m2"),
    LOAN("loan"),
    PROJECT("project"),
    YEAR("year"),
    OTHER("other");

    private final String code;

    PerUnit(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    /** "per village", "per square meter", as it stands behind an amount. */
    public String phrase() {
        return switch (this) {
            case M2 -> "per square meter";
            case OTHER -> "per unit";
            default -> "per " + code;
        };
    }
}
