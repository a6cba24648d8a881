package org.fupin.report.excel;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ooxml.POIXMLProperties;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Finishes a workbook and writes it so that the same content gives the same bytes. */
final class WorkbookFile {

    /** The earliest time that a zip entry can bear. */
    private static final LocalDateTime ZIP_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private static final String STYLES = "xl/styles.xml";

    private static final String LANGUAGE = "en-GB";

    private WorkbookFile() {}

    /**
     * Describes the document and writes it. The stream stays open.
     *
     * @param edition dates the document, at its first moment in UTC
     */
    static void write(XSSFWorkbook workbook, String title, String description, YearMonth edition, OutputStream out)
            throws IOException {
        workbook.setActiveSheet(0);
        workbook.setFirstVisibleTab(0);
        describe(workbook, title, description, edition);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        workbook.write(bytes);
        copyWithFixedTimes(bytes.toByteArray(), out);
    }

    private static void describe(XSSFWorkbook workbook, String title, String description, YearMonth edition) {
        Date date = Date.from(edition.atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC));
        POIXMLProperties.CoreProperties core = workbook.getProperties().getCoreProperties();
        core.setTitle(title);
        core.setSubjectProperty("Poverty alleviation statistics");
        core.setDescription(description);
        core.setCreator("fupin");
        core.setLastModifiedByUser("fupin");
        core.setKeywords("poverty alleviation, China, statistics");
        core.setCreated(Optional.of(date));
        core.setModified(Optional.of(date));
        core.getUnderlyingProperties().setLanguageProperty(LANGUAGE);
        workbook.getProperties().getExtendedProperties().setApplication("fupin");
    }

    private static void copyWithFixedTimes(byte[] workbook, OutputStream out) throws IOException {
        // Not closed: the caller's stream is the caller's to close.
        ZipOutputStream copy = new ZipOutputStream(out);
        try (ZipInputStream original = new ZipInputStream(new ByteArrayInputStream(workbook))) {
            for (ZipEntry entry = original.getNextEntry(); entry != null; entry = original.getNextEntry()) {
                ZipEntry fixed = new ZipEntry(entry.getName());
                fixed.setTimeLocal(ZIP_TIME);
                copy.putNextEntry(fixed);
                if (entry.getName().equals(STYLES)) {
                    String styles = new String(original.readAllBytes(), StandardCharsets.UTF_8);
                    copy.write(NamedStyles.named(styles).getBytes(StandardCharsets.UTF_8));
                } else {
                    original.transferTo(copy);
                }
                copy.closeEntry();
            }
        }
        copy.finish();
        out.flush();
    }
}
