package org.fupin.report.pdf;

import com.lowagie.text.pdf.PdfDate;
import com.lowagie.text.pdf.PdfDictionary;
import com.lowagie.text.pdf.PdfName;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.GregorianCalendar;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.pdf.PdfXmpCreator;
import net.sf.jasperreports.pdf.classic.ClassicPdfProducer;
import net.sf.jasperreports.pdf.classic.ClassicPdfWriter;
import net.sf.jasperreports.pdf.common.PdfDocumentWriter;
import net.sf.jasperreports.pdf.common.PdfProducerContext;
import net.sf.jasperreports.pdf.type.PdfaConformanceEnum;

/**
 * Writes the date of the edition into the document's information, where the library would write the clock's, and that the
 * document follows PDF/UA-1.
 */
final class ArchiveProducer extends ClassicPdfProducer {

    private static final PdfName ARTIFACT = new PdfName("Artifact");

    /** PDF/UA-1, and the description of that property, without which PDF/A-1 allows none of its own. */
    private static final String PDF_UA = """
            <rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
            <pdfuaid:part>1</pdfuaid:part>
            </rdf:Description>
            <rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
             xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
             xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
            <pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
            <pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
            <pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
            <pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
            <pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
            <pdfaProperty:name>part</pdfaProperty:name>
            <pdfaProperty:valueType>Integer</pdfaProperty:valueType>
            <pdfaProperty:category>internal</pdfaProperty:category>
            <pdfaProperty:description>part of ISO 14289</pdfaProperty:description>
            </rdf:li></rdf:Seq></pdfaSchema:property>
            </rdf:li></rdf:Bag></pdfaExtension:schemas>
            </rdf:Description>
            """;

    private final LocalDate date;

    ArchiveProducer(PdfProducerContext context, LocalDate date) {
        super(context);
        this.date = date;
    }

    @Override
    public PdfDocumentWriter createWriter(OutputStream out) throws JRException {
        super.createWriter(out);
        PdfDocumentWriter writer = new ClassicPdfWriter(this, getPdfWriter()) {
            @Override
            public void createXmpMetadata(String title, String subject, String keywords) {
                String xmp = new String(
                        PdfXmpCreator.createXmpMetadata(getPdfWriter(), PdfaConformanceEnum.PDFA_1A),
                        StandardCharsets.UTF_8);
                getPdfWriter()
                        .setXmpMetadata(
                                xmp.replace("</rdf:RDF>", PDF_UA + "</rdf:RDF>").getBytes(StandardCharsets.UTF_8));
            }
        };
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
