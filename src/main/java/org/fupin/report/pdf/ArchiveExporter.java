package org.fupin.report.pdf;

import com.lowagie.text.pdf.PdfAction;
import com.lowagie.text.pdf.PdfAnnotation;
import com.lowagie.text.pdf.PdfName;
import com.lowagie.text.pdf.PdfObject;
import com.lowagie.text.pdf.PdfString;
import com.lowagie.text.pdf.PdfWriter;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JRLineBox;
import net.sf.jasperreports.engine.JRPrintElement;
import net.sf.jasperreports.engine.JRPrintFrame;
import net.sf.jasperreports.engine.JRPrintHyperlink;
import net.sf.jasperreports.engine.JRPrintLine;
import net.sf.jasperreports.engine.JRPrintRectangle;
import net.sf.jasperreports.engine.JRPrintText;
import net.sf.jasperreports.engine.JasperReportsContext;
import net.sf.jasperreports.engine.type.HyperlinkTypeEnum;
import net.sf.jasperreports.engine.type.ModeEnum;
import net.sf.jasperreports.pdf.JRPdfExporter;
import net.sf.jasperreports.pdf.common.PdfChunk;
import net.sf.jasperreports.pdf.common.PdfProducer;

/**
 * The library's exporter, made to write what an archive takes and a reader that reads aloud needs: {@link ArchiveTags the structure}, the date of the edition,
 * and links that PDF/A-1 allows (6.5.3 of ISO 19005-1: an annotation must be set to print).
 */
final class ArchiveExporter extends JRPdfExporter {

    /** Of the tree from content to elements: pages have theirs from 0. */
    static final int FIRST_LINK_KEY = 100_000;

    private final LocalDate date;

    /** Object numbers of the Link elements, in the order of their keys. */
    private final List<Integer> links = new ArrayList<>();

    ArchiveExporter(JasperReportsContext context, LocalDate date) {
        super(context);
        this.date = date;
        this.tagHelper = new ArchiveTags(this);
    }

    List<Integer> links() {
        return links;
    }

    @Override
    protected PdfProducer createPdfProducer() {
        return new ArchiveProducer(createPdfProducerContext(), date);
    }

    @Override
    public void exportText(JRPrintText text) {
        super.exportText(text);
        if (text.getHyperlinkType() == HyperlinkTypeEnum.REFERENCE && text.getHyperlinkReference() != null) {
            link(text);
        }
    }

    /** Links are written by {@link #link}, because those of the library lack the flag. */
    @Override
    protected boolean setHyperlinkInfo(PdfChunk chunk, JRPrintHyperlink link) {
        return false;
    }

    private void link(JRPrintText text) {
        PdfWriter writer = ((ArchiveProducer) pdfProducer).getPdfWriter();
        float left = text.getX() + getOffsetX();
        float top = pageFormat.getPageHeight() - text.getY() - getOffsetY();
        PdfAnnotation annotation = new PdfAnnotation(
                writer,
                left,
                top - text.getHeight(),
                left + text.getWidth(),
                top,
                new PdfAction(text.getHyperlinkReference()));
        annotation.setFlags(PdfAnnotation.FLAGS_PRINT);
        annotation.put(
                PdfName.CONTENTS, new PdfString("On the review page: " + text.getFullText(), PdfObject.TEXT_UNICODE));
        links.add(((ArchiveTags) tagHelper).link(annotation, writer, FIRST_LINK_KEY + links.size()));
        writer.addAnnotation(annotation);
    }

    /** As the library does, but the background is decoration; the library would leave it untagged. */
    @Override
    public void exportFrame(JRPrintFrame frame) throws IOException, JRException {
        if (frame.getMode() == ModeEnum.OPAQUE) {
            artifact(() -> {
                pdfContent.setFillColor(frame.getBackcolor());
                pdfContent.fillRectangle(
                        frame.getX() + getOffsetX(),
                        pageFormat.getPageHeight() - frame.getY() - getOffsetY(),
                        frame.getWidth(),
                        -frame.getHeight());
                pdfContent.resetFillColor();
            });
        }
        setFrameElementsOffset(frame, false);
        try {
            exportElements(frame.getElements());
        } finally {
            restoreElementOffsets();
        }
        exportBox(frame.getLineBox(), frame);
    }

    @Override
    protected void exportLine(JRPrintLine line) {
        artifact(() -> super.exportLine(line));
    }

    @Override
    protected void exportRectangle(JRPrintRectangle rectangle) {
        artifact(() -> super.exportRectangle(rectangle));
    }

    @Override
    protected void exportBox(JRLineBox box, JRPrintElement element) {
        artifact(() -> super.exportBox(box, element));
    }

    private void artifact(Runnable drawing) {
        ArchiveProducer producer = (ArchiveProducer) pdfProducer;
        producer.beginArtifact();
        drawing.run();
        producer.endArtifact();
    }
}
