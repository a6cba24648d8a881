package org.fupin.job.batch;

import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.fupin.store.DatabaseRetry;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.configuration.support.MapJobRegistry;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.job.builder.SimpleJobBuilder;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.launch.support.JobOperatorFactoryBean;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.transaction.PlatformTransactionManager;

/** Runs works as the steps of a job of Spring Batch, which keeps a record of them. */
public final class BatchRunner {

    private final JobRepository repository;
    private final JobOperator operator;

    BatchRunner(JobRepository repository, JobOperator operator) {
        this.repository = repository;
        this.operator = operator;
    }

    /** One that keeps its records in a database, and writes them again where that was away for a moment. */
    public static BatchRunner on(DataSource database, PlatformTransactionManager transactions, DatabaseRetry retry) {
        JobRepository repository = RetryingJobRepository.of(BatchRepository.on(database, transactions), retry);
        JobOperatorFactoryBean factory = new JobOperatorFactoryBean();
        factory.setJobRepository(repository);
        // Jobs are handed over as they are run.
        factory.setJobRegistry(new MapJobRegistry());
        factory.setTransactionManager(transactions);
        try {
            factory.afterPropertiesSet();
            return new BatchRunner(repository, factory.getObject());
        } catch (Exception e) {
            throw new IllegalStateException("Spring Batch cannot be set up", e);
        }
    }

    /**
     * Ends the executions of a job that are "started" for ever, as a killed run leaves them.
     *
     * <p>The caller knows that whoever that was is dead.
     */
    public void recover(String job) {
        for (JobExecution execution : repository.findRunningJobExecutions(job)) {
            operator.recover(execution);
        }
    }

    /** Executes partitions of runs that other processes make. */
    public PartitionExecutor executor() {
        return new PartitionExecutor(repository);
    }

    /**
     * Does the works one after another, until one fails or the run shall stop.
     *
     * @param identity what tells this execution from all others, texts and numbers by name
     * @param parallel how many keys of a {@link PartitionedWork} are worked on at the same time
     * @param stop whether nothing more shall be begun
     */
    public BatchEnd run(
            String job,
            Map<String, ?> identity,
            List<? extends Work<?>> works,
            int parallel,
            BooleanSupplier stop,
            StepProgress progress) {
        return run(job, identity, works, new WorkSteps(repository, parallel, stop, progress, null));
    }

    /** As above, but other processes do the works that are {@link SharedWork}. */
    public BatchEnd run(
            String job, Map<String, ?> identity, Sharing works, BooleanSupplier stop, StepProgress progress) {
        return run(
                job,
                identity,
                works.works(),
                new WorkSteps(repository, works.parallel(), stop, progress, works.distribution()));
    }

    /**
     * Works of which other processes do a part.
     *
     * @param parallel how many keys of the other partitioned works are worked on here at the same time
     * @param distribution gives those that are {@link SharedWork} to others
     */
    public record Sharing(List<Work<?>> works, int parallel, Distribution distribution) {}

    private BatchEnd run(String job, Map<String, ?> identity, List<? extends Work<?>> works, WorkSteps steps) {
        SimpleJobBuilder builder = new JobBuilder(job, repository).start(steps.of(works.get(0)));
        works.stream().skip(1).map(steps::of).forEach(builder::next);
        JobParameters parameters = parameters(identity);
        try {
            JobExecution execution = operator.start(builder.build(), parameters);
            return new BatchEnd(
                    execution.getStatus() == BatchStatus.STOPPED,
                    failures(execution, steps.failures()),
                    execution.getStepExecutions().stream()
                            .filter(step -> step.getStatus() == BatchStatus.COMPLETED)
                            .map(StepExecution::getStepName)
                            .collect(Collectors.toSet()));
        } catch (JobExecutionException e) {
            throw new IllegalStateException("the run could not be started", e);
        }
    }

    private static JobParameters parameters(Map<String, ?> identity) {
        JobParametersBuilder parameters = new JobParametersBuilder();
        identity.forEach((name, value) -> {
            if (value instanceof Long number) {
                parameters.addLong(name, number);
            } else {
                parameters.addString(name, value.toString());
            }
        });
        return parameters.toJobParameters();
    }

    private static List<StepFailure> failures(JobExecution execution, List<StepFailure> ofWork) {
        if (execution.getStatus() == BatchStatus.COMPLETED || execution.getStatus() == BatchStatus.STOPPED) {
            return List.of();
        } else if (!ofWork.isEmpty()) {
            return ofWork;
        }
        List<Throwable> causes = execution.getAllFailureExceptions();
        if (causes.isEmpty()) {
            causes = List.of(new IllegalStateException("the job ended with status " + execution.getStatus()));
        }
        return causes.stream().map(cause -> new StepFailure("", "", cause)).toList();
    }
}
