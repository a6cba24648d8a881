package org.fupin.report.headline;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.fupin.observation.Coded;
import org.fupin.observation.FundingSource;
import org.fupin.observation.Measure;
import org.fupin.observation.PerUnit;
import org.fupin.observation.Programme;
import org.fupin.observation.Status;
import org.fupin.observation.Unit;
import org.fupin.report.figure.Labels;
import org.jspecify.annotations.Nullable;

/**
 * A headline indicator: what it is, and which observations can be it. {@link HeadlineChooser} tells how one is chosen
 * among several.
 */
public enum Indicator implements Coded {
    FUNDS("funds", "Poverty alleviation funds", Group.MONEY, Measure.FUNDS),
    FUNDS_FISCAL(FundingSource.FISCAL),
    FUNDS_CENTRAL(FundingSource.CENTRAL),
    FUNDS_PROVINCIAL(FundingSource.PROVINCIAL),
    FUNDS_LOCAL(FundingSource.LOCAL),
    FUNDS_DEPARTMENT(FundingSource.DEPARTMENT),
    FUNDS_SOCIAL(FundingSource.SOCIAL),
    FUNDS_MASSES(FundingSource.MASSES),
    FUNDS_ENTERPRISE(FundingSource.ENTERPRISE),
    FUNDS_CREDIT(FundingSource.CREDIT),
    FUNDS_COUNTERPART(FundingSource.COUNTERPART),
    FUNDS_FOREIGN(FundingSource.FOREIGN),
    FUNDS_LOTTERY(FundingSource.LOTTERY),
    FUNDS_OTHER(FundingSource.OTHER),
    LOANS("loans", "Loans", Group.MONEY, Measure.LOANS),
    INTEREST_SUBSIDY("interest_subsidy", "Interest subsidies", Group.MONEY, Measure.INTEREST_SUBSIDY),
    POOR_POPULATION("poor_population", "Poor population", Group.POVERTY, Measure.POOR_POPULATION),
    POVERTY_REDUCED("poverty_reduced", "People lifted out of poverty", Group.POVERTY, Measure.POVERTY_REDUCED),
    POVERTY_RATE("poverty_rate", "Poverty rate", Group.POVERTY, Measure.POVERTY_RATE),
    POVERTY_LINE("poverty_line", "Poverty line, per person", Group.POVERTY, Measure.POVERTY_LINE),
    INCOME("income", "Rural income per person", Group.POVERTY, Measure.INCOME),
    INCOME_GROWTH("income_growth", "Growth of rural income per person", Group.POVERTY, Measure.INCOME),
    VILLAGES("villages", "Villages covered", Group.WORK, Measure.VILLAGES),
    HOUSEHOLDS("households", "Households covered", Group.WORK, Measure.HOUSEHOLDS),
    PEOPLE("people", "People covered", Group.WORK, Measure.PEOPLE),
    TRAINED("trained", "People trained", Group.WORK, Measure.TRAINED),
    TRANSFERRED("transferred", "Labour transferred", Group.WORK, Measure.TRANSFERRED),
    RELOCATED("relocated", "People relocated", Group.WORK, Measure.RELOCATED);

    /** Headings that group the indicators of a report. */
    public enum Group {
        MONEY("Money"),
        POVERTY("Poverty and income"),
        WORK("People and places reached");

        private final String label;

        Group(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1_000);
    private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);

    private static final Set<Indicator> ALWAYS_SHOWN = EnumSet.of(
            FUNDS,
            FUNDS_CENTRAL,
            FUNDS_PROVINCIAL,
            LOANS,
            POOR_POPULATION,
            POVERTY_REDUCED,
            POVERTY_LINE,
            INCOME,
            INCOME_GROWTH,
            VILLAGES,
            TRAINED,
            RELOCATED);

    private final String code;
    private final String label;
    private final Group group;
    private final Measure measure;
    private final @Nullable FundingSource payer;

    Indicator(String code, String label, Group group, Measure measure) {
        this.code = code;
        this.label = label;
        this.group = group;
        this.measure = measure;
        this.payer = null;
    }

    Indicator(FundingSource payer) {
        this.code = "funds_" + payer.code();
        this.label = "Funds: " + Labels.payer(payer).substring(0, 1).toLowerCase(Locale.ROOT)
                + Labels.payer(payer).substring(1);
        this.group = Group.MONEY;
        this.measure = Measure.FUNDS;
        this.payer = payer;
    }

    @Override
    public String code() {
        return code;
    }

    /** A short name for people, in English. */
    public String label() {
        return label;
    }

    public Group group() {
        return group;
    }

    public Measure measure() {
        return measure;
    }

    /** The payer whose money it is; null for all indicators that are not the money of one payer. */
    public @Nullable FundingSource payer() {
        return payer;
    }

    /** The indicator of the money that {@code payer} gives. */
    public static Indicator of(FundingSource payer) {
        for (Indicator indicator : values()) {
            if (indicator.payer == payer) {
                return indicator;
            }
        }
        throw new IllegalArgumentException("no indicator for " + payer);
    }

    /** Whether it is listed as not available where the source does not state it; the others are left away. */
    public boolean alwaysShown() {
        return ALWAYS_SHOWN.contains(this);
    }

    /** The units it can be in, the preferred first. */
    public List<String> units() {
        return switch (group) {
            case MONEY -> List.of("CNY");
            case POVERTY ->
                switch (this) {
                    case POOR_POPULATION, POVERTY_REDUCED -> List.of("person", "household");
                    case POVERTY_RATE, INCOME_GROWTH -> List.of("percent");
                    default -> List.of("CNY");
                };
            case WORK ->
                switch (this) {
                    case VILLAGES -> List.of("1");
                    case HOUSEHOLDS -> List.of("household");
                    case RELOCATED -> List.of("person", "household");
                    default -> List.of("person", "person-time");
                };
        };
    }

    /**
     * The smallest amount that can speak for a province, in the unit. What is below is the figure of one place, person or
     * thing of which the source, or its reading, does not say so.
     */
    BigDecimal smallest() {
        return switch (this) {
            case POOR_POPULATION, POVERTY_REDUCED -> THOUSAND;
            case POVERTY_RATE, INCOME_GROWTH -> BigDecimal.ZERO;
            case VILLAGES -> BigDecimal.ONE;
            case POVERTY_LINE, INCOME, HOUSEHOLDS, PEOPLE, TRAINED, TRANSFERRED, RELOCATED -> HUNDRED;
            default -> MILLION;
        };
    }

    Set<Status> statuses() {
        return this == POVERTY_LINE ? EnumSet.of(Status.STANDARD, Status.ACTUAL) : EnumSet.of(Status.ACTUAL);
    }

    /** Whether an observation per unit, or per nothing, can be it. */
    boolean accepts(@Nullable PerUnit per) {
        return switch (this) {
            case INCOME -> per == PerUnit.PERSON;
            case POVERTY_LINE, INCOME_GROWTH -> per == null || per == PerUnit.PERSON;
            // What a partner gives every year it gave in the year.
            case FUNDS_COUNTERPART -> per == null || per == PerUnit.YEAR;
            default -> per == null;
        };
    }

    /** A state rather than a flow: it may be that of the end of the year before. */
    boolean stock() {
        return this == POOR_POPULATION || this == POVERTY_RATE || this == POVERTY_LINE;
    }

    /** No section of the programme states it. */
    static final int NO_TIER = 9;

    /**
     * How well a programme's sections state it: 0 best, {@link #NO_TIER} not at all. A figure of another section, say of
     * one pilot project, would be true but no headline of the province.
     */
    int tier(Programme programme) {
        return switch (this) {
            case LOANS, INTEREST_SUBSIDY ->
                programme.isGeneral()
                                || programme == Programme.CREDIT
                                || programme == Programme.INDUSTRY
                                || programme == Programme.SCIENCE
                        ? 0
                        : NO_TIER;
            case POOR_POPULATION, POVERTY_REDUCED, POVERTY_RATE, POVERTY_LINE, INCOME, INCOME_GROWTH ->
                switch (programme) {
                    case OVERVIEW -> 0;
                    case LOTTERY, FOREIGN, MUTUAL_FUNDS, PAIRING -> NO_TIER;
                    case IDENTIFICATION -> group == Group.POVERTY && measure != Measure.INCOME ? 0 : 1;
                    // Whoever is out of poverty is so by the province's count, whatever section tells it.
                    default -> programme.isGeneral() ? 1 : this == POVERTY_REDUCED ? 2 : NO_TIER;
                };
            case VILLAGES ->
                switch (programme) {
                    case VILLAGE -> 0;
                    case SOCIAL, LOTTERY, MUTUAL_FUNDS, IDENTIFICATION, FOREIGN -> NO_TIER;
                    default -> 1;
                };
            case HOUSEHOLDS, PEOPLE ->
                programme == Programme.OVERVIEW || programme == Programme.HOUSEHOLD
                        ? 0
                        : programme == Programme.FUNDING ? 1 : NO_TIER;
            case TRAINED -> {
                if (programme == Programme.OVERVIEW || programme == Programme.TRAINING) {
                    yield 0;
                }
                yield programme == Programme.MUTUAL_FUNDS || programme == Programme.PUBLICITY ? NO_TIER : 1;
            }
            case TRANSFERRED -> programme == Programme.OVERVIEW || programme == Programme.TRAINING ? 0 : 1;
            case RELOCATED ->
                programme == Programme.OVERVIEW || programme == Programme.RELOCATION
                        ? 0
                        : programme == Programme.RELIEF ? NO_TIER : 1;
            default -> {
                if (programme == Programme.OVERVIEW || programme == Programme.FUNDING) {
                    yield 0;
                }
                yield programme == Programme.MANAGEMENT
                                || programme == Programme.PLANNING
                                || programme == Programme.OTHER
                                || programme == own()
                        ? 1
                        : NO_TIER;
            }
        };
    }

    /** The programme whose sections are about the payer's money; null if there is none. */
    private @Nullable Programme own() {
        return switch (this) {
            case FUNDS_SOCIAL, FUNDS_ENTERPRISE -> Programme.SOCIAL;
            case FUNDS_COUNTERPART -> Programme.PAIRING;
            // "Poverty alleviation by sectors": what the departments of a province do in their own trades.
            case FUNDS_DEPARTMENT -> Programme.INDUSTRY;
            case FUNDS_FOREIGN -> Programme.FOREIGN;
            case FUNDS_LOTTERY -> Programme.LOTTERY;
            case FUNDS_CREDIT -> Programme.CREDIT;
            default -> null;
        };
    }

    /** The place of a unit among {@link #units()}; those of training count alike, because the widest is meant. */
    int preference(Unit unit) {
        return this == TRAINED ? 0 : units().indexOf(unit.code());
    }

    /** Whether the largest amount is meant; else the first in the text is, because sizes do not tell which is general. */
    boolean largest() {
        return switch (this) {
            case POVERTY_RATE, POVERTY_LINE, INCOME, INCOME_GROWTH -> false;
            default -> true;
        };
    }
}
