package org.fupin.batch;

import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.step.StepExecution;

/**
 * Ends a run after the inspect step if it has rejected more than its limit, before anything is loaded; else spares the
 * extract step what the inspection has settled.
 */
final class RejectionGate implements StepExecutionListener {

    private final Discovery discovery;

    RejectionGate(Discovery discovery) {
        this.discovery = discovery;
    }

    @Override
    public @Nullable ExitStatus afterStep(StepExecution step) {
        RejectionLimit limit =
                RunParameters.of(step.getJobParameters()).limits().maxRejected();
        if (limit == null) {
            return null;
        }
        Collection<StepExecution> steps = step.getJobExecution().getStepExecutions();
        InspectTasklet.dropped(steps).forEach(discovery::drop);
        Counts counts = Counts.sum(steps);
        long rejected = counts.get(Counts.REJECTED);
        long found = counts.get(Counts.FOUND);
        if (!limit.isExceededBy(rejected, found)) {
            return null;
        }
        step.addFailureException(new TooManyRejectionsException(rejected, found, limit));
        step.setStatus(BatchStatus.FAILED);
        return ExitStatus.FAILED;
    }
}
