package org.fupin.batch;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.time.Clock;
import java.time.YearMonth;
import java.util.Optional;
import org.fupin.delivery.QueuedMessage;
import org.fupin.delivery.SendResult;
import org.fupin.warehouse.RunLocks;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

/** The mail of a job apart from its runs: what waits is sent, what was sent is sent again. Holds the run lock. */
public final class ReportMail implements AutoCloseable {

    private final HikariDataSource database;
    private final RunLock lock;
    private final MailRoom mail;
    private final Path out;

    private ReportMail(HikariDataSource database, RunLock lock, MailRoom mail, Path out) {
        this.database = database;
        this.lock = lock;
        this.mail = mail;
        this.out = out;
    }

    /**
     * @throws DatabaseUnreachableException also if no job has made a warehouse there yet
     * @throws RunInProgressException if a run is at work, which sends the mail itself
     */
    public static ReportMail open(JobDefinition job, Mailing mailing, Credentials credentials, LockTiming timing)
            throws DatabaseUnreachableException, RunInProgressException {
        DatabaseUrl url = job.database();
        HikariDataSource database = Database.open(url.existing(), credentials, 3, timing);
        try {
            JdbcTemplate jdbc = new JdbcTemplate(database);
            Schema.require(jdbc, url);
            PlatformTransactionManager manager = new JdbcTransactionManager(database);
            RunLocks locks = new RunLocks(jdbc);
            Transactions transactions = new Transactions(manager, locks);
            RunLock lock = RunLock.acquire(
                    locks,
                    transactions,
                    RunOwner.thisProcess(),
                    job.name(),
                    YearMonth.now(Clock.systemDefaultZone()),
                    timing,
                    url.file().isPresent(),
                    url.file()
                            .map(file -> new OwnerFile(file, Clock.systemUTC()))
                            .orElse(null));
            return new ReportMail(
                    database, lock, new MailRoom(mailing, jdbc, manager, transactions, new StopSignal()), job.out());
        } catch (DatabaseUnreachableException | RunInProgressException | RuntimeException e) {
            database.close();
            throw e;
        }
    }

    /**
     * Sends what waits in the outbox.
     *
     * @param office the one office whose mail is sent, due or not; null for all mail that is due
     */
    public SendResult send(@Nullable String office) {
        return mail.send(out, lock.token(), office);
    }

    /**
     * Puts a copy of an office's last message into the outbox.
     *
     * @return empty if it has not had one
     * @throws IllegalArgumentException if there is no such office
     */
    public Optional<QueuedMessage> again(String office) {
        return mail.again(office);
    }

    @Override
    public void close() {
        lock.close();
        database.close();
    }
}
