package org.fupin.job.batch;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.builder.PartitionStepBuilder;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.batch.infrastructure.support.transaction.ResourcelessTransactionManager;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.core.task.TaskExecutor;
import org.springframework.transaction.PlatformTransactionManager;

/** Makes Spring Batch's steps of the works of one run. */
final class WorkSteps {

    /** Works take care of their own transactions, which are short. */
    private static final PlatformTransactionManager NO_TRANSACTION = new ResourcelessTransactionManager();

    private final JobRepository repository;
    private final int parallel;
    private final TaskExecutor threads;
    private final BooleanSupplier stop;
    private final Telling telling;
    private final @Nullable Distribution distribution;

    /** @param distribution gives shared work to other processes; null where this one does it */
    WorkSteps(
            JobRepository repository,
            int parallel,
            BooleanSupplier stop,
            StepProgress progress,
            @Nullable Distribution distribution) {
        this.distribution = distribution;
        this.repository = repository;
        this.parallel = parallel;
        this.threads = threads(parallel);
        this.stop = stop;
        this.telling = new Telling(progress);
    }

    private static TaskExecutor threads(int parallel) {
        SimpleAsyncTaskExecutor executor = new SimpleAsyncTaskExecutor("partition-");
        executor.setConcurrencyLimit(parallel);
        executor.setTaskDecorator(task -> {
            Map<String, String> context = MDC.getCopyOfContextMap();
            return () -> {
                MDC.setContextMap(context == null ? Map.of() : context);
                task.run();
            };
        });
        return executor;
    }

    /** By step and key. */
    List<StepFailure> failures() {
        return telling.failures();
    }

    Step of(Work<?> work) {
        return new StoppableStep(
                work instanceof PartitionedWork<?> partitioned ? partitioned(partitioned) : single(work), stop);
    }

    private <K> Step single(Work<K> work) {
        Tasklet all = (contribution, context) -> {
            for (K key : begin(work)) {
                if (stop.getAsBoolean() || !telling.isDone(work, key)) {
                    contribution.getStepExecution().setTerminateOnly();
                    break;
                }
            }
            return RepeatStatus.FINISHED;
        };
        return new StepBuilder(work.name(), repository)
                .tasklet(all, NO_TRANSACTION)
                .listener(end(work))
                .build();
    }

    private <K> Step partitioned(PartitionedWork<K> work) {
        Step each = each(work);
        PartitionStepBuilder all =
                new StepBuilder(work.name(), repository).partitioner(each.getName(), gridSize -> partitions(work));
        if (distribution != null && work instanceof SharedWork<K> shared) {
            all.partitionHandler(new SharedPartitions<>(shared, distribution, stop, telling));
        } else {
            all.step(new StoppableStep(each, stop)).taskExecutor(threads);
        }
        return all.listener(end(work)).build();
    }

    /** The step that does a partition. */
    <K> Step each(PartitionedWork<K> work) {
        Tasklet some = (contribution, context) -> {
            StepExecution partition = contribution.getStepExecution();
            List<K> keys = Partitions.keys(work, partition.getExecutionContext());
            if (!new PartitionKeys<>(work, stop, telling).areDone(keys)) {
                partition.setTerminateOnly();
            }
            return RepeatStatus.FINISHED;
        };
        return new StepBuilder(work.name() + "-some", repository)
                .tasklet(some, NO_TRANSACTION)
                .build();
    }

    private <K> Map<String, ExecutionContext> partitions(PartitionedWork<K> work) {
        try {
            boolean shared = distribution != null && work instanceof SharedWork<K>;
            return Partitions.of(work, begin(work), shared ? distribution.hands() : parallel);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private <K> Collection<K> begin(Work<K> work) throws Exception {
        Collection<K> keys = telling.call(work, Map.of(), work::keys);
        telling.begin(work, keys.size());
        return keys;
    }

    private StepExecutionListener end(Work<?> work) {
        return new StepExecutionListener() {
            @Override
            public @Nullable ExitStatus afterStep(StepExecution step) {
                try {
                    if (step.getStatus() == BatchStatus.COMPLETED) {
                        telling.call(work, Map.of(), () -> {
                            work.end();
                            return true;
                        });
                    }
                    return null;
                } catch (Exception e) {
                    // Spring Batch would only log it.
                    step.addFailureException(e);
                    step.setStatus(BatchStatus.FAILED);
                    return ExitStatus.FAILED;
                } finally {
                    telling.end(work);
                }
            }
        };
    }
}
