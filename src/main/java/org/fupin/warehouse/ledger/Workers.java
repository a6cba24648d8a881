package org.fupin.warehouse.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The processes that work for runs, and when each last showed that it lives. All times are by the database's clock. Single
 * statements, which wait for no transaction of a worker.
 */
public class Workers {

    /** A worker's columns, as {@link #read} wants them. */
    static final String COLUMNS =
            "w.worker_id, w.host, w.process, w.process_started, w.process_space, w.job, w.version, w.threads,"
                    + " w.started, w.heartbeat, w.partitions_done, UNIX_TIMESTAMP() AS seconds_now";

    private final JdbcClient client;
    private final Server server;

    public Workers(JdbcTemplate jdbc) {
        this.client = JdbcClient.create(jdbc);
        this.server = new Server(jdbc);
    }

    /**
     * Enters a worker that has done nothing yet.
     *
     * @param threads how many partitions it does at the same time
     */
    public void enter(LockOwner worker, String job, String version, int threads) {
        client.sql(
                        "INSERT INTO worker (worker_id, host, process, process_started, process_space, job, version, threads,"
                                + " started, heartbeat, partitions_done)"
                                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, UNIX_TIMESTAMP(), UNIX_TIMESTAMP(), 0)")
                .params(
                        worker.token(),
                        worker.host(),
                        worker.process(),
                        worker.started(),
                        worker.space(),
                        job,
                        version,
                        threads)
                .update();
    }

    /**
     * Shows that a worker lives.
     *
     * @return false if it is not entered, or not any more
     */
    public boolean beat(String worker, int done) {
        return client.sql("UPDATE worker SET heartbeat = UNIX_TIMESTAMP(), partitions_done = ? WHERE worker_id = ?")
                        .params(done, worker)
                        .update()
                > 0;
    }

    /** Takes a worker out that has ended. */
    public void leave(String worker) {
        client.sql("DELETE FROM worker WHERE worker_id = ?").param(worker).update();
    }

    /** Forgets workers that have given no sign of life for so long. */
    public void forget(Duration silence) {
        client.sql("DELETE FROM worker WHERE heartbeat < UNIX_TIMESTAMP() - ?")
                .param(silence.toSeconds())
                .update();
    }

    /** All that are entered, those that came first first. */
    public List<WorkerProcess> all() {
        Duration longest = server.longestSilence();
        return client.sql("SELECT " + COLUMNS + " FROM worker w ORDER BY w.started, w.host, w.process")
                .query((row, number) -> read(row, longest))
                .list();
    }

    static WorkerProcess read(ResultSet row, Duration longestSilence) throws SQLException {
        Duration silence = Duration.ofSeconds(Math.max(0, row.getLong("seconds_now") - row.getLong("heartbeat")));
        return new WorkerProcess(
                new LockOwner(
                        row.getString("worker_id"),
                        row.getString("host"),
                        row.getString("process_space"),
                        row.getLong("process"),
                        row.getLong("process_started")),
                row.getString("job"),
                row.getString("version"),
                row.getInt("threads"),
                Instant.ofEpochSecond(row.getLong("started")),
                Instant.ofEpochSecond(row.getLong("heartbeat")),
                silence.compareTo(longestSilence) > 0 ? longestSilence : silence,
                row.getInt("partitions_done"));
    }
}
