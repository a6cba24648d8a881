package org.fupin.job.step;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.fupin.job.run.ActiveRun;
import org.fupin.publish.ReportFormat;
import org.fupin.publish.ReportSource;
import org.fupin.publish.ReportWriter.Report;
import org.fupin.report.ProvinceYearReport;
import org.fupin.warehouse.query.ProvinceYearKey;

/** Makes the reports of provinces and years. */
public final class Render implements ProvinceYearWork {

    public static final String NAME = "render";

    private final ActiveRun run;
    private final ReportSource source;
    private final RunReports reports;

    public Render(ActiveRun run, ReportSource source, RunReports reports) {
        this.run = run;
        this.source = source;
        this.reports = reports;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Collection<ProvinceYearKey> keys() throws IOException {
        return reports.plan().provinceYears();
    }

    @Override
    public void work(ProvinceYearKey key) throws IOException {
        ProvinceYearReport report = source.report(key);
        List<Report> files = new ArrayList<>();
        for (ReportFormat format : reports.writer().formats()) {
            files.add(new Report(format.provinceYearPath(key.region(), key.year()), out -> format.provinceYear()
                    .write(report, run.publisher(), out)));
        }
        reports.writer()
                .write(run, key.region(), key.year(), report.vintage(), files)
                .forEach(run::countReport);
    }
}
