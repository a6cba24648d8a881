package org.fupin.job;

import java.io.IOException;
import org.fupin.publish.ReportFormat;
import org.fupin.publish.ReportSource;
import org.fupin.publish.ReportWriter;
import org.fupin.report.ProvinceYearReport;
import org.fupin.warehouse.query.ProvinceYearKey;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/** Makes the reports of one province and year. */
final class RenderTasklet implements Tasklet {

    static final String STEP = "render";

    private final ReportSource source;
    private final ReportWriter reports;
    private final Progress progress;

    RenderTasklet(ReportSource source, ReportWriter reports, Progress progress) {
        this.source = source;
        this.reports = reports;
        this.progress = progress;
    }

    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext context) throws IOException {
        StepExecution step = contribution.getStepExecution();
        RunParameters run = RunParameters.of(step.getJobParameters());
        ProvinceYearKey key = ProvinceYearPartitions.key(step.getExecutionContext());
        ProvinceYearReport report = source.report(key);
        Counts counts = new Counts();
        for (ReportFormat format : reports.formats()) {
            String path = format.provinceYearPath(key.region(), key.year());
            counts.add(
                    Count.WRITTEN,
                    reports.write(run, path, key.region(), key.year(), report.vintage(), out -> format.provinceYear()
                            .write(report, run.publisher(), out)));
        }
        counts.store(step);
        progress.done(STEP, key.region() + " " + key.year());
        return RepeatStatus.FINISHED;
    }
}
