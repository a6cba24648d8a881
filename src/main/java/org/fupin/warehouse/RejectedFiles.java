package org.fupin.warehouse;

import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The files that each run could not take. Single statements: no transaction needed. */
public class RejectedFiles {

    private final JdbcClient client;

    public RejectedFiles(JdbcTemplate jdbc) {
        this.client = JdbcClient.create(jdbc);
    }

    /** Notes a rejection; a later one of the same file in the same run takes its place. */
    public void record(RejectedFile file, long runId) {
        client.sql("INSERT INTO rejected_file (run_id, name, sha256, reason, message) VALUES (?, ?, ?, ?, ?)"
                        + " ON DUPLICATE KEY UPDATE sha256 = VALUES(sha256), reason = VALUES(reason),"
                        + " message = VALUES(message)")
                .param(runId)
                .param(file.name())
                .param(file.sha256())
                .param(file.reason())
                .param(file.message())
                .update();
    }

    /** Forgets what a run rejected: it begins again, and looks at each file again. */
    public void clear(long runId) {
        client.sql("DELETE FROM rejected_file WHERE run_id = ?").param(runId).update();
    }

    /** What a run rejected, by name. */
    public List<RejectedFile> of(long runId) {
        return client.sql("SELECT name, sha256, reason, message FROM rejected_file WHERE run_id = ? ORDER BY name")
                .param(runId)
                .query((row, n) -> new RejectedFile(
                        row.getString("name"),
                        row.getString("sha256"),
                        row.getString("reason"),
                        row.getString("message")))
                .list();
    }
}
