package org.fupin.publish;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.fupin.publish.Manifest.Input;
import org.fupin.report.Publisher;
import org.fupin.settings.RunScope;
import org.fupin.store.OutputFile;
import org.fupin.warehouse.query.ProvinceYearKey;
import org.jspecify.annotations.Nullable;

/**
 * Which reports of a run's scope have to be made: those that are missing or not as the manifest says, and those made from
 * something else than the warehouse holds now, by another version of
 * the program, or for another publisher.
 */
public final class RenderPlan {

    private final Path out;
    private final boolean force;
    private final RunScope scope;
    private final Publisher publisher;
    private final ReportInputs inputs;
    private final List<ReportFormat> formats;
    private final @Nullable Manifest manifest;

    private RenderPlan(
            Path out,
            boolean force,
            RunScope scope,
            Publisher publisher,
            ReportInputs inputs,
            List<ReportFormat> formats,
            @Nullable Manifest manifest) {
        this.out = out;
        this.force = force;
        this.scope = scope;
        this.publisher = publisher;
        this.inputs = inputs;
        this.formats = formats;
        this.manifest = manifest;
    }

    public static RenderPlan of(OutputRun run, ReportInputs inputs, List<ReportFormat> formats) throws IOException {
        return of(run.out(), run.force(), run.scope(), run.publisher(), inputs, formats);
    }

    public static RenderPlan of(
            Path out,
            boolean force,
            RunScope scope,
            Publisher publisher,
            ReportInputs inputs,
            List<ReportFormat> formats)
            throws IOException {
        return new RenderPlan(
                out,
                force,
                scope,
                publisher,
                inputs,
                formats,
                Manifest.read(out).orElse(null));
    }

    /** Of which the reports have to be made; where one format is stale, all are made. */
    public SortedSet<ProvinceYearKey> provinceYears() throws IOException {
        SortedSet<ProvinceYearKey> toRender = new TreeSet<>();
        for (PlannedReport report : reports()) {
            if (report.region() != null) {
                toRender.add(new ProvinceYearKey(report.region(), report.year()));
            }
        }
        return toRender;
    }

    /** Of which the summaries have to be made. */
    public SortedSet<Integer> years() throws IOException {
        SortedSet<Integer> toRender = new TreeSet<>();
        for (PlannedReport report : reports()) {
            if (report.region() == null) {
                toRender.add(report.year());
            }
        }
        return toRender;
    }

    /** The files that have to be made, by path. */
    public List<PlannedReport> reports() throws IOException {
        List<PlannedReport> reports = new ArrayList<>();
        for (ExpectedReport report : inputs.reports(formats, scope)) {
            reason(report.path(), report.inputs())
                    .ifPresent(
                            why -> reports.add(new PlannedReport(report.path(), report.region(), report.year(), why)));
        }
        return reports;
    }

    /**
     * The files in the run's scope that are there and are no report any more, by path: those of the manifest on what is held no
     * longer, and summaries of years without one, whatever the manifest says.
     */
    public SortedSet<String> withdrawn() {
        SortedSet<String> withdrawn = new TreeSet<>();
        if (manifest != null) {
            manifest.outputs().stream()
                    .filter(output -> output.isIn(scope))
                    .map(Manifest.Output::path)
                    .forEach(withdrawn::add);
        }
        for (MissingSummary missing : inputs.missingSummaries(scope)) {
            ReportFormat.ofSummaries(formats).forEach(format -> withdrawn.add(format.summaryPath(missing.year())));
        }
        inputs.reports(formats, scope).forEach(report -> withdrawn.remove(report.path()));
        withdrawn.removeIf(path -> !Files.exists(out.resolve(path)));
        return withdrawn;
    }

    private Optional<RenderReason> reason(String path, List<Input> from) throws IOException {
        Optional<Manifest.Output> output = manifest == null ? Optional.empty() : manifest.output(path);
        if (output.isEmpty()) {
            return Optional.of(RenderReason.NEW);
        }
        if (!output.get().inputs().equals(from)) {
            return Optional.of(RenderReason.CHANGED);
        }
        if (!BuildInfo.version().equals(output.get().software())) {
            return Optional.of(RenderReason.VERSION);
        }
        if (!Objects.equals(publisher.fingerprint(), output.get().publisher())) {
            return Optional.of(RenderReason.PUBLISHER);
        }
        Optional<String> stands = OutputFile.sha256(out.resolve(path));
        if (!stands.equals(Optional.of(output.get().sha256()))) {
            return Optional.of(stands.isEmpty() ? RenderReason.MISSING : RenderReason.ALTERED);
        }
        return force ? Optional.of(RenderReason.FORCED) : Optional.empty();
    }
}
