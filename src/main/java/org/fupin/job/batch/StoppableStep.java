package org.fupin.job.batch;

import java.util.function.BooleanSupplier;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.job.JobInterruptedException;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepExecution;

/**
 * A step that is not begun any more once the run shall stop. It then writes nothing to the database: there may be
 * thousands of partitions left, and the end shall come within seconds.
 */
final class StoppableStep implements Step {

    private final Step step;
    private final BooleanSupplier stop;

    StoppableStep(Step step, BooleanSupplier stop) {
        this.step = step;
        this.stop = stop;
    }

    @Override
    public void execute(StepExecution execution) throws JobInterruptedException {
        if (stop.getAsBoolean()) {
            execution.setStatus(BatchStatus.STOPPED);
            execution.setExitStatus(ExitStatus.STOPPED);
        } else {
            step.execute(execution);
        }
    }

    @Override
    public String getName() {
        return step.getName();
    }

    @Override
    public boolean isAllowStartIfComplete() {
        return step.isAllowStartIfComplete();
    }

    @Override
    public int getStartLimit() {
        return step.getStartLimit();
    }
}
