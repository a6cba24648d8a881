package org.fupin.job.batch;

import java.util.List;
import java.util.Set;

/**
 * How a run of steps ended.
 *
 * @param stopped whether it was asked to stop, and did, before it was through
 * @param failures by step and key; empty if it completed or was stopped
 * @param completed the names of the steps that are through
 */
public record BatchEnd(boolean stopped, List<StepFailure> failures, Set<String> completed) {

    public BatchEnd {
        failures = List.copyOf(failures);
        completed = Set.copyOf(completed);
    }
}
