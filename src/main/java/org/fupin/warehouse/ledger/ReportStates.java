package org.fupin.warehouse.ledger;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fupin.warehouse.row.BatchInsert;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How report files lay on the disk when they were read last, so that a run need not read those that nobody has touched. */
public class ReportStates {

    private static final BatchInsert<ReportState> INSERT = BatchInsert.<ReportState>into("report_state")
            .column("path", ReportState::path)
            .column("sha256", ReportState::sha256)
            .column("byte_size", ReportState::bytes)
            .column("file_state", ReportState::fileState)
            .onDuplicateUpdate(List.of("sha256", "byte_size", "file_state"));

    private final JdbcTemplate jdbc;

    public ReportStates(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** All that are known, by path. */
    public Map<String, ReportState> all() {
        Map<String, ReportState> states = new HashMap<>();
        JdbcClient.create(jdbc)
                .sql("SELECT path, sha256, byte_size, file_state FROM report_state")
                .query(row -> {
                    ReportState state = new ReportState(
                            row.getString("path"),
                            row.getString("sha256"),
                            row.getLong("byte_size"),
                            row.getString("file_state"));
                    states.put(state.path(), state);
                });
        return states;
    }

    /** Takes the place of what was known of the same paths. The caller must hold a transaction. */
    public void note(Collection<ReportState> states) {
        INSERT.insert(jdbc, states);
    }
}
