package org.fupin.job;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.fupin.job.batch.Work;
import org.fupin.observation.edition.ProvinceYear;
import org.fupin.publish.RenderPlan;
import org.fupin.publish.ReportFormat;
import org.fupin.publish.ReportInputs;
import org.fupin.publish.ReportWriter;
import org.fupin.reference.Regions;
import org.fupin.report.YearSummary;
import org.fupin.warehouse.query.ProvinceYearKey;
import org.fupin.warehouse.query.ProvinceYears;

/** Makes the summaries of the years over all provinces, withdraws what is no report any more, and makes the index of all reports. */
final class Summarise implements Work<Integer> {

    private final ActiveRun run;
    private final ProvinceYears provinceYears;
    private final Regions regions;
    private final ReportWriter reports;

    Summarise(ActiveRun run, ProvinceYears provinceYears, Regions regions, ReportWriter reports) {
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
        return plan(ReportInputs.of(provinceYears)).years();
    }

    @Override
    public Map<String, ?> describe(Integer year) {
        return Map.of("year", year);
    }

    @Override
    public void work(Integer year) throws IOException {
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
            run.countReport(reports.write(run, format.summaryPath(year), null, year, vintage, out -> format.summary()
                    .write(summary, run.publisher(), out)));
        }
    }

    @Override
    public void end() throws IOException {
        ReportInputs inputs = ReportInputs.of(provinceYears);
        for (String path : plan(inputs).withdrawn()) {
            reports.withdraw(run, path);
            run.counts().add(Count.WITHDRAWN, 1);
        }
        run.lack(inputs.missingSummaries(run.scope()));
        new ReportIndex(provinceYears, regions, reports).write(run);
    }

    private RenderPlan plan(ReportInputs inputs) throws IOException {
        return RenderPlan.of(run, inputs, reports.formats());
    }
}
