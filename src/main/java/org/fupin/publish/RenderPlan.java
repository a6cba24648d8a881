package org.fupin.publish;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.fupin.publish.Manifest.Output;
import org.fupin.publish.OutputStates.Standing;
import org.fupin.report.Publisher;
import org.fupin.settings.RunScope;
import org.fupin.warehouse.query.ProvinceYearKey;

/**
 * Which reports of a run's scope have to be made: those that are missing or not as the manifest says, and those that show
 * something else than the warehouse holds now, or were made by another version of the program, or for another publisher; and
 * which files are no report any more.
 */
public final class RenderPlan {

    private final List<PlannedReport> reports;
    private final SortedSet<String> withdrawn;

    private RenderPlan(List<PlannedReport> reports, SortedSet<String> withdrawn) {
        this.reports = List.copyOf(reports);
        this.withdrawn = Collections.unmodifiableSortedSet(withdrawn);
    }

    /** @param states of the files in the folder of the outputs */
    public static RenderPlan of(OutputRun run, ReportInputs inputs, List<ReportFormat> formats, OutputStates states)
            throws IOException {
        return of(run.out(), run.force(), run.scope(), run.publisher(), inputs, formats, states);
    }

    public static RenderPlan of(
            Path out,
            boolean force,
            RunScope scope,
            Publisher publisher,
            ReportInputs inputs,
            List<ReportFormat> formats,
            OutputStates states)
            throws IOException {
        Map<String, Output> manifest = Manifest.read(out).map(Manifest::byPath).orElse(Map.of());
        List<ExpectedReport> expected = inputs.reports(formats, scope);
        Planning planning = new Planning(force, publisher, inputs, manifest, states, BuildInfo.version());
        List<PlannedReport> reports = new ArrayList<>();
        for (ExpectedReport report : expected) {
            planning.reason(report)
                    .ifPresent(
                            why -> reports.add(new PlannedReport(report.path(), report.region(), report.year(), why)));
        }
        SortedSet<String> withdrawn = new TreeSet<>();
        manifest.values().stream()
                .filter(output -> output.isIn(scope))
                .map(Output::path)
                .forEach(withdrawn::add);
        for (MissingSummary missing : inputs.missingSummaries(scope)) {
            ReportFormat.ofSummaries(formats).forEach(format -> withdrawn.add(format.summaryPath(missing.year())));
        }
        expected.forEach(report -> withdrawn.remove(report.path()));
        withdrawn.removeIf(path -> !Files.exists(out.resolve(path)));
        return new RenderPlan(reports, withdrawn);
    }

    /** Of which the reports have to be made; where one format is stale, all are made. */
    public SortedSet<ProvinceYearKey> provinceYears() {
        SortedSet<ProvinceYearKey> toRender = new TreeSet<>();
        for (PlannedReport report : reports) {
            if (report.region() != null) {
                toRender.add(new ProvinceYearKey(report.region(), report.year()));
            }
        }
        return toRender;
    }

    /** Of which the summaries have to be made. */
    public SortedSet<Integer> years() {
        SortedSet<Integer> toRender = new TreeSet<>();
        for (PlannedReport report : reports) {
            if (report.region() == null) {
                toRender.add(report.year());
            }
        }
        return toRender;
    }

    /** The files that have to be made, by path. */
    public List<PlannedReport> reports() {
        return reports;
    }

    /**
     * The files in the run's scope that are there and are no report any more, by path: those of the manifest on what is held no
     * longer, and summaries of years without one, whatever the manifest says.
     */
    public SortedSet<String> withdrawn() {
        return withdrawn;
    }

    /** Whether all is as it should be. */
    public boolean isEmpty() {
        return reports.isEmpty() && withdrawn.isEmpty();
    }

    private record Planning(
            boolean force,
            Publisher publisher,
            ReportInputs inputs,
            Map<String, Output> manifest,
            OutputStates states,
            String version) {

        Optional<RenderReason> reason(ExpectedReport report) throws IOException {
            Output output = manifest.get(report.path());
            if (output == null) {
                return Optional.of(RenderReason.NEW);
            }
            if (!inputs.isMade(report, output)) {
                return Optional.of(RenderReason.CHANGED);
            }
            if (!version.equals(output.software())) {
                return Optional.of(RenderReason.VERSION);
            }
            if (!Objects.equals(publisher.fingerprint(), output.publisher())) {
                return Optional.of(RenderReason.PUBLISHER);
            }
            Optional<String> stands = states.find(report.path()).map(Standing::sha256);
            if (!stands.equals(Optional.of(output.sha256()))) {
                return Optional.of(stands.isEmpty() ? RenderReason.MISSING : RenderReason.ALTERED);
            }
            return force ? Optional.of(RenderReason.FORCED) : Optional.empty();
        }
    }
}
