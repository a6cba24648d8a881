package org.fupin.batch;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.fupin.observation.ProvinceYear;
import org.fupin.reference.Regions;
import org.fupin.report.ProvinceYearReport;
import org.fupin.warehouse.ProvinceYearKey;
import org.fupin.warehouse.ProvinceYears;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/** Makes the reports of one province and year. */
final class RenderTasklet implements Tasklet {

    static final String STEP = "render";

    private final ProvinceYears provinceYears;
    private final Regions regions;
    private final ReportWriter reports;
    private final Progress progress;

    RenderTasklet(ProvinceYears provinceYears, Regions regions, ReportWriter reports, Progress progress) {
        this.provinceYears = provinceYears;
        this.regions = regions;
        this.reports = reports;
        this.progress = progress;
    }

    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext context) throws IOException {
        StepExecution step = contribution.getStepExecution();
        RunParameters run = RunParameters.of(step.getJobParameters());
        ProvinceYearKey key = ProvinceYearPartitions.key(step.getExecutionContext());
        ProvinceYear current = provinceYears
                .find(key.region(), key.year())
                .orElseThrow(() -> new IllegalStateException("nothing is held on " + key.region() + " " + key.year()));
        ProvinceYearReport report = ProvinceYearReport.of(current, earlier(key), regions);
        Counts counts = new Counts();
        for (ReportFormat format : reports.formats()) {
            String path = format.provinceYearPath(key.region(), key.year());
            counts.add(
                    Counts.WRITTEN,
                    reports.write(run, path, key.region(), key.year(), current.vintage(), out -> format.provinceYear()
                            .write(report, out)));
        }
        counts.store(step);
        progress.done(STEP, key.region() + " " + key.year());
        return RepeatStatus.FINISHED;
    }

    private List<ProvinceYear> earlier(ProvinceYearKey key) {
        List<ProvinceYear> earlier = new ArrayList<>();
        for (ProvinceYearKey other : provinceYears.keys()) {
            if (other.region().equals(key.region()) && other.year() < key.year()) {
                provinceYears.find(other.region(), other.year()).ifPresent(earlier::add);
            }
        }
        return earlier;
    }
}
