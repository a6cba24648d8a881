package org.fupin.publish;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import org.fupin.report.ProvinceYearReport;
import org.fupin.report.YearSummary;
import org.fupin.report.excel.ProvinceYearWorkbook;
import org.fupin.report.excel.YearSummaryWorkbook;
import org.fupin.report.page.ProvinceYearPage;
import org.fupin.report.pdf.ProvinceYearPdf;
import org.fupin.report.pdf.YearSummaryPdf;
import org.jspecify.annotations.Nullable;

/**
 * A format that reports are made in. The same report gives the same bytes.
 *
 * @param ending of the files, without the dot
 * @param earlierYears whether a report shows the years before, so that it is made again with them
 * @param summary null for a format that years have no summary in
 */
public record ReportFormat(
        String ending,
        boolean earlierYears,
        Renderer<ProvinceYearReport> provinceYear,
        @Nullable Renderer<YearSummary> summary) {

    /** As registered with IANA, by ending. Known without making the renderers, which takes a while. */
    private static final Map<String, String> MEDIA_TYPES = Map.of(
            "xlsx",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "pdf",
            "application/pdf",
            "html",
            "text/html");

    /** Lays out a report; several threads may use it at once. */
    @FunctionalInterface
    public interface Renderer<T> {
        void write(T report, OutputStream out) throws IOException;
    }

    /** All formats there are. */
    public static List<ReportFormat> all() {
        return List.of(
                new ReportFormat("xlsx", true, new ProvinceYearWorkbook()::write, new YearSummaryWorkbook()::write),
                new ReportFormat("pdf", true, new ProvinceYearPdf()::write, new YearSummaryPdf()::write),
                new ReportFormat("html", false, new ProvinceYearPage()::write, null));
    }

    /** The media type of a report file. */
    static String mediaType(String path) {
        return MEDIA_TYPES.getOrDefault(path.substring(path.lastIndexOf('.') + 1), "application/octet-stream");
    }

    /** Those of the formats that years have a summary in. */
    public static List<ReportFormat> ofSummaries(List<ReportFormat> formats) {
        return formats.stream().filter(format -> format.summary() != null).toList();
    }

    /** Where the report of a province and year stands, relative to the folder of the outputs. */
    public String provinceYearPath(String region, int year) {
        return "%d/%s/%s-%d.%s".formatted(year, region, region, year, ending);
    }

    /** Where the summary of a year stands, relative to the folder of the outputs. */
    public String summaryPath(int year) {
        return "%d/summary-%d.%s".formatted(year, year, ending);
    }
}
