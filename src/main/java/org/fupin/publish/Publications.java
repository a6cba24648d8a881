package org.fupin.publish;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import org.fupin.delivery.compose.DeliveryFile;
import org.fupin.delivery.compose.Publication;
import org.fupin.delivery.compose.ReportNotice;
import org.fupin.delivery.compose.ReportNotice.CheckCounts;
import org.fupin.delivery.compose.SummaryNotice;
import org.fupin.delivery.recipients.BodyLanguage;
import org.fupin.observation.Sha256;
import org.fupin.publish.notice.NoticeContent;
import org.fupin.reference.Regions;
import org.fupin.settings.RunScope;
import org.fupin.warehouse.query.ProvinceYearKey;
import org.jspecify.annotations.Nullable;

/** Tells the delivery what stands in the folder of the outputs. */
public final class Publications {

    private final ReportSource reports;
    private final Regions regions;

    public Publications(ReportSource reports, Regions regions) {
        this.reports = reports;
        this.regions = regions;
    }

    /** What the manifest lists, as far as it is in the run's scope. Reports are looked into only when one asks. */
    public Publication of(OutputRun run) throws IOException {
        Collected collected = new Collected(run.scope(), regions);
        for (Manifest.Output output : outputs(run.out())) {
            collected.add(
                    output.region(),
                    output.year(),
                    file(output),
                    output.inputs().size());
        }
        return collected.publication((key, language) ->
                NoticeContent.of(reports.report(key), language, ReportFormat.pagePath(key.region(), key.year())));
    }

    /**
     * What there will be once some reports are made, and others withdrawn: the content of the former is not known yet, but that
     * it is another one.
     */
    public static Publication planned(
            Path out, RunScope scope, List<PlannedReport> planned, Set<String> withdrawn, YearMonth period)
            throws IOException {
        Map<String, PlannedReport> toMake = new TreeMap<>();
        planned.stream()
                .filter(report -> report.reason().makesAnother())
                .forEach(report -> toMake.put(report.path(), report));
        Collected collected = new Collected(scope, Regions.load());
        for (Manifest.Output output : outputs(out)) {
            if (!toMake.containsKey(output.path()) && !withdrawn.contains(output.path())) {
                collected.add(
                        output.region(),
                        output.year(),
                        file(output),
                        output.inputs().size());
            }
        }
        toMake.values()
                .forEach(report -> collected.add(
                        report.region(),
                        report.year(),
                        new DeliveryFile(
                                report.path(),
                                Sha256.of(report.path().getBytes(StandardCharsets.UTF_8)),
                                0,
                                ReportFormat.mediaType(report.path())),
                        0));
        ReportNotice.Content unknown =
                new ReportNotice.Content(period, 1, "", List.of(), new CheckCounts(0, 0, 0), null, List.of());
        return collected.publication((key, language) -> unknown);
    }

    /** The reports and summaries: the index goes to nobody. */
    private static List<Manifest.Output> outputs(Path out) throws IOException {
        return Manifest.read(out).map(Manifest::outputs).orElse(List.of()).stream()
                .filter(output -> output.year() != null)
                .toList();
    }

    private static DeliveryFile file(Manifest.Output output) {
        return new DeliveryFile(output.path(), output.sha256(), output.bytes(), ReportFormat.mediaType(output.path()));
    }

    /** Files by what they are about. */
    private static final class Collected {

        private final RunScope scope;
        private final Regions regions;
        private final Map<ProvinceYearKey, List<DeliveryFile>> byProvinceYear = new TreeMap<>();
        private final Map<Integer, List<DeliveryFile>> byYear = new TreeMap<>();
        private final Map<Integer, Integer> provinces = new TreeMap<>();

        Collected(RunScope scope, Regions regions) {
            this.scope = scope;
            this.regions = regions;
        }

        /** @param region null for a summary, which is over so many {@code inputs} */
        void add(@Nullable String region, int year, DeliveryFile file, int inputs) {
            if (region == null) {
                if (scope.includesYear(year)) {
                    byYear.computeIfAbsent(year, any -> new ArrayList<>()).add(file);
                    provinces.put(year, inputs);
                }
            } else if (scope.includes(new ProvinceYearKey(region, year))) {
                byProvinceYear
                        .computeIfAbsent(new ProvinceYearKey(region, year), any -> new ArrayList<>())
                        .add(file);
            }
        }

        Publication publication(BiFunction<ProvinceYearKey, BodyLanguage, ReportNotice.Content> content) {
            record Told(ProvinceYearKey key, BodyLanguage language) {}
            Map<Told, ReportNotice.Content> known = new HashMap<>();
            List<ReportNotice> notices = new ArrayList<>();
            byProvinceYear.forEach((key, files) -> notices.add(new ReportNotice(
                    regions.region(key.region()),
                    key.year(),
                    files,
                    language -> known.computeIfAbsent(
                            new Told(key, language), told -> content.apply(told.key(), told.language())))));
            List<SummaryNotice> summaries = new ArrayList<>();
            byYear.forEach(
                    (year, files) -> summaries.add(new SummaryNotice(year, provinces.getOrDefault(year, 0), files)));
            return new Publication(scope.isAll(), notices, summaries);
        }
    }
}
