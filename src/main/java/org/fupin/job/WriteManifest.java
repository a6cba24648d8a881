package org.fupin.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fupin.job.batch.Work;
import org.fupin.publish.BuildInfo;
import org.fupin.publish.Manifest;
import org.fupin.publish.Manifest.Input;
import org.fupin.publish.Manifest.Output;
import org.fupin.publish.OutputStates.Standing;
import org.fupin.publish.ReportFormat;
import org.fupin.publish.ReportInputs;
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
final class WriteManifest implements Work<Path> {

    private final ActiveRun run;
    private final RunReports reports;
    private final ReportStates held;
    private final Transactions transactions;

    /** @param held where is noted how the files lie there */
    WriteManifest(ActiveRun run, RunReports reports, ReportStates held, Transactions transactions) {
        this.run = run;
        this.reports = reports;
        this.held = held;
        this.transactions = transactions;
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
        Map<String, Output> held = new HashMap<>();
        if (before != null) {
            before.outputs().forEach(output -> held.put(output.path(), output));
        }
        List<Output> outputs = outputs(held);
        List<Input> sources = sources(before);
        // Of what was not looked at nothing new is said, the version in the manifest's head neither.
        boolean same = before != null
                && before.outputs().equals(outputs)
                && before.sources().equals(sources);
        if (!same) {
            Manifest.Run maker =
                    new Manifest.Run(run.runId(), run.job(), run.period().toString());
            transactions.confirm(run.owner());
            Manifest.of(BuildInfo.version(), maker, outputs, sources).write(run.out());
        }
        Collection<ReportState> news = reports.states().news();
        if (!news.isEmpty()) {
            transactions.run(run.owner(), () -> this.held.note(news));
        }
    }

    private List<Output> outputs(Map<String, Output> before) throws IOException {
        ReportInputs inputs = reports.inputs();
        List<ReportFormat> formats = reports.writer().formats();
        List<Output> outputs = new ArrayList<>();
        for (ReportFormat format : formats) {
            for (ProvinceYearKey key : inputs.provinceYears()) {
                String path = format.provinceYearPath(key.region(), key.year());
                if (run.scope().includes(key)) {
                    String from = inputs.ofProvinceYear(key, format);
                    outputs.add(output(before.get(path), path, key.region(), key.year(), from));
                } else if (before.containsKey(path)) {
                    outputs.add(before.get(path));
                }
            }
        }
        for (ReportFormat format : ReportFormat.ofSummaries(formats)) {
            for (int year : inputs.years()) {
                String path = format.summaryPath(year);
                if (run.scope().includesYear(year)) {
                    outputs.add(output(before.get(path), path, null, year, inputs.ofSummary(year)));
                } else if (before.containsKey(path)) {
                    outputs.add(before.get(path));
                }
            }
        }
        if (Files.exists(run.out().resolve(ReportIndex.PATH))) {
            outputs.add(output(before.get(ReportIndex.PATH), ReportIndex.PATH, null, null, inputs.ofIndex()));
        }
        outputs.sort(Comparator.comparing(Output::path));
        return outputs;
    }

    /** Of what was not looked at, what was said before; else what is held now, of which at least a summary tells. */
    private List<Input> sources(@Nullable Manifest before) {
        Map<ProvinceYearKey, Input> earlier = new HashMap<>();
        if (before != null) {
            before.sources()
                    .forEach(source -> earlier.put(new ProvinceYearKey(source.region(), source.year()), source));
        }
        List<Input> sources = new ArrayList<>();
        for (ProvinceYearKey key : reports.inputs().provinceYears()) {
            Input now = reports.inputs().input(key);
            if (run.scope().includes(key)) {
                sources.add(now);
            } else if (earlier.containsKey(key)) {
                sources.add(earlier.get(key));
            } else if (run.scope().includesYear(key.year())) {
                sources.add(now);
            }
        }
        return sources;
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
