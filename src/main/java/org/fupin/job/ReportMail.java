package org.fupin.job;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fupin.delivery.OwnerMail;
import org.fupin.delivery.SendResult;
import org.fupin.delivery.compose.QueuedMessage;
import org.fupin.delivery.smtp.MailTransport;
import org.fupin.delivery.smtp.SmtpTransport;
import org.fupin.job.batch.StoppedException;
import org.fupin.job.run.StopSignal;
import org.fupin.job.step.MailDispatch;
import org.fupin.job.step.OwnerNotices;
import org.fupin.publish.LostWarehouse;
import org.fupin.settings.Credentials;
import org.fupin.settings.DatabaseUrl;
import org.fupin.settings.JobDefinition;
import org.fupin.settings.LockTiming;
import org.fupin.settings.Mailing;
import org.fupin.settings.RunRequest;
import org.fupin.store.Database;
import org.fupin.store.DatabaseRetry;
import org.fupin.store.DatabaseUnreachableException;
import org.fupin.store.OwnerFile;
import org.fupin.store.RetryingCalls;
import org.fupin.store.RetryingTransactionManager;
import org.fupin.store.RunInProgressException;
import org.fupin.store.RunLock;
import org.fupin.store.RunOwner;
import org.fupin.store.Schema;
import org.fupin.store.SchemaException;
import org.fupin.store.Transactions;
import org.fupin.warehouse.ledger.RunLocks;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/** The mail of a job apart from its runs: what waits is sent, what was sent is sent again. Holds the run lock. */
public final class ReportMail implements AutoCloseable {

    private final HikariDataSource database;
    private final RunLock lock;
    private final MailDispatch mail;
    private final JobDefinition job;

    private ReportMail(HikariDataSource database, RunLock lock, MailDispatch mail, JobDefinition job) {
        this.database = database;
        this.lock = lock;
        this.mail = mail;
        this.job = job;
    }

    /**
     * @param stop keeps from sending further messages
     * @throws DatabaseUnreachableException also if no job has made a warehouse there yet, or its file was emptied
     * @throws SchemaException if its tables are of another version
     * @throws RunInProgressException if a run is at work, which sends the mail itself
     */
    public static ReportMail open(
            JobDefinition job, Mailing mailing, Credentials credentials, LockTiming timing, StopSignal stop)
            throws DatabaseUnreachableException, RunInProgressException {
        DatabaseUrl url = job.database();
        boolean hadFile = LostWarehouse.hasFile(url);
        HikariDataSource database = Database.open(url.existing(), credentials, 3, timing);
        try {
            LostWarehouse.refuse(hadFile, url, job.out(), new JdbcTemplate(database));
            Schema.requireCurrent(url, database);
            DatabaseRetry retry = DatabaseRetry.on(database, timing);
            RetryingTransactionManager manager = new RetryingTransactionManager(database, retry);
            JdbcTemplate jdbc = RetryingCalls.statements(database, retry, manager);
            RunLocks locks = new RunLocks(jdbc);
            Transactions transactions = new Transactions(manager, locks);
            RunLock lock = RunLock.acquire(
                    locks,
                    transactions,
                    RunOwner.thisProcess(),
                    job.name(),
                    month(),
                    timing,
                    url.file().isPresent(),
                    url.file()
                            .map(file -> new OwnerFile(file, Clock.systemUTC()))
                            .orElse(null));
            return new ReportMail(database, lock, new MailDispatch(mailing, jdbc, manager, transactions, stop), job);
        } catch (DatabaseUnreachableException | RunInProgressException | RuntimeException e) {
            database.close();
            throw e;
        }
    }

    /**
     * Sends what waits in the outbox, and tells the owner of what is given up.
     *
     * @param office the one office whose mail is sent, due or not; null for all mail that is due
     */
    public SendResult send(@Nullable String office) {
        try {
            SendResult result = mail.send(job.out(), lock.token(), office);
            mail.tellOwner(OwnerNotices.ofMail(job.name(), month(), mail.givenUp(null)), job.out(), lock.token());
            return result;
        } catch (StoppedException e) {
            // What was sent is in the ledger.
            return new SendResult(0, List.of(), List.of(), mail.waiting(), "stopped; the outbox shows what was sent");
        }
    }

    private static YearMonth month() {
        return YearMonth.now(Clock.systemDefaultZone());
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

    /**
     * Tells the owner that a run could not begin, or not end, because its database or its broker is away: at once
     * and past the outbox, which may be away as well. What cannot be sent is only logged.
     */
    public static void tellOwner(RunRequest request, Mailing mailing, Exception failure) {
        SendResult result;
        try (MailTransport server = new SmtpTransport(mailing.server())) {
            result = new OwnerMail(mailing.recipients(), Clock.systemUTC())
                    .send(OwnerNotices.withoutRun(request, String.valueOf(failure.getMessage())), server);
        }
        List<String> reasons = new ArrayList<>();
        result.failed().forEach(mail -> reasons.add(mail.address() + ": " + mail.reason()));
        if (result.stopped() != null) {
            reasons.add(result.stopped());
        }
        if (!reasons.isEmpty()) {
            LoggerFactory.getLogger(ReportMail.class)
                    .warn("the owner was not notified: {}", String.join("; ", reasons));
        }
    }

    @Override
    public void close() {
        lock.close();
        database.close();
    }
}
