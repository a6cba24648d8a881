package org.fupin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.fupin.testing.Inbox;
import org.fupin.testing.Launched;
import org.fupin.testing.Launched.Ended;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The packaged program, asked to stop, killed, or met by another one, in the midst of a run on an H2 file. */
class StopIT {

    private static final String[] PROVINCES = {"Hebei", "Gansu", "Shanxi", "Henan"};

    /** The reports of a run that nobody disturbed: path to SHA-256. */
    private static Map<String, String> undisturbed = Map.of();

    @TempDir
    private Path folder;

    @BeforeAll
    static void runUndisturbed(@TempDir Path alone) throws Exception {
        prepare(alone);
        Outcome ended = Outcome.of("run", alone.resolve("monthly.yml"));
        assertThat(ended.code()).as(ended.err()).isZero();
        undisturbed = outputs(alone.resolve("reports"));
    }

    @BeforeEach
    void prepare() throws IOException {
        prepare(folder);
    }

    private static void prepare(Path folder) throws IOException {
        Files.createDirectories(folder.resolve("tmp"));
        Inbox inbox = new Inbox(Files.createDirectories(folder.resolve("inbox")));
        for (String province : PROVINCES) {
            for (int year : new int[] {2010, 2011}) {
                inbox.put(
                        province + year + ".txt",
                        Inbox.HEBEI_2011.replace("Hebei", province).replace("2011", Integer.toString(year)));
            }
        }
        Files.writeString(folder.resolve("monthly.yml"), """
                job: province-year-reports
                inbox: inbox
                out: reports
                period: 2026-03
                parallel: 1
                """);
    }

    @ParameterizedTest
    @CsvSource({"TERM, 143, false", "TERM, 143, true", "INT, 130, true"})
    void stopsWithinSecondsAndIsContinued(String signal, int code, boolean whileRendering) throws Exception {
        Assumptions.assumeFalse(
                signal.equals("INT") && isInterruptIgnored(),
                "skipped: the tests run in the background of a shell, where SIGINT does nothing");
        Ended stopped;
        try (Launched run = fupin("run", "monthly.yml")) {
            awaitWork(run, whileRendering);
            stopped = run.signal(signal).end();
        }

        assertThat(stopped.code()).as(stopped.err()).isEqualTo(code);
        assertThat(stopped.out()).contains("run 1 of monthly for 2026-03 (attempt 1): stopped, the next run continues");
        assertThat(stopped.err())
                .contains("fupin: stopping after the work in progress is finished")
                .doesNotContain("broken off", "ERROR", "\tat ");
        assertThat(folder.resolve("data/monthly.owner")).doesNotExist();
        assertThat(folder.resolve("reports/manifest.json")).doesNotExist();
        assertThat(folder.resolve("tmp")).as("temporary files").isEmptyDirectory();
        assertThat(Outcome.of("history", "--job", job()).out()).startsWith("run 1 of monthly for 2026-03: stopped");

        isContinued(Outcome.of("run", job()));
    }

    /** At any other moment, see {@link KillIT}. */
    @Test
    void isContinuedAtOnceAfterItWasKilled() throws Exception {
        try (Launched run = fupin("run", "monthly.yml")) {
            awaitWork(run, true);
            assertThat(run.kill().end().code()).isEqualTo(137);
        }
        assertThat(folder.resolve("tmp")).isNotEmptyDirectory();

        Ended next = fupin("run", "monthly.yml").end();

        isContinued(new Outcome(next.code(), next.out(), next.err()));
        assertThat(folder.resolve("tmp")).as("temporary files").isEmptyDirectory();
    }

    @Test
    void othersAreToldWhoIsAtWork() throws Exception {
        try (Launched run = fupin("run", "monthly.yml")) {
            awaitWork(run, false);
            // As long as it is looked at, it stands still.
            run.signal("STOP");
            String who = "run 1 of monthly for 2026-03, process " + run.pid() + " on host ";

            Outcome other = Outcome.of("run", job());
            Outcome status = Outcome.of("status", "--job", job());
            Outcome json = Outcome.of("status", "--job", job(), "--json");

            assertThat(other.code()).as(other.err()).isEqualTo(4);
            assertThat(other.out()).isEmpty();
            assertThat(other.err().lines())
                    .singleElement()
                    .asString()
                    .startsWith("fupin: database jdbc:h2:file:")
                    .contains(" is in use by another process: " + who, ", since ", ", last heartbeat ");
            assertThat(status.code()).as(status.err()).isZero();
            assertThat(status.out()).contains("at work", who);
            assertThat(json.out()).contains("\"process\":" + run.pid(), "\"seems_dead\":false");

            assertThat(run.signal("CONT").end().code()).isZero();
        }
        assertThat(Outcome.of("status", "--job", job()).out())
                .contains("completed")
                .doesNotContain("at work");
    }

    /** A shell has what it starts in the background ignore SIGINT, and that is inherited. */
    private static boolean isInterruptIgnored() throws IOException {
        Path status = Path.of("/proc/self/status");
        return Files.exists(status)
                && Files.readAllLines(status).stream()
                        .filter(line -> line.startsWith("SigIgn:"))
                        .anyMatch(line ->
                                (Long.parseUnsignedLong(line.substring(7).strip(), 16) & 2) != 0);
    }

    private void isContinued(Outcome next) throws Exception {
        assertThat(next.code()).as(next.err()).isZero();
        assertThat(next.out()).startsWith("continued run 1 of monthly for 2026-03 (attempt 2): done");
        assertThat(outputs(folder.resolve("reports"))).isEqualTo(undisturbed);
        assertThat(Outcome.of("run", job()).out()).contains("nothing new");
    }

    /** Waits until files are taken in, or until reports are made. */
    private void awaitWork(Launched run, boolean whileRendering) throws InterruptedException {
        if (whileRendering) {
            run.await("a report is there", () -> Files.exists(folder.resolve("reports/2010/CN-HE/CN-HE-2010.xlsx")));
        } else {
            run.await("it says which run it makes", this::namesItsRun);
        }
    }

    /** The file beside the database is there as soon as the database is taken, and names the run once it has a row. */
    private boolean namesItsRun() {
        try {
            return Files.readString(folder.resolve("data/monthly.owner")).contains("\"run\":1,");
        } catch (IOException e) {
            return false;
        }
    }

    private Path job() {
        return folder.resolve("monthly.yml");
    }

    private Launched fupin(String... arguments) {
        return Launched.fupin(folder, Map.of("TMPDIR", folder.resolve("tmp").toString()), arguments);
    }

    /** Path to SHA-256. */
    private static Map<String, String> outputs(Path out) throws Exception {
        Map<String, String> outputs = new TreeMap<>();
        try (Stream<Path> files = Files.walk(out)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                outputs.put(
                        out.relativize(file).toString(),
                        HexFormat.of()
                                .formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file))));
            }
        }
        return outputs;
    }
}
