package org.fupin.warehouse.query;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The vintages of a province-year: its states after the runs that changed its articles. */
public final class Vintages {

    /**
     * {@code ref_area, ref_year, run_id}: the runs that changed what holds for a province-year. A row that was
     * superseded within the run that made it never held after any run, and counts for none.
     */
    static final String CHANGES = """
            SELECT ref_area, ref_year, valid_from_run AS run_id FROM article
            WHERE valid_to_run IS NULL OR valid_to_run <> valid_from_run
            UNION
            SELECT ref_area, ref_year, valid_to_run AS run_id FROM article
            WHERE valid_to_run <> valid_from_run""";

    /** Of one province-year. The places are asked for on both sides: H2 would read all articles otherwise. */
    private static final String OF_ONE = """
            SELECT valid_from_run AS run_id FROM article
            WHERE ref_area = :area AND ref_year = :year AND (valid_to_run IS NULL OR valid_to_run <> valid_from_run)
            UNION
            SELECT valid_to_run AS run_id FROM article
            WHERE ref_area = :area AND ref_year = :year AND valid_to_run <> valid_from_run
            ORDER BY run_id""";

    private Vintages() {}

    /** The run of each vintage, the first vintage first. */
    public static List<Long> runs(JdbcClient client, String region, int year) {
        return client.sql(OF_ONE)
                .param("area", region)
                .param("year", year)
                .query(Long.class)
                .list();
    }
}
