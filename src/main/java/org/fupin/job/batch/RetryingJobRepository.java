package org.fupin.job.batch;

import java.util.Objects;
import org.fupin.store.DatabaseRetry;
import org.fupin.store.RetryingCalls;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;

/** Lets Spring Batch write its records again where the database was away for a moment: it does not do so itself. */
public final class RetryingJobRepository implements BeanPostProcessor {

    private final ObjectProvider<DatabaseRetry> retry;

    public RetryingJobRepository(ObjectProvider<DatabaseRetry> retry) {
        this.retry = retry;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof JobRepository repository
                ? RetryingCalls.of(repository, false, retry.getObject(), (call, proceed) -> {
                    for (Object argument : call.getArguments()) {
                        if (argument instanceof StepExecution step) {
                            takeVersion(step, repository);
                        }
                    }
                    return proceed.get();
                })
                : bean;
    }

    /** A step execution counts its updates, those too that were undone, and would not be updated any more. */
    static void takeVersion(StepExecution step, JobRepository repository) {
        StepExecution held = Objects.requireNonNull(repository.getStepExecution(step.getId()), "step execution");
        step.setVersion(Objects.requireNonNull(held.getVersion(), "version"));
    }
}
