package org.fupin.batch;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.fupin.delivery.DeliveryFile;
import org.fupin.delivery.Publication;
import org.fupin.delivery.ReportNotice;
import org.fupin.delivery.ReportNotice.CheckCounts;
import org.fupin.delivery.ReportNotice.HeadlineFigure;
import org.fupin.delivery.ReportNotice.RevisedFigure;
import org.fupin.delivery.SummaryNotice;
import org.fupin.observation.Observation;
import org.fupin.reference.Regions;
import org.fupin.report.Coverage;
import org.fupin.report.FigureText;
import org.fupin.report.Flag;
import org.fupin.report.Headline;
import org.fupin.report.ProvinceYearReport;
import org.fupin.report.RevisionLine;
import org.fupin.warehouse.ProvinceYearKey;
import org.jspecify.annotations.Nullable;

/** Tells the delivery what stands in the folder of the outputs. */
final class Publications {

    private final ReportSource reports;
    private final Regions regions;
    private final Map<String, String> mediaTypes;

    Publications(ReportSource reports, Regions regions, List<ReportFormat> formats) {
        this.reports = reports;
        this.regions = regions;
        this.mediaTypes = formats.stream().collect(Collectors.toMap(ReportFormat::ending, ReportFormat::mediaType));
    }

    /** What the manifest lists, as far as it is in the run's scope. Reports are looked into only when one asks. */
    Publication of(RunParameters run) throws IOException {
        Map<ProvinceYearKey, List<DeliveryFile>> byProvinceYear = new TreeMap<>();
        Map<Integer, List<DeliveryFile>> byYear = new TreeMap<>();
        Map<Integer, Long> provinces = new TreeMap<>();
        Optional<Manifest> manifest = Manifest.read(run.out());
        for (Manifest.Output output : manifest.map(Manifest::outputs).orElse(List.of())) {
            if (output.region() == null) {
                if (run.scope().includesYear(output.year())) {
                    byYear.computeIfAbsent(output.year(), year -> new ArrayList<>())
                            .add(file(output));
                    provinces.put(output.year(), (long) output.inputs().size());
                }
            } else {
                ProvinceYearKey key = new ProvinceYearKey(output.region(), output.year());
                if (run.scope().includes(key)) {
                    byProvinceYear
                            .computeIfAbsent(key, any -> new ArrayList<>())
                            .add(file(output));
                }
            }
        }
        List<ReportNotice> notices = new ArrayList<>();
        byProvinceYear.forEach((key, files) -> notices.add(
                new ReportNotice(regions.region(key.region()), key.year(), files, () -> content(reports.report(key)))));
        List<SummaryNotice> summaries = new ArrayList<>();
        byYear.forEach((year, files) ->
                summaries.add(new SummaryNotice(year, Math.toIntExact(provinces.getOrDefault(year, 0L)), files)));
        return new Publication(run.scope().isAll(), notices, summaries);
    }

    private DeliveryFile file(Manifest.Output output) {
        String ending = output.path().substring(output.path().lastIndexOf('.') + 1);
        return new DeliveryFile(
                output.path(),
                output.sha256(),
                output.bytes(),
                mediaTypes.getOrDefault(ending, "application/octet-stream"));
    }

    private static ReportNotice.Content content(ProvinceYearReport report) {
        Coverage coverage = report.coverage();
        return new ReportNotice.Content(
                report.edition(),
                report.vintage(),
                report.headlines().stream()
                        .filter(Headline::isAvailable)
                        .map(headline -> new HeadlineFigure(
                                headline.indicator().label(), headline.text(), Flag.marks(headline.flags())))
                        .toList(),
                new CheckCounts(coverage.errors(), coverage.warnings(), coverage.checksHolding()),
                report.revisions().stream().map(Publications::revised).toList());
    }

    private static RevisedFigure revised(RevisionLine line) {
        Observation named = line.after() == null ? line.before() : line.after();
        return new RevisedFigure(named == null ? "" : named.item(), amount(line.before()), amount(line.after()));
    }

    private static String amount(@Nullable Observation observation) {
        return observation == null ? "" : FigureText.of(observation);
    }
}
