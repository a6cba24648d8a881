package org.fupin.observation;

/** The programme of a section, taken from its heading by {@code reference/programmes.csv}. */
public enum Programme implements Coded {
    OVERVIEW("overview", "Overview"),
    FUNDING("funding", "Funding"),
    MANAGEMENT("management", "Fund management"),
    VILLAGE("village", "Entire village advancement"),
    INDUSTRY("industry", "Industrial poverty alleviation"),
    RELOCATION("relocation", "Relocation"),
    TRAINING("training", "Training and Rain Plan"),
    MUTUAL_FUNDS("mutual_funds", "Mutual funds"),
    CREDIT("credit", "Credit"),
    SOCIAL("social", "Social poverty alleviation"),
    PAIRING("pairing", "Pairing"),
    CONTIGUOUS("contiguous", "Poor areas and demonstration zones"),
    LOTTERY("lottery", "Lottery funds"),
    BASE_AREAS("base_areas", "Old revolutionary base areas"),
    BORDER_MINORITY("border_minority", "Border and minority areas"),
    FOREIGN("foreign", "International cooperation"),
    SCIENCE("science", "Science and technology"),
    INFRASTRUCTURE("infrastructure", "Infrastructure"),
    IDENTIFICATION("identification", "Identification and monitoring"),
    RELIEF("relief", "Disaster relief"),
    PUBLIC_SERVICE("public_service", "Public services"),
    HOUSEHOLD("household", "Household support"),
    PLANNING("planning", "Planning and institutions"),
    PUBLICITY("publicity", "Publicity and research"),
    OTHER("other", "Other");

    private final String code;
    private final String label;

    Programme(String code, String label) {
        this.code = code;
        this.label = label;
    }

    @Override
    public String code() {
        return code;
    }

    /** A short name for people, in English. */
    public String label() {
        return label;
    }

    /** Whether its sections speak of the work as a whole, not of one kind of it. */
    public boolean isGeneral() {
        return switch (this) {
            case OVERVIEW, FUNDING, MANAGEMENT, IDENTIFICATION, PLANNING, HOUSEHOLD, OTHER -> true;
            default -> false;
        };
    }
}
