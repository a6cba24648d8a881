package org.fupin.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.flywaydb.core.Flyway;
import org.fupin.cli.output.ExitCode;
import org.fupin.job.ReportMail;
import org.fupin.job.run.StopSignal;
import org.fupin.settings.RunSettings;
import org.fupin.store.SchemaException;
import org.fupin.warehouse.WarehouseConfiguration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is told of a warehouse that an earlier version of the program has made. */
class EarlierWarehouseTest {

    private static final Map<String, String> SERVER = Map.of("FUPIN_SMTP_HOST", "mail.statistics.example");

    @TempDir
    private Path folder;

    private Path job;

    @BeforeEach
    void job() throws IOException {
        Files.createDirectory(folder.resolve("inbox"));
        Files.writeString(folder.resolve("recipients.yml"), """
                sender:
                  from: reports@statistics.example
                owner:
                  - operator@statistics.example
                contact: desk@statistics.example
                offices:
                  - id: hebei
                    name: Hebei Provincial Office
                    to: [office@hebei.example]
                    areas: [CN-HE]
                """);
        job = Files.writeString(folder.resolve("monthly.yml"), """
                job: province-year-reports
                inbox: inbox
                out: reports
                period: 2026-03
                recipients: recipients.yml
                """);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void isToldInOneLineByWhoDoesNotUpgradeIt(int version) throws IOException {
        String url = "jdbc:h2:file:" + folder.resolve("data/monthly") + WarehouseConfiguration.H2_SETTINGS;
        Flyway.configure()
                .dataSource(url, "sa", "")
                .locations("classpath:db/migration", "classpath:db/batch/h2")
                .target(Integer.toString(version))
                .load()
                .migrate();

        for (List<Object> command : List.<List<Object>>of(
                List.of("status", "--job", job),
                List.of("history", "--job", job),
                List.of("export", "observations", "--job", job))) {
            Outcome outcome = Outcome.of(command.toArray());

            assertThat(outcome.err().lines())
                    .as("%s on version %s", command.get(0), version)
                    .singleElement()
                    .asString()
                    .contains("are of version " + version + ", this fupin needs ")
                    .endsWith(": run 'fupin migrate' or a job on it first");
            assertThat(outcome.code()).isEqualTo(ExitCode.USAGE.number());
            assertThat(outcome.out()).isEmpty();
        }
        // As send does; in this process no mail server can be set.
        RunSettings settings = RunSettings.read(job, Map.of(), SERVER, true);
        assertThatThrownBy(() -> ReportMail.open(
                        settings.job(),
                        Objects.requireNonNull(settings.mailing()),
                        settings.credentials(),
                        settings.timing(),
                        new StopSignal()))
                .isInstanceOfSatisfying(SchemaException.class, failure -> {
                    assertThat(Failures.exitCode(failure)).isEqualTo(ExitCode.USAGE);
                    assertThat(failure.getMessage()).contains("are of version " + version + ", this fupin needs ");
                    assertThat(failure.getMessage().lines()).hasSize(1);
                });
        assertThat(Outcome.of("migrate", "--job", job).code()).isZero();
        assertThat(Outcome.of("status", "--job", job).code()).isZero();
    }
}
