package org.fupin.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputFileTest {

    private static final FileTime LONG_AGO = FileTime.fromMillis(1_000_000_000_000L);

    @TempDir
    private Path folder;

    @Test
    void writesAFileIntoAFolderThatItMakes() throws IOException {
        Path file = folder.resolve("2012/CN-HE/CN-HE-2012.xlsx");

        OutputFile.Written written = OutputFile.write(file, out -> out.write(bytes("abc")));

        assertThat(file).hasContent("abc");
        assertThat(written)
                .isEqualTo(new OutputFile.Written(
                        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", 3, true));
        assertThat(OutputFile.sha256(file)).contains(written.sha256());
    }

    @Test
    void leavesAFileWithTheSameContentAlone() throws IOException {
        Path file = folder.resolve("a.pdf");
        OutputFile.write(file, out -> out.write(bytes("abc")));
        Files.setLastModifiedTime(file, LONG_AGO);

        assertThat(OutputFile.write(file, out -> out.write(bytes("abc"))).changed())
                .isFalse();
        assertThat(Files.getLastModifiedTime(file)).isEqualTo(LONG_AGO);
        assertThat(OutputFile.write(file, out -> out.write(bytes("abd"))).changed())
                .isTrue();
        assertThat(file).hasContent("abd");
    }

    @Test
    void keepsTheOldFileAndLeavesNothingBehindWhenItFails() throws IOException {
        Path file = folder.resolve("a.pdf");
        OutputFile.write(file, out -> out.write(bytes("old")));

        assertThatThrownBy(() -> OutputFile.write(file, out -> {
                    out.write(bytes("half of the n"));
                    throw new IOException("no space left");
                }))
                .hasMessage("no space left");

        assertThat(file).hasContent("old");
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void overwritesWhatAKilledRunLeftBehind() throws IOException {
        Files.writeString(folder.resolve(".a.pdf.tmp"), "half");
        OutputFile.write(folder.resolve("a.pdf"), out -> out.write(bytes("new")));
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(folder.resolve("a.pdf"));
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
