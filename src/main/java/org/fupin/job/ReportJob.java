package org.fupin.job;

import com.zaxxer.hikari.HikariDataSource;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.fupin.delivery.compose.OwnerNotice.OpenCorrection;
import org.fupin.intake.Rejection;
import org.fupin.settings.Credentials;
import org.fupin.settings.DatabaseUrl;
import org.fupin.settings.JobDefinition;
import org.fupin.settings.LockTiming;
import org.fupin.settings.Mailing;
import org.fupin.settings.RunRequest;
import org.fupin.store.Database;
import org.fupin.store.DatabaseFailure;
import org.fupin.store.DatabaseRetry;
import org.fupin.store.DatabaseUnreachableException;
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
import org.fupin.warehouse.load.CorrectionLedger;
import org.fupin.warehouse.load.DisplacedArticle;
import org.fupin.warehouse.load.Editions;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.logging.LoggingApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.TransactionException;

/** The job {@code province-year-reports} on one database, ready to run. */
public final class ReportJob implements AutoCloseable {

    /** Of a run that failed in each of a thousand files, so many lines say enough. */
    private static final int FAILURES = 20;

    private final ConfigurableApplicationContext context;
    private final DatabaseUrl url;
    private final Credentials credentials;
    private final LockTiming timing;

    /** Whether the file of an H2 database was there before it was opened. */
    private final boolean hadFile;

    private ReportJob(
            ConfigurableApplicationContext context,
            DatabaseUrl url,
            Credentials credentials,
            LockTiming timing,
            boolean hadFile) {
        this.hadFile = hadFile;
        this.context = context;
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
        // Each thread holds one connection at most; two are for the batch's own records, and one is for the heartbeat.
        HikariDataSource database = Database.open(url, credentials, parallel + 3, timing);
        try {
            RunLock.refuseWhileAtWork(new RunLocks(new JdbcTemplate(database)), url, timing);
            Schema.migrate(url, credentials);
            SpringApplication application = new SpringApplication(BatchConfiguration.class);
            // Who is asked to stop finishes what is in work, with all that it needs still there.
            application.setRegisterShutdownHook(false);
            // Logging is set up already; Boot would do it again in its own way.
            application.setListeners(application.getListeners().stream()
                    .filter(listener -> !(listener instanceof LoggingApplicationListener))
                    .toList());
            application.setDefaultProperties(Map.of("spring.flyway.enabled", "false"));
            application.addInitializers(empty -> {
                GenericApplicationContext beans = (GenericApplicationContext) empty;
                beans.registerBean("dataSource", DataSource.class, () -> database);
                // Where it does not come back nothing more is begun: each part would wait for it.
                beans.registerBean(DatabaseRetry.class, () -> DatabaseRetry.on(database, timing, stop::request));
                beans.registerBean(Progress.class, () -> new LoggedProgress(progress));
                beans.registerBean(StopSignal.class, () -> stop);
                if (mailing != null) {
                    beans.registerBean(Mailing.class, () -> mailing);
                }
                beans.registerBean(
                        BatchConfiguration.Parallelism.class, () -> new BatchConfiguration.Parallelism(parallel));
            });
            return new ReportJob(application.run(), url, credentials, timing, hadFile);
        } catch (RunInProgressException | RuntimeException e) {
            database.close();
            throw e;
        }
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
                .map(silence -> " went away during the run: " + silence)
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
        recoverDeadExecutions();
        Run run = transactions.call(lock.token(), () -> {
            Run begun = runs.begin(job, request.period());
            rejected.clear(begun.id());
            return begun;
        });
        lock.note(run.id());
        RunParameters parameters = new RunParameters(
                job,
                request.period(),
                runs.attempts(job, request.period()),
                run.id(),
                request.job().inbox(),
                request.job().out(),
                request.force(),
                request.job().scope(),
                request.job().limits(),
                request.job().publisher(),
                request.job().corrections() == null
                        ? null
                        : request.job().corrections().path(),
                lock.token());
        JobExecution execution = execute(parameters);
        if (execution.getAllFailureExceptions().stream().anyMatch(LockLostException.class::isInstance)) {
            throw new LockLostException("lost");
        }
        Throwable ofDatabase = failureOfDatabase(execution);
        if (ofDatabase != null) {
            DatabaseUnreachableException failure = failed(ofDatabase);
            close(run, lock, execution, String.valueOf(failure.getMessage()));
            throw failure;
        }
        RunResult result = result(run, execution, request.job());
        if (result.failed()) {
            tellOwner(parameters, result.failures());
        }
        transactions.run(
                lock.token(),
                () -> runs.finish(run.id(), status(result), seen(execution), String.join("\n", result.failures())));
        return result;
    }

    /** Of a run that failed; one that did not has told the owner in its last step. */
    private void tellOwner(RunParameters run, List<String> failures) {
        MailDispatch mail = context.getBeanProvider(MailDispatch.class).getIfAvailable();
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
            } catch (DataAccessException
                    | TransactionException
                    | UncheckedIOException
                    | MailDispatch.StoppedException e) {
                // The database is what failed, or the program shall stop; the run's end will say so.
                LoggerFactory.getLogger(ReportJob.class).warn("the owner was not told: {}", Reason.of(e));
            }
        }
    }

    private JobExecution execute(RunParameters run) {
        JobParameters parameters = run.toJobParameters();
        try {
            return context.getBean(JobOperator.class).start(context.getBean(Job.class), parameters);
        } catch (JobExecutionException e) {
            throw new IllegalStateException("the run could not be started", e);
        }
    }

    /** What the database did to a run that did not come to its end; null if that is not what ended it. */
    private @Nullable Throwable failureOfDatabase(JobExecution execution) {
        if (execution.getStatus() == BatchStatus.COMPLETED) {
            return null;
        }
        Throwable inVain = context.getBean(DatabaseRetry.class).gaveUpOver();
        if (inVain != null) {
            return inVain;
        }
        List<Throwable> failures = failed(execution).stream()
                .flatMap(step -> step.getFailureExceptions().stream().limit(1))
                .toList();
        return !failures.isEmpty() && failures.stream().allMatch(DatabaseFailure::isOf) ? failures.get(0) : null;
    }

    /** Notes in the ledger how a run ended, if the database still takes a note. */
    private void close(Run run, RunLock lock, JobExecution execution, String message) {
        try {
            context.getBean(Transactions.class).run(lock.token(), () -> context.getBean(Runs.class)
                    .finish(run.id(), RunStatus.FAILED, seen(execution), message));
        } catch (DataAccessException | TransactionException e) {
            LoggerFactory.getLogger(ReportJob.class).debug("the end of the run was not noted: {}", Reason.of(e));
        }
    }

    /** A killed run stays "started" for ever in the batch's records. We hold the lock, so whoever that was is dead. */
    private void recoverDeadExecutions() {
        JobRepository repository = context.getBean(JobRepository.class);
        for (JobExecution execution : repository.findRunningJobExecutions(JobDefinition.PROVINCE_YEAR_REPORTS)) {
            context.getBean(JobOperator.class).recover(execution);
        }
    }

    private static RunStatus status(RunResult result) {
        if (result.stopped()) {
            return RunStatus.STOPPED;
        }
        return result.failed() ? RunStatus.FAILED : RunStatus.COMPLETED;
    }

    /** What the run saw in the inbox; null if it did not get as far as that. */
    private static Runs.@Nullable FileCounts seen(JobExecution execution) {
        boolean looked = execution.getStepExecutions().stream()
                .anyMatch(step ->
                        step.getStepName().equals(DiscoverTasklet.STEP) && step.getStatus() == BatchStatus.COMPLETED);
        Counts counts = Counts.sum(execution.getStepExecutions());
        return looked
                ? new Runs.FileCounts(
                        Math.toIntExact(counts.get(Count.FOUND)),
                        Math.toIntExact(counts.get(Count.KNOWN) + counts.get(Count.LOADED)))
                : null;
    }

    private RunResult result(Run run, JobExecution execution, JobDefinition job) {
        Counts counts = Counts.sum(execution.getStepExecutions());
        Editions editions = context.getBean(Editions.class);
        List<Rejection> rejections = context.getBean(RejectedFiles.class).of(run.id()).stream()
                .map(file -> new Rejection(file.name(), file.reason(), file.message(), file.size(), file.sha256()))
                .toList();
        List<DisplacedArticle> displaced = editions.displacedIn(run.id());
        // What an attempt before this one added may have been displaced since.
        counts.set(Count.ADDED, Math.max(0, counts.get(Count.ADDED)))
                .set(Count.SUPERSEDED, Math.max(0, counts.get(Count.SUPERSEDED)))
                .set(Count.DISPLACED, displaced.size())
                .set(Count.REJECTED, rejections.size());
        CorrectionLedger ledger = context.getBean(CorrectionLedger.class);
        List<OpenCorrection> toReview = OpenCorrections.of(ledger, job.corrections());
        counts.set(Count.APPLIED, ledger.applied()).set(Count.TO_REVIEW, toReview.size());
        return new RunResult(
                run.id(),
                run.job(),
                run.period(),
                run.attempts(),
                execution.getStatus() == BatchStatus.STOPPED,
                failures(execution),
                counts,
                editions.firstFoundBy(run.id()),
                rejections,
                LeftFiles.of(execution.getStepExecutions()),
                displaced,
                toReview);
    }

    /** One line for each step that failed for a reason of its own. */
    private static List<String> failures(JobExecution execution) {
        if (execution.getStatus() == BatchStatus.COMPLETED || execution.getStatus() == BatchStatus.STOPPED) {
            return List.of();
        }
        List<StepExecution> failed = failed(execution);
        List<String> lines = new ArrayList<>();
        failed.stream().limit(FAILURES).forEach(step -> lines.add(failure(step)));
        if (failed.size() > FAILURES) {
            lines.add("and " + (failed.size() - FAILURES) + " more");
        }
        if (lines.isEmpty()) {
            execution.getFailureExceptions().forEach(failure -> lines.add(Reason.of(failure)));
        }
        return lines.isEmpty() ? List.of("the job ended as " + execution.getStatus()) : lines;
    }

    /** The steps that failed for a reason of their own: of a step in parts those parts. */
    private static List<StepExecution> failed(JobExecution execution) {
        List<StepExecution> failed = execution.getStepExecutions().stream()
                .filter(step -> step.getStatus().isUnsuccessful())
                .toList();
        List<StepExecution> partitions =
                failed.stream().filter(step -> step.getStepName().contains(":")).toList();
        return partitions.isEmpty() ? failed : partitions;
    }

    private static String failure(StepExecution step) {
        String why = step.getFailureExceptions().stream()
                .map(Reason::of)
                .findFirst()
                .orElse(step.getStatus().toString());
        return step.getStepName() + ": " + why;
    }

    @Override
    public void close() {
        context.close();
    }
}
