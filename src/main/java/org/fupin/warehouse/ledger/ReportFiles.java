package org.fupin.warehouse.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fupin.warehouse.row.BatchInsert;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which report stands where, of which vintage, and which run wrote it. */
public class ReportFiles {

    private static final String LAST = """
            SELECT r.path, r.sha256, r.ref_area, r.ref_year, r.vintage FROM report_file r
            WHERE r.run_id = (SELECT MAX(l.run_id) FROM report_file l WHERE l.path = r.path)""";

    private final JdbcTemplate jdbc;
    private final JdbcClient client;

    public ReportFiles(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
        this.client = JdbcClient.create(jdbc);
    }

    /**
     * Notes that reports were written. Those that are noted already, with the same content and vintage, are left alone. The caller
     * must hold a transaction.
     *
     * @return how many were not
     */
    public int record(List<ReportFile> files, long runId) {
        Map<String, ReportFile> held = new HashMap<>();
        client.sql(LAST + " AND r.path IN (:paths)")
                .param("paths", files.stream().map(ReportFile::path).toList())
                .query(ReportFiles::read)
                .list()
                .forEach(file -> held.put(file.path(), file));
        List<ReportFile> news = files.stream()
                .filter(file -> !file.equals(held.get(file.path())))
                .toList();
        BatchInsert.<ReportFile>into("report_file")
                .column("path", ReportFile::path)
                .column("run_id", file -> runId)
                .column("sha256", ReportFile::sha256)
                .column("ref_area", ReportFile::region)
                .column("ref_year", ReportFile::year)
                .column("vintage", ReportFile::vintage)
                .onDuplicateUpdate(List.of("sha256", "ref_area", "ref_year", "vintage"))
                .insert(jdbc, news);
        return news.size();
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
