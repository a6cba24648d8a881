package org.fupin.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.fupin.observation.Sha256;
import org.fupin.store.OutputFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SupersededFilesTest {

    private static final String REPORT = "2011/CN-HE/CN-HE-2011.pdf";
    private static final String ONE = sha256("one");
    private static final String TWO = sha256("two");

    @TempDir
    private Path out;

    private SupersededFiles superseded;

    @BeforeEach
    void folder() {
        superseded = new SupersededFiles(out);
    }

    @ParameterizedTest
    @CsvSource({
        "2011/CN-HE/CN-HE-2011.pdf, superseded/2011/CN-HE/CN-HE-2011.0123456789ab.pdf",
        "2011/summary-2011.xlsx, superseded/2011/summary-2011.0123456789ab.xlsx",
        "a.b/readme, superseded/a.b/readme.0123456789ab",
        "a/.hidden, superseded/a/.hidden.0123456789ab"
    })
    void keepsTheFoldersAndTheEndingOfAName(String path, String kept) {
        assertThat(SupersededFiles.path(path, "0123456789ab" + "c".repeat(52))).isEqualTo(kept);
    }

    @Test
    void findsEachVersionWhereverItStands() throws IOException {
        write("one");
        assertThat(superseded.find(REPORT, ONE)).contains(out.resolve(REPORT));

        write("two");

        assertThat(superseded.find(REPORT, TWO)).contains(out.resolve(REPORT));
        assertThat(superseded.find(REPORT, ONE)).contains(out.resolve(SupersededFiles.path(REPORT, ONE)));
        assertThat(superseded.find(REPORT, sha256("three"))).isEmpty();
    }

    @Test
    void doesNotTakeAnotherContentForAVersion() throws IOException {
        write("one");
        write("two");
        Files.writeString(out.resolve(SupersededFiles.path(REPORT, ONE)), "spoilt");

        assertThat(superseded.find(REPORT, ONE)).isEmpty();
    }

    @Test
    void keepsEachVersionOnceWithTheTimeOfTheLast() throws IOException {
        write("one");
        write("two");
        Path kept = out.resolve(SupersededFiles.path(REPORT, ONE));
        Files.setLastModifiedTime(kept, FileTime.from(Instant.EPOCH));

        write("one");
        write("two");

        assertThat(superseded.list())
                .extracting(SupersededFiles.Kept::path)
                .containsExactlyInAnyOrder(SupersededFiles.path(REPORT, ONE), SupersededFiles.path(REPORT, TWO));
        assertThat(Files.getLastModifiedTime(kept).toInstant()).isAfter(Instant.EPOCH);
        assertThat(kept).hasContent("one");
    }

    @Test
    void keepsNothingOfTheSameBytes() throws IOException {
        write("one");
        write("one");

        assertThat(out.resolve("superseded")).doesNotExist();
    }

    @Test
    void leavesTheOldReportWhereItCannotBeKept() throws IOException {
        write("one");
        Files.writeString(out.resolve("superseded"), "in the way");

        assertThatThrownBy(() -> write("two")).isInstanceOf(IOException.class);

        assertThat(out.resolve(REPORT)).hasContent("one");
        assertThat(files()).containsExactlyInAnyOrder(REPORT, "superseded");
    }

    @Test
    void isNotHinderedByWhatAKilledRunLeft() throws IOException {
        write("one");
        Path kept = out.resolve(SupersededFiles.path(REPORT, ONE));
        Files.createDirectories(kept.getParent());
        Files.writeString(OutputFile.unfinished(kept), "o");
        Files.writeString(OutputFile.unfinished(out.resolve(REPORT)), "tw");

        write("two");

        assertThat(files()).containsExactlyInAnyOrder(REPORT, SupersededFiles.path(REPORT, ONE));
        assertThat(kept).hasContent("one");
    }

    @Test
    void removesFilesAndTheFoldersThatBecomeEmpty() throws IOException {
        write("one");
        write("two");
        write("three");
        List<SupersededFiles.Kept> kept = superseded.list();
        assertThat(kept).hasSize(2);

        superseded.remove(kept.get(0).path());
        assertThat(files()).containsExactlyInAnyOrder(REPORT, kept.get(1).path());

        superseded.remove(kept.get(1).path());
        assertThat(out.resolve("superseded")).doesNotExist();
        assertThat(out.resolve(REPORT)).hasContent("three");
    }

    private void write(String content) throws IOException {
        OutputFile.write(
                out.resolve(REPORT),
                stream -> stream.write(content.getBytes(StandardCharsets.UTF_8)),
                oldSha256 -> superseded.keep(REPORT, oldSha256, ""),
                "");
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.walk(out)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> out.relativize(file).toString())
                    .toList();
        }
    }

    private static String sha256(String text) {
        return Sha256.of(text.getBytes(StandardCharsets.UTF_8));
    }
}
