package org.fupin.warehouse.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.fupin.warehouse.row.BatchInsert;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Who does which part of a run whose work is shared. A message may come twice, and its receiver may sleep for an hour: who
 * does a partition is who holds its claim.
 *
 * <p>A worker's transactions {@link #confirm} the claim and hold its row until they end. So a claim is taken over between
 * them and never during one, and a worker that wakes up after it was given up for dead can change nothing any more.
 */
public class PartitionClaims {

    /**
     * A partition that workers may do.
     *
     * @param id Spring Batch's number of it
     * @param label its key, for people
     * @param limit longer in work than this is given up
     */
    public record Offer(long id, String step, String label, Duration limit) {}

    /**
     * A partition that is through.
     *
     * @param report what was found out
     */
    public record Finished(long id, String report) {}

    private static final int BATCH = 500;

    private static final String HELD = "SELECT c.partition_id, c.step, c.label, c.claim, c.taken, c.limit_seconds,"
            + " c.taken_times, " + Workers.COLUMNS
            + " FROM partition_claim c LEFT JOIN worker w ON w.worker_id = c.worker_id"
            + " WHERE c.claim IS NOT NULL AND c.done IS NULL AND ";

    private final JdbcTemplate jdbc;
    private final JdbcClient client;
    private final Server server;

    public PartitionClaims(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
        this.client = JdbcClient.create(jdbc);
        this.server = new Server(jdbc);
    }

    /** Offers partitions of a run. @param run token of the run's lock */
    public void offer(String run, Collection<Offer> offers) {
        BatchInsert.<Offer>into("partition_claim")
                .column("partition_id", Offer::id)
                .column("owner", offer -> run)
                .column("step", Offer::step)
                .column("label", Offer::label)
                .column("limit_seconds", offer -> offer.limit().toSeconds())
                .insert(jdbc, offers);
    }

    /**
     * Takes a partition that is offered and free.
     *
     * @param claim a name of its own for this taking
     * @return false if it is through, in work, or not offered any more
     */
    public boolean take(String run, long partition, String claim, String worker) {
        return client.sql("UPDATE partition_claim SET claim = ?, worker_id = ?, taken = UNIX_TIMESTAMP(),"
                                + " taken_times = taken_times + 1"
                                + " WHERE partition_id = ? AND owner = ? AND claim IS NULL AND done IS NULL")
                        .params(claim, worker, partition, run)
                        .update()
                > 0;
    }

    /**
     * Makes a partition free again, unless its holder has a transaction open: one that died in it holds the row until the
     * server notices. The caller must hold a transaction.
     *
     * @return false if it is not held under this claim, is through, or cannot be made free now
     */
    public boolean release(long partition, String claim) {
        boolean ours = client.sql("SELECT claim FROM partition_claim WHERE partition_id = ? AND done IS NULL"
                        + " FOR UPDATE SKIP LOCKED")
                .param(partition)
                .query((row, n) -> claim.equals(row.getString("claim")))
                .optional()
                .orElse(false);
        return ours
                && client.sql("UPDATE partition_claim SET claim = NULL WHERE partition_id = ?")
                                .param(partition)
                                .update()
                        > 0;
    }

    /**
     * Whether a claim still holds; if so, it does until the transaction ends, which the caller must hold.
     */
    public boolean confirm(long partition, String claim) {
        return client.sql("SELECT claim FROM partition_claim WHERE partition_id = ? AND done IS NULL FOR UPDATE")
                .param(partition)
                .query((row, n) -> claim.equals(row.getString("claim")))
                .optional()
                .orElse(false);
    }

    /**
     * Notes that a partition is through, whether all of it was done or not.
     *
     * @param report what was found out
     * @return false if the claim does not hold any more
     */
    public boolean finish(long partition, String claim, String report) {
        return client.sql("UPDATE partition_claim SET done = UNIX_TIMESTAMP(), report = ?"
                                + " WHERE partition_id = ? AND claim = ? AND done IS NULL")
                        .params(report, partition, claim)
                        .update()
                > 0;
    }

    /** Who has a partition in work; empty if nobody does. */
    public Optional<HeldPartition> holder(long partition) {
        Duration longest = server.longestSilence();
        return client.sql(HELD + "c.partition_id = ?")
                .param(partition)
                .query((row, n) -> held(row, longest))
                .optional();
    }

    /** The partitions of a run that are in work. */
    public List<HeldPartition> held(String run) {
        Duration longest = server.longestSilence();
        return client.sql(HELD + "c.owner = ? ORDER BY c.taken, c.partition_id")
                .param(run)
                .query((row, n) -> held(row, longest))
                .list();
    }

    /** All partitions that are in work, of whatever run. */
    public List<HeldPartition> held() {
        Duration longest = server.longestSilence();
        return client.sql(HELD + "TRUE ORDER BY c.taken, c.partition_id")
                .query((row, n) -> held(row, longest))
                .list();
    }

    /** The partitions of a run that nobody has in work and that are not through. */
    public List<Long> free(String run) {
        return client.sql("SELECT partition_id FROM partition_claim WHERE owner = ? AND claim IS NULL AND done IS NULL"
                        + " ORDER BY partition_id")
                .param(run)
                .query(Long.class)
                .list();
    }

    /** The partitions of a run that are through. */
    public List<Finished> finished(String run) {
        return client.sql("SELECT partition_id, report FROM partition_claim"
                        + " WHERE owner = ? AND done IS NOT NULL ORDER BY partition_id")
                .param(run)
                .query((row, n) -> new Finished(row.getLong("partition_id"), row.getString("report")))
                .list();
    }

    /**
     * Takes back those of these partitions that nobody has in work and that are not through.
     *
     * @return those that were taken back: nobody will do them
     */
    public List<Long> recall(Collection<Long> partitions) {
        List<Long> recalled = new ArrayList<>();
        eachBatch(partitions, (batch, in) -> {
            jdbc.update(
                    "DELETE FROM partition_claim WHERE partition_id IN " + in + " AND claim IS NULL AND done IS NULL");
            Set<Long> left = new HashSet<>(jdbc.queryForList(
                    "SELECT partition_id FROM partition_claim WHERE partition_id IN " + in, Long.class));
            batch.stream().filter(partition -> !left.contains(partition)).forEach(recalled::add);
        });
        return recalled;
    }

    /** Removes partitions that are through. */
    public void remove(Collection<Long> partitions) {
        eachBatch(partitions, (batch, in) -> jdbc.update("DELETE FROM partition_claim WHERE partition_id IN " + in));
    }

    /**
     * Removes the partitions of other runs, which are over. Those stay that a transaction still holds: a worker that sleeps in
     * one is not waited for. The caller must hold a transaction.
     */
    public void removeOthers(String run) {
        remove(client.sql("SELECT partition_id FROM partition_claim WHERE owner <> ? FOR UPDATE SKIP LOCKED")
                .param(run)
                .query(Long.class)
                .list());
    }

    @FunctionalInterface
    private interface OfBatch {
        void accept(List<Long> batch, String in);
    }

    /** By their keys, so that no other row is waited for. */
    private static void eachBatch(Collection<Long> partitions, OfBatch use) {
        List<Long> all = List.copyOf(partitions);
        for (int begin = 0; begin < all.size(); begin += BATCH) {
            List<Long> batch = all.subList(begin, Math.min(all.size(), begin + BATCH));
            use.accept(batch, batch.stream().map(String::valueOf).collect(Collectors.joining(", ", "(", ")")));
        }
    }

    private static HeldPartition held(ResultSet row, Duration longestSilence) throws SQLException {
        return new HeldPartition(
                row.getLong("partition_id"),
                row.getString("step"),
                row.getString("label"),
                row.getString("claim"),
                Duration.ofSeconds(Math.max(0, row.getLong("seconds_now") - row.getLong("taken"))),
                Duration.ofSeconds(row.getLong("limit_seconds")),
                row.getInt("taken_times"),
                row.getString("worker_id") == null ? null : Workers.read(row, longestSilence));
    }
}
