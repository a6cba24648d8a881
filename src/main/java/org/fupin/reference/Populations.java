package org.fupin.reference;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** How many people a province has, from {@code population.csv}: the scale that makes a count of people impossible. */
public final class Populations {

    private static final Once<Populations> TABLE = new Once<>(Populations::read);

    private final Map<String, BigDecimal> byCode;

    private Populations(Map<String, BigDecimal> byCode) {
        this.byCode = byCode;
    }

    /** Reads the table at the first call. */
    public static Populations load() {
        return TABLE.get();
    }

    private static Populations read() {
        Map<String, BigDecimal> byCode = new LinkedHashMap<>();
        CsvTable.read("population.csv", row -> {
            BigDecimal people = new BigDecimal(row.get("people"));
            if (people.signum() <= 0 || byCode.put(row.get("code"), people) != null) {
                throw new IllegalArgumentException("region " + row.get("code") + " stands twice or has no people");
            }
            return people;
        });
        return new Populations(byCode);
    }

    /** The residents of a region at province level; empty for any other name or code. */
    public Optional<BigDecimal> people(String region) {
        return Optional.ofNullable(byCode.get(region));
    }
}
