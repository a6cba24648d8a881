package org.fupin.job.purge;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.fupin.job.purge.BatchRecords.Old;
import org.fupin.job.purge.PurgeResult.OldExecution;
import org.fupin.job.purge.PurgeResult.OldFile;
import org.fupin.publish.SupersededFiles;
import org.fupin.publish.SupersededFiles.Kept;
import org.fupin.settings.Credentials;
import org.fupin.settings.JobDefinition;
import org.fupin.settings.LockTiming;
import org.fupin.settings.Retention;
import org.fupin.store.Database;
import org.fupin.store.DatabaseRetry;
import org.fupin.store.DatabaseUnreachableException;
import org.fupin.store.ReadOnlyWarehouse;
import org.fupin.store.RetryingTransactionManager;
import org.fupin.store.RunInProgressException;
import org.fupin.store.RunLock;
import org.fupin.store.RunOwner;
import org.fupin.store.Transactions;
import org.fupin.warehouse.ledger.RunLocks;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;

/**
 * Housekeeping: removes what is old and by which nothing goes any more. That is Spring Batch's records of past executions,
 * and superseded report files. The warehouse keeps all it has: documents, figures of all vintages, findings, the ledgers of
 * runs, reports and mail.
 */
public final class Purge {

    /** The files that wait to be sent with a message, by path and content. */
    private static final String WAITING = """
            SELECT DISTINCT f.path, f.sha256
            FROM outbox_file f JOIN outbox_delivery d ON d.outbox_id = f.outbox_id
            WHERE d.status IN ('pending', 'sending')""";

    private final JobDefinition job;
    private final Instant before;
    private final SupersededFiles superseded;
    private final JdbcTemplate jdbc;
    private final BatchRecords records;

    private Purge(JobDefinition job, Instant before, ZonedDateTime now, JdbcTemplate jdbc) {
        this.job = job;
        this.before = before;
        this.superseded = new SupersededFiles(job.out());
        this.jdbc = jdbc;
        HikariDataSource database = (HikariDataSource) Objects.requireNonNull(jdbc.getDataSource());
        this.records = new BatchRecords(database, new JdbcTransactionManager(database), now.getZone());
    }

    /** Tells what would be removed, and writes nothing. */
    public static PurgeResult plan(
            JobDefinition job, Retention retention, Credentials credentials, LockTiming timing, Clock clock)
            throws DatabaseUnreachableException, RunInProgressException, IOException {
        ZonedDateTime now = ZonedDateTime.now(clock);
        try (ReadOnlyWarehouse warehouse = ReadOnlyWarehouse.open(job.database(), credentials, timing)) {
            warehouse.requireCurrent(job.database());
            return new Purge(job, retention.before(now), now, warehouse.jdbc()).old();
        }
    }

    /**
     * Removes what is old. Killed on the way, it leaves what it had not come to; the next one removes it.
     *
     * @throws RunInProgressException if a run is at work on the database, or another purge
     */
    public static PurgeResult run(
            JobDefinition job, Retention retention, Credentials credentials, LockTiming timing, Clock clock)
            throws DatabaseUnreachableException, RunInProgressException, IOException {
        ZonedDateTime now = ZonedDateTime.now(clock);
        try (ReadOnlyWarehouse warehouse = ReadOnlyWarehouse.open(job.database(), credentials, timing)) {
            warehouse.requireCurrent(job.database());
        }
        try (HikariDataSource database = Database.open(job.database().existing(), credentials, 3, timing)) {
            JdbcTemplate jdbc = new JdbcTemplate(database);
            RunLocks locks = new RunLocks(jdbc);
            Transactions transactions = new Transactions(
                    new RetryingTransactionManager(database, DatabaseRetry.on(database, timing)), locks);
            try (RunLock lock = RunLock.acquire(
                    locks,
                    transactions,
                    RunOwner.thisProcess(),
                    job.name() + " (purge)",
                    YearMonth.from(now),
                    timing,
                    job.database().file().isPresent(),
                    null)) {
                Purge purge = new Purge(job, retention.before(now), now, jdbc);
                PurgeResult old = purge.old();
                purge.remove(old, () -> transactions.confirm(lock.token()));
                return old;
            }
        }
    }

    private PurgeResult old() throws IOException {
        Old executions = records.before(before);
        Set<String> waiting = waiting();
        List<OldFile> files = new ArrayList<>();
        int keptForMail = 0;
        for (Kept file : superseded.list()) {
            if (file.since().isBefore(before)) {
                if (waiting.contains(file.path())) {
                    keptForMail++;
                } else {
                    files.add(new OldFile(file.path(), file.size(), file.since()));
                }
            }
        }
        return new PurgeResult(before, executions.executions(), files, executions.keptForRestart(), keptForMail);
    }

    /** The places of the superseded files that messages bring which were not sent yet. */
    private Set<String> waiting() {
        return new HashSet<>(
                jdbc.query(WAITING, (row, n) -> SupersededFiles.path(row.getString("path"), row.getString("sha256"))));
    }

    private void remove(PurgeResult old, Runnable confirm) throws IOException {
        for (OldExecution execution : old.executions()) {
            confirm.run();
            records.remove(execution);
        }
        for (OldFile file : old.files()) {
            confirm.run();
            superseded.remove(file.path());
        }
    }
}
