package org.fupin.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Why standard output could not be written to. */
class StandardOutputTest {

    @Test
    void readerThatWantsNoMoreIsNoFailureOfTheDisk() throws Exception {
        // Closes its end and stays: of a process that has ended, Java would close the stream itself.
        Process reader = new ProcessBuilder("sh", "-c", "exec 0<&-; exec sleep 60")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            StandardOutput output = new StandardOutput(reader.getOutputStream());
            PrintWriter out = new PrintWriter(output, true, StandardCharsets.UTF_8);
            while (!out.checkError()) {
                out.println("more");
            }

            assertThat(output.closedByReader()).isTrue();
        } finally {
            reader.destroy();
        }
    }

    @Test
    void fullDiskIsNoReaderThatWantsNoMore() throws Exception {
        Path full = Path.of("/dev/full");
        Assumptions.assumeTrue(Files.exists(full), "skipped: this system has no device that is always full");
        StandardOutput output = new StandardOutput(new FileOutputStream(full.toFile()));
        PrintWriter out = new PrintWriter(output, true, StandardCharsets.UTF_8);
        out.println("first");

        assertThat(out.checkError()).isTrue();
        assertThat(output.closedByReader()).isFalse();
    }
}
