package org.fupin.job.batch;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
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

/** Makes Spring Batch's steps of the works of one run, and keeps what they failed of. */
final class WorkSteps {

    /** Works take care of their own transactions, which are short. */
    private static final PlatformTransactionManager NO_TRANSACTION = new ResourcelessTransactionManager();

    private final JobRepository repository;
    private final TaskExecutor threads;
    private final BooleanSupplier stop;
    private final StepProgress progress;
    private final @Nullable Distribution distribution;
    private final List<StepFailure> failures = new ArrayList<>();

    /** @param distribution gives shared work to other processes; null where this one does it */
    WorkSteps(
            JobRepository repository,
            int parallel,
            BooleanSupplier stop,
            StepProgress progress,
            @Nullable Distribution distribution) {
        this.distribution = distribution;
        this.repository = repository;
        this.threads = threads(parallel);
        this.stop = stop;
        this.progress = progress;
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
    synchronized List<StepFailure> failures() {
        return failures.stream()
                .sorted(Comparator.comparing(StepFailure::step).thenComparing(StepFailure::key))
                .toList();
    }

    Step of(Work<?> work) {
        return new StoppableStep(
                work instanceof PartitionedWork<?> partitioned ? partitioned(partitioned) : single(work), stop);
    }

    private <K> Step single(Work<K> work) {
        Tasklet all = (contribution, context) -> {
            for (K key : begin(work)) {
                if (stop.getAsBoolean() || !isDone(work, key)) {
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
            all.partitionHandler(
                    new SharedPartitions<>(shared, distribution, stop, (key, why) -> failed(work, key, why)));
        } else {
            all.step(new StoppableStep(each, stop)).taskExecutor(threads);
        }
        return all.listener(end(work)).build();
    }

    /** The step that does a partition. */
    <K> Step each(PartitionedWork<K> work) {
        Tasklet one = (contribution, context) -> {
            StepExecution partition = contribution.getStepExecution();
            if (!isDone(work, work.read(partition.getExecutionContext().toMap()))) {
                partition.setTerminateOnly();
            }
            return RepeatStatus.FINISHED;
        };
        return new StepBuilder(work.name() + "-one", repository)
                .tasklet(one, NO_TRANSACTION)
                .build();
    }

    private <K> Map<String, ExecutionContext> partitions(PartitionedWork<K> work) {
        Map<String, ExecutionContext> partitions = new LinkedHashMap<>();
        try {
            for (K key : begin(work)) {
                ExecutionContext partition = new ExecutionContext();
                work.write(key).forEach(partition::put);
                partitions.put(Integer.toString(partitions.size() + 1), partition);
            }
            return partitions;
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private <K> Collection<K> begin(Work<K> work) throws Exception {
        Collection<K> keys = told(work, Map.of(), work::keys);
        if (work.isShown()) {
            progress.begin(work.name(), keys.size());
        }
        return keys;
    }

    /** Whether the work on a key was done; not if it was stopped. */
    private <K> boolean isDone(Work<K> work, K key) throws Exception {
        Map<String, ?> described = work.describe(key);
        try {
            told(work, described, () -> {
                work.work(key);
                return true;
            });
        } catch (StoppedException e) {
            return false;
        }
        if (work.isShown()) {
            progress.done(work.name(), work.label(key));
        }
        return true;
    }

    private StepExecutionListener end(Work<?> work) {
        return new StepExecutionListener() {
            @Override
            public @Nullable ExitStatus afterStep(StepExecution step) {
                try {
                    if (step.getStatus() == BatchStatus.COMPLETED) {
                        told(work, Map.of(), () -> {
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
                    if (work.isShown()) {
                        progress.end(work.name());
                    }
                }
            }
        };
    }

    /** Does something for a work; if that fails, it is told and kept. */
    private <T> T told(Work<?> work, Map<String, ?> key, Callable<T> what) throws Exception {
        try {
            return what.call();
        } catch (StoppedException e) {
            throw e;
        } catch (Exception | Error e) {
            failed(work, key, e);
            throw e;
        }
    }

    private void failed(Work<?> work, Map<String, ?> key, Throwable why) {
        synchronized (this) {
            failures.add(new StepFailure(work.name(), Work.label(key), why));
        }
        progress.failed(work.name(), key, why);
    }
}
