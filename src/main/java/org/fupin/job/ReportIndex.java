package org.fupin.job;

import java.io.IOException;
import org.fupin.publish.IndexLines;
import org.fupin.publish.ReportWriter;
import org.fupin.reference.Regions;
import org.fupin.warehouse.query.ProvinceYears;

/** Makes the index of all reports, which is one of everything that the warehouse holds, whatever the run's scope is. */
final class ReportIndex {

    /** Relative to the folder of the outputs. */
    static final String PATH = IndexLines.PATH;

    private final ProvinceYears provinceYears;
    private final Regions regions;
    private final ReportWriter reports;

    ReportIndex(ProvinceYears provinceYears, Regions regions, ReportWriter reports) {
        this.provinceYears = provinceYears;
        this.regions = regions;
        this.reports = reports;
    }

    void write(ActiveRun run) throws IOException {
        IndexLines lines = new IndexLines(regions, reports.formats());
        provinceYears.counts().forEach(lines::add);
        reports.writeIndex(run, PATH, out -> lines.write(run.out(), "", out));
    }
}
