package org.fupin.observation;

/** What is measured. The words that lead to each are in {@code reference/measures.csv}. */
public enum Measure implements Coded {
    POOR_POPULATION("poor_population", "Poor population"),
    POVERTY_REDUCED("poverty_reduced", "Lifted out of poverty"),
    POVERTY_RATE("poverty_rate", "Poverty rate"),
    POVERTY_LINE("poverty_line", "Poverty line"),
    INCOME("income", "Income"),
    ECONOMY("economy", "Economy"),
    FUNDS("funds", "Funds"),
    INTEREST_SUBSIDY("interest_subsidy", "Interest subsidies"),
    LOANS("loans", "Loans"),
    LOAN_COUNT("loan_count", "Number of loans"),
    REPAYMENT_RATE("repayment_rate", "Repayment rate"),
    CONTRACT_VALUE("contract_value", "Contract value"),
    VILLAGES("villages", "Villages"),
    TOWNS("towns", "Towns"),
    COUNTIES("counties", "Counties"),
    PREFECTURES("prefectures", "Prefectures"),
    HOUSEHOLDS("households", "Households covered"),
    PEOPLE("people", "People covered"),
    RELOCATED("relocated", "Relocated"),
    TRAINED("trained", "People trained"),
    COURSES("courses", "Training courses"),
    TRANSFERRED("transferred", "Labour transferred"),
    STUDENTS("students", "Students"),
    STAFF("staff", "Staff and cadres"),
    ENTERPRISES("enterprises", "Enterprises"),
    COOPERATIVES("cooperatives", "Cooperatives and mutual aid societies"),
    ORGANISATIONS("organisations", "Organisations"),
    PROJECTS("projects", "Projects"),
    LENGTH("length", "Length of works"),
    AREA("area", "Area"),
    FACILITIES("facilities", "Facilities"),
    LIVESTOCK("livestock", "Livestock"),
    OUTPUT("output", "Output and materials"),
    RATE("rate", "Other rates"),
    MEDIA("media", "Media and publications"),
    MEETINGS("meetings", "Meetings and visits"),
    DOCUMENTS("documents", "Documents"),
    AWARDS("awards", "Awards"),
    TIME("time", "Durations"),
    OTHER("other", "Other");

    private final String code;
    private final String label;

    Measure(String code, String label) {
        this.code = code;
        this.label = label;
    }

    /** Whether it is a number of administrative units: villages, towns, counties or prefectures. */
    public boolean countsPlaces() {
        return switch (this) {
            case VILLAGES, TOWNS, COUNTIES, PREFECTURES -> true;
            default -> false;
        };
    }

    @Override
    public String code() {
        return code;
    }

    /** A short name for people, in English. */
    public String label() {
        return label;
    }
}
