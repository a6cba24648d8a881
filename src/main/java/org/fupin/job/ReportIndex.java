package org.fupin.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.fupin.observation.Region;
import org.fupin.publish.BuildInfo;
import org.fupin.publish.Manifest;
import org.fupin.publish.Manifest.Output;
import org.fupin.publish.OutputStates;
import org.fupin.publish.ReportFormat;
import org.fupin.publish.ReportInputs;
import org.fupin.publish.ReportWriter;
import org.fupin.reference.Regions;
import org.fupin.report.page.IndexPage;
import org.fupin.report.page.IndexPage.Line;
import org.fupin.report.page.IndexPage.Link;
import org.fupin.warehouse.query.ProvinceYearCounts;
import org.fupin.warehouse.query.ProvinceYearKey;
import org.fupin.warehouse.query.ProvinceYears;

/**
 * Makes the index of all reports, which is one of everything that the warehouse holds, whatever the run's scope is. It links to
 * the files that are there.
 */
final class ReportIndex {

    /** Relative to the folder of the outputs. */
    static final String PATH = "index.html";

    private final ProvinceYears provinceYears;
    private final Regions regions;
    private final ReportWriter reports;
    private final IndexPage page = new IndexPage();

    ReportIndex(ProvinceYears provinceYears, Regions regions, ReportWriter reports) {
        this.provinceYears = provinceYears;
        this.regions = regions;
        this.reports = reports;
    }

    /** Whether the index that is there shows what is held now, as long as all reports are there. */
    static boolean isOf(ReportInputs inputs, ActiveRun run, OutputStates states) throws IOException {
        Output index = Manifest.read(run.out())
                .flatMap(manifest -> manifest.output(PATH))
                .orElse(null);
        return index != null
                && inputs.ofIndex().equals(index.inputsSha256())
                && BuildInfo.version().equals(index.software())
                && states.find(PATH)
                        .filter(file -> file.sha256().equals(index.sha256()))
                        .isPresent();
    }

    void write(ActiveRun run) throws IOException {
        List<ProvinceYearCounts> counts = provinceYears.counts();
        Map<ProvinceYearKey, Line> lines = new LinkedHashMap<>();
        Map<Integer, List<Link>> summaries = new TreeMap<>();
        Map<String, Region> known = new LinkedHashMap<>();
        regions.all().forEach(region -> known.put(region.code(), region));
        for (ProvinceYearCounts count : counts) {
            ProvinceYearKey key = count.key();
            lines.put(key, line(run.out(), count, known.get(key.region())));
            summaries.computeIfAbsent(key.year(), year -> summaries(run.out(), year));
        }
        List<Line> ordered = new ArrayList<>();
        for (Region region : regions.all()) {
            lines.forEach((key, line) -> {
                if (key.region().equals(region.code())) {
                    ordered.add(line);
                }
            });
        }
        reports.writeIndex(run, PATH, out -> page.write(ordered, summaries, out));
    }

    private Line line(Path out, ProvinceYearCounts count, Region region) {
        String reviewed = "";
        List<Link> links = new ArrayList<>();
        for (ReportFormat format : reports.formats()) {
            String path =
                    format.provinceYearPath(count.key().region(), count.key().year());
            if (Files.exists(out.resolve(path))) {
                if (format.isPage()) {
                    reviewed = path;
                } else if (!format.label().isEmpty()) {
                    links.add(new Link(format.label(), path));
                }
            }
        }
        return new Line(
                region,
                count.key().year(),
                count.vintage(),
                count.edition().toString(),
                count.figures(),
                count.doubtful(),
                count.errors(),
                count.warnings(),
                reviewed,
                links);
    }

    private List<Link> summaries(Path out, int year) {
        return ReportFormat.ofSummaries(reports.formats()).stream()
                .filter(format -> Files.exists(out.resolve(format.summaryPath(year))))
                .map(format -> new Link("Summary of the year, " + format.label(), format.summaryPath(year)))
                .toList();
    }
}
