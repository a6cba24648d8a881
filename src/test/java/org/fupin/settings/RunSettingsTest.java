package org.fupin.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunSettingsTest {

    @TempDir
    private Path folder;

    @Test
    void saysAllMistakesOfFileOptionsAndEnvironmentAtOnce() throws IOException {
        Path job = Files.writeString(folder.resolve("monthly.yml"), """
                job: province-year-reports
                inbox: nowhere
                out: reports
                metrics: no/such/folder/fupin.prom
                colour: red
                """);
        Map<String, String> environment = Map.of(
                "FUPIN_DB_PASSWORD", "c4nary",
                "FUPIN_DB_PASSWORD_FILE", "secret",
                "FUPIN_LOG_LEVEL", "loud",
                "FUPIN_LOG_FORMAT", "xml",
                "FUPIN_LOG_FILE", folder.toString(),
                "FUPIN_SMTP_PORT", "smtp");

        assertThatThrownBy(() -> RunSettings.read(
                        job,
                        Map.of(
                                "parallel",
                                "0",
                                "database",
                                "jdbc:mysql://ann:c4nary@db/x",
                                "summary",
                                folder.resolve("none/summary.json").toString()),
                        environment,
                        true))
                .isInstanceOfSatisfying(SettingsException.class, e -> assertThat(e.mistakes())
                        .extracting(Mistake::toString)
                        .containsExactlyInAnyOrder(
                                job
                                        + ":5: unknown setting 'colour': expected one of job, inbox, out, database, broker, period, parallel,"
                                        + " year, area, on-conflict, quiet, file-seconds, max-rejected, publisher, corrections, recipients, metrics",
                                job + ":2: inbox: there is no folder " + folder.resolve("nowhere"),
                                job + ":4: metrics: there is no folder " + folder.resolve("no/such/folder"),
                                "--parallel: invalid number '0': expected 1 to 999",
                                "--database: has a password in it: set FUPIN_DB_USER and FUPIN_DB_PASSWORD, or"
                                        + " FUPIN_DB_PASSWORD_FILE to the path of a file that holds it",
                                "--summary: there is no folder " + folder.resolve("none"),
                                "FUPIN_DB_PASSWORD_FILE: is set beside FUPIN_DB_PASSWORD, set one of them",
                                "FUPIN_LOG_LEVEL: invalid level 'loud': expected ERROR or WARN or INFO or DEBUG or TRACE",
                                "FUPIN_LOG_FORMAT: invalid format 'xml': expected text or json",
                                "FUPIN_LOG_FILE: is a folder, name a file in it: " + folder,
                                "FUPIN_SMTP_HOST: is missing",
                                "FUPIN_SMTP_PORT: invalid number 'smtp': expected 1 to 65535"));
    }

    @Test
    void takesWhatIsRight() throws IOException {
        Files.createDirectory(folder.resolve("inbox"));
        Path job = Files.writeString(folder.resolve("monthly.yml"), """
                job: province-year-reports
                inbox: inbox
                out: reports
                """);
        Path log = folder.resolve("fupin.log");

        RunSettings settings = RunSettings.read(
                job, Map.of(), Map.of("FUPIN_LOG_FORMAT", "json", "FUPIN_LOG_FILE", log.toString()), true);

        assertThat(settings.job().name()).isEqualTo("monthly");
        assertThat(settings.log()).isEqualTo(new LogSettings(LogSettings.Level.INFO, LogSettings.Format.JSON, log));
        assertThat(settings.summary()).isNull();
        assertThat(log).doesNotExist();
    }
}
