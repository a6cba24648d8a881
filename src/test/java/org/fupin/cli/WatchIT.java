package org.fupin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.fupin.testing.Inbox;
import org.fupin.testing.Launched;
import org.fupin.testing.Launched.Ended;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What operators watch of the packaged program: logs, metrics, summaries; and what they must never see. */
class WatchIT {

    private static final String CANARY = "c4n4ry-in-the-mine";

    @TempDir
    private Path folder;

    private Inbox inbox;

    @BeforeEach
    void job() throws IOException {
        inbox = new Inbox(Files.createDirectories(folder.resolve("inbox")));
        Files.writeString(folder.resolve("monthly.yml"), """
                job: province-year-reports
                inbox: inbox
                out: reports
                metrics: fupin.prom
                """);
    }

    @Test
    void logsEachFileAndReportWithTheRunsNumber() throws Exception {
        inbox.put("hebei\n2011.txt", Inbox.HEBEI_2011).put("empty.txt", "");

        Ended ended = fupin(Map.of("FUPIN_LOG_LEVEL", "DEBUG"), "run", "monthly.yml");

        List<String> lines = ended.err().lines().toList();
        assertThat(lines).allMatch(line -> line.matches("\\d{4}-\\d\\d-\\d\\dT\\S+Z (INFO |WARN |DEBUG) run=1 .*"));
        assertThat(lines.stream().map(line -> line.replaceFirst("^\\S+ ", "")))
                .anyMatch(line -> line.startsWith("INFO  run=1 run begun job=\"monthly\" period="))
                .anyMatch(line -> line.startsWith("DEBUG run=1 file loaded path=\"hebei%0A2011.txt\" articles=1 "))
                .anyMatch(
                        line -> line.startsWith("WARN  run=1 file rejected path=\"empty.txt\" reason=\"empty\" why=\""))
                .anyMatch(line -> line.startsWith("DEBUG run=1 province-year audited province=\"CN-HE\" year=2011 "))
                .anyMatch(
                        line -> line.startsWith("DEBUG run=1 report written path=\"2011/CN-HE/CN-HE-2011.pdf\" bytes="))
                .anyMatch(line -> line.startsWith("INFO  run=1 run finished status=\"completed\" exit=3 "));

        Ended again = fupin(Map.of("FUPIN_LOG_LEVEL", "WARN"), "run", "monthly.yml");

        assertThat(again.err().lines()).singleElement().asString().contains(" WARN  run=2 file rejected ");
    }

    @Test
    void saysLittleWhenNothingIsNew() throws Exception {
        inbox.put("hebei.txt", Inbox.HEBEI_2011);
        Outcome.of("run", folder.resolve("monthly.yml"));

        Ended again = fupin(Map.of(), "run", "monthly.yml");

        assertThat(again.err().lines()).hasSize(3);
        assertThat(again.out().lines()).hasSizeLessThan(8).first().asString().contains("nothing new");
    }

    @Test
    void logsJsonToAFile() throws Exception {
        inbox.put("hebei.txt", Inbox.HEBEI_2011).put("empty.txt", "");
        Path log = folder.resolve("fupin.log");
        Map<String, String> toFile =
                Map.of("FUPIN_LOG_FILE", log.toString(), "FUPIN_LOG_FORMAT", "json", "FUPIN_LOG_LEVEL", "DEBUG");

        Ended ended = fupin(toFile, "run", "monthly.yml");
        Ended unreachable = fupin(toFile, "run", "monthly.yml", "--database", "jdbc:mysql://127.0.0.1:1/x");

        assertThat(ended.err().lines()).singleElement().asString().contains("\"message\":\"file rejected\"");
        List<JsonNode> events = Files.readAllLines(log).stream()
                .map(line -> JsonMapper.shared().readTree(line))
                .toList();
        assertThat(events)
                .filteredOn(event -> event.get("message").asString().equals("file loaded"))
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.get("run").intValue()).isEqualTo(1);
                    assertThat(event.get("path").asString()).isEqualTo("hebei.txt");
                    assertThat(event.get("observations").intValue()).isEqualTo(3);
                });
        assertThat(unreachable.err().lines()).singleElement().asString().startsWith("fupin: database ");
        assertThat(events.get(events.size() - 1).get("message").asString())
                .startsWith("database jdbc:mysql://127.0.0.1:1/x not reachable: ");
    }

    @Test
    void writesMetricsAndSummaryHoweverARunEnds() throws Exception {
        inbox.put("hebei.txt", Inbox.HEBEI_2011);
        Path metrics = folder.resolve("fupin.prom");

        Ended done = fupin(Map.of(), "run", "monthly.yml", "--summary", "summary.json", "--json");

        assertThat(done.code()).isZero();
        assertThat(Files.readString(folder.resolve("summary.json"))).isEqualTo(done.out());
        JsonNode summary = JsonMapper.shared().readTree(done.out());
        assertThat(summary.get("exit_code").intValue()).isZero();
        assertThat(summary.get("status").asString()).isEqualTo("completed");
        assertThat(summary.get("reports").valueStream().map(JsonNode::asString))
                .containsExactly(
                        "2011/CN-HE/CN-HE-2011.codes.csv",
                        "2011/CN-HE/CN-HE-2011.csv",
                        "2011/CN-HE/CN-HE-2011.html",
                        "2011/CN-HE/CN-HE-2011.pdf",
                        "2011/CN-HE/CN-HE-2011.sdmx.csv",
                        "2011/CN-HE/CN-HE-2011.xlsx",
                        "2011/CN-HE/datapackage.json");
        assertThat(summary.get("missing_summaries").toString()).isEqualTo("[{\"year\":2011,\"provinces\":1}]");
        assertThat(summary.get("steps").valueStream().map(step -> step.get("step")
                        .asString()))
                .containsExactly("discover", "inspect", "extract", "audit", "render");
        assertThat(Files.readAllLines(metrics))
                .contains("fupin_run_exit_code{job=\"monthly\"} 0.0", "fupin_run_reports{job=\"monthly\"} 7.0");
        String success = lastSuccess(metrics);

        Outcome unreachable =
                Outcome.of("run", folder.resolve("monthly.yml"), "--database", "jdbc:mysql://127.0.0.1:1/x");

        assertThat(unreachable.code()).isEqualTo(5);
        assertThat(Files.readAllLines(metrics)).contains("fupin_run_exit_code{job=\"monthly\"} 5.0", success);

        try (Connection held =
                DriverManager.getConnection("jdbc:h2:file:" + folder.resolve("data/monthly"), "sa", "")) {
            assertThat(fupin(Map.of(), "run", "monthly.yml").code()).isEqualTo(4);
            assertThat(held.isValid(1)).isTrue();
        }
        assertThat(Files.readAllLines(metrics)).contains("fupin_run_exit_code{job=\"monthly\"} 4.0", success);

        Files.delete(folder.resolve("reports/2011/CN-HE/CN-HE-2011.pdf"));
        Files.createDirectories(folder.resolve("reports/2011/CN-HE/CN-HE-2011.pdf/in the way"));
        assertThat(Outcome.of("run", folder.resolve("monthly.yml")).code()).isEqualTo(1);
        assertThat(Files.readAllLines(metrics))
                .contains(
                        "fupin_run_exit_code{job=\"monthly\"} 1.0",
                        "fupin_run_files{job=\"monthly\",state=\"known\"} 1.0",
                        success);
    }

    @Test
    void isNotFailedByMetricsThatCannotBeWritten() throws Exception {
        inbox.put("hebei.txt", Inbox.HEBEI_2011);
        // A folder with the name that the unfinished file would have.
        Files.createDirectories(folder.resolve(".fupin.prom.tmp/in the way"));

        Outcome ended = Outcome.of("run", folder.resolve("monthly.yml"));

        assertThat(ended.code()).isZero();
        assertThat(ended.err()).contains("fupin: warning: the metrics could not be written to ");
    }

    @Test
    void saysAllThatIsWrongBeforeItBegins() throws Exception {
        Map<String, String> wrong = Map.of(
                "FUPIN_LOG_LEVEL",
                "LOUD",
                "FUPIN_LOG_FILE",
                folder.resolve("no/fupin.log").toString(),
                "FUPIN_DB_PASSWORD_FILE",
                folder.resolve("secret").toString(),
                "FUPIN_LOCK_TIMEOUT",
                "soon");

        for (String command : List.of("validate", "run")) {
            Ended ended = fupin(wrong, command, "monthly.yml");

            assertThat(ended.code()).isEqualTo(2);
            assertThat(ended.err().lines())
                    .containsExactlyInAnyOrder(
                            "fupin: FUPIN_LOG_LEVEL: invalid level 'LOUD': expected ERROR or WARN or INFO or DEBUG or TRACE",
                            "fupin: FUPIN_LOG_FILE: there is no folder " + folder.resolve("no"),
                            "fupin: FUPIN_DB_PASSWORD_FILE: there is no file " + folder.resolve("secret"),
                            "fupin: FUPIN_LOCK_TIMEOUT: invalid number of seconds 'soon': expected 1 to 86400");
        }
        assertThat(folder.resolve("data")).doesNotExist();
        assertThat(Outcome.of("validate", folder.resolve("monthly.yml")).code()).isZero();
    }

    /** The password of an H2 database, right and wrong, in all that the program says and writes, at its most talkative. */
    @Test
    void tellsNobodyThePassword() throws Exception {
        inbox.put("hebei.txt", Inbox.HEBEI_2011).put("empty.txt", "");
        Path database = folder.resolve("data/monthly");
        Files.createDirectories(database.getParent());
        try (Connection made = DriverManager.getConnection("jdbc:h2:file:" + database, "ann", CANARY);
                Statement statement = made.createStatement()) {
            statement.execute("CREATE TABLE there (x INT)");
        }
        Path secret = Files.writeString(folder.resolve("secret"), CANARY + "\n");
        Path wrong = Files.writeString(folder.resolve("wrong"), "not the " + CANARY);
        Files.writeString(folder.resolve("url.yml"), """
                job: province-year-reports
                inbox: inbox
                out: reports
                database: jdbc:mysql://ann:%1$s@127.0.0.1:1/x?password=%1$s
                """.formatted(CANARY));
        Path log = folder.resolve("fupin.log");
        Map<String, String> talkative = Map.of(
                "FUPIN_LOG_LEVEL",
                "TRACE",
                "FUPIN_LOG_FORMAT",
                "json",
                "FUPIN_LOG_FILE",
                log.toString(),
                "FUPIN_DB_USER",
                "ann");

        StringBuilder said = new StringBuilder();
        Ended done = say(said, with(talkative, "FUPIN_DB_PASSWORD_FILE", secret.toString()), "run", "monthly.yml");
        assertThat(done.code()).as(done.err()).isEqualTo(3);
        assertThat(Files.size(log)).as("it was talkative").isGreaterThan(100_000);
        Ended text = say(
                said,
                with(with(talkative, "FUPIN_DB_PASSWORD", CANARY), "FUPIN_LOG_FORMAT", "text"),
                "run",
                "monthly.yml",
                "--force",
                "--json",
                "--summary",
                "summary.json");
        assertThat(text.code()).as(text.err()).isEqualTo(3);
        for (String database2 : List.of("jdbc:h2:file:" + database, "jdbc:mysql://127.0.0.1:1/x")) {
            Ended refused = say(
                    said,
                    with(talkative, "FUPIN_DB_PASSWORD_FILE", wrong.toString()),
                    "run",
                    "monthly.yml",
                    "--database",
                    database2);
            assertThat(refused.code()).isEqualTo(5);
        }
        Ended both = say(
                said,
                with(with(talkative, "FUPIN_DB_PASSWORD", CANARY), "FUPIN_DB_PASSWORD_FILE", secret.toString()),
                "validate",
                "monthly.yml");
        assertThat(both.code()).isEqualTo(2);
        Map<String, String> right = with(talkative, "FUPIN_DB_PASSWORD", CANARY);
        assertThat(say(said, right, "validate", "url.yml").code()).isEqualTo(2);
        assertThat(say(said, right, "run", "monthly.yml", "--database", "jdbc:mysql://h/x?password=" + CANARY)
                        .code())
                .isEqualTo(2);
        assertThat(say(said, right, "validate", "monthly.yml").code()).isZero();
        assertThat(say(said, right, "status", "--job", "monthly.yml", "--json").code())
                .isZero();
        assertThat(say(said, right, "export", "findings", "--job", "monthly.yml")
                        .code())
                .isZero();

        assertThat(said.toString()).contains("monthly").doesNotContain(CANARY);
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (!List.of("secret", "wrong", "url.yml")
                        .contains(file.getFileName().toString())) {
                    assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                            .as(file.toString())
                            .doesNotContain(CANARY);
                }
            }
        }
    }

    private Ended say(StringBuilder said, Map<String, String> environment, String... arguments) throws Exception {
        Ended ended = fupin(environment, arguments);
        said.append(ended.out()).append(ended.err());
        return ended;
    }

    private static Map<String, String> with(Map<String, String> variables, String name, String value) {
        Map<String, String> all = new HashMap<>(variables);
        all.put(name, value);
        return all;
    }

    private static String lastSuccess(Path metrics) throws IOException {
        return Files.readAllLines(metrics).stream()
                .filter(line -> line.startsWith("fupin_run_last_success_timestamp_seconds{"))
                .findFirst()
                .orElseThrow();
    }

    private Ended fupin(Map<String, String> environment, String... arguments) throws InterruptedException {
        return Launched.fupin(folder, environment, arguments).end();
    }
}
