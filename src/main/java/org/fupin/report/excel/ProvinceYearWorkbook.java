package org.fupin.report.excel;

import java.io.IOException;
import java.io.OutputStream;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.fupin.report.ProvinceYearReport;
import org.fupin.report.Publisher;
import org.fupin.report.content.ProvinceYearCover;
import org.fupin.report.content.ProvinceYearTables;

/** The workbook of a province and year. */
public final class ProvinceYearWorkbook {

    /**
     * Writes the workbook as XLSX. The same report and publisher give the same bytes. The stream stays open.
     *
     * @throws IOException if the stream cannot be written to
     */
    public void write(ProvinceYearReport report, Publisher publisher, OutputStream out) throws IOException {
        XSSFWorkbook file = new XSSFWorkbook(new StreamedParts());
        try {
            new ReportWorkbook(file, ProvinceYearTables.of(report), report.pageName())
                    .write(report.title(), report.description(), ProvinceYearCover.of(report), publisher);
            WorkbookFile.write(file, report.title(), report.description(), publisher, report.edition(), out);
        } finally {
            WorkbookFile.discard(file);
        }
    }
}
