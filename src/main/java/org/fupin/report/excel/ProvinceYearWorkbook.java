package org.fupin.report.excel;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.fupin.observation.document.SourceFile;
import org.fupin.report.Checks;
import org.fupin.report.ProvinceYearReport;
import org.fupin.report.Publisher;
import org.fupin.report.content.ProvinceYearTables;

/** The workbook of a province and year. */
public final class ProvinceYearWorkbook {

    /**
     * Writes the workbook as XLSX. The same report and publisher give the same bytes. The stream stays open.
     *
     * @throws IOException if the stream cannot be written to
     */
    public void write(ProvinceYearReport report, Publisher publisher, OutputStream out) throws IOException {
        try (XSSFWorkbook file = new XSSFWorkbook()) {
            new ReportWorkbook(file, ProvinceYearTables.of(report))
                    .write(report.title(), report.description(), facts(report), publisher);
            WorkbookFile.write(file, report.title(), report.description(), report.edition(), out);
        }
    }

    private static List<ReportWorkbook.Fact> facts(ProvinceYearReport report) {
        Checks checks = report.checks();
        return List.of(
                new ReportWorkbook.Fact(
                        "Province",
                        report.region().name() + " (" + report.region().nameZh() + ", "
                                + report.region().code() + ")"),
                new ReportWorkbook.Fact("Year", String.valueOf(report.year())),
                new ReportWorkbook.Fact("Edition", report.edition() + ", " + report.state()),
                new ReportWorkbook.Fact(
                        "Made from",
                        report.sources().files().stream().map(SourceFile::name).collect(Collectors.joining("; "))),
                new ReportWorkbook.Fact("Numbers", report.leftOut().summary()),
                new ReportWorkbook.Fact("Left out", leftOut(report)),
                new ReportWorkbook.Fact(
                        "Doubtful", report.doubt() + (report.figures().isEmpty() ? "" : "; see Observations")),
                new ReportWorkbook.Fact("Checks", checks.summary() + "; " + checks.tally()),
                new ReportWorkbook.Fact("Revisions", revisions(report)),
                new ReportWorkbook.Fact("Corrections", corrections(report)),
                new ReportWorkbook.Fact(
                        "Flags",
                        "[p] provisional, [r] revised, [c] corrected, [e] estimated, [u] low reliability,"
                                + " [x] not available; see Notes"));
    }

    private static String leftOut(ProvinceYearReport report) {
        return report.leftOut().numbers().isEmpty()
                ? "Nothing"
                : report.leftOut().byReason().stream()
                        .map(reason -> reason.label() + ": " + reason.count())
                        .collect(Collectors.joining("; "));
    }

    private static String revisions(ProvinceYearReport report) {
        if (report.isProvisional()) {
            return "The province has revised nothing yet";
        }
        int count = report.revisions().size();
        return count == 1
                ? "1 figure changed against what the province had stated before"
                : count + " figures changed against what the province had stated before";
    }

    private static String corrections(ProvinceYearReport report) {
        return report.corrected().isEmpty() ? "None" : report.corrected() + "; see Corrections";
    }
}
