package org.fupin.job;

import com.zaxxer.hikari.HikariDataSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.fupin.intake.Discovery;
import org.fupin.intake.Intake;
import org.fupin.job.batch.BatchRunner;
import org.fupin.job.batch.PartitionExecutor;
import org.fupin.job.batch.PartitionedWork;
import org.fupin.job.batch.StepFailure;
import org.fupin.job.broker.Queue;
import org.fupin.job.reading.PresentReader;
import org.fupin.job.remote.SharedWorkload;
import org.fupin.job.remote.Workbench;
import org.fupin.job.remote.Workbench.Task;
import org.fupin.job.run.ActiveRun;
import org.fupin.job.run.Progress;
import org.fupin.job.run.RunEvents;
import org.fupin.job.run.StopSignal;
import org.fupin.job.shared.PartitionRecorder;
import org.fupin.job.shared.SharedTerms;
import org.fupin.job.shared.Sharing;
import org.fupin.job.step.Extract;
import org.fupin.job.step.Render;
import org.fupin.job.step.RunReports;
import org.fupin.job.step.WarehouseSink;
import org.fupin.publish.ChosenHeadlines;
import org.fupin.publish.OutputStates;
import org.fupin.publish.ReportFormat;
import org.fupin.publish.ReportSource;
import org.fupin.publish.ReportWriter;
import org.fupin.reference.Regions;
import org.fupin.reference.Units;
import org.fupin.settings.Broker;
import org.fupin.settings.IntakeLimits;
import org.fupin.settings.JobDefinition;
import org.fupin.settings.RunSettings;
import org.fupin.store.Database;
import org.fupin.store.DatabaseFailure;
import org.fupin.store.DatabaseRetry;
import org.fupin.store.DatabaseUnreachableException;
import org.fupin.store.LockLostException;
import org.fupin.store.Reason;
import org.fupin.store.RunInProgressException;
import org.fupin.store.RunOwner;
import org.fupin.store.Schema;
import org.fupin.store.Transactions;
import org.fupin.warehouse.ledger.ReportFiles;
import org.fupin.warehouse.ledger.SharedRuns;
import org.fupin.warehouse.query.Headlines;
import org.fupin.warehouse.query.ProvinceYears;
import org.fupin.warehouse.query.Reviews;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** A worker of a job: takes documents in and makes reports for the runs that other processes make. */
public final class WorkerJob implements AutoCloseable {

    private final HikariDataSource database;
    private final ConfigurableApplicationContext context;
    private final RunSettings settings;
    private final Broker broker;
    private final StopSignal stop;
    private final PartitionExecutor executor;
    private final Regions regions = Regions.load();
    private final List<ReportFormat> formats = ReportFormat.all();
    private final String self = "the worker, " + RunOwner.thisProcess() + ",";

    /** Of the limits of the last run that was worked for. */
    private Map.Entry<IntakeLimits, Intake> intake =
            Map.entry(IntakeLimits.DEFAULT, Intake.create(IntakeLimits.DEFAULT));

    private WorkerJob(HikariDataSource database, RunSettings settings, Broker broker, StopSignal stop) {
        this.database = database;
        this.context = JobContext.open(database, settings.timing(), stop);
        this.settings = settings;
        this.broker = broker;
        this.stop = stop;
        this.executor = context.getBean(BatchRunner.class).executor();
    }

    /**
     * Connects to the database.
     *
     * @param settings with a broker
     * @param stop ends the work, when what has been begun is done
     * @throws DatabaseUnreachableException also if no run has made a warehouse there yet
     * @throws org.fupin.store.SchemaException if its tables are of another version
     */
    public static WorkerJob open(RunSettings settings, StopSignal stop)
            throws DatabaseUnreachableException, RunInProgressException {
        JobDefinition job = settings.job();
        Broker broker = Objects.requireNonNull(settings.broker(), "broker");
        // Each thread holds one connection at most; one is for the heartbeat.
        HikariDataSource database =
                Database.open(job.database(), settings.credentials(), job.parallel() + 2, settings.timing());
        try {
            Schema.requireCurrent(job.database(), database);
            return new WorkerJob(database, settings, broker, stop);
        } catch (DatabaseUnreachableException | RuntimeException e) {
            database.close();
            throw e;
        }
    }

    /**
     * Works until it shall stop.
     *
     * @return how many partitions were done
     * @throws DatabaseUnreachableException if the database went away and did not come back in time
     * @throws org.fupin.job.broker.BrokerUnreachableException if the broker does not answer at first; later it is waited for
     * @throws org.fupin.job.remote.RefusedWorkerException if a run is made by another program
     */
    public int work() throws DatabaseUnreachableException {
        JobDefinition job = settings.job();
        SharedWorkload.Ledger ledger = Sharing.ledger(context);
        Workbench bench = new Workbench(
                ledger,
                new Workbench.Nature(job.name(), job.parallel(), PresentReader.get(), settings.timing()),
                this::work);
        Throwable failure = null;
        try {
            bench.work(
                    Queue.of(
                            broker,
                            job.name(),
                            context.getBean(SharedRuns.class).mark()),
                    stop::requested);
        } catch (RuntimeException e) {
            if (!DatabaseFailure.isOf(e)) {
                throw e;
            }
            failure = e;
        }
        Throwable inVain = context.getBean(DatabaseRetry.class).gaveUpOver();
        if (failure != null || inVain != null) {
            Throwable why = inVain == null ? failure : inVain;
            throw new DatabaseUnreachableException(
                    "database " + job.database() + " failed while the worker was at work: " + Reason.innermost(why)
                            + "; others do what it had begun",
                    why);
        }
        return bench.done();
    }

    private String work(Task task, Transactions transactions) {
        SharedTerms terms = SharedTerms.read(task.told().terms());
        ActiveRun run = new ActiveRun(
                terms.in(settings.job()),
                task.told().runId(),
                task.run(),
                task.claim().substring(0, 8));
        PartitionRecorder recorder = new PartitionRecorder();
        try {
            List<StepFailure> failures = executor.execute(
                    task.partition(),
                    step(task.step(), terms, run, transactions, recorder),
                    change -> transactions.run(task.run(), change),
                    recorder::isHopeless,
                    recorder);
            failures.forEach(failure -> refuseToReport(failure.cause()));
        } catch (RuntimeException e) {
            refuseToReport(e);
            // A fault of ours is the run's to tell; thrown, it would meet one worker after the other.
            RunEvents.LOG.atError().addKeyValue("step", task.step()).setCause(e).log("step failed");
            recorder.failed(task.step(), Map.of(), e);
        }
        return recorder.report(self, run.counts()).write();
    }

    /** What says nothing of the work: the partition is to be done by another worker. */
    private static void refuseToReport(Throwable failure) {
        if (failure instanceof LockLostException lost) {
            throw lost;
        }
        if (DatabaseFailure.isOf(failure)) {
            throw failure instanceof RuntimeException known ? known : new IllegalStateException(failure);
        }
    }

    private PartitionedWork<?> step(
            String name, SharedTerms terms, ActiveRun run, Transactions transactions, Progress progress) {
        if (name.equals(Extract.NAME)) {
            return new Extract(
                    intake(terms.limits()),
                    new Discovery(),
                    WarehouseSink.of(run, context, transactions, progress),
                    run.request().job(),
                    progress);
        }
        if (name.equals(Render.NAME)) {
            ProvinceYears provinceYears = context.getBean(ProvinceYears.class);
            OutputStates states = new OutputStates(run.out(), Map.of());
            ReportWriter writer =
                    new ReportWriter(formats, context.getBean(ReportFiles.class), transactions, states, progress);
            return new Render(
                    run,
                    new ReportSource(
                            provinceYears,
                            new ChosenHeadlines(context.getBean(Headlines.class)),
                            new Reviews(context.getBean(JdbcTemplate.class), Units.load()),
                            regions),
                    new RunReports(run, provinceYears, writer, states));
        }
        throw new IllegalArgumentException("workers know no step " + name);
    }

    private synchronized Intake intake(IntakeLimits limits) {
        if (!intake.getKey().equals(limits)) {
            intake = Map.entry(limits, Intake.create(limits));
        }
        return intake.getValue();
    }

    @Override
    public void close() {
        context.close();
        database.close();
    }
}
