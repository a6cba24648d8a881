package org.fupin.publish;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.fupin.publish.Manifest.Output;
import org.fupin.publish.OutputStates.Standing;
import org.fupin.report.Publisher;
import org.fupin.settings.RunScope;
import org.fupin.warehouse.query.ProvinceYearKey;
import org.jspecify.annotations.Nullable;

/**
 * Which reports of a run's scope have to be made: those that are missing or not as the manifest says, and those that show
 * something else than the warehouse holds now, or were made by another version of the program, or for another publisher.
 */
public final class RenderPlan {

    private final List<PlannedReport> reports;

    private RenderPlan(List<PlannedReport> reports) {
        this.reports = reports;
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
        Planning planning = new Planning(
                force,
                publisher,
                Manifest.read(out).map(Manifest::byPath).orElse(Map.of()),
                states,
                BuildInfo.version());
        List<PlannedReport> reports = new ArrayList<>();
        for (ReportFormat format : formats) {
            for (ProvinceYearKey key : inputs.provinceYears()) {
                if (scope.includes(key)) {
                    String path = format.provinceYearPath(key.region(), key.year());
                    planning.reason(
                                    path,
                                    inputs.ofProvinceYear(key, format),
                                    earlier -> inputs.isOf(earlier, key, format))
                            .ifPresent(why -> reports.add(new PlannedReport(path, key.region(), key.year(), why)));
                }
            }
        }
        for (ReportFormat format : ReportFormat.ofSummaries(formats)) {
            for (int year : inputs.years()) {
                if (scope.includesYear(year)) {
                    String path = format.summaryPath(year);
                    planning.reason(path, inputs.ofSummary(year), earlier -> inputs.isOf(earlier, year))
                            .ifPresent(why -> reports.add(new PlannedReport(path, null, year, why)));
                }
            }
        }
        reports.sort(Comparator.comparing(PlannedReport::path));
        return new RenderPlan(reports);
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

    private record Planning(
            boolean force, Publisher publisher, Map<String, Output> manifest, OutputStates states, String version) {

        /** @param isOf whether an entry of an earlier version, which lists its inputs, lists those of now */
        Optional<RenderReason> reason(String path, String inputs, Predicate<Output> isOf) throws IOException {
            @Nullable Output output = manifest.get(path);
            if (output == null) {
                return Optional.of(RenderReason.NEW);
            }
            if (output.inputs() != null ? !isOf.test(output) : !inputs.equals(output.inputsSha256())) {
                return Optional.of(RenderReason.CHANGED);
            }
            if (!version.equals(output.software())) {
                return Optional.of(RenderReason.VERSION);
            }
            if (!Objects.equals(publisher.fingerprint(), output.publisher())) {
                return Optional.of(RenderReason.PUBLISHER);
            }
            Optional<String> stands = states.find(path).map(Standing::sha256);
            if (!stands.equals(Optional.of(output.sha256()))) {
                return Optional.of(stands.isEmpty() ? RenderReason.MISSING : RenderReason.ALTERED);
            }
            return force ? Optional.of(RenderReason.FORCED) : Optional.empty();
        }
    }
}
