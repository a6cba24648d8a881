package org.fupin.report.pdf;

import com.lowagie.text.pdf.PdfAnnotation;
import com.lowagie.text.pdf.PdfArray;
import com.lowagie.text.pdf.PdfDictionary;
import com.lowagie.text.pdf.PdfName;
import com.lowagie.text.pdf.PdfNumber;
import com.lowagie.text.pdf.PdfStructureElement;
import com.lowagie.text.pdf.PdfWriter;
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

    private PdfStructureElement lastText;

    /** Of the table, by its first row. */
    private int columns;

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
        if (isRow(element)) {
            fill(((ClassicStructureEntry) tagStack.peek()).getElement());
            inRow = false;
        }
        super.endElement(element);
    }

    /** What of a row goes on on the next page has fewer cells: the last takes the room of those that are missing. */
    private void fill(PdfDictionary row) {
        PdfArray cells = (PdfArray) row.get(PdfName.K);
        if (columns == 0) {
            columns = cells.size();
        } else if (cells.size() > 0 && cells.size() < columns) {
            PdfDictionary last = (PdfDictionary) cells.getDirectObject(cells.size() - 1);
            if (last.get(PdfName.A) == null) {
                PdfDictionary span = new PdfDictionary();
                span.put(PdfName.O, PdfName.TABLE);
                span.put(new PdfName("ColSpan"), new PdfNumber(columns - cells.size() + 1));
                last.put(PdfName.A, span);
            }
        }
    }

    @Override
    protected void createTrStartTag() {
        if (!inTable) {
            columns = 0;
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
        PdfArray siblings = (PdfArray)
                ((ClassicStructureEntry) tagStack.peek()).getElement().get(PdfName.K);
        lastText = (PdfStructureElement) siblings.getDirectObject(siblings.size() - 1);
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

    /**
     * Makes an annotation a part of the Link element of the text written last.
     *
     * @param key by which the element is found from the annotation
     * @return the element's object number
     */
    int link(PdfAnnotation annotation, PdfWriter writer, int key) {
        PdfDictionary reference = new PdfDictionary(new PdfName("OBJR"));
        reference.put(PdfName.OBJ, annotation.getIndirectReference());
        reference.put(PdfName.PG, writer.getPageReference(writer.getPageNumber()));
        // The number of the marked content first: OpenPDF takes an array that begins otherwise for one of elements.
        PdfArray content = new PdfArray(lastText.get(PdfName.K));
        content.add(reference);
        lastText.put(PdfName.K, content);
        annotation.put(PdfName.STRUCTPARENT, new PdfNumber(key));
        return lastText.getReference().getNumber();
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
