package org.fupin.job.batch;

import java.util.Objects;
import org.fupin.store.DatabaseRetry;
import org.fupin.store.RetryingCalls;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;

/** Lets Spring Batch write its records again where the database was away for a moment: it does not do so itself. */
final class RetryingJobRepository {

    private RetryingJobRepository() {}

    static JobRepository of(JobRepository repository, DatabaseRetry retry) {
        return RetryingCalls.of(repository, false, retry, (call, proceed) -> {
            for (Object argument : call.getArguments()) {
                if (argument instanceof StepExecution step) {
                    takeVersion(step, repository);
                }
            }
            return proceed.get();
        });
    }

    /** A step execution counts its updates, those too that were undone, and would not be updated any more. */
    static void takeVersion(StepExecution step, JobRepository repository) {
        StepExecution held = Objects.requireNonNull(repository.getStepExecution(step.getId()), "step execution");
        step.setVersion(Objects.requireNonNull(held.getVersion(), "version"));
    }
}
