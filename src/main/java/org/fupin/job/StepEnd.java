package org.fupin.job;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.step.StepExecution;

/** What is done when all partitions of a step are; then whoever watches is told. */
final class StepEnd implements StepExecutionListener {

    /** Looks at a step that is through, all its partitions included. */
    @FunctionalInterface
    interface Work {

        /**
         * Called by one thread, only if no partition failed or was stopped.
         *
         * @throws Exception if the step failed after all
         */
        void after(StepExecution step) throws Exception;
    }

    private final Progress progress;
    private final List<Work> works;

    StepEnd(Progress progress, List<Work> works) {
        this.progress = progress;
        this.works = List.copyOf(works);
    }

    @Override
    public @Nullable ExitStatus afterStep(StepExecution step) {
        try {
            for (Work work : works) {
                if (step.getStatus() == BatchStatus.COMPLETED) {
                    work.after(step);
                }
            }
            return null;
        } catch (Exception e) {
            // Spring Batch would only log it.
            step.addFailureException(e);
            step.setStatus(BatchStatus.FAILED);
            return ExitStatus.FAILED;
        } finally {
            progress.end(step.getStepName());
        }
    }
}
