package org.fupin.reference;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;

/** How many units at county level a province has, from {@code counties.csv}: more of them cannot be reached. */
public final class Counties {

    private static final Once<Counties> TABLE = new Once<>(Counties::read);

    private final Map<String, Integer> byCode;

    private Counties(Map<String, Integer> byCode) {
        this.byCode = byCode;
    }

    /** Reads the table at the first call. */
    public static Counties load() {
        return TABLE.get();
    }

    private static Counties read() {
        Map<String, Integer> byCode = new LinkedHashMap<>();
        CsvTable.read("counties.csv", row -> {
            int counties = Integer.parseInt(row.get("counties"));
            if (counties <= 0 || byCode.put(row.get("code"), counties) != null) {
                throw new IllegalArgumentException("region " + row.get("code") + " stands twice or has no counties");
            }
            return counties;
        });
        return new Counties(byCode);
    }

    /** The counties of a region at province level; empty for any other name or code. */
    public OptionalInt of(String region) {
        Integer counties = byCode.get(region);
        return counties == null ? OptionalInt.empty() : OptionalInt.of(counties);
    }
}
