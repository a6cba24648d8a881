package org.fupin.report.pdf;

import com.lowagie.text.pdf.PdfDate;
import com.lowagie.text.pdf.PdfDictionary;
import com.lowagie.text.pdf.PdfName;
import java.io.OutputStream;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.GregorianCalendar;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.pdf.classic.ClassicPdfProducer;
import net.sf.jasperreports.pdf.common.PdfDocumentWriter;
import net.sf.jasperreports.pdf.common.PdfProducerContext;

/** Writes the date of the edition into the document's information, where the library would write the clock's. */
final class ArchiveProducer extends ClassicPdfProducer {

    private static final PdfName ARTIFACT = new PdfName("Artifact");

    private final LocalDate date;

    ArchiveProducer(PdfProducerContext context, LocalDate date) {
        super(context);
        this.date = date;
    }

    @Override
    public PdfDocumentWriter createWriter(OutputStream out) throws JRException {
        PdfDocumentWriter writer = super.createWriter(out);
        PdfDate created = new PdfDate(GregorianCalendar.from(date.atStartOfDay(ZoneOffset.UTC)));
        PdfDictionary info = getPdfWriter().getInfo();
        info.put(PdfName.CREATIONDATE, created);
        info.put(PdfName.MODDATE, created);
        return writer;
    }

    /** What follows, up to {@link #endArtifact()}, is decoration: a reader that reads aloud passes over it. */
    void beginArtifact() {
        getPdfContentByte().beginMarkedContentSequence(ARTIFACT);
    }

    void endArtifact() {
        getPdfContentByte().endMarkedContentSequence();
    }
}
