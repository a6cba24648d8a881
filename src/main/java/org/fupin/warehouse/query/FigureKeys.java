package org.fupin.warehouse.query;

import java.util.HashMap;
import java.util.Map;
import org.fupin.observation.finding.ObservationRef;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of the figures that hold for a province and year, by where they stand. */
final class FigureKeys {

    /** Key of a row of {@code fact_observation}. */
    record FactKey(long articleId, int observationNumber) {}

    private static final String CURRENT = """
            SELECT f.document_id, f.span_begin, f.article_id, f.obs_no
            FROM fact_observation f JOIN article a ON a.article_id = f.article_id
            WHERE a.ref_area = ? AND a.ref_year = ? AND a.valid_to_run IS NULL""";

    private FigureKeys() {}

    static Map<ObservationRef, FactKey> of(JdbcClient client, ProvinceYearKey key) {
        Map<ObservationRef, FactKey> facts = new HashMap<>();
        client.sql(CURRENT).params(key.region(), key.year()).query(row -> {
            facts.put(
                    new ObservationRef(row.getString("document_id"), row.getInt("span_begin")),
                    new FactKey(row.getLong("article_id"), row.getInt("obs_no")));
        });
        return facts;
    }
}
