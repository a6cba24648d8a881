package org.fupin.warehouse;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.fupin.observation.Coded;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;

/**
 * The ledger of runs. While a load's transaction is open it holds a shared lock on the row of its run: change the row
 * between loads, not during them.
 */
public class Runs {

    /**
     * What an attempt saw in the inbox.
     *
     * @param files how many there were
     * @param held of how many the warehouse holds the content now
     */
    public record FileCounts(int files, int held) {}

    /** What {@link #list(Filter, int)} lists. */
    public record Filter(@Nullable String job, boolean failedOnly) {

        /** All runs. */
        public static final Filter ALL = new Filter(null, false);
    }

    private static final String COUNT = """
            SELECT
              (SELECT COUNT(*) FROM source_document WHERE run_id = :run) AS loaded,
              (SELECT COUNT(*) FROM rejected_file WHERE run_id = :run) AS rejected,
              (SELECT COUNT(*) FROM article WHERE valid_from_run = :run AND (valid_to_run IS NULL OR valid_to_run <> :run))
                AS articles,
              (SELECT COUNT(*) FROM fact_observation f JOIN article a ON a.article_id = f.article_id
                WHERE a.valid_from_run = :run AND (a.valid_to_run IS NULL OR a.valid_to_run <> :run)) AS observations,
              (SELECT COUNT(*) FROM left_out_number l JOIN article a ON a.article_id = l.article_id
                WHERE a.valid_from_run = :run AND (a.valid_to_run IS NULL OR a.valid_to_run <> :run)) AS left_out,
              (SELECT COUNT(*) FROM left_out_number l JOIN source_document d ON d.document_id = l.document_id
                WHERE d.run_id = :run AND l.article_id IS NULL) AS left_outside,
              (SELECT COUNT(*) FROM finding f JOIN audit a ON a.ref_area = f.ref_area AND a.ref_year = f.ref_year
                WHERE a.run_id = :run AND f.valid_to_run IS NULL AND f.holds = FALSE) AS findings,
              (SELECT COUNT(*) FROM report_file WHERE run_id = :run) AS reports""";

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
     * Opens a run, or continues the one that was broken off: the last run of all, if it is of this job and period and
     * was not completed. Only the last, because runs are the time of the vintages, and time does not run backwards. Other
     * runs that are still open have died; they are closed. The caller must hold a transaction, and be the only one.
     */
    public Run begin(String job, YearMonth period) {
        Optional<Long> brokenOff = brokenOff(job, period);
        long runId;
        if (brokenOff.isPresent()) {
            runId = brokenOff.get();
            client.sql("UPDATE run SET attempts = attempts + 1, status = ?, attempt_started = ?, finished = NULL,"
                            + " message = NULL WHERE run_id = ?")
                    .params(RunStatus.STARTED.code(), now(), runId)
                    .update();
        } else {
            runId = start(job, period);
        }
        List<Long> dead = client.sql("SELECT run_id FROM run WHERE status = ? AND run_id <> ?")
                .params(RunStatus.STARTED.code(), runId)
                .query(Long.class)
                .list();
        dead.forEach(run -> finish(run, RunStatus.FAILED, null, "it died, or was killed"));
        return find(runId).orElseThrow();
    }

    /**
     * The run that {@link #begin} would continue: the last of all, if it is of this job and period and was not completed.
     * Reads what the first version of the schema has.
     */
    public Optional<Long> brokenOff(String job, YearMonth period) {
        return client.sql("SELECT run_id FROM run WHERE run_id = (SELECT MAX(run_id) FROM run)"
                        + " AND job = ? AND period = ? AND status <> ?")
                .params(job, period.toString(), RunStatus.COMPLETED.code())
                .query(Long.class)
                .optional();
    }

    /** How often a job was begun for a period, in all its runs. */
    public long attempts(String job, YearMonth period) {
        return client.sql("SELECT COALESCE(SUM(attempts), 0) FROM run WHERE job = ? AND period = ?")
                .params(job, period.toString())
                .query(Long.class)
                .single();
    }

    /**
     * Closes a run and counts what it did.
     *
     * @param seen null if the last attempt did not come to look; what an earlier one saw then stays
     * @param message what ended it, a line for each failure; empty if nothing did
     * @throws IllegalArgumentException if there is no such run
     */
    public void finish(long runId, RunStatus status, @Nullable FileCounts seen, String message) {
        Run run = find(runId).orElseThrow(() -> new IllegalArgumentException("there is no run " + runId));
        RunCounts counts = counts(run, seen);
        client.sql("""
                        UPDATE run SET status = ?, finished = ?, message = ?, files_found = ?, files_loaded = ?,
                            files_unchanged = ?, files_rejected = ?, articles = ?, observations = ?, left_out = ?,
                            findings = ?, reports = ?
                        WHERE run_id = ?""")
                .param(status.code())
                .param(now())
                .param(message.isEmpty() ? null : message)
                .param(counts.filesFound())
                .param(counts.filesLoaded())
                .param(counts.filesUnchanged())
                .param(counts.filesRejected())
                .param(counts.articles())
                .param(counts.observations())
                .param(counts.leftOut())
                .param(counts.findings())
                .param(counts.reports())
                .param(runId)
                .update();
    }

    private RunCounts counts(Run run, @Nullable FileCounts seen) {
        return client.sql(COUNT)
                .param("run", run.id())
                .query((row, n) -> new RunCounts(
                        seen == null ? run.counts().filesFound() : seen.files(),
                        row.getInt("loaded"),
                        seen == null ? run.counts().filesUnchanged() : Math.max(0, seen.held() - row.getInt("loaded")),
                        row.getInt("rejected"),
                        row.getInt("articles"),
                        row.getInt("observations"),
                        row.getInt("left_out") + row.getInt("left_outside"),
                        row.getInt("findings"),
                        row.getInt("reports")))
                .single();
    }

    public Optional<Run> find(long runId) {
        return client.sql("SELECT * FROM run WHERE run_id = ?")
                .param(runId)
                .query(Runs::read)
                .optional();
    }

    /** The last {@code limit} runs, the newest first. */
    public List<Run> list(int limit) {
        return list(Filter.ALL, limit);
    }

    /** The last {@code limit} runs of those that a filter lets through, the newest first. */
    public List<Run> list(Filter filter, int limit) {
        return client.sql("SELECT * FROM run WHERE (:job IS NULL OR job = :job) AND (:all = TRUE OR status = :failed)"
                        + " ORDER BY run_id DESC LIMIT :limit")
                .param("job", filter.job(), Types.VARCHAR)
                .param("all", !filter.failedOnly())
                .param("failed", RunStatus.FAILED.code())
                .param("limit", limit)
                .query(Runs::read)
                .list();
    }

    /** UTC, as the columns have it: a date and time without a zone means the same to every server. */
    private LocalDateTime now() {
        return LocalDateTime.ofInstant(clock.instant().truncatedTo(ChronoUnit.MILLIS), ZoneOffset.UTC);
    }

    private static Run read(ResultSet row, int number) throws SQLException {
        Instant started = Objects.requireNonNull(instant(row, "started"), "started");
        return new Run(
                row.getLong("run_id"),
                row.getString("job"),
                YearMonth.parse(row.getString("period")),
                Coded.of(RunStatus.class, row.getString("status")),
                row.getInt("attempts"),
                started,
                Objects.requireNonNullElse(instant(row, "attempt_started"), started),
                instant(row, "finished"),
                Objects.requireNonNullElse(row.getString("message"), ""),
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

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        LocalDateTime time = row.getObject(column, LocalDateTime.class);
        return time == null ? null : time.toInstant(ZoneOffset.UTC);
    }
}
