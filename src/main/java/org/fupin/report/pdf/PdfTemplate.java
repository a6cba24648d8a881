package org.fupin.report.pdf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import net.sf.jasperreports.engine.DefaultJasperReportsContext;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JRParameter;
import net.sf.jasperreports.engine.JRTemplate;
import net.sf.jasperreports.engine.JasperFillManager;
import net.sf.jasperreports.engine.JasperPrint;
import net.sf.jasperreports.engine.JasperReport;
import net.sf.jasperreports.engine.JasperReportsContext;
import net.sf.jasperreports.engine.data.JRMapCollectionDataSource;
import net.sf.jasperreports.engine.util.JRLoader;
import net.sf.jasperreports.engine.xml.JRXmlTemplateLoader;
import net.sf.jasperreports.export.SimpleExporterInput;
import net.sf.jasperreports.export.SimpleOutputStreamExporterOutput;
import net.sf.jasperreports.pdf.SimplePdfExporterConfiguration;
import net.sf.jasperreports.pdf.type.PdfaConformanceEnum;

/** A compiled template that is filled and written as PDF/A-1a and PDF/UA-1. Several threads may use one at the same time. */
final class PdfTemplate {

    private static final String LANGUAGE = "en";

    /** The styles of all templates, which name them. */
    private static final String STYLES = "/templates/styles.jrtx";

    private final JasperReport template;
    private final List<JRTemplate> styles;

    private PdfTemplate(JasperReport template, JRTemplate styles) {
        this.template = template;
        this.styles = List.of(styles);
    }

    /**
     * @param name of the template in {@code templates/}, without extension
     * @throws IllegalStateException if it is not on the class path, where the build puts it
     */
    static PdfTemplate load(String name) {
        LogicalFonts.ensure();
        return withOwnClassLoader(() -> {
            // A template that named the file of its styles itself would have it read anew for each report.
            try (InputStream template = resource("/templates/" + name + ".jasper");
                    InputStream styles = resource(STYLES)) {
                return new PdfTemplate(
                        (JasperReport) JRLoader.loadObject(template),
                        JRXmlTemplateLoader.getInstance(DefaultJasperReportsContext.getInstance())
                                .loadTemplate(styles));
            }
        });
    }

    private static InputStream resource(String name) {
        InputStream resource = PdfTemplate.class.getResourceAsStream(name);
        if (resource == null) {
            throw new IllegalStateException(name + " is not on the class path");
        }
        return resource;
    }

    /**
     * @param title of the document
     * @param subject what it is, in a sentence
     * @param edition its only date
     * @param parameters of the template
     * @param rows for the detail bands, in their order
     * @throws IOException if {@code out} cannot be written to; it is not closed
     */
    void write(
            String title,
            String subject,
            YearMonth edition,
            Map<String, Object> parameters,
            List<Map<String, ?>> rows,
            OutputStream out)
            throws IOException {
        byte[] pdf = withOwnClassLoader(() -> {
            JasperReportsContext context = DefaultJasperReportsContext.getInstance();
            Map<String, Object> all = new HashMap<>(parameters);
            all.put(JRParameter.REPORT_TEMPLATES, styles);
            all.put(JRParameter.REPORT_LOCALE, Locale.ENGLISH);
            all.put(JRParameter.REPORT_TIME_ZONE, TimeZone.getTimeZone("UTC"));
            JasperPrint print =
                    JasperFillManager.getInstance(context).fill(template, all, new JRMapCollectionDataSource(rows));
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            ArchiveExporter exporter =
                    new ArchiveExporter(context, LocalDate.of(edition.getYear(), edition.getMonth(), 1));
            exporter.setExporterInput(new SimpleExporterInput(print));
            exporter.setExporterOutput(new SimpleOutputStreamExporterOutput(bytes));
            exporter.setConfiguration(configuration(title, subject));
            exporter.exportReport();
            return ArchiveBytes.settle(
                    ArchiveAccess.complete(bytes.toByteArray(), exporter.links(), ArchiveExporter.FIRST_LINK_KEY));
        });
        out.write(pdf);
    }

    private static SimplePdfExporterConfiguration configuration(String title, String subject) {
        SimplePdfExporterConfiguration configuration = new SimplePdfExporterConfiguration();
        configuration.setMetadataTitle(title);
        configuration.setDisplayMetadataTitle(true);
        configuration.setMetadataSubject(subject);
        configuration.setMetadataCreator("fupin");
        configuration.setTagged(true);
        configuration.setTagLanguage(LANGUAGE);
        configuration.setPdfaConformance(PdfaConformanceEnum.PDFA_1A);
        configuration.setIccProfilePath("templates/" + CompileTemplates.COLOUR_PROFILE);
        return configuration;
    }

    private interface Work<T> {
        T run() throws JRException, IOException;
    }

    /**
     * The library finds templates, fonts and its own extensions through the thread's class loader, which in a pool need
     * not be the one that knows the application.
     */
    private static <T> T withOwnClassLoader(Work<T> work) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(PdfTemplate.class.getClassLoader());
        try {
            return work.run();
        } catch (JRException | IOException e) {
            throw new IllegalStateException("the report cannot be laid out: " + e.getMessage(), e);
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
