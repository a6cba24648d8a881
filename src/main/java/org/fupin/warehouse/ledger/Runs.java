package org.fupin.warehouse.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fupin.observation.Coded;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
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

    /** Why a run was made that reads documents again. */
    public static final String READING = "reading";

    /** What {@link #list(Filter, int)} lists. */
    public record Filter(@Nullable String job, boolean failedOnly) {

        /** All runs. */
        public static final Filter ALL = new Filter(null, false);
    }

    /** Counts all that tables tell. */
    private static final String COUNT = "SELECT "
            + Stream.of(RunCount.values())
                    .filter(count -> !count.sql().equals(RunCount.SEEN))
                    .map(count -> "(" + count.sql() + ") AS " + count.column())
                    .collect(Collectors.joining(", "));

    private static final String FINISH = "UPDATE run SET status = :status, finished = :finished, message = :message, "
            + Stream.of(RunCount.values())
                    .map(count -> count.column() + " = :" + count.column())
                    .collect(Collectors.joining(", "))
            + " WHERE run_id = :run";

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
     * As {@link #begin}, a run that reads the documents of a job again. It goes under a name of its own, so that neither kind of
     * run continues the other.
     */
    public Run beginReading(String job, YearMonth period) {
        Run run = begin(readingOf(job), period);
        client.sql("UPDATE run SET reason = ? WHERE run_id = ?")
                .params(READING, run.id())
                .update();
        return run;
    }

    /** What runs that read a job's documents again go by. */
    public static String readingOf(String job) {
        return job + " (" + READING + ")";
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
        StatementSpec update = client.sql(FINISH)
                .param("status", status.code())
                .param("finished", now())
                .param("message", message.isEmpty() ? null : message)
                .param("run", runId);
        counts(run, seen).forEach((count, number) -> update.param(count.column(), number));
        update.update();
    }

    private Map<RunCount, Integer> counts(Run run, @Nullable FileCounts seen) {
        Map<RunCount, Integer> counts = client.sql(COUNT)
                .param("run", run.id())
                .query((row, n) -> read(row, count -> !count.sql().equals(RunCount.SEEN)))
                .single();
        int loaded = counts.getOrDefault(RunCount.FILES_LOADED, 0);
        counts.put(RunCount.FILES_FOUND, seen == null ? run.count(RunCount.FILES_FOUND) : seen.files());
        counts.put(
                RunCount.FILES_UNCHANGED,
                seen == null ? run.count(RunCount.FILES_UNCHANGED) : Math.max(0, seen.held() - loaded));
        return counts;
    }

    private static Map<RunCount, Integer> read(ResultSet row, Predicate<RunCount> which) throws SQLException {
        Map<RunCount, Integer> counts = new EnumMap<>(RunCount.class);
        for (RunCount count : RunCount.values()) {
            if (which.test(count)) {
                counts.put(count, row.getInt(count.column()));
            }
        }
        return counts;
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
                read(row, count -> true));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        LocalDateTime time = row.getObject(column, LocalDateTime.class);
        return time == null ? null : time.toInstant(ZoneOffset.UTC);
    }
}
