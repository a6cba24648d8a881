package org.fupin.warehouse;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.fupin.observation.Coded;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;

/**
 * The ledger of runs. Each method is one statement and needs no transaction; a run must be committed before documents
 * are loaded under it in other transactions. While a load's transaction is open it holds a shared lock on the row of
 * its run: change the row between loads, not during them.
 */
public class Runs {

    private final JdbcClient client;
    private final Clock clock;

    public Runs(JdbcTemplate jdbc, Clock clock) {
        this.client = JdbcClient.create(jdbc);
        this.clock = clock;
    }

    /**
     * Opens a run.
     *
     * @param period the month that it is made for
     * @return its id, greater than those of all runs before
     */
    public long start(String job, YearMonth period) {
        KeyHolder generated = new GeneratedKeyHolder();
        client.sql("INSERT INTO run (job, period, status, started) VALUES (?, ?, ?, ?)")
                .params(job, period.toString(), RunStatus.STARTED.code(), now())
                .update(generated, "run_id");
        return Objects.requireNonNull(generated.getKey(), "run_id").longValue();
    }

    /**
     * Closes a run.
     *
     * @throws IllegalArgumentException if there is no such run
     */
    public void finish(long runId, RunStatus status, RunCounts counts) {
        int rows = client.sql("""
                        UPDATE run SET status = ?, finished = ?, files_found = ?, files_loaded = ?, files_unchanged = ?,
                            files_rejected = ?, articles = ?, observations = ?, left_out = ?, findings = ?, reports = ?
                        WHERE run_id = ?""")
                .params(
                        status.code(),
                        now(),
                        counts.filesFound(),
                        counts.filesLoaded(),
                        counts.filesUnchanged(),
                        counts.filesRejected(),
                        counts.articles(),
                        counts.observations(),
                        counts.leftOut(),
                        counts.findings(),
                        counts.reports(),
                        runId)
                .update();
        if (rows == 0) {
            throw new IllegalArgumentException("there is no run " + runId);
        }
    }

    public Optional<Run> find(long runId) {
        return client.sql("SELECT * FROM run WHERE run_id = ?")
                .param(runId)
                .query(Runs::read)
                .optional();
    }

    /** The last {@code limit} runs, the newest first. */
    public List<Run> list(int limit) {
        return client.sql("SELECT * FROM run ORDER BY run_id DESC LIMIT ?")
                .param(limit)
                .query(Runs::read)
                .list();
    }

    /** UTC, as the columns have it: a date and time without a zone means the same to every server. */
    private LocalDateTime now() {
        return LocalDateTime.ofInstant(clock.instant().truncatedTo(ChronoUnit.MILLIS), ZoneOffset.UTC);
    }

    private static Run read(ResultSet row, int number) throws SQLException {
        LocalDateTime finished = row.getObject("finished", LocalDateTime.class);
        return new Run(
                row.getLong("run_id"),
                row.getString("job"),
                YearMonth.parse(row.getString("period")),
                Coded.of(RunStatus.class, row.getString("status")),
                row.getObject("started", LocalDateTime.class).toInstant(ZoneOffset.UTC),
                finished == null ? null : finished.toInstant(ZoneOffset.UTC),
                new RunCounts(
                        row.getInt("files_found"),
                        row.getInt("files_loaded"),
                        row.getInt("files_unchanged"),
                        row.getInt("files_rejected"),
                        row.getInt("articles"),
                        row.getInt("observations"),
                        row.getInt("left_out"),
                        row.getInt("findings"),
                        row.getInt("reports")));
    }
}
