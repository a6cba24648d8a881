package org.fupin.publish;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.fupin.observation.Region;
import org.fupin.reference.Regions;
import org.fupin.report.ProvinceYearReport;
import org.fupin.report.page.IndexPage;
import org.fupin.report.page.IndexPage.Line;
import org.fupin.report.page.IndexPage.Link;
import org.fupin.warehouse.query.ProvinceYearCounts;
import org.fupin.warehouse.query.ProvinceYearKey;

/** The index of the reports in a folder: a line for each province and year, with links to the files that are there. */
public final class IndexLines {

    /** Relative to the folder. */
    public static final String PATH = "index.html";

    private final Regions regions;
    private final List<ReportFormat> formats;
    private final IndexPage page = new IndexPage();
    private final SortedMap<ProvinceYearKey, Line> lines = new TreeMap<>();

    public IndexLines(Regions regions, List<ReportFormat> formats) {
        this.regions = regions;
        this.formats = List.copyOf(formats);
    }

    public void add(ProvinceYearCounts count) {
        lines.put(
                count.key(),
                new Line(
                        regions.region(count.key().region()),
                        count.key().year(),
                        count.edition().toString(),
                        Line.state(count.vintage(), count.revised(), count.reading()),
                        count.figures(),
                        count.doubtful(),
                        count.errors(),
                        count.warnings(),
                        "",
                        List.of()));
    }

    public void add(ProvinceYearReport report) {
        lines.put(
                new ProvinceYearKey(report.region().code(), report.year()),
                new Line(
                        report.region(),
                        report.year(),
                        report.edition().toString(),
                        Line.state(
                                report.vintage(),
                                !report.isProvisional(),
                                report.origin().isReading()),
                        report.figures().size(),
                        (int) report.doubtful(),
                        report.coverage().errors(),
                        report.coverage().warnings(),
                        "",
                        List.of()));
    }

    /**
     * @param folder of the reports
     * @param note that they are past editions, without a full stop; empty if they are not
     */
    public void write(Path folder, String note, OutputStream out) throws IOException {
        List<Line> ordered = new ArrayList<>();
        Map<Integer, List<Link>> summaries = new TreeMap<>();
        for (Region region : regions.all()) {
            lines.forEach((key, line) -> {
                if (key.region().equals(region.code())) {
                    ordered.add(linked(folder, key, line));
                    summaries.computeIfAbsent(key.year(), year -> summaries(folder, year));
                }
            });
        }
        page.write(ordered, summaries, note, out);
    }

    private Line linked(Path folder, ProvinceYearKey key, Line line) {
        String reviewed = "";
        List<Link> links = new ArrayList<>();
        for (ReportFormat format : formats) {
            String path = format.provinceYearPath(key.region(), key.year());
            if (Files.exists(folder.resolve(path))) {
                if (format.isPage()) {
                    reviewed = path;
                } else if (!format.label().isEmpty()) {
                    links.add(new Link(format.label(), path));
                }
            }
        }
        return line.leadingTo(reviewed, links);
    }

    private List<Link> summaries(Path folder, int year) {
        return ReportFormat.ofSummaries(formats).stream()
                .filter(format -> Files.exists(folder.resolve(format.summaryPath(year))))
                .map(format -> new Link("Summary of the year, " + format.label(), format.summaryPath(year)))
                .toList();
    }
}
