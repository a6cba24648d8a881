package org.fupin.warehouse.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Locks that have an owner and a heartbeat. All times are by the database's clock, so that hosts need not agree on theirs.
 *
 * <p>An owner's transactions {@link #confirm} the lock and hold its row until they end. So a lock is taken over between
 * them and never during one, and a process that wakes up after it was given up for dead can change nothing any more.
 */
public class RunLocks {

    private static final String HOLDER = """
            SELECT l.owner, l.host, l.process, l.process_started, l.process_space, l.job, l.period, l.run_id, l.acquired,
                   h.heartbeat, UNIX_TIMESTAMP() AS seconds_now
            FROM run_lock l LEFT JOIN run_heartbeat h ON h.lock_name = l.lock_name AND h.owner = l.owner
            WHERE l.lock_name = ? AND l.owner IS NOT NULL""";

    private static final String TAKE = """
            UPDATE run_lock SET owner = ?, host = ?, process = ?, process_started = ?, process_space = ?, job = ?,
                period = ?, run_id = NULL, acquired = UNIX_TIMESTAMP()
            WHERE lock_name = ? AND\s""";

    private final Server server;
    private final JdbcClient client;

    public RunLocks(JdbcTemplate jdbc) {
        this.server = new Server(jdbc);
        this.client = JdbcClient.create(jdbc);
    }

    /**
     * Who holds a lock; empty if nobody does. An owner is silent at most since the server has started: before, it could give
     * no sign of life.
     */
    public Optional<LockHolder> holder(String name) {
        return client.sql(HOLDER)
                .param(name)
                .query(RunLocks::read)
                .optional()
                .map(holder -> holder.silentAtMost(server.longestSilence()));
    }

    /**
     * Takes a lock that is free. The caller must hold a transaction.
     *
     * @return false if somebody holds it
     */
    public boolean acquire(String name, LockOwner owner, String job, YearMonth period) {
        boolean known = client.sql("SELECT COUNT(*) FROM run_lock WHERE lock_name = ?")
                        .param(name)
                        .query(Integer.class)
                        .single()
                > 0;
        if (!known) {
            try {
                client.sql("INSERT INTO run_lock (lock_name) VALUES (?)")
                        .param(name)
                        .update();
            } catch (DuplicateKeyException e) {
                // Another one was faster; it may have the lock or not.
            }
        }
        int taken = client.sql(TAKE + "owner IS NULL")
                .params(
                        owner.token(),
                        owner.host(),
                        owner.process(),
                        owner.started(),
                        owner.space(),
                        job,
                        period.toString(),
                        name)
                .update();
        return taken > 0 && begin(name, owner);
    }

    /**
     * Takes a lock from an owner that is dead. Of several that try, one succeeds. Waits for a transaction of the dead
     * owner that the database still has open. The caller must hold a transaction.
     *
     * @param dead the token of that owner
     * @return false if it does not hold the lock any more
     */
    public boolean takeOver(String name, String dead, LockOwner owner, String job, YearMonth period) {
        int taken = client.sql(TAKE + "owner = ?")
                .params(
                        owner.token(),
                        owner.host(),
                        owner.process(),
                        owner.started(),
                        owner.space(),
                        job,
                        period.toString(),
                        name,
                        dead)
                .update();
        return taken > 0 && begin(name, owner);
    }

    private boolean begin(String name, LockOwner owner) {
        client.sql("INSERT INTO run_heartbeat (lock_name, owner, heartbeat) VALUES (?, ?, UNIX_TIMESTAMP())"
                        + " ON DUPLICATE KEY UPDATE owner = VALUES(owner), heartbeat = VALUES(heartbeat)")
                .params(name, owner.token())
                .update();
        return true;
    }

    /** Notes which run the owner makes. */
    public void note(String name, String token, long runId) {
        client.sql("UPDATE run_lock SET run_id = ? WHERE lock_name = ? AND owner = ?")
                .params(runId, name, token)
                .update();
    }

    /** Shows that the owner lives. One statement, which waits for no transaction of the owner. */
    public void beat(String name, String token) {
        client.sql("UPDATE run_heartbeat SET heartbeat = UNIX_TIMESTAMP() WHERE lock_name = ? AND owner = ?")
                .params(name, token)
                .update();
    }

    /**
     * Whether an owner still holds a lock; if so, it holds it until the transaction ends, which the caller must hold. To
     * be called first in a transaction: it takes no snapshot, so what follows sees what others have committed.
     */
    public boolean confirm(String name, String token) {
        // H2 has no shared row locks, and needs none: its file lets in one process, in which the owner is.
        String share = server.isH2() ? "" : " LOCK IN SHARE MODE";
        return client.sql("SELECT owner FROM run_lock WHERE lock_name = ?" + share)
                .param(name)
                .query((row, n) -> token.equals(row.getString("owner")))
                .optional()
                .orElse(false);
    }

    /** Gives a lock back; does nothing if the owner does not hold it any more. */
    public void release(String name, String token) {
        client.sql("UPDATE run_lock SET owner = NULL, host = NULL, process = NULL, process_started = NULL,"
                        + " process_space = NULL, job = NULL, period = NULL, run_id = NULL, acquired = NULL"
                        + " WHERE lock_name = ? AND owner = ?")
                .params(name, token)
                .update();
    }

    private static LockHolder read(ResultSet row, int number) throws SQLException {
        long acquired = row.getLong("acquired");
        Long heartbeat = row.getObject("heartbeat", Long.class);
        long last = heartbeat == null ? acquired : heartbeat;
        return new LockHolder(
                new LockOwner(
                        row.getString("owner"),
                        row.getString("host"),
                        row.getString("process_space"),
                        row.getLong("process"),
                        row.getLong("process_started")),
                row.getString("job"),
                YearMonth.parse(row.getString("period")),
                row.getObject("run_id", Long.class),
                Instant.ofEpochSecond(acquired),
                Instant.ofEpochSecond(last),
                Duration.ofSeconds(Math.max(0, row.getLong("seconds_now") - last)));
    }
}
