package org.fupin.batch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.fupin.batch.Manifest.Input;
import org.fupin.warehouse.ProvinceYearKey;
import org.jspecify.annotations.Nullable;

/**
 * Which reports have to be made: those that are missing or not as the manifest says, and those made from something else
 * than the warehouse holds now, or by another version of the program.
 */
final class RenderPlan {

    private final RunParameters run;
    private final ReportInputs inputs;
    private final List<ReportFormat> formats;
    private final @Nullable Manifest manifest;

    private RenderPlan(
            RunParameters run, ReportInputs inputs, List<ReportFormat> formats, @Nullable Manifest manifest) {
        this.run = run;
        this.inputs = inputs;
        this.formats = formats;
        this.manifest = manifest;
    }

    static RenderPlan of(RunParameters run, ReportInputs inputs, List<ReportFormat> formats) throws IOException {
        Manifest manifest = Manifest.read(run.out())
                .filter(read -> read.software().equals(BuildInfo.version()))
                .orElse(null);
        return new RenderPlan(run, inputs, formats, manifest);
    }

    SortedSet<ProvinceYearKey> provinceYears() throws IOException {
        SortedSet<ProvinceYearKey> toRender = new TreeSet<>();
        for (ProvinceYearKey key : inputs.provinceYears()) {
            for (ReportFormat format : formats) {
                if (isStale(format.provinceYearPath(key.region(), key.year()), inputs.ofProvinceYear(key))) {
                    toRender.add(key);
                }
            }
        }
        return toRender;
    }

    SortedSet<Integer> years() throws IOException {
        SortedSet<Integer> toRender = new TreeSet<>();
        for (int year : inputs.years()) {
            for (ReportFormat format : formats) {
                if (isStale(format.summaryPath(year), inputs.ofSummary(year))) {
                    toRender.add(year);
                }
            }
        }
        return toRender;
    }

    private boolean isStale(String path, List<Input> from) throws IOException {
        if (run.force() || manifest == null) {
            return true;
        }
        Optional<Manifest.Output> output = manifest.output(path);
        Path file = run.out().resolve(path);
        return output.isEmpty()
                || !output.get().inputs().equals(from)
                || !OutputFile.sha256(file).equals(Optional.of(output.get().sha256()));
    }
}
