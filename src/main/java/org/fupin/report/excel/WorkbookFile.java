package org.fupin.report.excel;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.Optional;
import org.apache.poi.ooxml.POIXMLProperties;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.fupin.report.Publisher;

/** Finishes a workbook and writes it so that the same content gives the same bytes. */
final class WorkbookFile {

    private static final String LANGUAGE = "en-GB";

    private static final String PROGRAM = "fupin";

    private WorkbookFile() {}

    /**
     * Describes the document and writes it. The stream stays open.
     *
     * @param publisher its author, where one is known
     * @param edition dates the document, at its first moment in UTC
     */
    static void write(
            XSSFWorkbook workbook,
            String title,
            String description,
            Publisher publisher,
            YearMonth edition,
            OutputStream out)
            throws IOException {
        workbook.setActiveSheet(0);
        workbook.setFirstVisibleTab(0);
        describe(workbook, title, description, publisher, edition);
        // In memory first: of a full disk the library says no more than which part it could not save.
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        workbook.write(new FixedTimeZip(file));
        file.writeTo(out);
        out.flush();
    }

    /** Gives up a workbook that has been written. To close it would write all of it once more, to nowhere. */
    static void discard(XSSFWorkbook workbook) {
        workbook.getPackage().revert();
    }

    private static void describe(
            XSSFWorkbook workbook, String title, String description, Publisher publisher, YearMonth edition) {
        Date date = Date.from(edition.atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC));
        POIXMLProperties.CoreProperties core = workbook.getProperties().getCoreProperties();
        core.setTitle(title);
        core.setSubjectProperty("Poverty alleviation statistics");
        core.setDescription(description);
        core.setCreator(publisher.isKnown() ? publisher.name() : PROGRAM);
        core.setLastModifiedByUser(PROGRAM);
        core.setKeywords("poverty alleviation, China, statistics");
        core.setCreated(Optional.of(date));
        core.setModified(Optional.of(date));
        core.getUnderlyingProperties().setLanguageProperty(LANGUAGE);
        workbook.getProperties().getExtendedProperties().setApplication(PROGRAM);
    }
}
