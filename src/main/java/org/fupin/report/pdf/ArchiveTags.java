package org.fupin.report.pdf;

import com.lowagie.text.pdf.PdfDictionary;
import com.lowagie.text.pdf.PdfName;
import net.sf.jasperreports.engine.JRPrintElement;
import net.sf.jasperreports.engine.JRPrintImage;
import net.sf.jasperreports.engine.JRPrintText;
import net.sf.jasperreports.engine.type.BandTypeEnum;
import net.sf.jasperreports.pdf.JRPdfExporter;
import net.sf.jasperreports.pdf.JRPdfExporterTagHelper;
import net.sf.jasperreports.pdf.classic.ClassicStructureEntry;
import net.sf.jasperreports.pdf.common.PdfProducer;
import net.sf.jasperreports.pdf.common.PdfStructureEntry;

/**
 * The structure of the document. Beyond what the library does: running headers, footers and repeated column heads are
 * artifacts; a table begins with its first row and ends before the next element that is none, so that it stays one table
 * across pages; text outside of tables and headings is a paragraph.
 *
 * <p>A template marks a row by a frame with the property {@code net.sf.jasperreports.export.pdf.tag.tr} = {@code full},
 * and what is no content by {@value #ARTIFACT} = {@code true}.
 */
final class ArchiveTags extends JRPdfExporterTagHelper {

    static final String ARTIFACT = "net.sf.jasperreports.export.pdf.tag.artifact";

    private ArchiveProducer producer;

    /** How many elements deep in an artifact. */
    private int artifact;

    private boolean inTable;
    private boolean inRow;
    private boolean inParagraph;

    ArchiveTags(JRPdfExporter exporter) {
        super(exporter);
    }

    @Override
    protected void setPdfProducer(PdfProducer pdfProducer) {
        producer = (ArchiveProducer) pdfProducer;
        super.setPdfProducer(pdfProducer);
    }

    @Override
    protected void startElement(JRPrintElement element) {
        if (artifact > 0 || isDecoration(element)) {
            artifact++;
            return;
        }
        if (inTable && !inRow && !isRow(element)) {
            tagStack.pop();
            inTable = false;
        }
        super.startElement(element);
    }

    @Override
    protected void endElement(JRPrintElement element) {
        if (artifact > 0) {
            artifact--;
            return;
        }
        super.endElement(element);
        if (isRow(element)) {
            inRow = false;
        }
    }

    @Override
    protected void createTrStartTag() {
        if (!inTable) {
            createTableStartTag();
            inTable = true;
        }
        inRow = true;
        super.createTrStartTag();
    }

    /** All heads are heads of columns. */
    @Override
    protected void createThStartTag(JRPrintElement element) {
        super.createThStartTag(element);
        PdfDictionary scope = new PdfDictionary();
        scope.put(PdfName.O, PdfName.TABLE);
        scope.put(new PdfName("Scope"), new PdfName("Column"));
        ((ClassicStructureEntry) tagStack.peek()).getElement().put(PdfName.A, scope);
    }

    @Override
    protected void startText(JRPrintText text, String actualText) {
        if (artifact > 0) {
            producer.beginArtifact();
            return;
        }
        if (tagStack.peek() == allTag) {
            PdfStructureEntry paragraph = pdfStructure.createTag(allTag, "P");
            paragraph.putArray("K");
            tagStack.push(paragraph);
            inParagraph = true;
        }
        super.startText(text, actualText);
    }

    @Override
    protected void endText() {
        if (artifact > 0) {
            producer.endArtifact();
            return;
        }
        super.endText();
        if (inParagraph) {
            tagStack.pop();
            inParagraph = false;
        }
    }

    @Override
    protected void startImage(JRPrintImage image) {
        if (artifact > 0) {
            producer.beginArtifact();
        } else {
            super.startImage(image);
        }
    }

    @Override
    protected void endImage() {
        if (artifact > 0) {
            producer.endArtifact();
        } else {
            super.endImage();
        }
    }

    private static boolean isRow(JRPrintElement element) {
        return element.hasProperties()
                && "full".equals(element.getPropertiesMap().getProperty("net.sf.jasperreports.export.pdf.tag.tr"));
    }

    private static boolean isDecoration(JRPrintElement element) {
        BandTypeEnum band =
                element.getOrigin() == null ? null : element.getOrigin().getBandType();
        return band == BandTypeEnum.BACKGROUND
                || band == BandTypeEnum.PAGE_HEADER
                || band == BandTypeEnum.PAGE_FOOTER
                || element.hasProperties()
                        && "true".equals(element.getPropertiesMap().getProperty(ARTIFACT));
    }
}
