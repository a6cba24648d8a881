package org.fupin.batch;

import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.step.StepExecution;

/**
 * Ends a run after the inspect step if it has rejected more than its limit, before anything is loaded. The rejected files
 * are listed all the same.
 */
final class RejectionGate implements StepExecutionListener {

    private final RejectedListing listing;

    RejectionGate(RejectedListing listing) {
        this.listing = listing;
    }

    @Override
    public @Nullable ExitStatus afterStep(StepExecution step) {
        RejectionLimit limit =
                RunParameters.of(step.getJobParameters()).limits().maxRejected();
        if (limit == null) {
            return null;
        }
        Counts counts = Counts.sum(step.getJobExecution().getStepExecutions());
        long rejected = counts.get(Counts.REJECTED);
        long found = counts.get(Counts.FOUND);
        if (!limit.isExceededBy(rejected, found)) {
            return null;
        }
        step.addFailureException(new TooManyRejectionsException(rejected, found, limit));
        step.setStatus(BatchStatus.FAILED);
        listing.afterStep(step);
        return ExitStatus.FAILED;
    }
}
