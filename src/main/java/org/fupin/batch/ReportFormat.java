package org.fupin.batch;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.fupin.report.ProvinceYearReport;
import org.fupin.report.YearSummary;
import org.fupin.report.excel.ProvinceYearWorkbook;
import org.fupin.report.excel.YearSummaryWorkbook;
import org.fupin.report.pdf.ProvinceYearPdf;
import org.fupin.report.pdf.YearSummaryPdf;

/**
 * A format that reports are made in. The same report gives the same bytes.
 *
 * @param ending of the files, without the dot
 * @param mediaType as registered with IANA
 */
record ReportFormat(
        String ending, String mediaType, Renderer<ProvinceYearReport> provinceYear, Renderer<YearSummary> summary) {

    /** Lays out a report; several threads may use it at once. */
    @FunctionalInterface
    interface Renderer<T> {
        void write(T report, OutputStream out) throws IOException;
    }

    /** All formats there are. */
    static List<ReportFormat> all() {
        return List.of(
                new ReportFormat(
                        "xlsx",
                        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                        new ProvinceYearWorkbook()::write,
                        new YearSummaryWorkbook()::write),
                new ReportFormat("pdf", "application/pdf", new ProvinceYearPdf()::write, new YearSummaryPdf()::write));
    }

    /** Where the report of a province and year stands, relative to the folder of the outputs. */
    String provinceYearPath(String region, int year) {
        return "%d/%s/%s-%d.%s".formatted(year, region, region, year, ending);
    }

    /** Where the summary of a year stands, relative to the folder of the outputs. */
    String summaryPath(int year) {
        return "%d/summary-%d.%s".formatted(year, year, ending);
    }
}
