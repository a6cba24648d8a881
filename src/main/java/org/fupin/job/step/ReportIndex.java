package org.fupin.job.step;

import java.io.IOException;
import org.fupin.job.run.ActiveRun;
import org.fupin.publish.BuildInfo;
import org.fupin.publish.IndexLines;
import org.fupin.publish.Manifest;
import org.fupin.publish.Manifest.Output;
import org.fupin.publish.OutputStates;
import org.fupin.publish.ReportInputs;
import org.fupin.publish.ReportWriter;
import org.fupin.reference.Regions;
import org.fupin.warehouse.query.ProvinceYears;

/** Makes the index of all reports, which is one of everything that the warehouse holds, whatever the run's scope is. */
public final class ReportIndex {

    /** Relative to the folder of the outputs. */
    public static final String PATH = IndexLines.PATH;

    private final ProvinceYears provinceYears;
    private final Regions regions;
    private final ReportWriter reports;

    ReportIndex(ProvinceYears provinceYears, Regions regions, ReportWriter reports) {
        this.provinceYears = provinceYears;
        this.regions = regions;
        this.reports = reports;
    }

    /** Whether the index that is there shows what is held now, as long as all reports are there. */
    static boolean isOf(ReportInputs inputs, ActiveRun run, OutputStates states) throws IOException {
        Output index = Manifest.read(run.out())
                .flatMap(manifest -> manifest.output(PATH))
                .orElse(null);
        return index != null
                && inputs.ofIndex().equals(index.inputsSha256())
                && BuildInfo.version().equals(index.software())
                && states.find(PATH)
                        .filter(file -> file.sha256().equals(index.sha256()))
                        .isPresent();
    }

    void write(ActiveRun run) throws IOException {
        IndexLines lines = new IndexLines(regions, reports.formats());
        provinceYears.counts().forEach(lines::add);
        reports.writeIndex(run, PATH, out -> lines.write(run.out(), "", out));
    }
}
