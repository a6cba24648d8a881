package org.fupin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.fupin.testing.Inbox;
import org.fupin.testing.Launched;
import org.fupin.testing.Launched.Ended;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code jobs/install} lays out a release that works without the checkout; the build had it do so before these tests. */
class InstallIT {

    private static final Path INSTALLED = Path.of("target/installed").toAbsolutePath();

    @TempDir
    private Path folder;

    @Test
    void laysOutARelease() throws Exception {
        Path current = INSTALLED.resolve("current");
        assertThat(current.resolve("lib/fupin.jsa")).isNotEmptyFile();
        assertThat(current.resolve("examples/systemd/fupin.service")).isNotEmptyFile();
        assertThat(current.resolve("examples/data")).doesNotExist();

        Path job = Files.writeString(folder.resolve("monthly.yml"), """
                job: province-year-reports
                inbox: inbox
                out: reports
                """);
        new Inbox(Files.createDirectory(folder.resolve("inbox"))).put("hebei.txt", Inbox.HEBEI_2011);
        assertThat(current.resolve("lib/fupin.mv.db")).isNotEmptyFile();
        Path classes = folder.resolve("classes.log");
        Ended run = start(
                Map.of("JAVA_OPTS", "-Xlog:class+load:file=" + classes),
                current.resolve("bin/fupin").toString(),
                "run",
                job.toString());
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).contains("1 loaded");
        List<String> loaded = Files.readAllLines(classes);
        assertThat(loaded)
                .as("classes come from the archive")
                .anyMatch(line ->
                        line.contains(" org.fupin.extraction.Extractor ") && line.contains("shared objects file"));
        assertThat(loaded)
                .as("the new warehouse is a copy of the empty one")
                .noneMatch(line -> line.contains(" org.flywaydb.core.Flyway "));
    }

    @Test
    void leavesAReleaseThatIsThereAsItIs() throws Exception {
        Path current = INSTALLED.resolve("current");
        Path release = current.toRealPath();
        FileTime made = Files.getLastModifiedTime(current.resolve("lib/fupin.jsa"));
        List<Path> releases = list(release.getParent());

        Ended again = start(Map.of(), Path.of("jobs/install").toAbsolutePath().toString(), INSTALLED.toString());

        assertThat(again.code()).as(again.err()).isZero();
        assertThat(again.out()).contains("is installed: " + current.resolve("bin/fupin"));
        assertThat(current.toRealPath()).isEqualTo(release);
        assertThat(Files.getLastModifiedTime(current.resolve("lib/fupin.jsa")))
                .as("the archive serves still")
                .isEqualTo(made);
        assertThat(list(release.getParent())).isEqualTo(releases);
    }

    @Test
    void doesWithoutAnArchiveOfAnotherJava() throws Exception {
        Path copy = folder.resolve("copy");
        assertThat(start(
                                Map.of(),
                                "cp",
                                "-R",
                                INSTALLED.resolve("current").toRealPath().toString(),
                                copy.toString())
                        .code())
                .isZero();
        // As an upgrade of Java leaves it.
        Path archive = copy.resolve("lib/fupin.jsa");
        Files.delete(archive);
        Files.writeString(archive, "made by another Java");

        Ended ended = start(Map.of(), copy.resolve("bin/fupin").toString(), "--version");

        assertThat(ended.code()).isZero();
        assertThat(ended.err()).isEmpty();
        assertThat(ended.out()).matches("fupin \\d+\\.\\d+\\.\\d+ \\(Java .+\\)\\R");
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    private Ended start(Map<String, String> environment, String... command) throws Exception {
        try (Launched launched = Launched.start(folder, environment, List.of(command))) {
            return launched.end();
        }
    }
}
