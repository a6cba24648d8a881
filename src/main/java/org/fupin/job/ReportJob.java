package org.fupin.job;

import com.zaxxer.hikari.HikariDataSource;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.fupin.delivery.compose.OwnerNotice.OpenCorrection;
import org.fupin.intake.Rejection;
import org.fupin.job.batch.BatchEnd;
import org.fupin.job.batch.StepFailure;
import org.fupin.job.batch.StoppedException;
import org.fupin.job.broker.BrokerUnreachableException;
import org.fupin.job.broker.Queue;
import org.fupin.job.reading.PresentReader;
import org.fupin.job.remote.SharedWorkload;
import org.fupin.job.run.ActiveRun;
import org.fupin.job.run.Count;
import org.fupin.job.run.Counts;
import org.fupin.job.run.Progress;
import org.fupin.job.run.RunEvents;
import org.fupin.job.run.StopSignal;
import org.fupin.job.shared.Sharing;
import org.fupin.job.step.Discover;
import org.fupin.job.step.MailDispatch;
import org.fupin.job.step.OpenCorrections;
import org.fupin.job.step.OwnerNotices;
import org.fupin.observation.Coded;
import org.fupin.publish.BuildInfo;
import org.fupin.publish.LostWarehouse;
import org.fupin.reading.limits.RejectionReason;
import org.fupin.settings.Broker;
import org.fupin.settings.Credentials;
import org.fupin.settings.DatabaseUrl;
import org.fupin.settings.LockTiming;
import org.fupin.settings.Mailing;
import org.fupin.settings.RunRequest;
import org.fupin.store.Checkpoint;
import org.fupin.store.Database;
import org.fupin.store.DatabaseFailure;
import org.fupin.store.DatabaseRetry;
import org.fupin.store.DatabaseUnreachableException;
import org.fupin.store.EmptyWarehouse;
import org.fupin.store.LockLostException;
import org.fupin.store.OwnerFile;
import org.fupin.store.Reason;
import org.fupin.store.RunInProgressException;
import org.fupin.store.RunLock;
import org.fupin.store.RunOwner;
import org.fupin.store.Schema;
import org.fupin.store.Transactions;
import org.fupin.warehouse.Dimensions;
import org.fupin.warehouse.ledger.RejectedFiles;
import org.fupin.warehouse.ledger.Run;
import org.fupin.warehouse.ledger.RunLocks;
import org.fupin.warehouse.ledger.RunStatus;
import org.fupin.warehouse.ledger.Runs;
import org.fupin.warehouse.ledger.SharedRuns;
import org.fupin.warehouse.load.CorrectionLedger;
import org.fupin.warehouse.load.DisplacedArticle;
import org.fupin.warehouse.load.Editions;
import org.fupin.warehouse.load.Readings;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;

/** The job {@code province-year-reports} on one database, ready to run. */
public final class ReportJob implements AutoCloseable {

    /** Of a run that failed in each of a thousand files, so many lines say enough. */
    private static final int FAILURES = 20;

    private final HikariDataSource database;
    private final ConfigurableApplicationContext context;
    private final RunSteps steps;
    private final DatabaseUrl url;
    private final Credentials credentials;
    private final LockTiming timing;

    /** Whether the file of an H2 database was there before it was opened. */
    private final boolean hadFile;

    private @Nullable Sharing sharing;

    private ReportJob(
            HikariDataSource database,
            ConfigurableApplicationContext context,
            RunSteps steps,
            DatabaseUrl url,
            Credentials credentials,
            LockTiming timing,
            boolean hadFile) {
        this.hadFile = hadFile;
        this.database = database;
        this.context = context;
        this.steps = steps;
        this.url = url;
        this.credentials = credentials;
        this.timing = timing;
    }

    /** As below; nobody stops the runs, and the lock has its usual times. */
    public static ReportJob open(DatabaseUrl url, Credentials credentials, int parallel, Progress progress)
            throws DatabaseUnreachableException, RunInProgressException {
        return open(url, credentials, parallel, progress, new StopSignal(), LockTiming.DEFAULT, null);
    }

    /**
     * Connects to the database and brings its schema up to date.
     *
     * @param parallel how many files, or reports, are worked on at the same time
     * @param progress hears how runs go
     * @param stop stops them
     * @param mailing who gets mail; null if nobody does
     * @throws RunInProgressException if a run is at work on it: its schema is left alone then
     */
    public static ReportJob open(
            DatabaseUrl url,
            Credentials credentials,
            int parallel,
            Progress progress,
            StopSignal stop,
            LockTiming timing,
            @Nullable Mailing mailing)
            throws DatabaseUnreachableException, RunInProgressException {
        boolean hadFile = LostWarehouse.hasFile(url);
        EmptyWarehouse.installed().copyTo(url, credentials);
        // Each thread holds one connection at most; two are for the batch's own records, and one is for the heartbeat.
        HikariDataSource database = Database.open(url, credentials, parallel + 3, timing);
        try {
            RunLock.refuseWhileAtWork(new RunLocks(new JdbcTemplate(database)), url, timing);
            Schema.migrate(url, credentials, database);
            ConfigurableApplicationContext context = JobContext.open(database, timing, stop);
            return new ReportJob(
                    database,
                    context,
                    steps(context, parallel, new LoggedProgress(progress), stop, mailing),
                    url,
                    credentials,
                    timing,
                    hadFile);
        } catch (RunInProgressException | RuntimeException e) {
            database.close();
            throw e;
        }
    }

    private static RunSteps steps(
            ConfigurableApplicationContext context,
            int parallel,
            Progress progress,
            StopSignal stop,
            @Nullable Mailing mailing) {
        MailDispatch mail = mailing == null
                ? null
                : new MailDispatch(
                        mailing,
                        context.getBean(JdbcTemplate.class),
                        context.getBean(PlatformTransactionManager.class),
                        context.getBean(Transactions.class),
                        stop);
        return new RunSteps(context, parallel, stop, progress, mail);
    }

    /**
     * Has workers take documents in and make reports from now on.
     *
     * @param job name of the job, which they work for
     * @throws org.fupin.job.broker.BrokerUnreachableException if the broker is not there
     */
    public void share(Broker broker, String job, StopSignal stop) {
        sharing = Sharing.connect(
                context, Queue.of(broker, job, context.getBean(SharedRuns.class).mark()), timing, stop);
    }

    private static boolean isExclusive(DatabaseUrl url) {
        return url.file().isPresent();
    }

    /**
     * Runs the job: a new run, or the last one if it was of the same job and period and was broken off. Once begun, a run
     * gives a result; what went wrong stands in it.
     *
     * @throws RunInProgressException if another run is at work on the database, or has come to be because it took this one
     *     for dead
     * @throws DatabaseUnreachableException if the database went away meanwhile, or its file lost what it held
     * @throws org.fupin.job.broker.BrokerUnreachableException if the work is shared and the broker did not come back
     */
    public RunResult run(RunRequest request) throws RunInProgressException, DatabaseUnreachableException {
        RunLocks locks = context.getBean(RunLocks.class);
        try (RunLock lock = RunLock.acquire(
                locks,
                context.getBean(Transactions.class),
                RunOwner.thisProcess(),
                request.job().name(),
                request.period(),
                timing,
                isExclusive(url),
                url.file().map(file -> new OwnerFile(file, Clock.systemUTC())).orElse(null))) {
            LostWarehouse.refuse(hadFile, url, request.job().out(), context.getBean(JdbcTemplate.class));
            return run(request, lock);
        } catch (LockLostException e) {
            throw RunLock.heldBy(locks, timing);
        } catch (DataAccessException | TransactionException e) {
            if (DatabaseFailure.isOf(e)) {
                throw failed(e);
            }
            throw e;
        }
    }

    private DatabaseUnreachableException failed(Throwable failure) {
        String database = "database " + url;
        if (DatabaseFailure.isDenial(failure)) {
            return new DatabaseUnreachableException(
                    database + " does not let the user do what a run does: " + Reason.innermost(failure), failure);
        }
        String what = Database.silence(url, credentials)
                .map(silence -> " was lost during the run: " + silence)
                .orElseGet(() -> " failed during the run: " + Reason.innermost(failure));
        return new DatabaseUnreachableException(
                database + what + "; what was done stays, and the next run continues", failure);
    }

    private RunResult run(RunRequest request, RunLock lock) throws DatabaseUnreachableException {
        String job = request.job().name();
        Runs runs = context.getBean(Runs.class);
        RejectedFiles rejected = context.getBean(RejectedFiles.class);
        Transactions transactions = context.getBean(Transactions.class);
        context.getBean(Dimensions.class).fill();
        Run run = transactions.call(lock.token(), () -> {
            Run begun = runs.begin(job, request.period());
            rejected.clear(begun.id());
            return begun;
        });
        // Its number goes into reports, and others are told it.
        context.getBean(Checkpoint.class).run();
        lock.note(run.id());
        ActiveRun active = new ActiveRun(request, run.id(), lock.token());
        BatchEnd end = execute(active, run);
        if (end.failures().stream().anyMatch(failure -> failure.cause() instanceof LockLostException)) {
            throw new LockLostException("lost");
        }
        Throwable ofDatabase = failureOfDatabase(end);
        if (ofDatabase != null) {
            DatabaseUnreachableException failure = failed(ofDatabase);
            close(active, end, String.valueOf(failure.getMessage()));
            throw failure;
        }
        BrokerUnreachableException brokerLost = Sharing.lostBroker(end);
        if (brokerLost != null) {
            close(active, end, String.valueOf(brokerLost.getMessage()));
            throw brokerLost;
        }
        RunResult result = result(active, run, end);
        if (result.failed()) {
            tellOwner(active, result.failures());
        }
        transactions.run(
                lock.token(),
                () -> runs.finish(run.id(), status(result), seen(active, end), String.join("\n", result.failures())));
        context.getBean(Checkpoint.class).run();
        return result;
    }

    /** With the run's number in the logging context of all that works for it. */
    private BatchEnd execute(ActiveRun active, Run run) {
        try (MDC.MDCCloseable logged = MDC.putCloseable(RunEvents.RUN, Long.toString(run.id()))) {
            RunEvents.LOG
                    .atInfo()
                    .addKeyValue("job", run.job())
                    .addKeyValue("period", run.period())
                    .addKeyValue("attempt", run.attempts())
                    .addKeyValue("version", BuildInfo.version())
                    .log("run begun");
            long attempts = context.getBean(Runs.class).attempts(run.job(), run.period());
            try (SharedWorkload workers = sharing == null ? null : sharing.open(active)) {
                return steps.execute(active, attempts, workers);
            }
        }
    }

    /** Of a run that failed; one that did not has told the owner in its last step. */
    private void tellOwner(ActiveRun run, List<String> failures) {
        MailDispatch mail = steps.mail();
        if (mail != null) {
            try {
                mail.tellOwner(
                        OwnerNotices.afterFailure(
                                run,
                                failures,
                                context.getBean(Editions.class).displacedIn(run.runId()),
                                context.getBean(RejectedFiles.class).of(run.runId())),
                        run.out(),
                        run.owner());
            } catch (DataAccessException | TransactionException | UncheckedIOException | StoppedException e) {
                // The database is what failed, or the program shall stop; the run's end will say so.
                LoggerFactory.getLogger(ReportJob.class).warn("the owner was not notified: {}", Reason.of(e));
            }
        }
    }

    /** What the database did to a run that did not come to its end; null if that is not what ended it. */
    private @Nullable Throwable failureOfDatabase(BatchEnd end) {
        if (!end.stopped() && end.failures().isEmpty()) {
            return null;
        }
        Throwable inVain = context.getBean(DatabaseRetry.class).gaveUpOver();
        if (inVain != null) {
            return inVain;
        }
        List<Throwable> causes = end.failures().stream().map(StepFailure::cause).toList();
        return !causes.isEmpty() && causes.stream().allMatch(DatabaseFailure::isOf) ? causes.get(0) : null;
    }

    /** Notes in the ledger how a run ended, if the database still takes a note. */
    private void close(ActiveRun run, BatchEnd end, String message) {
        try {
            context.getBean(Transactions.class).run(run.owner(), () -> context.getBean(Runs.class)
                    .finish(run.runId(), RunStatus.FAILED, seen(run, end), message));
        } catch (DataAccessException | TransactionException e) {
            LoggerFactory.getLogger(ReportJob.class).debug("the end of the run was not noted: {}", Reason.of(e));
        }
    }

    private static RunStatus status(RunResult result) {
        if (result.stopped()) {
            return RunStatus.STOPPED;
        }
        return result.failed() ? RunStatus.FAILED : RunStatus.COMPLETED;
    }

    /** What the run saw in the inbox; null if it did not get as far as that. */
    private static Runs.@Nullable FileCounts seen(ActiveRun run, BatchEnd end) {
        Counts counts = run.counts();
        return end.completed().contains(Discover.NAME)
                ? new Runs.FileCounts(
                        Math.toIntExact(counts.get(Count.FOUND)),
                        Math.toIntExact(counts.get(Count.KNOWN) + counts.get(Count.LOADED)))
                : null;
    }

    private RunResult result(ActiveRun active, Run run, BatchEnd end) {
        Counts counts = active.counts();
        Editions editions = context.getBean(Editions.class);
        List<Rejection> rejections = context.getBean(RejectedFiles.class).of(run.id()).stream()
                .map(file -> new Rejection(
                        file.name(),
                        Coded.of(RejectionReason.class, file.reason()),
                        file.message(),
                        file.size(),
                        file.sha256()))
                .toList();
        List<DisplacedArticle> displaced = editions.displacedIn(run.id());
        // What an attempt before this one added may have been displaced since.
        counts.set(Count.ADDED, Math.max(0, counts.get(Count.ADDED)))
                .set(Count.SUPERSEDED, Math.max(0, counts.get(Count.SUPERSEDED)))
                .set(Count.DISPLACED, displaced.size())
                .set(Count.REJECTED, rejections.size());
        CorrectionLedger ledger = context.getBean(CorrectionLedger.class);
        List<OpenCorrection> toReview =
                OpenCorrections.of(ledger, active.request().job().corrections());
        counts.set(
                Count.OUTDATED,
                context.getBean(Readings.class).outdated(PresentReader.get()).size());
        counts.set(Count.APPLIED, ledger.applied()).set(Count.TO_REVIEW, toReview.size());
        return new RunResult(
                run.id(),
                run.job(),
                run.period(),
                run.attempts(),
                end.stopped(),
                failures(end),
                counts,
                editions.firstFoundBy(run.id()),
                rejections,
                active.left(),
                displaced,
                toReview,
                active.missing());
    }

    /** A line for each: {@code render CN-HE 2011: the disk is full}. */
    private static List<String> failures(BatchEnd end) {
        List<String> lines = new ArrayList<>();
        for (StepFailure failure : end.failures().stream().limit(FAILURES).toList()) {
            String where = (failure.step() + " " + failure.key()).strip();
            lines.add((where.isEmpty() ? "" : where + ": ") + Reason.of(failure.cause()));
        }
        if (end.failures().size() > FAILURES) {
            lines.add("and " + (end.failures().size() - FAILURES) + " more");
        }
        return lines;
    }

    @Override
    public void close() {
        if (sharing != null) {
            sharing.close();
        }
        context.close();
        database.close();
    }
}
