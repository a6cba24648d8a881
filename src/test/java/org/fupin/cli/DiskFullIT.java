package org.fupin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.fupin.cli.output.ExitCode;
import org.fupin.store.OutputFile;
import org.fupin.testing.Inbox;
import org.fupin.testing.Launched;
import org.fupin.testing.Launched.Ended;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged program on a machine whose disks are full one after the other, until there is room. */
class DiskFullIT {

    private static final Path FULL = Path.of("/dev/full");

    /** In KiB: less than a font takes, which Java unpacks into the temporary folder. */
    private static final long SMALL = 500;

    /** In KiB: more than that, so that it is the database that meets the limit. */
    private static final long BALLAST = 1_000;

    /** In KiB: less than a run enters into the database. */
    private static final long ROOM = 30;

    @TempDir
    private Path folder;

    @Test
    void endsInLinesAndGoesOnWhenThereIsRoom() throws Exception {
        Assumptions.assumeTrue(Files.exists(FULL), "skipped: this system has no /dev/full");
        Path alone = prepare("alone");
        assertThat(run(alone).code()).isZero();
        SortedMap<String, String> undisturbed = outputs(alone);
        Path place = prepare("place");
        assertThat(Outcome.of("migrate", "--job", job(place)).code()).isZero();

        Path other = prepare("other");
        assertThat(Outcome.of("migrate", "--job", job(other)).code()).isZero();
        assertThat(told(withFilesUpTo(SMALL, other), ExitCode.FAILED))
                .as("temporary files")
                .hasSize(3)
                .anySatisfy(line -> assertThat(line)
                        .startsWith("fupin: failed: render CN-HE 2011: ")
                        .contains("no font can be put into the temporary folder "));
        goesOn(other, undisturbed);

        assertThat(told(withFilesUpTo(fill(place.resolve("data/monthly")) + ROOM, place), ExitCode.DATABASE))
                .as("database")
                .singleElement()
                .asString()
                .startsWith("fupin: database jdbc:h2:file:")
                .containsAnyOf(
                        " failed during the run: File too large",
                        " failed during the run: the database's file could not be written to: is the disk full?");

        goesOn(place, undisturbed);

        Path full = prepare("full");
        // The names under which the reports are written.
        List<Path> written = undisturbed.keySet().stream()
                .map(file -> OutputFile.unfinished(full.resolve("reports").resolve(file)))
                .toList();
        for (Path unfinished : written) {
            Files.createDirectories(unfinished.getParent());
            Files.createSymbolicLink(unfinished, FULL);
        }
        assertThat(told(run(full), ExitCode.FAILED))
                .as("reports")
                .hasSizeLessThan(10)
                .contains("fupin: failed: render CN-HE 2011: 2011/CN-HE/CN-HE-2011.xlsx could not be made:"
                        + " No space left on device");

        for (Path unfinished : written) {
            Files.deleteIfExists(unfinished);
        }
        goesOn(full, undisturbed);
    }

    private static void goesOn(Path place, SortedMap<String, String> undisturbed) throws Exception {
        Outcome last = run(place);
        assertThat(last.code()).as(last.err()).isZero();
        assertThat(outputs(place)).isEqualTo(undisturbed);
    }

    private Path prepare(String name) throws IOException {
        Path place = folder.resolve(name);
        new Inbox(Files.createDirectories(place.resolve("inbox"))).put("hebei.txt", Inbox.HEBEI_2011);
        Files.writeString(job(place), """
                job: province-year-reports
                inbox: inbox
                out: reports
                period: 2026-03
                """);
        return place;
    }

    /** @return the size of the database's file in KiB */
    private static long fill(Path database) throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:h2:file:" + database, "sa", "");
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "CREATE TABLE ballast AS SELECT RANDOM_UUID() FROM SYSTEM_RANGE(1, " + BALLAST * 64 + ")");
        }
        return Files.size(Path.of(database + ".mv.db")) / 1024;
    }

    private static Path job(Path place) {
        return place.resolve("monthly.yml");
    }

    private static Outcome run(Path place) {
        return Outcome.of("run", job(place));
    }

    /** A run that can write no file beyond a size in KiB: it fails as on a full disk, and needs no disk of its own. */
    private static Outcome withFilesUpTo(long size, Path place) throws InterruptedException {
        String run = "ulimit -f " + size + "; exec \"$0\" run monthly.yml";
        Ended ended = Launched.start(
                        place,
                        Map.of(),
                        List.of("bash", "-c", run, Launched.installed().toString()))
                .end();
        return new Outcome(ended.code(), ended.out(), ended.err());
    }

    /** What standard error has beside the log's lines of steps. */
    private static List<String> told(Outcome ended, ExitCode code) {
        assertThat(ended.code()).as(ended.err()).isEqualTo(code.number());
        assertThat(ended.err()).doesNotContain("\tat ", "Caused by");
        return ended.err().lines().filter(line -> !line.contains(" INFO  ")).toList();
    }

    /** Path to SHA-256. */
    private static SortedMap<String, String> outputs(Path place) throws IOException {
        SortedMap<String, String> outputs = new TreeMap<>();
        Path out = place.resolve("reports");
        try (Stream<Path> files = Files.walk(out)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                outputs.put(
                        out.relativize(file).toString(), OutputFile.sha256(file).orElseThrow());
            }
        }
        return outputs;
    }
}
