package org.fupin.warehouse.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which report stands where, of which vintage, and which run wrote it. Single statements: no transaction needed. */
public class ReportFiles {

    private static final String LAST = """
            SELECT r.path, r.sha256, r.ref_area, r.ref_year, r.vintage FROM report_file r
            WHERE r.run_id = (SELECT MAX(l.run_id) FROM report_file l WHERE l.path = r.path)""";

    private final JdbcClient client;

    public ReportFiles(JdbcTemplate jdbc) {
        this.client = JdbcClient.create(jdbc);
    }

    /**
     * Notes that a report was written. One that is noted already, with the same content and vintage, is left alone.
     *
     * @return whether anything changed
     */
    public boolean record(ReportFile file, long runId) {
        if (find(file.path()).filter(file::equals).isPresent()) {
            return false;
        }
        client.sql("INSERT INTO report_file (path, run_id, sha256, ref_area, ref_year, vintage)"
                        + " VALUES (?, ?, ?, ?, ?, ?) ON DUPLICATE KEY UPDATE sha256 = VALUES(sha256),"
                        + " ref_area = VALUES(ref_area), ref_year = VALUES(ref_year), vintage = VALUES(vintage)")
                .param(file.path())
                .param(runId)
                .param(file.sha256())
                .param(file.region())
                .param(file.year())
                .param(file.vintage())
                .update();
        return true;
    }

    /** What was last written to {@code path}. */
    public Optional<ReportFile> find(String path) {
        return client.sql(LAST + " AND r.path = ?")
                .param(path)
                .query(ReportFiles::read)
                .optional();
    }

    /** What was last written to each path, by path. */
    public List<ReportFile> list() {
        return client.sql(LAST + " ORDER BY r.path").query(ReportFiles::read).list();
    }

    /** What a run wrote, by path. */
    public List<ReportFile> writtenBy(long runId) {
        return client.sql("SELECT path, sha256, ref_area, ref_year, vintage FROM report_file WHERE run_id = ?"
                        + " ORDER BY path")
                .param(runId)
                .query(ReportFiles::read)
                .list();
    }

    private static ReportFile read(ResultSet row, int number) throws SQLException {
        return new ReportFile(
                row.getString("path"),
                row.getString("sha256"),
                row.getString("ref_area"),
                row.getInt("ref_year"),
                row.getInt("vintage"));
    }
}
