package org.fupin.job.shared;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import org.fupin.job.run.ActiveRun;
import org.fupin.job.run.Progress;
import org.fupin.job.shared.PartitionReport.Made;
import org.fupin.job.step.Render;
import org.fupin.publish.ReportFormat;
import org.fupin.publish.SupersededFiles;
import org.fupin.store.OutputFile;
import org.fupin.warehouse.query.ProvinceYearKey;

/** Reports that workers make. */
public final class SharedRender extends SharedStep<ProvinceYearKey> {

    private final List<ReportFormat> formats;
    private Collection<ProvinceYearKey> keys = List.of();

    public SharedRender(Render render, ActiveRun run, List<ReportFormat> formats, Progress progress) {
        super(render, run, progress);
        this.formats = formats;
    }

    @Override
    public Collection<ProvinceYearKey> keys() throws Exception {
        keys = super.keys();
        return keys;
    }

    @Override
    String conclude(ProvinceYearKey key, PartitionReport report) {
        for (ReportFormat format : formats) {
            String path = format.provinceYearPath(key.region(), key.year());
            boolean made = report.made().stream().map(Made::path).anyMatch(path::equals);
            if (made && !Files.exists(run.out().resolve(path))) {
                return "the folder of outputs of " + report.worker() + " is not that of the run: " + path
                        + " was made there and is not here";
            }
        }
        return "";
    }

    /** What workers that died were in the midst of writing goes. */
    @Override
    public void end() throws Exception {
        for (ProvinceYearKey key : keys) {
            for (ReportFormat format : formats) {
                Path file = Path.of(format.provinceYearPath(key.region(), key.year()));
                clean(run.out().resolve(file));
                clean(run.out().resolve(SupersededFiles.FOLDER).resolve(file));
            }
        }
        super.end();
    }

    private static void clean(Path file) throws IOException {
        OutputFile.removeUnfinished(file.getParent());
    }
}
