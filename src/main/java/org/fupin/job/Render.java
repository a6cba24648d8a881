package org.fupin.job;

import java.io.IOException;
import java.util.Collection;
import org.fupin.publish.RenderPlan;
import org.fupin.publish.ReportFormat;
import org.fupin.publish.ReportInputs;
import org.fupin.publish.ReportSource;
import org.fupin.publish.ReportWriter;
import org.fupin.report.ProvinceYearReport;
import org.fupin.warehouse.query.ProvinceYearKey;
import org.fupin.warehouse.query.ProvinceYears;

/** Makes the reports of provinces and years. */
final class Render implements ProvinceYearWork {

    static final String NAME = "render";

    private final ActiveRun run;
    private final ProvinceYears provinceYears;
    private final ReportSource source;
    private final ReportWriter reports;

    Render(ActiveRun run, ProvinceYears provinceYears, ReportSource source, ReportWriter reports) {
        this.run = run;
        this.provinceYears = provinceYears;
        this.source = source;
        this.reports = reports;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Collection<ProvinceYearKey> keys() throws IOException {
        return RenderPlan.of(run, ReportInputs.of(provinceYears), reports.formats())
                .provinceYears();
    }

    @Override
    public void work(ProvinceYearKey key) throws IOException {
        ProvinceYearReport report = source.report(key);
        for (ReportFormat format : reports.formats()) {
            String path = format.provinceYearPath(key.region(), key.year());
            run.countReport(
                    reports.write(run, path, key.region(), key.year(), report.vintage(), out -> format.provinceYear()
                            .write(report, run.publisher(), out)));
        }
    }
}
