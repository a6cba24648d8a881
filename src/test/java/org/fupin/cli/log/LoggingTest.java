package org.fupin.cli.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.fupin.settings.LogSettings;
import org.fupin.settings.Mistake;
import org.fupin.settings.RunSettings;
import org.fupin.settings.SettingsException;
import org.fupin.settings.SettingsReader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.MDC;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ResourceLock(Resources.SYSTEM_ERR)
class LoggingTest {

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream stderr = new ByteArrayOutputStream();
    private final LoggerContext context = new LoggerContext();
    private PrintStream before;

    @BeforeEach
    void listen() {
        before = System.err;
        System.setErr(new PrintStream(stderr, true, StandardCharsets.UTF_8));
        context.setMDCAdapter(MDC.getMDCAdapter());
    }

    @AfterEach
    void leave() {
        context.stop();
        System.setErr(before);
        MDC.remove("run");
    }

    @Test
    void writesALineForAnEvent() {
        Logger run = configure(Map.of(), false, "org.fupin.run");
        MDC.put("run", "12");

        run.atInfo()
                .addKeyValue("path", "hebei 2011.txt")
                .addKeyValue("articles", 1)
                .log("file loaded");

        assertThat(stderr.toString(StandardCharsets.UTF_8))
                .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z INFO  run=12 file loaded"
                        + " path=\"hebei 2011\\.txt\" articles=1\n");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            text, "
            json, '{'
            """)
    void letsNoNameAndNoExceptionForgeALine(String format) {
        Logger run = configure(Map.of("FUPIN_LOG_FORMAT", format), false, "org.fupin.run");
        String forged = "x\n2026-11-22T03:00:05.123Z INFO  run=12 file loaded path=\"y\"\r\u2028\u202e\u001b[2J";

        run.atInfo().addKeyValue("path", forged).log("file loaded");
        context.getLogger("org.library").error("cannot read " + forged, new IOException(forged, new Error(forged)));

        List<String> lines = stderr.toString(StandardCharsets.UTF_8).lines().toList();
        assertThat(lines)
                .filteredOn(line -> !line.startsWith("\t"))
                .as("events")
                .hasSize(2);
        assertThat(lines).noneMatch(line -> line.startsWith("2026-11-22T03:00:05"));
        assertThat(stderr.toString(StandardCharsets.UTF_8)).doesNotContain("\u001b", "\r");
        if (format.equals("text")) {
            assertThat(lines.get(0))
                    .contains("path=\"x%0A2026-11-22T03:00:05.123Z INFO  run=12 file loaded path=\\\"y\\\"");
            assertThat(stderr.toString(StandardCharsets.UTF_8)).doesNotContain("\u202e", "\u2028");
        } else {
            assertThat(json(lines.get(0)).get("path").asString()).isEqualTo(forged);
            assertThat(json(lines.get(1)).get("stack_trace").asString()).contains("LoggingTest");
        }
    }

    @Test
    void writesJson() {
        Logger run = configure(Map.of("FUPIN_LOG_FORMAT", "json"), false, "org.fupin.run");
        MDC.put("run", "12");

        run.atWarn()
                .addKeyValue("path", "a \"b\".txt")
                .addKeyValue("articles", 3)
                .addKeyValue("seconds", 0.5)
                .log("file rejected");

        JsonNode event = json(stderr.toString(StandardCharsets.UTF_8));
        assertThat(event.get("timestamp").asString()).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
        assertThat(Instant.parse(event.get("timestamp").asString()))
                .isBetween(Instant.now().minusSeconds(60), Instant.now());
        assertThat(event.get("level").asString()).isEqualTo("WARN");
        assertThat(event.get("logger").asString()).isEqualTo("org.fupin.run");
        assertThat(event.get("message").asString()).isEqualTo("file rejected");
        assertThat(event.get("run").intValue()).isEqualTo(12);
        assertThat(event.get("path").asString()).isEqualTo("a \"b\".txt");
        assertThat(event.get("articles").intValue()).isEqualTo(3);
        assertThat(event.get("seconds").doubleValue()).isEqualTo(0.5);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(textBlock = """
            # level, what is heard of run and library
            '',     run INFO|run WARN|run ERROR|library WARN|library ERROR
            ERROR,  run ERROR|library ERROR
            WARN,   run WARN|run ERROR|library WARN|library ERROR
            INFO,   run INFO|run WARN|run ERROR|library WARN|library ERROR
            DEBUG,  run DEBUG|run INFO|run WARN|run ERROR|library WARN|library ERROR
            TRACE,  run DEBUG|run INFO|run WARN|run ERROR|library DEBUG|library INFO|library WARN|library ERROR
            """)
    void heedsTheLevel(String level, String heard) {
        configure(Map.of("FUPIN_LOG_LEVEL", level), false, "org.fupin.run");

        logAll();

        assertThat(said()).containsExactly(heard.split("\\|"));
    }

    @Test
    void leavesTheTerminalToTheBars() {
        configure(Map.of(), true, "org.fupin.run");

        logAll();

        assertThat(said()).containsExactly("library WARN", "library ERROR");
    }

    @Test
    void writesToAFileAndKeepsStandardErrorShort() throws IOException {
        Path file = folder.resolve("fupin.log");
        configure(Map.of("FUPIN_LOG_FILE", file.toString()), false, "org.fupin.run");

        logAll();
        context.getLogger("org.fupin.console").error("database not reachable");

        assertThat(said()).containsExactly("run WARN", "run ERROR", "library WARN", "library ERROR");
        assertThat(Files.readAllLines(file)).hasSize(6);
        assertThat(Files.readString(file)).contains("run INFO", "database not reachable");
    }

    @Test
    void beginsANewFileEachDayAndCompressesTheOld() throws IOException {
        Path file = Files.writeString(folder.resolve("fupin.log"), "of yesterday\n");
        LocalDate yesterday = LocalDate.now(ZoneOffset.UTC).minusDays(1);
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(1, ChronoUnit.DAYS)));
        configure(Map.of("FUPIN_LOG_FILE", file.toString()), false, "org.fupin.run");

        logAll();
        // Waits for what is being compressed.
        context.stop();
        assertThat(Files.readString(file)).contains("run INFO").doesNotContain("of yesterday");
        try (InputStream old =
                new GZIPInputStream(Files.newInputStream(folder.resolve("fupin.log." + yesterday + ".gz")))) {
            assertThat(new String(old.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo("of yesterday\n");
        }
    }

    @Test
    void addsToTheFileThatIsThere() throws IOException {
        Path file = Files.writeString(folder.resolve("fupin.log"), "of this morning\n");
        configure(Map.of("FUPIN_LOG_FILE", file.toString()), false, "org.fupin.run");

        logAll();

        assertThat(Files.readString(file)).startsWith("of this morning\n").contains("run INFO");
    }

    @Test
    void saysAllThatIsWrongWithTheSettings() {
        Map<String, String> variables = Map.of(
                "FUPIN_LOG_LEVEL",
                "LOUD",
                "FUPIN_LOG_FORMAT",
                "xml",
                "FUPIN_LOG_FILE",
                folder.resolve("no/x.log").toString());

        SettingsReader reader = SettingsReader.of(Map.of(), variables);
        LogSettings settings = RunSettings.log(reader);

        assertThat(catchThrowableOfType(SettingsException.class, reader::check).mistakes())
                .extracting(Mistake::toString)
                .containsExactly(
                        "FUPIN_LOG_LEVEL: invalid level 'LOUD': expected ERROR or WARN or INFO or DEBUG or TRACE",
                        "FUPIN_LOG_FORMAT: invalid format 'xml': expected text or json",
                        "FUPIN_LOG_FILE: there is no folder " + folder.resolve("no"));
        assertThat(settings).isEqualTo(new LogSettings(LogSettings.Level.INFO, LogSettings.Format.TEXT, null));
    }

    private Logger configure(Map<String, String> variables, boolean terminal, String logger) {
        LogConfigurator.configure(context, variables, terminal);
        return context.getLogger(logger);
    }

    private void logAll() {
        for (String name : List.of("run", "library")) {
            Logger logger = context.getLogger(name.equals("run") ? "org.fupin.run" : "org.library.Part");
            logger.debug(name + " DEBUG");
            logger.info(name + " INFO");
            logger.warn(name + " WARN");
            logger.error(name + " ERROR");
        }
    }

    /** The messages on standard error. */
    private List<String> said() {
        return stderr.toString(StandardCharsets.UTF_8)
                .lines()
                .map(line -> line.replaceFirst("^\\S+ \\w+ +(Part: )?", ""))
                .toList();
    }

    private static JsonNode json(String line) {
        return JsonMapper.shared().readTree(line);
    }
}
