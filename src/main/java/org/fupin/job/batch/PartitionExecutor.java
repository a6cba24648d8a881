package org.fupin.job.batch;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.aopalliance.intercept.MethodInterceptor;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.aop.support.AopUtils;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.integration.partition.StepExecutionRequest;
import org.springframework.batch.integration.partition.StepExecutionRequestHandler;

/**
 * Executes a partition of a run that another process makes, and writes Spring Batch's record of it. That it is this
 * process's to do is for the caller to see to: two that execute one would both do all of the work.
 */
public final class PartitionExecutor {

    private final JobRepository repository;

    PartitionExecutor(JobRepository repository) {
        this.repository = repository;
    }

    /**
     * Does a partition, again if somebody has begun it before.
     *
     * @param partition Spring Batch's number of it
     * @param guard does each change of the record in a transaction of its own, if the partition is still this process's; again
     *     as a whole if need be
     * @param stop whether no further key shall be begun
     * @param progress hears how it goes; of failures as well
     * @return what it failed of
     * @throws RuntimeException of the guard, or why the record could not be changed
     */
    public List<StepFailure> execute(
            long partition,
            PartitionedWork<?> work,
            Consumer<Runnable> guard,
            BooleanSupplier stop,
            StepProgress progress) {
        Guarded guarded = new Guarded(repository, guard);
        WorkSteps steps = new WorkSteps(guarded.repository(), 1, stop, progress, null);
        Step step = steps.each(work);
        StepExecutionRequestHandler handler = new StepExecutionRequestHandler();
        handler.setJobRepository(guarded.repository());
        handler.setStepLocator(name -> step);
        handler.handle(new StepExecutionRequest(step.getName(), partition));
        guarded.check();
        return steps.failures();
    }

    /** Changes of the record; Spring Batch keeps silent of those that fail. */
    private static final class Guarded {

        private final JobRepository repository;
        private final Consumer<Runnable> guard;
        private @Nullable RuntimeException failure;

        Guarded(JobRepository repository, Consumer<Runnable> guard) {
            this.repository = repository;
            this.guard = guard;
        }

        JobRepository repository() {
            ProxyFactory proxy = new ProxyFactory(JobRepository.class, (MethodInterceptor)
                    call -> call.getArguments().length == 1 && call.getArguments()[0] instanceof StepExecution step
                            ? change(step, call.getMethod().getName().equals("update"))
                            : AopUtils.invokeJoinpointUsingReflection(
                                    repository, call.getMethod(), call.getArguments()));
            return (JobRepository) proxy.getProxy();
        }

        private @Nullable Object change(StepExecution step, boolean record) {
            AtomicInteger attempt = new AtomicInteger();
            try {
                guard.accept(() -> {
                    if (attempt.incrementAndGet() > 1) {
                        RetryingJobRepository.takeVersion(step, repository);
                    }
                    if (record) {
                        repository.update(step);
                    } else {
                        repository.updateExecutionContext(step);
                    }
                });
                return null;
            } catch (RuntimeException e) {
                failure = failure == null ? e : failure;
                throw e;
            }
        }

        void check() {
            if (failure != null) {
                throw failure;
            }
        }
    }
}
