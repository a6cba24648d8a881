package org.fupin.report.excel;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.fupin.report.Coverage;
import org.fupin.report.Publisher;
import org.fupin.report.YearSummary;
import org.fupin.report.content.YearSummaryTables;
import org.fupin.report.table.Fact;
import org.fupin.report.table.FactGroup;

/** The workbook of a year over all provinces. */
public final class YearSummaryWorkbook {

    /**
     * Writes the workbook as XLSX. The same summary and publisher give the same bytes. The stream stays open.
     *
     * @throws IOException if the stream cannot be written to
     */
    public void write(YearSummary summary, Publisher publisher, OutputStream out) throws IOException {
        XSSFWorkbook file = new XSSFWorkbook(new StreamedParts());
        try {
            new ReportWorkbook(file, YearSummaryTables.of(summary), "")
                    .write(summary.title(), summary.description(), facts(summary), publisher);
            WorkbookFile.write(file, summary.title(), summary.description(), publisher, summary.edition(), out);
        } finally {
            WorkbookFile.discard(file);
        }
    }

    private static List<FactGroup> facts(YearSummary summary) {
        Coverage coverage = summary.coverage();
        List<Fact> facts = new ArrayList<>();
        if (!summary.standing().isEmpty()) {
            facts.add(new Fact("Past editions", summary.standing() + "."));
        }
        facts.addAll(List.of(
                new Fact("Year", String.valueOf(summary.year())),
                new Fact("Edition", summary.edition().toString()),
                new Fact("Provinces", summary.provinces().size() + " with reports; those without are not listed"),
                new Fact("Figures", coverage.figures() + " from " + coverage.articles() + " articles"),
                new Fact(
                        "Checks",
                        coverage.checksHolding() + " of " + coverage.checksRecomputed()
                                + " recomputed relations hold; " + coverage.errors() + " errors, " + coverage.warnings()
                                + " warnings"),
                new Fact(
                        "Flags",
                        "[r] revised, [e] estimated, [u] low reliability,"
                                + " [d] differing definition, [z] not as such, [x] not available; see Notes")));
        if (!summary.reading().isEmpty()) {
            facts.add(new Fact("Read again", summary.reading() + "."));
        }
        return List.of(new FactGroup("About this summary", facts));
    }
}
