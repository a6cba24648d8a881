package org.fupin.job;

import org.fupin.publish.BuildInfo;
import org.fupin.warehouse.ledger.Runs;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.listener.JobExecutionListener;

/** Puts the run's number into the logging context for as long as it goes, and tells that it has begun. */
final class RunLog implements JobExecutionListener {

    private final Runs runs;
    private @Nullable String before;

    RunLog(Runs runs) {
        this.runs = runs;
    }

    @Override
    public void beforeJob(JobExecution execution) {
        RunParameters run = RunParameters.of(execution.getJobParameters());
        before = MDC.get(RunEvents.RUN);
        MDC.put(RunEvents.RUN, Long.toString(run.runId()));
        RunEvents.LOG
                .atInfo()
                .addKeyValue("job", run.job())
                .addKeyValue("period", run.period())
                .addKeyValue("attempt", runs.find(run.runId()).orElseThrow().attempts())
                .addKeyValue("version", BuildInfo.version())
                .log("run begun");
    }

    @Override
    public void afterJob(JobExecution execution) {
        if (before == null) {
            MDC.remove(RunEvents.RUN);
        } else {
            MDC.put(RunEvents.RUN, before);
        }
    }
}
