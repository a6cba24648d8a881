package org.fupin.report.excel;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.Optional;
import org.apache.poi.ooxml.POIXMLProperties;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.fupin.report.Publisher;
import org.jspecify.annotations.Nullable;

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
        Watched watched = new Watched(out);
        try {
            // Not closed: the caller's stream is the caller's to close.
            workbook.write(new FixedTimeZip(watched));
        } catch (IOException | RuntimeException e) {
            // The library says which part could not be saved, and not that the disk is full.
            if (watched.failure != null) {
                throw watched.failure;
            }
            throw e;
        }
        out.flush();
    }

    /** Remembers how writing failed. */
    private static final class Watched extends FilterOutputStream {

        private @Nullable IOException failure;

        Watched(OutputStream out) {
            super(out);
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            try {
                out.write(bytes, offset, length);
            } catch (IOException e) {
                failure = e;
                throw e;
            }
        }

        @Override
        public void flush() throws IOException {
            try {
                out.flush();
            } catch (IOException e) {
                failure = e;
                throw e;
            }
        }
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
