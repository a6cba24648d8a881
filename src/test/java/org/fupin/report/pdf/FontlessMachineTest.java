package org.fupin.report.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.fupin.report.ProvinceYearReport;
import org.fupin.report.Publisher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A second JVM writes a report as if no font were installed: fontconfig is given an empty configuration. */
class FontlessMachineTest {

    /** What the second JVM runs. */
    static final class Program {

        public static void main(String[] args) throws IOException {
            try (OutputStream out = Files.newOutputStream(Path.of(args[0]))) {
                new ProvinceYearPdf().write(report(), Publisher.UNKNOWN, out);
            }
        }
    }

    private static ProvinceYearReport report() {
        return SampleProvince.small("CN-SN", 2012).report();
    }

    @Test
    void theReportIsTheSameWithoutAnyFont(@TempDir Path folder) throws Exception {
        assumeTrue(System.getProperty("os.name").startsWith("Linux"), "only there the JDK asks fontconfig");
        Path configuration = Files.writeString(folder.resolve("fonts.conf"), "<?xml version=\"1.0\"?><fontconfig/>\n");
        Path pdf = folder.resolve("report.pdf");
        Path log = folder.resolve("log");
        ProcessBuilder second = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djava.awt.headless=true",
                // The JDK remembers the fonts it has seen below the user's folder.
                "-Duser.home=" + folder,
                Program.class.getName(),
                pdf.toString());
        second.environment().put("FONTCONFIG_FILE", configuration.toString());
        second.environment()
                .put(
                        "CLASSPATH",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
        Process process =
                second.redirectErrorStream(true).redirectOutput(log.toFile()).start();

        assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(Files.readString(log)).isZero();
        assertThat(Files.readAllBytes(pdf))
                .isEqualTo(WrittenPdf.of(out -> new ProvinceYearPdf().write(report(), Publisher.UNKNOWN, out)).bytes);
    }
}
