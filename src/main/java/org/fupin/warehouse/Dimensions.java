package org.fupin.warehouse;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.fupin.observation.Measure;
import org.fupin.observation.Programme;
import org.fupin.observation.Region;
import org.fupin.observation.Unit;
import org.fupin.reference.Regions;
import org.fupin.reference.Units;
import org.fupin.warehouse.row.BatchInsert;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Keeps the dimension tables like the reference tables and code lists of the program, which are where their rows come
 * from. {@code dim_period} is filled by the loader.
 */
public class Dimensions {

    private record Row(String code, List<Object> attributes) {}

    private final JdbcTemplate jdbc;
    private final Regions regions;
    private final Units units;

    public Dimensions(JdbcTemplate jdbc, Regions regions, Units units) {
        this.jdbc = jdbc;
        this.regions = regions;
        this.units = units;
    }

    /**
     * Adds what is new and mends what changed; nothing is written where nothing did. A code that the program no longer
     * has stays: old figures refer to it. Needs no transaction: what one left half done the next call completes.
     *
     * @return how many rows were written
     */
    public int fill() {
        return fill("dim_area", "area_code", List.of("gb_code", "name", "short_name", "name_zh"), areas())
                + fill("dim_measure", "measure_code", List.of("label", "sort_order"), measures())
                + fill("dim_programme", "programme_code", List.of("label", "sort_order"), programmes())
                + fill(
                        "dim_unit",
                        "unit_code",
                        List.of("label", "dimension", "base_unit", "factor_numerator", "factor_denominator"),
                        units());
    }

    private List<Row> areas() {
        List<Row> rows = new ArrayList<>();
        for (Region region : regions.all()) {
            rows.add(new Row(
                    region.code(), List.of(region.gbCode(), region.name(), region.shortName(), region.nameZh())));
        }
        return rows;
    }

    private static List<Row> measures() {
        Measure[] all = Measure.values();
        return IntStream.range(0, all.length)
                .mapToObj(i -> new Row(all[i].code(), List.of(all[i].label(), i)))
                .toList();
    }

    private static List<Row> programmes() {
        Programme[] all = Programme.values();
        return IntStream.range(0, all.length)
                .mapToObj(i -> new Row(all[i].code(), List.of(all[i].label(), i)))
                .toList();
    }

    private List<Row> units() {
        List<Row> rows = new ArrayList<>();
        for (Unit unit : units.all()) {
            rows.add(new Row(
                    unit.code(),
                    List.of(unit.label(), unit.dimension().code(), unit.base(), unit.numerator(), unit.denominator())));
        }
        return rows;
    }

    private int fill(String table, String key, List<String> attributes, Collection<Row> wanted) {
        Map<String, List<Object>> held = new HashMap<>();
        jdbc.query("SELECT " + key + ", " + String.join(", ", attributes) + " FROM " + table, row -> {
            List<Object> values = new ArrayList<>();
            for (String attribute : attributes) {
                values.add(comparable(row.getObject(attribute)));
            }
            held.put(row.getString(key), values);
        });
        List<Row> missing = wanted.stream()
                .filter(row -> !row.attributes().stream()
                        .map(Dimensions::comparable)
                        .toList()
                        .equals(held.get(row.code())))
                .toList();
        BatchInsert<Row> insert = BatchInsert.<Row>into(table).column(key, Row::code);
        for (int i = 0; i < attributes.size(); i++) {
            int which = i;
            insert = insert.column(attributes.get(i), row -> row.attributes().get(which));
        }
        insert.onDuplicateUpdate(attributes).insert(jdbc, missing);
        return missing.size();
    }

    private static Object comparable(Object value) {
        return value instanceof BigDecimal number ? number.stripTrailingZeros() : value;
    }
}
