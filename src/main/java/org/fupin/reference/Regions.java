package org.fupin.reference;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fupin.observation.Region;

/** The regions at province level, from {@code regions.csv}, with the other names and spellings that sources use. */
public final class Regions {

    private static final Once<Regions> TABLE = new Once<>(Regions::read);

    private record Row(Region region, List<String> aliases) {}

    private final Map<String, Row> byCode;

    private Regions(Map<String, Row> byCode) {
        this.byCode = byCode;
    }

    /** Reads the table at the first call. */
    public static Regions load() {
        return TABLE.get();
    }

    private static Regions read() {
        Map<String, Row> byCode = new LinkedHashMap<>();
        CsvTable.read("regions.csv", row -> {
            Region region = new Region(
                    row.get("code"), row.get("gb"), row.get("name"), row.get("short_name"), row.get("name_zh"));
            if (byCode.put(region.code(), new Row(region, CsvTable.several(row, "aliases"))) != null) {
                throw new IllegalArgumentException("region " + region.code() + " stands twice");
            }
            return region;
        });
        return new Regions(byCode);
    }

    /**
     * The region with this code.
     *
     * @throws IllegalArgumentException if there is none
     */
    public Region region(String code) {
        Row row = byCode.get(code);
        if (row == null) {
            throw new IllegalArgumentException("unknown region '" + code + "'");
        }
        return row.region();
    }

    /** Misspellings, pinyin and old names of a region, as sources write them. */
    public List<String> aliases(String code) {
        Row row = byCode.get(code);
        return row == null ? List.of() : row.aliases();
    }

    /** All regions, in the order of GB/T 2260. */
    public Collection<Region> all() {
        return byCode.values().stream().map(Row::region).toList();
    }
}
