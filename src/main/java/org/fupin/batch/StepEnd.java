package org.fupin.batch;

import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.step.StepExecution;

/** Tells whoever watches that a step has ended. */
final class StepEnd implements StepExecutionListener {

    private final Progress progress;

    StepEnd(Progress progress) {
        this.progress = progress;
    }

    @Override
    public @Nullable ExitStatus afterStep(StepExecution step) {
        progress.end(step.getStepName());
        return null;
    }
}
