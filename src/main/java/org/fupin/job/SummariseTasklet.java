package org.fupin.job;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import org.fupin.observation.edition.ProvinceYear;
import org.fupin.publish.RenderPlan;
import org.fupin.publish.ReportFormat;
import org.fupin.publish.ReportInputs;
import org.fupin.publish.ReportWriter;
import org.fupin.reference.Regions;
import org.fupin.report.YearSummary;
import org.fupin.warehouse.query.ProvinceYearKey;
import org.fupin.warehouse.query.ProvinceYears;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/** Makes the summaries of the years over all provinces, and the index of all reports. */
final class SummariseTasklet implements Tasklet {

    static final String STEP = "summarise";

    private final ProvinceYears provinceYears;
    private final Regions regions;
    private final ReportWriter reports;
    private final ReportIndex index;
    private final StopSignal stop;
    private final Progress progress;

    SummariseTasklet(
            ProvinceYears provinceYears,
            Regions regions,
            ReportWriter reports,
            ReportIndex index,
            StopSignal stop,
            Progress progress) {
        this.stop = stop;
        this.provinceYears = provinceYears;
        this.regions = regions;
        this.reports = reports;
        this.index = index;
        this.progress = progress;
    }

    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext context) throws IOException {
        StepExecution step = contribution.getStepExecution();
        RunParameters run = RunParameters.of(step.getJobParameters());
        SortedSet<Integer> years = RenderPlan.of(run, ReportInputs.of(provinceYears), reports.formats())
                .years();
        progress.begin(STEP, years.size());
        Counts counts = new Counts();
        for (int year : years) {
            if (stop.requested()) {
                step.setTerminateOnly();
                return RepeatStatus.FINISHED;
            }
            summarise(year, run, counts);
            progress.done(STEP, Integer.toString(year));
        }
        index.write(run);
        counts.store(step);
        progress.end(STEP);
        return RepeatStatus.FINISHED;
    }

    private void summarise(int year, RunParameters run, Counts counts) throws IOException {
        List<ProvinceYear> provinces = new ArrayList<>();
        for (ProvinceYearKey key : provinceYears.keys()) {
            if (key.year() == year) {
                provinceYears.find(key.region(), year).ifPresent(provinces::add);
            }
        }
        YearSummary summary = YearSummary.of(year, provinces, regions);
        // A summary has no vintage of its own; this one grows with each new vintage of a province in it.
        int vintage = provinces.stream().mapToInt(ProvinceYear::vintage).sum();
        for (ReportFormat format : ReportFormat.ofSummaries(reports.formats())) {
            counts.add(
                    Count.WRITTEN,
                    reports.write(run, format.summaryPath(year), null, year, vintage, out -> format.summary()
                            .write(summary, run.publisher(), out)));
        }
    }
}
