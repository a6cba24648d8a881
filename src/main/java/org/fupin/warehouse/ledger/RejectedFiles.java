package org.fupin.warehouse.ledger;

import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fupin.warehouse.row.ColumnText;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The files that each run could not take. Single statements: no transaction needed. */
public class RejectedFiles {

    private final JdbcClient client;

    public RejectedFiles(JdbcTemplate jdbc) {
        this.client = JdbcClient.create(jdbc);
    }

    /**
     * Notes a rejection; a later one of the same file in the same run takes its place. Of a name of more than 500
     * characters the beginning and the end are kept.
     */
    public void record(RejectedFile file, long runId) {
        client.sql("INSERT INTO rejected_file (run_id, name, byte_size, sha256, reason, message)"
                        + " VALUES (?, ?, ?, ?, ?, ?)"
                        + " ON DUPLICATE KEY UPDATE byte_size = VALUES(byte_size), sha256 = VALUES(sha256),"
                        + " reason = VALUES(reason), message = VALUES(message)")
                .param(runId)
                .param(ColumnText.fit(file.name(), ColumnText.NAME))
                .param(file.size())
                .param(file.sha256())
                .param(file.reason())
                .param(ColumnText.fit(file.message(), ColumnText.MESSAGE))
                .update();
    }

    /** Forgets what a run rejected: it begins again, and looks at each file again. */
    public void clear(long runId) {
        client.sql("DELETE FROM rejected_file WHERE run_id = ?").param(runId).update();
    }

    /** What a run rejected, by name. */
    public List<RejectedFile> of(long runId) {
        return client.sql(
                        "SELECT name, byte_size, sha256, reason, message FROM rejected_file WHERE run_id = ? ORDER BY name")
                .param(runId)
                .query((row, n) -> new RejectedFile(
                        row.getString("name"),
                        row.getObject("byte_size", Long.class),
                        row.getString("sha256"),
                        row.getString("reason"),
                        row.getString("message")))
                .list();
    }

    /** Of each file that a run rejected, by name, the first run of the same job that rejected it with the same content. */
    public Map<String, FirstRejection> firstOf(long runId) {
        Map<String, FirstRejection> first = new HashMap<>();
        client.sql("""
                        SELECT f.name, r.run_id, r.period
                        FROM (SELECT latest.name AS name, MIN(earlier.run_id) AS run_id
                              FROM rejected_file latest
                              JOIN run this_run ON this_run.run_id = latest.run_id
                              JOIN rejected_file earlier ON earlier.name = latest.name
                              JOIN run its_run ON its_run.run_id = earlier.run_id
                              WHERE latest.run_id = ? AND its_run.job = this_run.job
                                AND (earlier.sha256 = latest.sha256 OR earlier.sha256 IS NULL AND latest.sha256 IS NULL)
                              GROUP BY latest.name) f
                        JOIN run r ON r.run_id = f.run_id""").param(runId).query(row -> {
            first.put(
                    row.getString("name"),
                    new FirstRejection(row.getLong("run_id"), YearMonth.parse(row.getString("period"))));
        });
        return first;
    }
}
