package org.fupin.reference;

import java.util.HashMap;
import java.util.Map;

/** Chinese names of codes, from {@code chinese.csv}: of indicators, payers, units and the like. */
public final class ChineseNames {

    private final Map<String, String> names;

    private ChineseNames(Map<String, String> names) {
        this.names = names;
    }

    public static ChineseNames load() {
        Map<String, String> names = new HashMap<>();
        CsvTable.read("chinese.csv", row -> {
            String key = key(row.get("list"), row.get("code"));
            if (row.get("zh").isEmpty()) {
                throw new IllegalArgumentException(key + " has no name");
            }
            if (names.put(key, row.get("zh")) != null) {
                throw new IllegalArgumentException(key + " stands twice");
            }
            return key;
        });
        return new ChineseNames(names);
    }

    /**
     * The name of a code.
     *
     * @param list such as {@code unit}
     * @throws IllegalArgumentException if the table has none
     */
    public String of(String list, String code) {
        String name = names.get(key(list, code));
        if (name == null) {
            throw new IllegalArgumentException("chinese.csv has no name for the " + list + " '" + code + "'");
        }
        return name;
    }

    private static String key(String list, String code) {
        return list + " " + code;
    }
}
