package org.fupin.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.fupin.job.batch.Work;
import org.fupin.publish.BuildInfo;
import org.fupin.publish.ExpectedReport;
import org.fupin.publish.Manifest;
import org.fupin.publish.Manifest.Input;
import org.fupin.publish.Manifest.Output;
import org.fupin.publish.ReportFormat;
import org.fupin.publish.ReportInputs;
import org.fupin.store.Checkpoint;
import org.fupin.store.OutputFile;
import org.fupin.store.Transactions;
import org.fupin.warehouse.query.ProvinceYears;
import org.jspecify.annotations.Nullable;

/**
 * Writes down what now stands in the folder of the outputs. The last step: reports without an entry are made again.
 *
 * <p>What is out of the run's scope was not looked at: it keeps its entry, which says what it was made from, so that a
 * later run sees what is stale; reports that were never made get none.
 */
final class WriteManifest implements Work<Path> {

    private final ActiveRun run;
    private final ProvinceYears provinceYears;
    private final List<ReportFormat> formats;
    private final Transactions transactions;
    private final Checkpoint checkpoint;

    WriteManifest(
            ActiveRun run,
            ProvinceYears provinceYears,
            List<ReportFormat> formats,
            Transactions transactions,
            Checkpoint checkpoint) {
        this.run = run;
        this.transactions = transactions;
        this.checkpoint = checkpoint;
        this.provinceYears = provinceYears;
        this.formats = List.copyOf(formats);
    }

    @Override
    public String name() {
        return "manifest";
    }

    @Override
    public List<Path> keys() {
        return List.of(run.out().resolve(Manifest.FILE));
    }

    @Override
    public boolean isShown() {
        return false;
    }

    @Override
    public void work(Path file) throws IOException {
        Optional<Manifest> before = Manifest.read(run.out());
        List<Output> outputs = new ArrayList<>();
        for (ExpectedReport report : ReportInputs.of(provinceYears).reports(formats, run.scope())) {
            outputs.add(output(before, report.path(), report.region(), report.year(), report.inputs()));
        }
        before.map(Manifest::outputs).orElse(List.of()).stream()
                .filter(output -> output.year() != null && !output.isIn(run.scope()))
                .forEach(outputs::add);
        if (Files.exists(run.out().resolve(ReportIndex.PATH))) {
            outputs.add(output(before, ReportIndex.PATH, null, null, List.of()));
        }
        outputs.sort(Comparator.comparing(Output::path));
        // Of what was not looked at nothing new is said, the version in the manifest's head neither.
        boolean same = before.isPresent() && before.get().outputs().equals(outputs);
        if (!same) {
            Manifest.Run maker =
                    new Manifest.Run(run.runId(), run.job(), run.period().toString());
            transactions.confirm(run.owner());
            // A report with an entry is not made again: its row must not be lost.
            checkpoint.run();
            Manifest.of(BuildInfo.version(), maker, outputs).write(run.out());
        }
    }

    private Output output(
            Optional<Manifest> before, String path, @Nullable String region, @Nullable Integer year, List<Input> inputs)
            throws IOException {
        Path file = run.out().resolve(path);
        String sha256 = OutputFile.sha256(file)
                .orElseThrow(() -> new IllegalStateException(file + " was made and is not there"));
        long maker = before.flatMap(manifest -> manifest.output(path))
                .filter(output -> output.sha256().equals(sha256))
                .map(Output::run)
                .orElse(run.runId());
        return new Output(
                path,
                sha256,
                Files.size(file),
                region,
                year,
                BuildInfo.version(),
                region == null && year == null ? null : run.publisher().fingerprint(),
                maker,
                inputs);
    }
}
