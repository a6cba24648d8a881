package org.fupin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.fupin.cli.output.ExitCode;
import org.fupin.store.RunOwner;
import org.fupin.testing.Inbox;
import org.fupin.testing.TestDatabase;
import org.fupin.warehouse.ledger.LockOwner;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The commands on a warehouse that a run has filled: run, export, status. */
class WarehouseCommandsTest {

    private static final Path SAMPLE = Path.of("jobs/sample/inbox");

    @TempDir
    private Path folder;

    private Path job;

    @BeforeEach
    void job() throws IOException {
        Files.createDirectory(folder.resolve("inbox"));
        job = Files.writeString(folder.resolve("monthly.yml"), """
                job: province-year-reports
                inbox: inbox
                out: reports
                period: 2026-03
                """);
    }

    @Test
    void exportsTheSameRecordsAsCheckMakes() throws IOException {
        assertThat(Outcome.of("run", job, "--inbox", SAMPLE).code()).isZero();
        assertThat(Outcome.of("check", "--out", folder.resolve("check"), SAMPLE).code())
                .isZero();
        for (String records : List.of("observations", "findings", "left-out", "articles", "sections", "headlines")) {
            Outcome export = Outcome.of("export", records, "--job", job);

            assertThat(export.code()).isZero();
            assertThat(export.out().lines().sorted())
                    .as(records)
                    .containsExactlyElementsOf(
                            Files.readAllLines(folder.resolve("check/" + records + ".jsonl")).stream()
                                    .sorted()
                                    .toList());
        }
    }

    @Test
    void doesTheSameOnMariaDb() throws Exception {
        TestDatabase server = TestDatabase.mariaDb();
        String url = withoutPassword(server);
        assertThat(Outcome.of("run", job, "--inbox", SAMPLE, "--database", url).code())
                .isZero();
        assertThat(Outcome.of("run", job, "--inbox", SAMPLE).code()).as("on H2").isZero();
        for (String records : List.of("observations", "findings", "left-out", "articles", "sections", "headlines")) {
            assertThat(Outcome.of("export", records, "--database", url).out())
                    .as(records)
                    .isEqualTo(Outcome.of("export", records, "--job", job).out())
                    .isNotEmpty();
        }
    }

    @Test
    void exportsCsv() throws IOException {
        new Inbox(folder.resolve("inbox")).put("hebei.txt", Inbox.HEBEI_2011);
        Outcome.of("run", job);
        Path file = folder.resolve("made/observations.csv");

        Outcome outcome = Outcome.of(
                "export",
                "observations",
                "--database",
                folder.resolve("data/monthly"),
                "--format",
                "csv",
                "--out",
                file);

        assertThat(outcome.code()).isZero();
        assertThat(outcome.out()).isEmpty();
        String text = Files.readString(file);
        assertThat(text).as("the mark by which Excel knows UTF-8").startsWith("\uFEFFdocument,");
        try (CSVParser csv = CSVParser.parse(
                text.substring(1),
                CSVFormat.RFC4180
                        .builder()
                        .setHeader()
                        .setSkipHeaderRecord(true)
                        .get())) {
            List<CSVRecord> rows = csv.getRecords();
            assertThat(csv.getHeaderNames()).startsWith("document", "article").endsWith("rules", "flags", "doubt");
            assertThat(rows).extracting(row -> row.get("value")).containsExactly("120000000", "80000000", "45000");
            assertThat(rows.get(1).get("part_of")).isEqualTo(Integer.toString(Inbox.HEBEI_2011.indexOf("120 million")));
        }
    }

    @Test
    void exportThatCannotMakeItsFileSaysSoInALine() throws IOException {
        Outcome.of("run", job);
        Path file = Files.writeString(folder.resolve("a-file"), "").resolve("observations.csv");

        Outcome outcome = Outcome.of("export", "observations", "--job", job, "--out", file);

        assertThat(outcome.code()).isEqualTo(ExitCode.USAGE.number());
        assertThat(outcome.err().lines())
                .singleElement()
                .asString()
                .startsWith("fupin: --out: " + file + " cannot be written: ");
    }

    @Test
    void sumsUpARunForPeopleAndForMachines() {
        new Inbox(folder.resolve("inbox")).put("hebei.txt", Inbox.HEBEI_2011).put("empty.txt", "");

        Outcome first = Outcome.of("run", job);

        assertThat(first.code()).isEqualTo(ExitCode.REJECTED.number());
        assertThat(first.out())
                .startsWith("run 1 of monthly for 2026-03 (attempt 1): done, ")
                .contains("files         2 found, 1 loaded, 0 known already, 1 rejected")
                .contains("rejected    empty.txt: ")
                .contains("observations  3 added")
                .contains("reports       7 new or changed, in " + folder.resolve("reports"))
                .contains("    no summary of 2011: reports of 1 province, 3 are needed");

        Outcome second = Outcome.of("run", job, "--json");

        JsonNode json = JsonMapper.shared().readTree(second.out());
        assertThat(json.get("run").intValue()).isEqualTo(2);
        assertThat(json.get("nothing_new").booleanValue()).isTrue();
        assertThat(json.get("files_known").intValue()).isEqualTo(1);
        assertThat(json.get("rejected").get(0).get("reason").stringValue()).isEqualTo("empty");

        assertThat(Outcome.of("run", job, "--force").out())
                .startsWith("run 3 of monthly for 2026-03 (attempt 1): done, ")
                .contains("reports       0 new or changed, 7 made again with the same content, in ");
    }

    @Test
    void tellsWhatARunWouldDoAndWritesNothing() throws IOException {
        new Inbox(folder.resolve("inbox")).put("hebei.txt", Inbox.HEBEI_2011).put("empty.txt", "");
        Map<String, String> before = everything();

        Outcome first = Outcome.of("run", job, "--dry-run");

        assertThat(first.code()).isEqualTo(ExitCode.REJECTED.number());
        assertThat(first.out())
                .startsWith("plan of monthly for 2026-03: this is what the run would do; nothing was written")
                .contains("data/monthly, where the run would make the tables")
                .contains("files         2 found, 1 to load, 0 known already, 1 rejected, 0 left, 0 out of scope")
                .contains("load        hebei.txt: 1 article added")
                .contains("rejected    empty.txt: ")
                .containsPattern("CN-HE Hebei +2011 +1 +1 +0 +3 +0 +0")
                .contains("reports       7 to make, in " + folder.resolve("reports"))
                .contains("    no summary of 2011: reports of 1 province, 3 are needed")
                .containsPattern("2011/CN-HE/CN-HE-2011.pdf +new");
        assertThat(everything()).as("no folder, no database, no report").isEqualTo(before);

        Outcome.of("run", job);
        new Inbox(folder.resolve("inbox")).put("hebei-corrected.txt", Inbox.HEBEI_2011_CORRECTED);
        before = everything();

        JsonNode json = JsonMapper.shared()
                .readTree(Outcome.of("run", job, "--dry-run", "--json").out());

        assertThat(json.get("database_state").stringValue()).isEqualTo("ready");
        assertThat(json.get("files_new").intValue()).isEqualTo(1);
        assertThat(json.get("files_known").intValue()).isEqualTo(1);
        assertThat(json.get("articles_superseded").intValue()).isEqualTo(1);
        assertThat(json.get("province_years").get(0).get("figures_revised").intValue())
                .isEqualTo(1);
        assertThat(json.get("reports").get(0).get("reason").stringValue()).isEqualTo("changed");
        assertThat(json.get("withdrawn")).isEmpty();
        assertThat(json.get("missing_summaries").get(0).get("provinces").intValue())
                .isEqualTo(1);
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void tellsNoPlanWhileTheDatabaseIsInUse() throws IOException {
        Outcome.of("run", job);
        try (FileChannel file = FileChannel.open(folder.resolve("data/monthly.mv.db"), StandardOpenOption.WRITE);
                FileLock lock = file.lock()) {
            Outcome outcome = Outcome.of("run", job, "--dry-run");

            assertThat(outcome.code()).isEqualTo(ExitCode.LOCKED.number());
            assertThat(outcome.err()).contains("is in use by another process");
        }
    }

    @Test
    void purgesWhatIsOld() throws IOException {
        new Inbox(folder.resolve("inbox")).put("hebei.txt", Inbox.HEBEI_2011);
        Outcome.of("run", job);
        Path kept =
                Files.createDirectories(folder.resolve("reports/superseded")).resolve("old.0123456789ab.pdf");
        Files.writeString(kept, "an old report");
        Files.setLastModifiedTime(kept, FileTime.fromMillis(1_000_000_000_000L));
        Map<String, String> before = everything();

        Outcome plan = Outcome.of("purge", "--older-than", "1y", "--job", job, "--dry-run");

        assertThat(plan.code()).isZero();
        assertThat(plan.out())
                .contains("batch records  0 executions with 0 steps")
                .contains("superseded     1 report file of 0.0 MB, in " + folder.resolve("reports"))
                .contains("2001-09-09  superseded/old.0123456789ab.pdf")
                .contains("nothing was removed");
        assertThat(everything()).isEqualTo(before);

        Outcome purge = Outcome.of("purge", "--older-than", "1y", "--job", job, "--json");

        assertThat(purge.code()).isZero();
        assertThat(JsonMapper.shared().readTree(purge.out()).get("files").intValue())
                .isEqualTo(1);
        assertThat(folder.resolve("reports/superseded")).doesNotExist();
        assertThat(Outcome.of("run", job).out()).contains("nothing new");
    }

    /** All that is in the folder: size, time and content of each file, the time of each folder. */
    private Map<String, String> everything() throws IOException {
        Map<String, String> everything = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.toList()) {
                String content = Files.isRegularFile(file) ? " " + Arrays.hashCode(Files.readAllBytes(file)) : "";
                everything.put(folder.relativize(file).toString(), Files.getLastModifiedTime(file) + content);
            }
        }
        return everything;
    }

    @Test
    void saysThatThereIsNothingNew() {
        Outcome outcome = Outcome.of("run", job);

        assertThat(outcome.code()).isZero();
        assertThat(outcome.out()).contains("nothing new, there is no file in " + folder.resolve("inbox"));
    }

    @Test
    void tellsHowThingsStand() {
        new Inbox(folder.resolve("inbox")).put("hebei.txt", Inbox.HEBEI_2011).put("empty.txt", "");
        Outcome.of("run", job);

        Outcome text = Outcome.of("status", "--job", job);
        JsonNode json = JsonMapper.shared()
                .readTree(Outcome.of("status", "--job", job, "--json").out());

        assertThat(text.code()).isZero();
        assertThat(text.out())
                .contains("2011  1 province: CN-HE")
                .contains("completed  monthly for 2026-03: 1 loaded, 1 rejected, 3 observations, 7 reports")
                .contains("empty.txt: ");
        assertThat(json.get("province_years").get("2011").get(0).stringValue()).isEqualTo("CN-HE");
        assertThat(json.get("runs").get(0).get("status").stringValue()).isEqualTo("completed");
    }

    @Test
    void listsThePastRuns() throws IOException {
        new Inbox(folder.resolve("inbox")).put("hebei.txt", Inbox.HEBEI_2011).put("empty.txt", "");
        Path inTheWay = Files.createDirectories(folder.resolve("reports/2011/CN-HE/CN-HE-2011.pdf/in the way"));
        assertThat(Outcome.of("run", job).code()).isEqualTo(ExitCode.FAILED.number());

        assertThat(Outcome.of("history", "--job", job, "--failed").out())
                .contains("run 1 of monthly for 2026-03: failed, ", "2011/CN-HE/CN-HE-2011.pdf could not be made");

        Files.delete(inTheWay);
        Files.delete(inTheWay.getParent());
        assertThat(Outcome.of("run", job).out()).startsWith("continued run 1 of monthly for 2026-03 (attempt 2): done");
        Outcome.of("run", job, "--period", "2026-04");

        Outcome all = Outcome.of("history", "--job", job);
        assertThat(all.code()).isZero();
        assertThat(all.out().lines())
                .satisfiesExactly(
                        line -> assertThat(line).startsWith("run 2 of monthly for 2026-04: completed, "),
                        line -> assertThat(line).contains("2 files found, 0 loaded, 1 known, 1 rejected, 0 articles"),
                        line -> assertThat(line)
                                .startsWith("run 1 of monthly for 2026-03: completed, ")
                                .contains(", 2 attempts, the first 20"),
                        line -> assertThat(line)
                                .isEqualTo("  2 files found, 1 loaded, 0 known, 1 rejected, 1 article, 3 observations,"
                                        + " 1 left out, 0 findings, 7 reports"));
        assertThat(Outcome.of("history", "--job", job, "--failed").out()).isEqualTo("no runs%n".formatted());
        assertThat(Outcome.of("history", "--job", job, "--job-name", "other").out())
                .isEqualTo("no runs%n".formatted());
        JsonNode json = JsonMapper.shared()
                .readTree(Outcome.of("history", "--job", job, "--json", "--limit", "1")
                        .out());
        assertThat(json.get("run").intValue()).isEqualTo(2);
        assertThat(json.get("attempts").intValue()).isEqualTo(1);
        assertThat(json.get("message").stringValue()).isEmpty();
    }

    @Test
    void tellsWhoIsAtWorkOnAServer() throws Exception {
        new Inbox(folder.resolve("inbox")).put("hebei.txt", Inbox.HEBEI_2011);
        TestDatabase server = TestDatabase.mariaDb();
        String url = withoutPassword(server);
        Outcome.of("run", job, "--database", url);
        assertThat(Outcome.of("status", "--database", url).out()).doesNotContain("at work");
        try (Connection connection = DriverManager.getConnection(server.url(), server.user(), server.password())) {
            connection
                    .createStatement()
                    .execute("UPDATE run_lock SET owner = 'x', host = 'elsewhere', process = 42, process_started = 1,"
                            + " process_space = '', job = 'monthly', period = '2026-04', run_id = 2,"
                            + " acquired = UNIX_TIMESTAMP() - 500");
            connection
                    .createStatement()
                    .execute("UPDATE run_heartbeat SET owner = 'x', heartbeat = UNIX_TIMESTAMP() - 5");
            String who = "run 2 of monthly for 2026-04, process 42 on host elsewhere, since ";

            assertThat(Outcome.of("status", "--database", url).out())
                    .contains("at work", who, ", last heartbeat ")
                    .doesNotContain("seems dead");
            Outcome held = Outcome.of("run", job, "--database", url);
            assertThat(held.code()).isEqualTo(ExitCode.LOCKED.number());
            assertThat(held.err()).startsWith("fupin: another run is using this database: " + who);

            // An earlier process of this one's number: gone, however short the server has been up.
            LockOwner self = RunOwner.thisProcess();
            try (PreparedStatement gone =
                    connection.prepareStatement("UPDATE run_lock SET host = ?, process_space = ?, process = ?")) {
                gone.setString(1, self.host());
                gone.setString(2, self.space());
                gone.setLong(3, self.process());
                gone.execute();
            }
            Outcome dead = Outcome.of("status", "--database", url, "--json");
            JsonNode atWork = JsonMapper.shared().readTree(dead.out()).get("at_work");
            assertThat(atWork.get("seems_dead").booleanValue()).isTrue();
            assertThat(atWork.get("host").stringValue()).isEqualTo(self.host());
        }
        assertThat(Outcome.of("run", job, "--database", url).code())
                .as("taken over")
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"status", "history", "export findings"})
    void makesNoDatabaseWhereThereIsNone(String command) {
        Outcome outcome = Outcome.of((Object[]) (command + " --job " + job).split(" "));

        assertThat(outcome.code()).isEqualTo(ExitCode.DATABASE.number());
        assertThat(outcome.err().lines()).singleElement().asString().contains("not reachable");
        assertThat(folder.resolve("data")).doesNotExist();
    }

    /** URLs take no passwords, and a test has no environment of its own: a user who needs none. */
    static String withoutPassword(TestDatabase server) throws SQLException {
        try (Connection connection = DriverManager.getConnection(server.url(), server.user(), server.password());
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE USER IF NOT EXISTS open IDENTIFIED BY ''");
            statement.execute("GRANT ALL ON *.* TO open");
        }
        return server.url() + "&user=open";
    }
}
