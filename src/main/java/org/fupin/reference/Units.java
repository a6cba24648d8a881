package org.fupin.reference;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.fupin.observation.Coded;
import org.fupin.observation.Dimension;
import org.fupin.observation.Unit;

/** The units there are, from {@code units.csv}; the words for them are in {@code lexicon/unit_words.csv}. */
public final class Units {

    private static final Once<Units> TABLE = new Once<>(Units::read);

    private final Map<String, Unit> byCode;

    private Units(Map<String, Unit> byCode) {
        this.byCode = byCode;
    }

    /** Reads the table at the first call. */
    public static Units load() {
        return TABLE.get();
    }

    private static Units read() {
        Map<String, Unit> byCode = new LinkedHashMap<>();
        CsvTable.read("units.csv", row -> {
            Unit unit = new Unit(
                    row.get("code"),
                    row.get("label"),
                    Coded.of(Dimension.class, row.get("dimension")),
                    row.get("base"),
                    new BigDecimal(row.get("numerator")),
                    new BigDecimal(row.get("denominator")));
            if (byCode.put(unit.code(), unit) != null) {
                throw new IllegalArgumentException("unit " + unit.code() + " stands twice");
            }
            return unit;
        });
        for (Unit unit : byCode.values()) {
            if (!byCode.containsKey(unit.base())) {
                throw new IllegalStateException("units.csv: " + unit.code() + " has the unknown base " + unit.base());
            }
        }
        return new Units(byCode);
    }

    /**
     * The unit with this code.
     *
     * @throws IllegalArgumentException if there is none
     */
    public Unit unit(String code) {
        Unit unit = byCode.get(code);
        if (unit == null) {
            throw new IllegalArgumentException("unknown unit '" + code + "'");
        }
        return unit;
    }

    /** All units, in the order of the file. */
    public Collection<Unit> all() {
        return Collections.unmodifiableCollection(byCode.values());
    }
}
