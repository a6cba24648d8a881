package org.fupin.job;

import java.io.IOException;
import org.fupin.intake.TooManyRejectionsException;
import org.fupin.settings.RejectionLimit;
import org.springframework.batch.core.step.StepExecution;

/**
 * Ends a run after the inspect step if it has rejected more than its limit, before anything is loaded. The rejected files
 * are listed all the same.
 */
final class RejectionGate implements StepEnd.Work {

    private final RejectedListing listing;

    RejectionGate(RejectedListing listing) {
        this.listing = listing;
    }

    @Override
    public void after(StepExecution step) throws TooManyRejectionsException, IOException {
        RejectionLimit limit =
                RunParameters.of(step.getJobParameters()).limits().maxRejected();
        if (limit == null) {
            return;
        }
        Counts counts = Counts.sum(step.getJobExecution().getStepExecutions());
        long rejected = counts.get(Count.REJECTED);
        long found = counts.get(Count.FOUND);
        if (limit.isExceededBy(rejected, found)) {
            listing.after(step);
            throw new TooManyRejectionsException(rejected, found, limit);
        }
    }
}
