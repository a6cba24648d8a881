package org.fupin.cli;

import static org.assertj.core.api.Assertions.assertThat;

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

/** {@code jobs/install} lays out a release that works without the checkout. */
class InstallIT {

    @TempDir
    private Path folder;

    @Test
    void laysOutARelease() throws Exception {
        Path opt = folder.resolve("opt/fupin");

        Ended first = install(opt);

        assertThat(first.code()).as(first.err()).isZero();
        Path current = opt.resolve("current");
        assertThat(first.out())
                .contains("is installed: " + current.toRealPath().getParent().getParent());
        assertThat(current.resolve("lib/fupin.jsa")).isNotEmptyFile();
        assertThat(current.resolve("examples/systemd/fupin.service")).isNotEmptyFile();
        assertThat(current.resolve("examples/data")).doesNotExist();

        Path job = Files.writeString(folder.resolve("monthly.yml"), """
                job: province-year-reports
                inbox: inbox
                out: reports
                """);
        new Inbox(Files.createDirectory(folder.resolve("inbox"))).put("hebei.txt", Inbox.HEBEI_2011);
        Path classes = folder.resolve("classes.log");
        Ended run = start(
                Map.of("JAVA_OPTS", "-Xlog:class+load:file=" + classes),
                current.resolve("bin/fupin").toString(),
                "run",
                job.toString());
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).contains("1 loaded");
        try (Stream<String> loaded = Files.lines(classes)) {
            assertThat(loaded)
                    .as("classes come from the archive")
                    .anyMatch(line ->
                            line.contains(" org.fupin.extraction.Extractor ") && line.contains("shared objects file"));
        }

        Path release = current.toRealPath();
        FileTime made = Files.getLastModifiedTime(current.resolve("lib/fupin.jsa"));
        assertThat(install(opt).code()).isZero();
        assertThat(current.toRealPath()).isEqualTo(release);
        assertThat(Files.getLastModifiedTime(current.resolve("lib/fupin.jsa")))
                .as("the archive serves still")
                .isEqualTo(made);
        try (Stream<Path> releases = Files.list(release.getParent())) {
            assertThat(releases).containsExactly(release);
        }

        // As an upgrade of Java leaves it.
        Path archive = current.resolve("lib/fupin.jsa");
        Files.delete(archive);
        Files.writeString(archive, "made by another Java");

        Ended ended = start(Map.of(), current.resolve("bin/fupin").toString(), "--version");

        assertThat(ended.code()).isZero();
        assertThat(ended.err()).isEmpty();
        assertThat(ended.out()).matches("fupin \\d+\\.\\d+\\.\\d+ \\(Java .+\\)\\R");
    }

    private Ended install(Path target) throws Exception {
        return start(Map.of(), Path.of("jobs/install").toAbsolutePath().toString(), target.toString());
    }

    private Ended start(Map<String, String> environment, String... command) throws Exception {
        try (Launched launched = Launched.start(folder, environment, List.of(command))) {
            return launched.end();
        }
    }
}
