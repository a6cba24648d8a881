package org.fupin.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.fupin.report.Publisher;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JobFileTest {

    @TempDir
    private Path folder;

    @BeforeEach
    void inbox() throws IOException {
        Files.createDirectory(folder.resolve("inbox"));
    }

    @Test
    void readsAJobAndStartsItsPathsFromItsFolder() throws Exception {
        Path file = write("""
                job: province-year-reports
                inbox: inbox
                out: made/reports
                database: jdbc:h2:file:./store/db
                period: 2026-03
                parallel: 3
                """);

        JobDefinition job = read(file, Map.of());

        assertThat(job.name()).isEqualTo("monthly");
        assertThat(job.inbox()).isEqualTo(folder.resolve("inbox"));
        assertThat(job.out()).isEqualTo(folder.resolve("made/reports"));
        assertThat(job.database().jdbc()).startsWith("jdbc:h2:file:" + folder.resolve("store/db") + ";");
        assertThat(job.period()).isEqualTo(YearMonth.of(2026, 3));
        assertThat(job.parallel()).isEqualTo(3);
    }

    @Test
    void doesNotTakeReportsForInput() throws Exception {
        Path file = write("""
                job: province-year-reports
                inbox: inbox
                out: inbox/made
                """);

        assertThat(mistakes(file, Map.of()))
                .containsExactly(file + ":3: out: lies in the inbox, so that the next run would read the reports: "
                        + folder.resolve("inbox/made"));
        assertThat(mistakes(file, Map.of("out", folder.resolve("inbox/../inbox").toString())))
                .singleElement()
                .asString()
                .startsWith("--out: lies in the inbox");
    }

    @Test
    void hasDefaultsForAllButInboxAndOut() throws Exception {
        Path file = write("""
                job: province-year-reports
                inbox: inbox
                out: reports
                """);

        JobDefinition job = read(file, Map.of());

        assertThat(job.database().jdbc()).startsWith("jdbc:h2:file:" + folder.resolve("data/monthly") + ";");
        assertThat(job.period()).isNull();
        assertThat(job.parallel()).isEqualTo(Runtime.getRuntime().availableProcessors());
        assertThat(job.limits().onConflict()).isEqualTo(OnConflict.REJECT);
    }

    @Test
    void readsWhatToDoWithConflicts() throws Exception {
        Path file = write("""
                job: province-year-reports
                inbox: inbox
                out: reports
                on-conflict: newest
                """);

        assertThat(read(file, Map.of()).limits().onConflict()).isEqualTo(OnConflict.NEWEST);
        assertThat(read(file, Map.of("on-conflict", "reject")).limits().onConflict())
                .isEqualTo(OnConflict.REJECT);
        assertThat(mistakes(file, Map.of("on-conflict", "latest")))
                .containsExactly("--on-conflict: invalid rule 'latest': expected reject or newest");
    }

    @Test
    void readsWhoPublishes() throws Exception {
        String job = """
                job: province-year-reports
                inbox: inbox
                out: reports
                """;

        assertThat(read(write(job), Map.of()).publisher()).isEqualTo(Publisher.UNKNOWN);
        assertThat(read(write(job + """
                publisher:
                  name: Statistics Desk
                  contact: desk@statistics.example
                  licence: CC-BY-4.0
                  next-release: 2026-12
                """), Map.of()).publisher())
                .isEqualTo(new Publisher("Statistics Desk", "desk@statistics.example", "CC-BY-4.0", "2026-12"));
        assertThat(read(write(job + """
                publisher:
                  name: Statistics Desk
                  pdf: complete
                """), Map.of()).publisher().completePdf()).isTrue();
    }

    @Test
    void tellsWhatIsWrongWithThePublisher() throws Exception {
        String job = """
                job: province-year-reports
                inbox: inbox
                out: reports
                """;

        Path file = write(job + """
                publisher:
                  contact: the desk
                  licence: ask us
                  next-release: soon
                  logo: desk.png
                """);
        assertThat(mistakes(file, Map.of()))
                .containsExactlyInAnyOrder(
                        file
                                + ":8: unknown setting 'publisher.logo': expected one of name, contact, licence, next-release, pdf",
                        file + ": 'publisher.name' is missing",
                        file
                                + ":5: publisher.contact: invalid contact 'the desk': expected a mail address or a web address",
                        file + ":6: publisher.licence: invalid licence 'ask us': expected an SPDX identifier such as"
                                + " CC-BY-4.0 or a web address",
                        file + ":7: publisher.next-release: invalid day or month 'soon': expected YYYY-MM-DD or"
                                + " YYYY-MM");
        file = write(job + "publisher: Statistics Desk\n");
        assertThat(mistakes(file, Map.of()))
                .containsExactly(
                        file + ":4: publisher takes a group of settings: name, contact, licence, next-release, pdf");
    }

    @Test
    void optionsWinAndStartFromTheCurrentFolder() throws Exception {
        Path file = write("""
                job: province-year-reports
                inbox: nowhere
                out: reports
                period: 2026-03
                """);

        JobDefinition job = read(
                file,
                Map.of("inbox", folder.resolve("inbox").toString(), "out", "target/reports", "period", "2026-04"));

        assertThat(job.inbox()).isEqualTo(folder.resolve("inbox"));
        assertThat(job.out()).isEqualTo(Path.of("target/reports").toAbsolutePath());
        assertThat(job.period()).isEqualTo(YearMonth.of(2026, 4));
    }

    @Test
    void tellsAllMistakesAtOnceWithTheirLines() throws Exception {
        Path file = write("""
                # a comment
                job: weekly-reports
                inbx: inbox
                inbox: missing
                out: [a, b]
                database: jdbc:oracle:thin:@db

                period: March
                parallel: 0
                parallel: 2
                """);

        assertThat(mistakes(file, Map.of()))
                .containsExactlyInAnyOrder(
                        file + ":2: job: invalid job 'weekly-reports': expected province-year-reports",
                        file
                                + ":3: unknown setting 'inbx': expected one of job, inbox, out, database, broker, period, parallel,"
                                + " year, area, on-conflict, quiet, file-seconds, max-rejected, publisher, corrections, recipients, metrics",
                        file + ":4: inbox: there is no folder " + folder.resolve("missing"),
                        file + ":5: out takes one value, not a list or a group of settings",
                        file + ":6: database: invalid database 'jdbc:oracle:thin:@db': expected"
                                + " jdbc:mysql://HOST/NAME, jdbc:mariadb://HOST/NAME, jdbc:h2:file:PATH or the path of"
                                + " an H2 file",
                        file + ":8: period: invalid month 'March': expected YYYY-MM",
                        file + ":9: parallel: invalid number '0': expected 1 to 999",
                        file + ":10: parallel is set twice");
    }

    @Test
    void namesTheOptionThatIsWrong() throws Exception {
        Path file = write("""
                job: province-year-reports
                inbox: inbox
                out: reports
                """);

        assertThat(mistakes(file, Map.of("period", "2026-13", "inbox", file.toString())))
                .containsExactlyInAnyOrder(
                        "--period: invalid month '2026-13': expected YYYY-MM", "--inbox: not a folder: " + file);
    }

    @Test
    void tellsWhatIsNoJobFile() throws Exception {
        Path missing = folder.resolve("none.yml");
        assertThat(mistakes(missing, Map.of())).containsExactly(missing + ": there is no such file");
        assertThat(mistakes(folder, Map.of())).containsExactly(folder + ": is not a file");
        assertThat(mistakes(write(""), Map.of())).contains(folder.resolve("monthly.yml") + ": is empty");
        assertThat(mistakes(write("job: [a\nout: b"), Map.of()))
                .as("what comes after it is not called missing")
                .singleElement()
                .asString()
                .matches(".*monthly\\.yml:\\d: not YAML: .+");
        Path chinese = Files.write(folder.resolve("gbk.yml"), "# 报告\njob: a\n".getBytes("GBK"));
        assertThat(mistakes(chinese, Map.of())).containsExactly(chinese + ": is not UTF-8 text");
        assertThat(mistakes(write("job: province-year-reports\ninbox: .\nout:\n"), Map.of()))
                .containsExactly(folder.resolve("monthly.yml") + ":3: out has no value");
        assertThat(mistakes(write("just text"), Map.of()))
                .contains(folder.resolve("monthly.yml") + ": expected lines of the form 'setting: value'");
    }

    @Test
    void refusesAFolderForReportsThatCannotBeOne() throws Exception {
        Path inTheWay = Files.createFile(folder.resolve("reports"));
        Path file = write("""
                job: province-year-reports
                inbox: inbox
                out: reports/2026
                """);

        assertThat(mistakes(file, Map.of()))
                .containsExactly(file + ":3: out: cannot be a folder, because this is none: " + inTheWay);
    }

    private Path write(String yaml) throws IOException {
        return Files.writeString(folder.resolve("monthly.yml"), yaml);
    }

    private static JobDefinition read(Path file, Map<String, String> options) {
        return RunSettings.read(file, options, Map.of(), true).job();
    }

    private static List<String> mistakes(Path file, Map<String, String> options) {
        return catchThrowableOfType(SettingsException.class, () -> read(file, options)).mistakes().stream()
                .map(Object::toString)
                .toList();
    }
}
