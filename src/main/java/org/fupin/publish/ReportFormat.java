package org.fupin.publish;

import java.io.IOException;
import java.io.OutputStream;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.fupin.observation.Lazy;
import org.fupin.report.ProvinceYearReport;
import org.fupin.report.Publisher;
import org.fupin.report.YearSummary;
import org.fupin.report.data.DataFile;
import org.fupin.report.data.DataFiles;
import org.fupin.report.data.DataPackage;
import org.fupin.report.excel.ProvinceYearWorkbook;
import org.fupin.report.excel.YearSummaryWorkbook;
import org.fupin.report.page.ProvinceYearPage;
import org.fupin.report.pdf.ProvinceYearPdf;
import org.fupin.report.pdf.YearSummaryPdf;
import org.jspecify.annotations.Nullable;

/**
 * A format that reports are made in. The same report and publisher give the same bytes.
 *
 * @param label for people, in the index of all reports; empty for a file that another one leads to
 * @param fileName of a report, {@code %s} standing for its region and year, such as {@code CN-GS-2012}
 * @param earlierYears whether a report shows the years before, so that it is made again with them
 * @param summary null for a format that years have no summary in
 */
public record ReportFormat(
        String label,
        String fileName,
        boolean earlierYears,
        Renderer<ProvinceYearReport> provinceYear,
        @Nullable Renderer<YearSummary> summary) {

    private static final String PAGE = "%s.html";

    /** As registered with IANA, by ending. Known without making the renderers, which takes a while. */
    private static final Map<String, String> MEDIA_TYPES = Map.of(
            "xlsx",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "pdf",
            "application/pdf",
            "html",
            "text/html",
            "csv",
            "text/csv",
            "json",
            "application/json");

    /** Lays out a report; several threads may use it at once. */
    @FunctionalInterface
    public interface Renderer<T> {
        void write(T report, Publisher publisher, OutputStream out) throws IOException;
    }

    /** All formats there are. */
    public static List<ReportFormat> all() {
        return List.of(
                new ReportFormat(
                        "Workbook",
                        "%s.xlsx",
                        true,
                        lazily(ProvinceYearReport::edition, () -> new ProvinceYearWorkbook()::write),
                        lazily(YearSummary::edition, () -> new YearSummaryWorkbook()::write)),
                new ReportFormat(
                        "PDF",
                        "%s.pdf",
                        true,
                        lazily(ProvinceYearReport::edition, () -> new ProvinceYearPdf()::write),
                        lazily(YearSummary::edition, () -> new YearSummaryPdf()::write)),
                new ReportFormat("", PAGE, false, lazily(ProvinceYearReport::edition, ReportFormat::page), null),
                data("CSV", DataFiles.OBSERVATIONS),
                data("SDMX-CSV", DataFiles.SDMX),
                data("", DataFiles.CODES_FILE),
                new ReportFormat(
                        "",
                        "datapackage.json",
                        false,
                        lazily(ProvinceYearReport::edition, () -> new DataPackage()::write),
                        null));
    }

    /** Layouts take a while to make, and most runs need none. */
    private static <T> Renderer<T> lazily(Function<T, YearMonth> edition, Supplier<Renderer<T>> maker) {
        Lazy<Renderer<T>> renderer = new Lazy<>(maker);
        return (report, publisher, out) -> renderer.get().write(report, publisher.in(edition.apply(report)), out);
    }

    private static Renderer<ProvinceYearReport> page() {
        ProvinceYearPage page = new ProvinceYearPage();
        return (report, publisher, out) -> page.write(report, out);
    }

    private static ReportFormat data(String label, DataFile<?> file) {
        return new ReportFormat(
                label, "%s" + file.ending(), false, (report, publisher, out) -> file.write(report, out), null);
    }

    /** The media type of a report file. */
    static String mediaType(String path) {
        return MEDIA_TYPES.getOrDefault(path.substring(path.lastIndexOf('.') + 1), "application/octet-stream");
    }

    /** Those of the formats that years have a summary in. */
    public static List<ReportFormat> ofSummaries(List<ReportFormat> formats) {
        return formats.stream().filter(format -> format.summary() != null).toList();
    }

    /** Whether it is the page at which a report is reviewed. */
    public boolean isPage() {
        return fileName.equals(PAGE);
    }

    /** Where the report of a province and year stands, relative to the folder of the outputs. */
    public String provinceYearPath(String region, int year) {
        return path(fileName, region, year);
    }

    /** Where the review page of a province and year stands, relative to the folder of the outputs. */
    static String pagePath(String region, int year) {
        return path(PAGE, region, year);
    }

    private static String path(String fileName, String region, int year) {
        return year + "/" + region + "/" + fileName.replace("%s", region + "-" + year);
    }

    /** Where the summary of a year stands, relative to the folder of the outputs. */
    public String summaryPath(int year) {
        return year + "/" + fileName.replace("%s", "summary-" + year);
    }
}
