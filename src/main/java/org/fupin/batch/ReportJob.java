package org.fupin.batch;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.sql.DataSource;
import org.fupin.warehouse.RejectedFiles;
import org.fupin.warehouse.Run;
import org.fupin.warehouse.RunCounts;
import org.fupin.warehouse.RunStatus;
import org.fupin.warehouse.Runs;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.logging.LoggingApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** The job {@code province-year-reports} on one database, ready to run. */
public final class ReportJob implements AutoCloseable {

    private final ConfigurableApplicationContext context;

    private ReportJob(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /**
     * Connects to the database and brings its schema up to date.
     *
     * @param parallel how many files, or reports, are worked on at the same time
     * @param progress hears how runs go
     */
    public static ReportJob open(DatabaseUrl url, Credentials credentials, int parallel, Progress progress)
            throws DatabaseUnreachableException, RunInProgressException {
        // Each thread holds one connection at most; two are for the batch's own records.
        DataSource database = Database.open(url, credentials, parallel + 2);
        SpringApplication application = new SpringApplication(BatchConfiguration.class);
        application.setRegisterShutdownHook(true);
        // Logging is set up already; Boot would do it again in its own way.
        application.setListeners(application.getListeners().stream()
                .filter(listener -> !(listener instanceof LoggingApplicationListener))
                .toList());
        application.setDefaultProperties(Map.of(
                "spring.flyway.locations",
                "classpath:db/migration,classpath:db/batch/" + (url.isH2() ? "h2" : "mysql")));
        application.addInitializers(empty -> {
            GenericApplicationContext beans = (GenericApplicationContext) empty;
            beans.registerBean("dataSource", DataSource.class, () -> database);
            beans.registerBean(Progress.class, () -> new LoggedProgress(progress));
            beans.registerBean(
                    BatchConfiguration.Parallelism.class, () -> new BatchConfiguration.Parallelism(parallel));
        });
        return new ReportJob(application.run());
    }

    /**
     * Runs the job. Once begun, a run always gives a result; what went wrong stands in it.
     *
     * @throws RunInProgressException if a living process of this machine runs it on the same database
     */
    public RunResult run(RunRequest request) throws RunInProgressException {
        closeDeadRuns();
        Runs runs = context.getBean(Runs.class);
        String name = request.job().name();
        long runId = runs.start(name, request.period());
        RunParameters parameters = new RunParameters(
                name,
                request.period(),
                attempt(name, request.period()),
                runId,
                request.job().inbox(),
                request.job().out(),
                request.force(),
                request.job().scope(),
                request.job().limits(),
                RunOwner.thisProcess());
        JobExecution execution;
        try {
            execution =
                    context.getBean(JobOperator.class).start(context.getBean(Job.class), parameters.toJobParameters());
        } catch (JobExecutionException e) {
            runs.finish(runId, RunStatus.FAILED, RunCounts.NONE);
            throw new IllegalStateException("the run could not be started", e);
        }
        RunResult result = result(parameters, execution);
        runs.finish(runId, result.failed() ? RunStatus.FAILED : RunStatus.COMPLETED, counts(result));
        return result;
    }

    /** A killed run stays "started" for ever in the batch's records and the warehouse's; here they get to know. */
    private void closeDeadRuns() throws RunInProgressException {
        JobRepository repository = context.getBean(JobRepository.class);
        Set<Long> elsewhere = new HashSet<>();
        for (JobExecution execution : repository.findRunningJobExecutions(JobDefinition.PROVINCE_YEAR_REPORTS)) {
            RunParameters run = RunParameters.of(execution.getJobParameters());
            if (run.owner().isAliveHere()) {
                throw new RunInProgressException("run " + run.runId() + " of " + run.job() + " for " + run.period()
                        + " is at work on this database, in process "
                        + run.owner().process());
            }
            if (run.owner().host().equals(RunOwner.thisProcess().host())) {
                context.getBean(JobOperator.class).recover(execution);
            } else {
                elsewhere.add(run.runId());
            }
        }
        Runs runs = context.getBean(Runs.class);
        for (Run run : runs.list(Integer.MAX_VALUE)) {
            if (run.status() == RunStatus.STARTED && !elsewhere.contains(run.id())) {
                runs.finish(run.id(), RunStatus.FAILED, RunCounts.NONE);
            }
        }
    }

    private long attempt(String job, YearMonth period) {
        return context.getBean(Runs.class).list(Integer.MAX_VALUE).stream()
                .filter(run -> run.job().equals(job) && run.period().equals(period))
                .count();
    }

    private RunResult result(RunParameters run, JobExecution execution) {
        Counts counts = Counts.sum(execution.getStepExecutions());
        List<Rejection> rejections = context.getBean(RejectedFiles.class).of(run.runId()).stream()
                .map(file -> new Rejection(file.name(), file.reason(), file.message(), file.size(), file.sha256()))
                .toList();
        return new RunResult(
                run.runId(),
                run.job(),
                run.period(),
                run.attempt(),
                execution.getStatus() == BatchStatus.COMPLETED ? List.of() : failures(execution),
                counts.get(Counts.FOUND),
                counts.get(Counts.LOADED),
                counts.get(Counts.KNOWN),
                rejections,
                counts.get(Counts.LEFT),
                LeftFiles.of(execution.getStepExecutions()),
                counts.get(Counts.OUT_OF_SCOPE),
                counts.get(Counts.ADDED),
                counts.get(Counts.SUPERSEDED),
                counts.get(Counts.OBSERVATIONS),
                counts.get(Counts.LEFT_OUT),
                counts.get(Counts.AUDITED),
                counts.get(Counts.ERRORS),
                counts.get(Counts.WARNINGS),
                counts.get(Counts.HELD),
                counts.get(Counts.WRITTEN),
                elapsed(execution));
    }

    /** One line for each step that failed for a reason of its own. */
    private static List<String> failures(JobExecution execution) {
        Collection<StepExecution> steps = execution.getStepExecutions();
        List<String> partitions = steps.stream()
                .filter(step -> step.getStepName().contains(":"))
                .filter(step -> step.getStatus() != BatchStatus.COMPLETED)
                .map(ReportJob::failure)
                .toList();
        if (!partitions.isEmpty()) {
            return partitions;
        }
        List<String> single = steps.stream()
                .filter(step -> step.getStatus() != BatchStatus.COMPLETED)
                .map(ReportJob::failure)
                .toList();
        return single.isEmpty() ? List.of("the job ended as " + execution.getStatus()) : single;
    }

    private static String failure(StepExecution step) {
        String why = step.getFailureExceptions().stream()
                .map(failure -> Objects.requireNonNullElse(failure.getMessage(), failure.toString()))
                .findFirst()
                .orElse(step.getStatus().toString());
        return step.getStepName() + ": " + why;
    }

    private static RunCounts counts(RunResult result) {
        return new RunCounts(
                Math.toIntExact(result.found()),
                Math.toIntExact(result.loaded()),
                Math.toIntExact(result.known()),
                result.rejections().size(),
                Math.toIntExact(result.added() + result.superseded()),
                Math.toIntExact(result.observations()),
                Math.toIntExact(result.leftOut()),
                Math.toIntExact(result.errors() + result.warnings()),
                Math.toIntExact(result.written()));
    }

    private static Duration elapsed(JobExecution execution) {
        LocalDateTime begin = Objects.requireNonNullElse(execution.getStartTime(), execution.getCreateTime());
        LocalDateTime end = Objects.requireNonNullElse(execution.getEndTime(), begin);
        return Duration.between(begin, end);
    }

    @Override
    public void close() {
        context.close();
    }
}
