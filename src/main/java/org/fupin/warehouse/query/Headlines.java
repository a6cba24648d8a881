package org.fupin.warehouse.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.fupin.observation.finding.ObservationRef;
import org.fupin.reference.Units;
import org.fupin.warehouse.row.BatchInsert;
import org.fupin.warehouse.row.ObservationRow;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The headline figures of each province and year, for what shows them beside those of another year. */
public class Headlines {

    private static final String TO_CHOOSE =
            "SELECT ref_area, ref_year FROM audit WHERE headlines_by IS NULL OR headlines_by <> ?";

    private static final String HELD_BEFORE = """
            SELECT DISTINCT ref_year FROM article
            WHERE ref_area = ? AND ref_year < ? AND valid_to_run IS NULL ORDER BY ref_year""";

    private static final String BEFORE = "SELECT h.ref_year, h.indicator, h.scope, h.money_class, f.document_id, "
            + ObservationRow.COLUMNS
            + " FROM headline h JOIN fact_observation f ON f.article_id = h.article_id AND f.obs_no = h.obs_no"
            + " WHERE h.ref_area = ? AND h.ref_year < ? ORDER BY h.ref_year, h.list_no";

    private final JdbcTemplate jdbc;
    private final JdbcClient client;
    private final Units units;

    public Headlines(JdbcTemplate jdbc, Units units) {
        this.jdbc = jdbc;
        this.client = JdbcClient.create(jdbc);
        this.units = units;
    }

    /** The audited province-years whose headlines this version of the program did not choose. */
    public SortedSet<ProvinceYearKey> toChoose(String version) {
        return new TreeSet<>(client.sql(TO_CHOOSE)
                .param(version)
                .query((row, n) -> new ProvinceYearKey(row.getString("ref_area"), row.getInt("ref_year")))
                .list());
    }

    /**
     * Makes {@code rows} the headlines of a province-year, whose audit is noted already.
     *
     * <p>The caller must hold a transaction.
     *
     * @param rows in the order of the code list
     * @param sha256 of what later reports show of them
     * @param version of the program that chose them
     */
    public void replace(ProvinceYearKey key, List<HeadlineRow> rows, String sha256, String version) {
        record Numbered(int number, HeadlineRow row, FigureKeys.FactKey fact) {}
        client.sql("DELETE FROM headline WHERE ref_area = ? AND ref_year = ?")
                .params(key.region(), key.year())
                .update();
        if (!rows.isEmpty()) {
            Map<ObservationRef, FigureKeys.FactKey> facts = FigureKeys.of(client, key);
            List<Numbered> numbered = new ArrayList<>();
            rows.forEach(row -> numbered.add(new Numbered(numbered.size(), row, facts.get(row.figure()))));
            BatchInsert.<Numbered>into("headline")
                    .column("ref_area", row -> key.region())
                    .column("ref_year", row -> key.year())
                    .column("indicator", row -> row.row().indicator())
                    .column("list_no", Numbered::number)
                    .column("article_id", row -> row.fact().articleId())
                    .column("obs_no", row -> row.fact().observationNumber())
                    .column("scope", row -> row.row().scope())
                    .column("money_class", row -> row.row().money())
                    .insert(jdbc, numbered);
        }
        client.sql("UPDATE audit SET headlines_by = ?, headlines_sha256 = ? WHERE ref_area = ? AND ref_year = ?")
                .params(version, sha256, key.region(), key.year())
                .update();
    }

    /** Of each earlier year of the province that is held, in their order; empty for one that states none. */
    public SortedMap<Integer, List<HeadlineRow>> before(ProvinceYearKey key) {
        SortedMap<Integer, List<HeadlineRow>> years = new TreeMap<>();
        client.sql(HELD_BEFORE)
                .params(key.region(), key.year())
                .query(Integer.class)
                .list()
                .forEach(year -> years.put(year, new ArrayList<>()));
        if (!years.isEmpty()) {
            client.sql(BEFORE).params(key.region(), key.year()).query(row -> {
                List<HeadlineRow> year = years.get(row.getInt("ref_year"));
                if (year != null) {
                    year.add(new HeadlineRow(
                            row.getString("indicator"),
                            new ObservationRef(row.getString("document_id"), row.getInt("span_begin")),
                            ObservationRow.read(row, units),
                            row.getString("scope"),
                            row.getString("money_class")));
                }
            });
        }
        return years;
    }
}
