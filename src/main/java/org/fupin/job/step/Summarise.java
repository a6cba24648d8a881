package org.fupin.job.step;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.fupin.job.batch.Work;
import org.fupin.job.run.ActiveRun;
import org.fupin.job.run.Count;
import org.fupin.observation.edition.ProvinceYear;
import org.fupin.publish.ReportFormat;
import org.fupin.publish.ReportWriter.Report;
import org.fupin.reference.Regions;
import org.fupin.report.YearSummary;
import org.fupin.warehouse.query.ProvinceYearKey;
import org.fupin.warehouse.query.ProvinceYears;

/** Makes the summaries of the years over all provinces, withdraws what is no report any more, and makes the index of all reports. */
public final class Summarise implements Work<Integer> {

    private final ActiveRun run;
    private final ProvinceYears provinceYears;
    private final Regions regions;
    private final RunReports reports;

    public Summarise(ActiveRun run, ProvinceYears provinceYears, Regions regions, RunReports reports) {
        this.run = run;
        this.provinceYears = provinceYears;
        this.regions = regions;
        this.reports = reports;
    }

    @Override
    public String name() {
        return "summarise";
    }

    @Override
    public Collection<Integer> keys() throws IOException {
        return reports.plan().years();
    }

    @Override
    public Map<String, ?> describe(Integer year) {
        return Map.of("year", year);
    }

    @Override
    public void work(Integer year) throws IOException {
        List<ProvinceYear> provinces = new ArrayList<>();
        for (ProvinceYearKey key : reports.inputs().provinces(year)) {
            provinceYears.find(key.region(), year).ifPresent(provinces::add);
        }
        YearSummary summary = YearSummary.of(year, provinces, regions);
        // A summary has no vintage of its own; this one grows with each new vintage of a province in it.
        int vintage = provinces.stream().mapToInt(ProvinceYear::vintage).sum();
        List<Report> files = new ArrayList<>();
        for (ReportFormat format : ReportFormat.ofSummaries(reports.writer().formats())) {
            files.add(
                    new Report(format.summaryPath(year), out -> format.summary().write(summary, run.publisher(), out)));
        }
        reports.writer().write(run, null, year, vintage, files).forEach(run::countReport);
    }

    @Override
    public void end() throws IOException {
        for (String path : reports.plan().withdrawn()) {
            reports.writer().withdraw(run, path);
            run.counts().add(Count.WITHDRAWN, 1);
        }
        run.lack(reports.inputs().missingSummaries(run.scope()));
        // In a part of the past the rest is not looked at, and the index is of all.
        boolean same = run.scope().isAll()
                && reports.plan().isEmpty()
                && ReportIndex.isOf(reports.inputs(), run, reports.states());
        if (!same) {
            new ReportIndex(provinceYears, regions, reports.writer()).write(run);
        }
    }
}
