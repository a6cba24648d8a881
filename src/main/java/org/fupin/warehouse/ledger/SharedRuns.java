package org.fupin.warehouse.ledger;

import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What workers have to know of the run whose work is shared. There is one at most: one run at a time has the lock. */
public class SharedRuns {

    /**
     * A run as its workers see it.
     *
     * @param runId number of the warehouse's row
     * @param version of the program that makes the run
     * @param rules SHA-256 of its rules and words
     * @param terms what the run goes by, as JSON
     */
    public record SharedRun(long runId, String version, String rules, String terms) {}

    private final JdbcClient client;

    public SharedRuns(JdbcTemplate jdbc) {
        this.client = JdbcClient.create(jdbc);
    }

    /** What the warehouse is called in messages: random, made when it is asked for first. */
    public String mark() {
        Optional<String> mark = readMark();
        if (mark.isEmpty()) {
            try {
                client.sql("INSERT INTO warehouse_mark (only_row, mark) VALUES (1, ?)")
                        .param(UUID.randomUUID().toString())
                        .update();
            } catch (DuplicateKeyException e) {
                // Another one was faster.
            }
            mark = readMark();
        }
        return mark.orElseThrow();
    }

    private Optional<String> readMark() {
        return client.sql("SELECT mark FROM warehouse_mark").query(String.class).optional();
    }

    /** Tells workers of a run, in place of the one before. The caller must hold a transaction. @param token of its lock */
    public void begin(String token, SharedRun run) {
        client.sql("DELETE FROM shared_run").update();
        client.sql("INSERT INTO shared_run (owner, run_id, version, rules, terms) VALUES (?, ?, ?, ?, ?)")
                .params(token, run.runId(), run.version(), run.rules(), run.terms())
                .update();
    }

    public void end(String token) {
        client.sql("DELETE FROM shared_run WHERE owner = ?").param(token).update();
    }

    /** Empty if there is none with this token, or none any more. */
    public Optional<SharedRun> find(String token) {
        return client.sql("SELECT run_id, version, rules, terms FROM shared_run WHERE owner = ?")
                .param(token)
                .query((row, n) -> new SharedRun(
                        row.getLong("run_id"),
                        row.getString("version"),
                        row.getString("rules"),
                        row.getString("terms")))
                .optional();
    }
}
