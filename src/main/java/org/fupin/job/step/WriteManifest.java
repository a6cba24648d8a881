package org.fupin.job.step;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.fupin.job.batch.Work;
import org.fupin.job.run.ActiveRun;
import org.fupin.publish.BuildInfo;
import org.fupin.publish.ExpectedReport;
import org.fupin.publish.Manifest;
import org.fupin.publish.Manifest.Input;
import org.fupin.publish.Manifest.Output;
import org.fupin.publish.OutputStates.Standing;
import org.fupin.publish.ReportInputs;
import org.fupin.store.Checkpoint;
import org.fupin.store.Transactions;
import org.fupin.warehouse.ledger.ReportState;
import org.fupin.warehouse.ledger.ReportStates;
import org.fupin.warehouse.query.ProvinceYearKey;
import org.jspecify.annotations.Nullable;

/**
 * Writes down what now stands in the folder of the outputs. The last step: reports without an entry are made again.
 *
 * <p>What is out of the run's scope was not looked at: it keeps its entry, which says what it was made from, so that a
 * later run sees what is stale; reports that were never made get none.
 */
public final class WriteManifest implements Work<Path> {

    private final ActiveRun run;
    private final RunReports reports;
    private final ReportStates held;
    private final Transactions transactions;
    private final Checkpoint checkpoint;

    /** @param held where is noted how the files lie there */
    public WriteManifest(
            ActiveRun run, RunReports reports, ReportStates held, Transactions transactions, Checkpoint checkpoint) {
        this.run = run;
        this.reports = reports;
        this.held = held;
        this.transactions = transactions;
        this.checkpoint = checkpoint;
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
        Manifest before = Manifest.read(run.out()).orElse(null);
        List<Output> outputs = outputs(before == null ? List.of() : before.outputs());
        List<Input> sources = sources(before == null ? List.of() : before.sources());
        // Of what was not looked at nothing new is said, the version in the manifest's head neither.
        boolean same = before != null
                && before.outputs().equals(outputs)
                && before.sources().equals(sources);
        Collection<ReportState> news = reports.states().news();
        if (!news.isEmpty()) {
            transactions.run(run.owner(), () -> held.note(news));
        }
        if (!same) {
            Manifest.Run maker =
                    new Manifest.Run(run.runId(), run.job(), run.period().toString());
            transactions.confirm(run.owner());
            // A report with an entry is not made again: its row must not be lost.
            checkpoint.run();
            Manifest.of(BuildInfo.version(), maker, outputs, sources).write(run.out());
        }
    }

    private List<Output> outputs(List<Output> before) throws IOException {
        Map<String, Output> held = new HashMap<>();
        before.forEach(output -> held.put(output.path(), output));
        ReportInputs inputs = reports.inputs();
        List<Output> outputs = new ArrayList<>();
        for (ExpectedReport report : inputs.reports(reports.writer().formats(), run.scope())) {
            outputs.add(output(
                    held.get(report.path()), report.path(), report.region(), report.year(), report.inputsSha256()));
        }
        before.stream()
                .filter(output -> output.year() != null && !output.isIn(run.scope()))
                .forEach(outputs::add);
        if (Files.exists(run.out().resolve(ReportIndex.PATH))) {
            outputs.add(output(held.get(ReportIndex.PATH), ReportIndex.PATH, null, null, inputs.ofIndex()));
        }
        outputs.sort(Comparator.comparing(Output::path));
        return outputs;
    }

    /** Of what was not looked at, what was said before; else what is held now, of which at least a summary tells. */
    private List<Input> sources(List<Input> before) {
        SortedMap<ProvinceYearKey, Input> sources = new TreeMap<>();
        for (ProvinceYearKey key : reports.inputs().provinceYears()) {
            if (run.scope().includesYear(key.year())) {
                sources.put(key, reports.inputs().input(key));
            }
        }
        for (Input source : before) {
            ProvinceYearKey key = new ProvinceYearKey(source.region(), source.year());
            if (!run.scope().includes(key)) {
                sources.put(key, source);
            }
        }
        return List.copyOf(sources.values());
    }

    private Output output(
            @Nullable Output before, String path, @Nullable String region, @Nullable Integer year, String from)
            throws IOException {
        Standing file = reports.states()
                .find(path)
                .orElseThrow(() -> new IllegalStateException(run.out().resolve(path) + " was made and is not there"));
        return new Output(
                path,
                file.sha256(),
                file.bytes(),
                region,
                year,
                BuildInfo.version(),
                region == null && year == null ? null : run.publisher().fingerprint(),
                before != null && before.sha256().equals(file.sha256()) ? before.run() : run.runId(),
                null,
                from);
    }
}
