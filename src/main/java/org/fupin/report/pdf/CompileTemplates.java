package org.fupin.report.pdf;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JasperCompileManager;

/**
 * A step of the build: compiles the report templates, which takes seconds, so that a run only has to load them; and puts
 * beside them the sRGB profile that PDF/A asks for, taken from the JDK.
 */
public final class CompileTemplates {

    static final String COLOUR_PROFILE = "srgb.icc";

    private CompileTemplates() {}

    /**
     * @param args the folder of the {@code .jrxml} files and the folder to write to
     * @throws JRException naming the template and what is wrong in it
     */
    public static void main(String[] args) throws IOException, JRException {
        Path from = Path.of(args[0]);
        Path to = Files.createDirectories(Path.of(args[1]));
        List<Path> templates;
        try (Stream<Path> files = Files.list(from)) {
            templates = files.filter(file -> file.toString().endsWith(".jrxml"))
                    .sorted()
                    .toList();
        }
        for (Path template : templates) {
            String name = template.getFileName().toString().replace(".jrxml", ".jasper");
            try {
                JasperCompileManager.compileReportToFile(
                        template.toString(), to.resolve(name).toString());
            } catch (JRException e) {
                throw new JRException(template + ": " + e.getMessage(), e);
            }
        }
        Files.write(
                to.resolve(COLOUR_PROFILE),
                ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData());
    }
}
