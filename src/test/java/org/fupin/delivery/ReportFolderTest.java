package org.fupin.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportFolderTest {

    private static final String PATH = "2012/CN-GS/CN-GS-2012.pdf";

    @TempDir
    private Path folder;

    @Test
    void givesTheVersionThatIsAskedFor() throws Exception {
        DeliveryFile before = Samples.file(PATH, "before", Samples.PDF);
        DeliveryFile now = Samples.file(PATH, "now", Samples.PDF);
        write(PATH, "now");
        write("superseded/2012/CN-GS/CN-GS-2012." + before.sha256().substring(0, 12) + ".pdf", "before");
        ReportFolder files = new ReportFolder(folder);

        assertThat(files.read(now)).isEqualTo(Samples.bytes(PATH, "now"));
        assertThat(files.read(before)).isEqualTo(Samples.bytes(PATH, "before"));
        assertThatThrownBy(() -> files.read(Samples.file(PATH, "never", Samples.PDF)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(PATH)
                .hasMessageContaining("is not there any more");
    }

    @Test
    void staysInItsFolder() throws Exception {
        Files.createDirectories(folder.resolve("out"));
        DeliveryFile outside = Samples.file("../secret", "x", Samples.PDF);
        Files.write(folder.resolve("secret"), Samples.bytes("../secret", "x"));

        assertThatThrownBy(() -> new ReportFolder(folder.resolve("out")).read(outside))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("leads out");
    }

    private void write(String path, String content) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.write(file, Samples.bytes(PATH, content));
    }
}
