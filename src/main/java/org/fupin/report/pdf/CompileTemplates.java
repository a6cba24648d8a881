package org.fupin.report.pdf;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JasperCompileManager;
import net.sf.jasperreports.engine.xml.JRXmlLoader;
import org.fupin.report.content.ProvinceYearTables;
import org.fupin.report.content.ReportTable;
import org.fupin.report.content.YearSummaryTables;
import org.fupin.report.table.Layout;

/**
 * A step of the build: completes the report templates by the bands of their tables and compiles them, which takes seconds,
 * so that a run only has to load them; and puts beside them the sRGB profile that PDF/A asks for, taken from the JDK.
 */
public final class CompileTemplates {

    static final String COLOUR_PROFILE = "srgb.icc";

    private static final Map<String, List<? extends Layout<?>>> TEMPLATES = Map.of(
            "province-year",
            ProvinceYearTables.ALL.stream().map(ReportTable::layout).toList(),
            "year-summary",
            YearSummaryTables.ALL.stream().map(ReportTable::layout).toList());

    private CompileTemplates() {}

    /**
     * @param args the folder of the {@code .jrxml} files and the folder to write to
     * @throws JRException naming the template and what is wrong in it
     */
    public static void main(String[] args) throws IOException, JRException {
        Path from = Path.of(args[0]);
        Path to = Files.createDirectories(Path.of(args[1]));
        for (Map.Entry<String, List<? extends Layout<?>>> template : TEMPLATES.entrySet()) {
            Path file = from.resolve(template.getKey() + ".jrxml");
            try {
                String xml = complete(Files.readString(file), new TableBands(template.getValue()));
                JasperCompileManager.compileReportToFile(
                        JRXmlLoader.load(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8))),
                        to.resolve(template.getKey() + ".jasper").toString());
            } catch (JRException | IllegalStateException e) {
                throw new JRException(file + ": " + e.getMessage(), e);
            }
        }
        Files.write(
                to.resolve(COLOUR_PROFILE),
                ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData());
    }

    private static String complete(String xml, TableBands bands) {
        String completed = xml;
        for (Map.Entry<String, String> place : Map.of(
                        "<!-- fields of tables -->", bands.fields(),
                        "<!-- headers of tables -->", bands.headers(),
                        "<!-- rows of tables -->", bands.rows())
                .entrySet()) {
            if (!completed.contains(place.getKey())) {
                throw new IllegalStateException("the place " + place.getKey() + " is missing");
            }
            completed = completed.replace(place.getKey(), place.getValue());
        }
        return completed;
    }
}
