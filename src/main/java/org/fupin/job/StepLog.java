package org.fupin.job;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import org.fupin.store.DatabaseFailure;
import org.fupin.store.LockLostException;
import org.fupin.store.Reason;
import org.fupin.warehouse.query.ProvinceYearKey;
import org.jspecify.annotations.Nullable;
import org.slf4j.spi.LoggingEventBuilder;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.infrastructure.item.ExecutionContext;

/**
 * Logs what became of a step, or of one of its partitions: a file loaded, a province-year audited, or the failure. It
 * reads what they counted, so that the steps need not speak of it.
 */
final class StepLog implements StepExecutionListener {

    private final String step;

    /** @param step name of the step as operators know it */
    StepLog(String step) {
        this.step = step;
    }

    @Override
    public @Nullable ExitStatus afterStep(StepExecution execution) {
        if (execution.getStatus() == BatchStatus.FAILED) {
            failed(execution);
        } else if (step.equals(ExtractTasklet.STEP)) {
            file(execution);
        } else if (step.equals(AuditTasklet.STEP)) {
            audited(execution);
        }
        return null;
    }

    private void failed(StepExecution execution) {
        Throwable cause = execution.getFailureExceptions().stream().findFirst().orElse(null);
        if (cause instanceof JobExecutionException || cause != null && DatabaseFailure.isOf(cause)) {
            // A step fails when a partition does, which has logged it. The database fails all of them: the end says it
            // once.
            return;
        }
        LoggingEventBuilder event = partition(RunEvents.LOG.atError().addKeyValue("step", step), execution)
                .addKeyValue("why", cause == null ? "" : Reason.of(cause));
        // A full disk, a missing permission, a limit, a database that went away are told in the line; of a fault of the
        // program one wants to know where.
        if ((cause instanceof RuntimeException || cause instanceof Error)
                && !(cause instanceof LockLostException)
                && !Reason.isOfDatabase(cause)) {
            event.setCause(cause);
        }
        event.log("step failed");
    }

    private void file(StepExecution execution) {
        Counts counts = Counts.sum(List.of(execution));
        if (counts.get(Count.LOADED) > 0) {
            partition(RunEvents.LOG.atDebug(), execution)
                    .addKeyValue("articles", counts.get(Count.ADDED) + counts.get(Count.SUPERSEDED))
                    .addKeyValue("superseded", counts.get(Count.SUPERSEDED))
                    .addKeyValue("observations", counts.get(Count.OBSERVATIONS))
                    .addKeyValue("left_out", counts.get(Count.LEFT_OUT))
                    .addKeyValue("ms", milliseconds(execution))
                    .log("file loaded");
        } else if (counts.get(Count.KNOWN) > 0) {
            partition(RunEvents.LOG.atDebug(), execution).log("file known");
        } else if (counts.get(Count.OUT_OF_SCOPE) > 0) {
            partition(RunEvents.LOG.atDebug(), execution).log("file out of scope");
        }
    }

    private void audited(StepExecution execution) {
        Counts counts = Counts.sum(List.of(execution));
        if (counts.get(Count.AUDITED) > 0) {
            partition(RunEvents.LOG.atDebug(), execution)
                    .addKeyValue("errors", counts.get(Count.ERRORS))
                    .addKeyValue("warnings", counts.get(Count.WARNINGS))
                    .addKeyValue("held", counts.get(Count.HELD))
                    .addKeyValue("ms", milliseconds(execution))
                    .log("province-year audited");
        }
    }

    /** Which file, or which province and year. */
    private static LoggingEventBuilder partition(LoggingEventBuilder event, StepExecution execution) {
        ExecutionContext context = execution.getExecutionContext();
        if (IncomingContext.isIn(context)) {
            return event.addKeyValue("path", IncomingContext.read(context).name());
        }
        if (ProvinceYearPartitions.isOne(context)) {
            ProvinceYearKey key = ProvinceYearPartitions.key(context);
            return event.addKeyValue("province", key.region()).addKeyValue("year", key.year());
        }
        return event;
    }

    private static long milliseconds(StepExecution execution) {
        LocalDateTime begun = execution.getStartTime();
        return begun == null
                ? 0
                : Math.max(0, Duration.between(begun, LocalDateTime.now()).toMillis());
    }
}
