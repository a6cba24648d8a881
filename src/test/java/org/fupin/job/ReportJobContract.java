package org.fupin.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.fupin.intake.Rejection;
import org.fupin.observation.Sha256;
import org.fupin.publish.Manifest;
import org.fupin.publish.SupersededFiles;
import org.fupin.report.Publisher;
import org.fupin.settings.Credentials;
import org.fupin.settings.DatabaseUrl;
import org.fupin.settings.IntakeLimits;
import org.fupin.settings.JobDefinition;
import org.fupin.settings.LockTiming;
import org.fupin.settings.OnConflict;
import org.fupin.settings.RunRequest;
import org.fupin.settings.RunScope;
import org.fupin.store.DatabaseUnreachableException;
import org.fupin.store.OutputFile;
import org.fupin.store.RunInProgressException;
import org.fupin.store.RunOwner;
import org.fupin.store.WarehouseView;
import org.fupin.testing.Inbox;
import org.fupin.testing.TestDatabase;
import org.fupin.warehouse.ledger.LockOwner;
import org.fupin.warehouse.ledger.Run;
import org.fupin.warehouse.ledger.RunStatus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the job does, on whatever database. */
abstract class ReportJobContract {

    private static final FileTime LONG_AGO = FileTime.fromMillis(1_000_000_000_000L);
    private static final YearMonth MARCH = YearMonth.of(2026, 3);

    @TempDir
    private Path folder;

    private Path out;
    private Inbox inbox;
    private DatabaseUrl url;
    private Credentials credentials;
    private ReportJob job;
    private final Watch watch = new Watch();
    private final LockOwner self = RunOwner.thisProcess();

    /** An empty one. */
    abstract TestDatabase database();

    private Publisher publisher = Publisher.UNKNOWN;
    private OnConflict onConflict = OnConflict.REJECT;

    @BeforeEach
    void open() throws Exception {
        TestDatabase database = database();
        url = DatabaseUrl.parse(database.url(), folder);
        credentials = new Credentials(database.user(), database.password());
        inbox = new Inbox(Files.createDirectory(folder.resolve("inbox")));
        out = folder.resolve("out");
        job = ReportJob.open(url, credentials, 2, watch);
    }

    @AfterEach
    void close() {
        if (job != null) {
            job.close();
        }
    }

    @Test
    void loadsAuditsAndReports() throws Exception {
        inbox.put("hebei-2011.txt", Inbox.HEBEI_2011)
                .put("later/hebei-2012.txt", Inbox.HEBEI_2012)
                .put("gansu.txt", Inbox.GANSU_2011);

        RunResult result = run();

        assertThat(result.failures()).isEmpty();
        assertThat(result.attempt()).isEqualTo(1);
        assertThat(List.of(
                        result.count(Count.FOUND),
                        result.count(Count.LOADED),
                        result.count(Count.KNOWN),
                        result.count(Count.ADDED),
                        result.count(Count.SUPERSEDED)))
                .containsExactly(3L, 3L, 0L, 3L, 0L);
        assertThat(result.count(Count.OBSERVATIONS)).isEqualTo(8);
        assertThat(result.count(Count.AUDITED)).isEqualTo(3);
        assertThat(result.count(Count.WRITTEN)).isEqualTo(25);
        assertThat(outputs().keySet())
                .containsExactly(
                        "2011/CN-GS/CN-GS-2011.codes.csv",
                        "2011/CN-GS/CN-GS-2011.csv",
                        "2011/CN-GS/CN-GS-2011.html",
                        "2011/CN-GS/CN-GS-2011.pdf",
                        "2011/CN-GS/CN-GS-2011.sdmx.csv",
                        "2011/CN-GS/CN-GS-2011.xlsx",
                        "2011/CN-GS/datapackage.json",
                        "2011/CN-HE/CN-HE-2011.codes.csv",
                        "2011/CN-HE/CN-HE-2011.csv",
                        "2011/CN-HE/CN-HE-2011.html",
                        "2011/CN-HE/CN-HE-2011.pdf",
                        "2011/CN-HE/CN-HE-2011.sdmx.csv",
                        "2011/CN-HE/CN-HE-2011.xlsx",
                        "2011/CN-HE/datapackage.json",
                        "2011/summary-2011.pdf",
                        "2011/summary-2011.xlsx",
                        "2012/CN-HE/CN-HE-2012.codes.csv",
                        "2012/CN-HE/CN-HE-2012.csv",
                        "2012/CN-HE/CN-HE-2012.html",
                        "2012/CN-HE/CN-HE-2012.pdf",
                        "2012/CN-HE/CN-HE-2012.sdmx.csv",
                        "2012/CN-HE/CN-HE-2012.xlsx",
                        "2012/CN-HE/datapackage.json",
                        "2012/summary-2012.pdf",
                        "2012/summary-2012.xlsx",
                        "index.html",
                        "manifest.json");
        assertThat(watch.begun)
                .containsExactly("discover 3", "inspect 3", "extract 3", "audit 3", "render 3", "summarise 2");
    }

    @Test
    void writesDownWhatItMadeAndFromWhat() throws Exception {
        inbox.put("hebei-2011.txt", Inbox.HEBEI_2011).put("hebei-2012.txt", Inbox.HEBEI_2012);
        run();

        Manifest manifest = Manifest.read(out).orElseThrow();

        assertThat(manifest.outputs())
                .extracting(Manifest.Output::path, Manifest.Output::sha256)
                .containsExactlyElementsOf(outputs().entrySet().stream()
                        .filter(output -> !output.getKey().equals("manifest.json"))
                        .map(output -> tuple(output.getKey(), output.getValue()))
                        .toList());
        assertThat(manifest.output("2012/CN-HE/CN-HE-2012.pdf").orElseThrow().inputs())
                .extracting(Manifest.Input::year, Manifest.Input::vintage, Manifest.Input::documents)
                .containsExactly(
                        tuple(2011, 1, List.of(document("hebei-2011.txt"))),
                        tuple(2012, 1, List.of(document("hebei-2012.txt"))));
        assertThat(manifest.run()).isEqualTo(new Manifest.Run(1, "monthly", "2026-03"));
    }

    @Test
    void doesNothingTheSecondTime() throws Exception {
        inbox.put("hebei-2011.txt", Inbox.HEBEI_2011).put("gansu.txt", Inbox.GANSU_2011);
        run();
        Map<String, String> before = outputs();
        ageOutputs();

        RunResult result = run();

        assertThat(result.failures()).isEmpty();
        assertThat(result.nothingNew()).isTrue();
        assertThat(result.runId()).isEqualTo(2);
        assertThat(result.continued()).isFalse();
        assertThat(result.count(Count.KNOWN)).isEqualTo(2);
        assertThat(List.of(result.count(Count.LOADED), result.count(Count.AUDITED), result.count(Count.WRITTEN)))
                .containsOnly(0L);
        assertThat(outputs()).isEqualTo(before);
        assertThat(touched()).isEmpty();
    }

    @Test
    void reportsAgainOnlyWhatACorrectionChanges() throws Exception {
        inbox.put("hebei-2011.txt", Inbox.HEBEI_2011)
                .put("hebei-2012.txt", Inbox.HEBEI_2012)
                .put("gansu.txt", Inbox.GANSU_2011);
        run();
        Map<String, String> before = outputs();
        ageOutputs();
        inbox.put("hebei-2011-corrected.txt", Inbox.HEBEI_2011_CORRECTED);

        RunResult result = run();

        assertThat(List.of(
                        result.count(Count.LOADED),
                        result.count(Count.KNOWN),
                        result.count(Count.ADDED),
                        result.count(Count.SUPERSEDED)))
                .containsExactly(1L, 3L, 0L, 1L);
        assertThat(result.count(Count.AUDITED)).isEqualTo(1);
        assertThat(superseded(before))
                .as("the reports that others took the place of are kept")
                .hasSize(11)
                .containsExactlyInAnyOrderElementsOf(touched().stream()
                        .filter(path -> !path.equals("manifest.json") && !path.startsWith("superseded/"))
                        .toList());
        assertThat(touched())
                .filteredOn(path -> !path.startsWith("superseded/"))
                .as("the year, the year after, which shows the year before, and the summary of the year")
                .containsExactlyInAnyOrder(
                        "2011/CN-HE/CN-HE-2011.csv",
                        "2011/CN-HE/CN-HE-2011.html",
                        "2011/CN-HE/CN-HE-2011.pdf",
                        "2011/CN-HE/CN-HE-2011.sdmx.csv",
                        "2011/CN-HE/CN-HE-2011.xlsx",
                        "2011/CN-HE/datapackage.json",
                        "2012/CN-HE/CN-HE-2012.pdf",
                        "2012/CN-HE/CN-HE-2012.xlsx",
                        "2011/summary-2011.pdf",
                        "2011/summary-2011.xlsx",
                        "index.html",
                        "manifest.json");
        assertThat(Manifest.read(out).orElseThrow().outputs())
                .filteredOn(output -> output.run() == result.runId())
                .hasSize(11);
    }

    @Test
    void makesAgainWhatIsMissingOrDamaged() throws Exception {
        inbox.put("hebei-2011.txt", Inbox.HEBEI_2011).put("gansu.txt", Inbox.GANSU_2011);
        run();
        Map<String, String> before = outputs();
        ageOutputs();
        Files.delete(out.resolve("2011/CN-HE/CN-HE-2011.pdf"));
        Files.writeString(out.resolve("2011/summary-2011.xlsx"), "not a workbook");

        RunResult result = run();

        assertThat(result.count(Count.LOADED)).isZero();
        assertThat(result.count(Count.WRITTEN)).isEqualTo(2);
        assertThat(touched())
                .filteredOn(path -> !path.startsWith("superseded/"))
                .containsExactlyInAnyOrder("2011/CN-HE/CN-HE-2011.pdf", "2011/summary-2011.xlsx");
        String altered = SupersededFiles.path(
                "2011/summary-2011.xlsx", Sha256.of("not a workbook".getBytes(StandardCharsets.UTF_8)));
        assertThat(out.resolve(altered))
                .as("what somebody wrote over a report is not lost")
                .hasContent("not a workbook");
        Files.delete(out.resolve(altered));
        assertThat(outputs())
                .as("the same bytes, and the manifest is as it was")
                .isEqualTo(before);
    }

    @Test
    void makesTheSameBytesWhenForced() throws Exception {
        inbox.put("hebei-2011.txt", Inbox.HEBEI_2011);
        run();
        Map<String, String> before = outputs();

        RunResult result = job.run(new RunRequest(definition(), YearMonth.of(2026, 4), true));

        assertThat(watch.begun).endsWith("render 1", "summarise 1");
        assertThat(result.count(Count.WRITTEN)).isZero();
        assertThat(outputs()).isEqualTo(before);
    }

    @Test
    void makesOnlyWhatIsInScopeAndTheRestWithTheNextPlainRun() throws Exception {
        inbox.put("hebei-2011.txt", Inbox.HEBEI_2011)
                .put("hebei-2012.txt", Inbox.HEBEI_2012)
                .put("gansu.txt", Inbox.GANSU_2011);

        RunResult scoped = run(new RunScope(new TreeSet<>(Set.of(2012)), new TreeSet<>()), false);

        assertThat(scoped.failures()).isEmpty();
        assertThat(outputs().keySet())
                .containsExactly(
                        "2012/CN-HE/CN-HE-2012.codes.csv",
                        "2012/CN-HE/CN-HE-2012.csv",
                        "2012/CN-HE/CN-HE-2012.html",
                        "2012/CN-HE/CN-HE-2012.pdf",
                        "2012/CN-HE/CN-HE-2012.sdmx.csv",
                        "2012/CN-HE/CN-HE-2012.xlsx",
                        "2012/CN-HE/datapackage.json",
                        "2012/summary-2012.pdf",
                        "2012/summary-2012.xlsx",
                        "index.html",
                        "manifest.json");
        assertThat(Manifest.read(out).orElseThrow().outputs()).hasSize(10);

        assertThat(run().failures()).isEmpty();

        Map<String, Object> inTwo = contentOfManifest();
        Map<String, String> bytesInTwo = outputs();
        try (ReportJob plain = ReportJob.open(
                DatabaseUrl.parse(TestDatabase.h2().url(), folder), new Credentials("sa", ""), 1, Progress.NONE)) {
            out = folder.resolve("plain");
            plain.run(new RunRequest(definition(), MARCH, false));
        }
        bytesInTwo.keySet().removeIf(path -> path.startsWith("superseded/"));
        bytesInTwo.remove("manifest.json");
        Map<String, String> bytesInOne = outputs();
        bytesInOne.remove("manifest.json");
        assertThat(bytesInTwo).as("the same reports as a plain run makes").isEqualTo(bytesInOne);
        assertThat(inTwo).as("made from the same").isEqualTo(contentOfManifest());
    }

    @Test
    void keepsTheEntriesOfWhatIsOutOfScope() throws Exception {
        inbox.put("hebei-2011.txt", Inbox.HEBEI_2011)
                .put("hebei-2012.txt", Inbox.HEBEI_2012)
                .put("gansu.txt", Inbox.GANSU_2011);
        run();
        Manifest before = Manifest.read(out).orElseThrow();
        ageOutputs();
        inbox.put("hebei-2011-corrected.txt", Inbox.HEBEI_2011_CORRECTED);

        RunScope hebei2011 = new RunScope(new TreeSet<>(Set.of(2011)), new TreeSet<>(Set.of("CN-HE")));
        RunResult scoped = run(hebei2011, false);

        assertThat(scoped.count(Count.SUPERSEDED)).isEqualTo(1);
        assertThat(scoped.count(Count.AUDITED)).isEqualTo(1);
        assertThat(touched())
                .filteredOn(path -> !path.startsWith("superseded/"))
                .containsExactlyInAnyOrder(
                        "2011/CN-HE/CN-HE-2011.csv",
                        "2011/CN-HE/CN-HE-2011.html",
                        "2011/CN-HE/CN-HE-2011.pdf",
                        "2011/CN-HE/CN-HE-2011.sdmx.csv",
                        "2011/CN-HE/CN-HE-2011.xlsx",
                        "2011/CN-HE/datapackage.json",
                        "2011/summary-2011.pdf",
                        "2011/summary-2011.xlsx",
                        "index.html",
                        "manifest.json");
        assertThat(Manifest.read(out).orElseThrow().output("2012/CN-HE/CN-HE-2012.pdf"))
                .as("still made from the first vintage of 2011")
                .isEqualTo(before.output("2012/CN-HE/CN-HE-2012.pdf"));

        ageOutputs();
        run();

        assertThat(touched())
                .filteredOn(path -> !path.startsWith("superseded/"))
                .as("what the scoped run left stale")
                .containsExactlyInAnyOrder("2012/CN-HE/CN-HE-2012.pdf", "2012/CN-HE/CN-HE-2012.xlsx", "manifest.json");
    }

    @Test
    void forcesOnlyWhatIsInScope() throws Exception {
        inbox.put("hebei-2011.txt", Inbox.HEBEI_2011)
                .put("hebei-2012.txt", Inbox.HEBEI_2012)
                .put("gansu.txt", Inbox.GANSU_2011);
        run();
        Map<String, String> before = outputs();
        watch.begun.clear();

        RunResult forced = run(new RunScope(new TreeSet<>(), new TreeSet<>(Set.of("CN-GS"))), true);

        assertThat(watch.begun).as("areas do not matter to summaries").contains("render 1", "summarise 2");
        assertThat(forced.count(Count.WRITTEN)).isZero();
        assertThat(outputs()).as("the same bytes supersede nothing").isEqualTo(before);
    }

    @Test
    void makesTheSameReportsFromTheSameFilesInAnotherDatabase() throws Exception {
        onConflict = OnConflict.NEWEST;
        inbox.put("hebei-2011.txt", Inbox.HEBEI_2011)
                .put("hebei-2012.txt", Inbox.HEBEI_2012)
                .put("b/hebei-2011.txt", Inbox.HEBEI_2011_CORRECTED)
                .changed("b/hebei-2011.txt", LONG_AGO.toInstant());
        run();
        Map<String, String> before = outputs();
        close();
        DatabaseUrl other = DatabaseUrl.parse(TestDatabase.h2().url(), folder);
        try (ReportJob again = ReportJob.open(other, new Credentials("sa", ""), 1, Progress.NONE)) {
            out = folder.resolve("other");
            assertThat(again.run(new RunRequest(definition(), MARCH, false)).failures())
                    .isEmpty();
        }

        assertThat(outputs()).isEqualTo(before);
    }

    @Test
    void rejectsWhatCannotBeReadAndGoesOn() throws Exception {
        inbox.put("hebei-2011.txt", Inbox.HEBEI_2011).putUnreadable();

        RunResult result = run();

        assertThat(result.failures()).isEmpty();
        assertThat(result.count(Count.LOADED)).isEqualTo(1);
        assertThat(result.rejections())
                .extracting(Rejection::file, Rejection::reason)
                .containsExactly(
                        tuple("binary.txt", "binary"),
                        tuple("dangling.txt", "not_found"),
                        tuple("empty.txt", "empty"),
                        tuple("loop.txt", "link_loop"),
                        tuple("shopping.txt", "no_article"));
        assertThat(watch.rejected)
                .containsExactlyInAnyOrder("binary.txt", "dangling.txt", "empty.txt", "loop.txt", "shopping.txt");
        assertThat(outputs()).containsKey("2011/CN-HE/CN-HE-2011.xlsx");

        RunResult again = run();

        assertThat(again.nothingNew()).isTrue();
        assertThat(again.rejections())
                .as("a file that still lies there is still rejected")
                .hasSize(5);
    }

    @Test
    void takesTheSameContentUnderTwoNamesOnce() throws Exception {
        inbox.put("a.txt", Inbox.HEBEI_2011).put("b.txt", Inbox.HEBEI_2011);

        RunResult result = run();

        assertThat(List.of(result.count(Count.LOADED), result.count(Count.KNOWN)))
                .containsExactly(1L, 1L);
        assertThat(Manifest.read(out)
                        .orElseThrow()
                        .output("2011/CN-HE/CN-HE-2011.pdf")
                        .orElseThrow()
                        .inputs()
                        .get(0)
                        .documents())
                .extracting(Manifest.Document::name)
                .containsExactly("a.txt");
    }

    @Test
    void hasNothingToDoOnAnEmptyInbox() throws Exception {
        RunResult result = run();

        assertThat(result.failures()).isEmpty();
        assertThat(result.count(Count.FOUND)).isZero();
        assertThat(result.nothingNew()).isTrue();
    }

    @Test
    void saysWhichReportFailedAndIsDoneByTheNextRun() throws Exception {
        inbox.put("hebei-2011.txt", Inbox.HEBEI_2011).put("gansu.txt", Inbox.GANSU_2011);
        Path inTheWay = Files.createDirectories(out.resolve("2011/CN-HE/CN-HE-2011.xlsx/folder"));

        RunResult failed = run();

        assertThat(failed.failures())
                .singleElement()
                .asString()
                .contains("CN-HE-2011")
                .contains("2011/CN-HE/CN-HE-2011.xlsx could not be made");
        assertThat(outputs()).as("the other province got its reports").containsKey("2011/CN-GS/CN-GS-2011.pdf");
        assertThat(runs())
                .extracting(Run::status, Run::message)
                .containsExactly(tuple(RunStatus.FAILED, failed.failures().get(0)));

        Files.delete(inTheWay);
        Files.delete(inTheWay.getParent());
        RunResult next = run();

        assertThat(next.failures()).isEmpty();
        assertThat(next.count(Count.LOADED)).isZero();
        assertThat(outputs()).containsKeys("2011/CN-HE/CN-HE-2011.xlsx", "2011/summary-2011.pdf", "manifest.json");
        assertThat(next.continued()).isTrue();
        assertThat(runs())
                .extracting(Run::status, Run::attempts, Run::message)
                .containsExactly(tuple(RunStatus.COMPLETED, 2, ""));
    }

    @Test
    void leavesTheOldReportWholeWhenTheDiskIsFull() throws Exception {
        Path full = Path.of("/dev/full");
        Assumptions.assumeTrue(Files.exists(full), "skipped: this system has no /dev/full");
        inbox.put("hebei.txt", Inbox.HEBEI_2011);
        run();
        Map<String, String> before = outputs();
        inbox.put("hebei.txt", Inbox.HEBEI_2011_CORRECTED);
        // The name under which the new report is written.
        Files.createSymbolicLink(out.resolve("2011/CN-HE/.CN-HE-2011.xlsx.tmp"), full);

        RunResult failed = run();

        assertThat(failed.failures())
                .singleElement()
                .asString()
                .endsWith("2011/CN-HE/CN-HE-2011.xlsx could not be made: No space left on device");
        assertThat(outputs()).isEqualTo(before);

        RunResult next = run();

        assertThat(next.failures()).isEmpty();
        assertThat(next.runId()).isEqualTo(failed.runId());
        assertThat(outputs().get("2011/CN-HE/CN-HE-2011.xlsx")).isNotEqualTo(before.get("2011/CN-HE/CN-HE-2011.xlsx"));
    }

    @Test
    void continuesARunThatWasKilledBetweenLoadingAndAudit() throws Exception {
        inbox.put("hebei-2011.txt", Inbox.HEBEI_2011).put("gansu.txt", Inbox.GANSU_2011);
        run();
        Map<String, String> before = outputs();
        Run undisturbed = runs().get(0);
        // As a killed run leaves it: everything "started", nothing audited, no reports, the lock with a dead process.
        execute(
                "DELETE FROM audit",
                "UPDATE run SET status = 'started', finished = NULL, files_found = 0, articles = 0",
                "UPDATE BATCH_JOB_EXECUTION SET STATUS = 'STARTED', EXIT_CODE = 'UNKNOWN', END_TIME = NULL",
                "UPDATE BATCH_STEP_EXECUTION SET STATUS = 'STARTED', EXIT_CODE = 'EXECUTING', END_TIME = NULL"
                        + " WHERE STEP_NAME LIKE 'audit%'");
        hold(new LockOwner("a dead one", self.host(), self.space(), Integer.MAX_VALUE, 1));
        Files.delete(out.resolve("manifest.json"));

        RunResult result = run();

        assertThat(result.failures()).isEmpty();
        assertThat(result.count(Count.LOADED)).isZero();
        assertThat(result.count(Count.AUDITED)).isEqualTo(2);
        assertThat(result.runId()).isEqualTo(1);
        assertThat(result.continued()).isTrue();
        assertThat(runs())
                .singleElement()
                .satisfies(run -> assertThat(run.attempts()).isEqualTo(2))
                .extracting(Run::status, Run::counts)
                .containsExactly(RunStatus.COMPLETED, undisturbed.counts());
        assertThat(outputs()).isEqualTo(before);
    }

    @Test
    void leavesTheDatabaseToALivingRun() throws Exception {
        run();
        Process other = new ProcessBuilder("sleep", "60").start();
        try {
            long started = other.info().startInstant().orElseThrow().toEpochMilli();
            hold(new LockOwner("a living one", self.host(), self.space(), other.pid(), started));

            assertThatThrownBy(this::run)
                    .isInstanceOf(RunInProgressException.class)
                    .hasMessageContaining("a run of monthly for 2026-03, process " + other.pid() + " on host "
                            + self.host() + ", since ");
            assertThatThrownBy(() -> ReportJob.open(url, credentials, 1, Progress.NONE))
                    .as("before anything is touched, the schema included")
                    .isInstanceOf(RunInProgressException.class);
        } finally {
            other.destroyForcibly();
        }
        assertThat(other.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(run().failures()).as("taken over at once").isEmpty();
    }

    @Test
    void leavesTheDatabaseToAnotherHostUntilThatIsSilentForTooLong() throws Exception {
        run();
        hold(new LockOwner("elsewhere", "another", "", 1, 1));

        assertThatThrownBy(this::run)
                .isInstanceOf(RunInProgressException.class)
                .hasMessageContaining("process 1 on host another")
                .hasMessageEndingWith("s ago");
        try (WarehouseView warehouse = WarehouseView.open(url, credentials)) {
            assertThat(warehouse.atWork().orElseThrow().seemsDead()).isFalse();
        }

        execute("UPDATE run_heartbeat SET heartbeat = heartbeat - 61");
        try (WarehouseView warehouse = WarehouseView.open(url, credentials)) {
            assertThat(warehouse.atWork().orElseThrow().seemsDead()).isTrue();
        }
        assertThat(run().failures()).isEmpty();
        try (WarehouseView warehouse = WarehouseView.open(url, credentials)) {
            assertThat(warehouse.atWork()).isEmpty();
        }
    }

    /** Two files are loaded, two province-years audited and rendered, two years summarised. */
    @ParameterizedTest
    @ValueSource(strings = {"discover 1", "extract 1", "audit 1", "render 1", "summarise 1", "summarise 2"})
    void stopsAndIsContinuedAsIfNothingHadBeen(String point) throws Exception {
        inbox.put("hebei-2011.txt", Inbox.HEBEI_2011)
                .put("hebei-2012.txt", Inbox.HEBEI_2012)
                .put("no.txt", "No report.");
        Undisturbed undisturbed = undisturbed();

        RunResult stopped = runUntil(point);

        assertThat(stopped.stopped()).isTrue();
        assertThat(stopped.failures()).isEmpty();
        assertThat(runs()).extracting(Run::status).containsExactly(RunStatus.STOPPED);
        assertThat(outputs()).doesNotContainKey("manifest.json");

        RunResult next = run();

        assertThat(next.failures()).isEmpty();
        assertThat(next.runId()).isEqualTo(1);
        assertThat(next.attempt()).isEqualTo(2);
        assertThat(outputs()).isEqualTo(undisturbed.outputs());
        assertThat(runs())
                .singleElement()
                .extracting(Run::status, Run::counts)
                .containsExactly(RunStatus.COMPLETED, undisturbed.run().counts());
        assertThat(run().nothingNew()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void takesTheCorrectionOfAFileThatCameBetweenAttempts(boolean theOtherWayRound) throws Exception {
        String wrong = theOtherWayRound ? Inbox.HEBEI_2011_CORRECTED : Inbox.HEBEI_2011;
        String right = theOtherWayRound ? Inbox.HEBEI_2011 : Inbox.HEBEI_2011_CORRECTED;
        inbox.put("gansu.txt", Inbox.GANSU_2011).put("hebei.txt", right);
        Undisturbed undisturbed = undisturbed();
        inbox.put("hebei.txt", wrong);
        runUntil("extract 2");
        inbox.put("hebei.txt", right);

        RunResult next = run();

        assertThat(next.count(Count.LOADED)).isEqualTo(1);
        assertThat(outputs()).isEqualTo(undisturbed.outputs());
        assertThat(Manifest.read(out)
                        .orElseThrow()
                        .output("2011/CN-HE/CN-HE-2011.pdf")
                        .orElseThrow()
                        .inputs())
                .as("the first vintage, as the wrong one never was reported on")
                .containsExactly(new Manifest.Input("CN-HE", 2011, 1, List.of(document("hebei.txt"))));
    }

    @ParameterizedTest
    @CsvSource({
        "a.txt, b.txt, false, false",
        "a.txt, b.txt, true, false",
        "a.txt, b.txt, false, true",
        "a/x.txt, b/x.txt, false, true",
        "a/x.txt, b/x.txt, true, true"
    })
    void choosesTheNewestOfFilesWhetherOrNotItWasStoppedBetweenThem(
            String one, String other, boolean theOtherWayRound, boolean newer) throws Exception {
        inbox.put(one, theOtherWayRound ? Inbox.HEBEI_2011_CORRECTED : Inbox.HEBEI_2011)
                .put(other, theOtherWayRound ? Inbox.HEBEI_2011 : Inbox.HEBEI_2011_CORRECTED)
                .changed(newer ? one : other, LONG_AGO.toInstant());
        onConflict = OnConflict.NEWEST;
        Undisturbed undisturbed = undisturbed();
        runUntil("extract 1");

        assertThat(run().count(Count.LOADED)).isEqualTo(1);

        assertThat(outputs()).isEqualTo(undisturbed.outputs());
        assertThat(runs())
                .singleElement()
                .extracting(Run::counts)
                .isEqualTo(undisturbed.run().counts());
    }

    @Test
    void stopsWhenItWasTakenOver() throws Exception {
        inbox.put("hebei-2011.txt", Inbox.HEBEI_2011)
                .put("hebei-2012.txt", Inbox.HEBEI_2012)
                .put("gansu.txt", Inbox.GANSU_2011);
        close();
        Progress robbery = new At("extract 1", () -> hold(new LockOwner("a thief", "another", "", 7, 1)));
        job = ReportJob.open(url, credentials, 1, robbery);

        assertThatThrownBy(this::run)
                .isInstanceOf(RunInProgressException.class)
                .hasMessageContaining("process 7 on host another");

        assertThat(runs())
                .as("the row is the other's now")
                .extracting(Run::status)
                .containsExactly(RunStatus.STARTED);
        assertThat(outputs()).isEmpty();
        assertThat(number("SELECT COUNT(*) FROM source_document"))
                .as("loaded before, and nothing after")
                .isEqualTo(1);
        assertThat(number("SELECT COUNT(*) FROM run_lock WHERE owner = 'a thief'"))
                .isEqualTo(1);
    }

    private record Undisturbed(Map<String, String> outputs, Run run) {}

    /** What a run on the inbox as it is makes in a database of its own. */
    private Undisturbed undisturbed() throws Exception {
        DatabaseUrl database = DatabaseUrl.parse(TestDatabase.h2().url(), folder);
        Credentials login = new Credentials("sa", "");
        Path kept = out;
        out = folder.resolve("undisturbed");
        try (ReportJob alone = ReportJob.open(database, login, 2, Progress.NONE)) {
            assertThat(alone.run(request()).failures()).isEmpty();
            try (WarehouseView warehouse = WarehouseView.open(database, login)) {
                return new Undisturbed(outputs(), warehouse.runs(1).get(0));
            }
        } finally {
            out = kept;
        }
    }

    /** Runs, one thing after the other, until it is asked to stop when a step has done its n-th thing. */
    private RunResult runUntil(String point) throws Exception {
        close();
        StopSignal stop = new StopSignal();
        try (ReportJob stopping =
                ReportJob.open(url, credentials, 1, new At(point, stop::request), stop, LockTiming.DEFAULT, null)) {
            return stopping.run(request());
        } finally {
            job = ReportJob.open(url, credentials, 2, watch);
        }
    }

    /** As if another process ran the job. */
    private void hold(LockOwner owner) {
        try {
            execute(
                    "UPDATE run_lock SET owner = '" + owner.token() + "', host = '" + owner.host() + "', process = "
                            + owner.process() + ", process_started = " + owner.started() + ", process_space = '"
                            + owner.space()
                            + "', job = 'monthly', period = '2026-03', run_id = NULL, acquired = UNIX_TIMESTAMP()",
                    "UPDATE run_heartbeat SET owner = '" + owner.token() + "', heartbeat = UNIX_TIMESTAMP()");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private RunResult run() throws RunInProgressException, DatabaseUnreachableException {
        return job.run(request());
    }

    private RunRequest request() {
        return new RunRequest(definition(), MARCH, false);
    }

    @Test
    void makesAllAgainForAnotherPublisher() throws Exception {
        inbox.put("hebei-2011.txt", Inbox.HEBEI_2011);
        run();
        publisher = new Publisher("Statistics Desk", "", "CC-BY-4.0", "");

        RunResult result = run();

        assertThat(result.failures()).isEmpty();
        assertThat(out.resolve("2011/CN-HE/datapackage.json")).content().contains("Statistics Desk", "CC-BY-4.0");
        assertThat(Manifest.read(out).orElseThrow().outputs())
                .filteredOn(output -> output.year() != null)
                .extracting(Manifest.Output::publisher)
                .containsOnly(publisher.fingerprint());
        ageOutputs();
        run();
        assertThat(touched()).isEmpty();
    }

    private RunResult run(RunScope scope, boolean force) throws Exception {
        return job.run(new RunRequest(definition(scope), MARCH, force));
    }

    private JobDefinition definition() {
        return definition(RunScope.ALL);
    }

    private JobDefinition definition(RunScope scope) {
        return new JobDefinition(
                "monthly",
                inbox.folder(),
                out,
                url,
                null,
                2,
                scope,
                new IntakeLimits(Duration.ZERO, Duration.ofMinutes(5), null, onConflict),
                publisher,
                null,
                null);
    }

    /** The outputs of the manifest without the numbers of the runs that made them. */
    private Map<String, Object> contentOfManifest() throws IOException {
        Map<String, Object> content = new TreeMap<>();
        for (Manifest.Output output : Manifest.read(out).orElseThrow().outputs()) {
            content.put(
                    output.path(),
                    List.of(output.sha256(), output.bytes(), String.valueOf(output.year()), output.inputs()));
        }
        return content;
    }

    private List<Run> runs() throws DatabaseUnreachableException, RunInProgressException {
        try (WarehouseView warehouse = WarehouseView.open(url, credentials)) {
            return warehouse.runs(10);
        }
    }

    private long number(String query) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(url.jdbc(), credentials.user(), credentials.password());
                ResultSet rows = connection.createStatement().executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private void execute(String... statements) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(url.jdbc(), credentials.user(), credentials.password());
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private Manifest.Document document(String name) throws IOException {
        return new Manifest.Document(
                name, OutputFile.sha256(inbox.folder().resolve(name)).orElseThrow());
    }

    /** Path to SHA-256 of all outputs. */
    private Map<String, String> outputs() throws IOException {
        Map<String, String> outputs = new TreeMap<>();
        for (Path file : files()) {
            outputs.put(out.relativize(file).toString(), OutputFile.sha256(file).orElseThrow());
        }
        return outputs;
    }

    /** The reports whose bytes of {@code before} are among the superseded files. */
    private List<String> superseded(Map<String, String> before) {
        return before.keySet().stream()
                .filter(path -> Files.exists(out.resolve(SupersededFiles.path(path, before.get(path)))))
                .toList();
    }

    private void ageOutputs() throws IOException {
        for (Path file : files()) {
            Files.setLastModifiedTime(file, LONG_AGO);
        }
    }

    /** The outputs that were written since {@link #ageOutputs()}. */
    private List<String> touched() throws IOException {
        List<String> touched = new ArrayList<>();
        for (Path file : files()) {
            if (!Files.getLastModifiedTime(file).equals(LONG_AGO)) {
                touched.add(out.relativize(file).toString());
            }
        }
        return touched;
    }

    private List<Path> files() throws IOException {
        if (!Files.exists(out)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(out)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    /** Does something when a step has done its n-th thing, such as "extract 2". */
    private static final class At implements Progress {

        private final String point;
        private final Runnable what;
        private final Map<String, Integer> done = new ConcurrentHashMap<>();

        At(String point, Runnable what) {
            this.point = point;
            this.what = what;
        }

        @Override
        public void begin(String step, int total) {}

        @Override
        public void done(String step, String name) {
            if (point.equals(step + " " + done.merge(step, 1, Integer::sum))) {
                what.run();
            }
        }

        @Override
        public void rejected(Rejection rejection) {}

        @Override
        public void end(String step) {}
    }

    private static final class Watch implements Progress {

        private final List<String> begun = new ArrayList<>();
        private final Set<String> rejected = ConcurrentHashMap.newKeySet();

        @Override
        public void begin(String step, int total) {
            begun.add(step + " " + total);
        }

        @Override
        public void done(String step, String what) {}

        @Override
        public void rejected(Rejection rejection) {
            rejected.add(rejection.file());
        }

        @Override
        public void end(String step) {}
    }
}
