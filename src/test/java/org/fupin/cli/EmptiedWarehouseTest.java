package org.fupin.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.fupin.cli.output.ExitCode;
import org.fupin.job.ReportMail;
import org.fupin.job.run.StopSignal;
import org.fupin.settings.RunSettings;
import org.fupin.store.DatabaseUnreachableException;
import org.fupin.testing.Inbox;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is told of an H2 file that has lost what it held, beside the outputs of its runs. */
class EmptiedWarehouseTest {

    /** H2 takes a file of nothing but its two headers for a new database. */
    private static final int[] LIKE_NEW = {0, 8192};

    @TempDir
    private Path folder;

    @Test
    void isToldAlikeByAllCommandsOfAJob() throws IOException {
        new Inbox(Files.createDirectory(folder.resolve("inbox"))).put("gansu.txt", Inbox.GANSU_2011);
        Files.writeString(folder.resolve("recipients.yml"), """
                sender:
                  from: reports@statistics.example
                owner: operator@statistics.example
                contact: desk@statistics.example
                offices:
                  - id: gansu
                    name: Gansu Office
                    to: office@gansu.example
                    areas: CN-GS
                """);
        Path job = Files.writeString(folder.resolve("monthly.yml"), """
                job: province-year-reports
                inbox: inbox
                out: reports
                period: 2026-03
                recipients: recipients.yml
                """);
        assertThat(Outcome.of("run", job, "--no-mail").code()).isZero();
        Path file = folder.resolve("data/monthly.mv.db");
        byte[] whole = Files.readAllBytes(file);
        Path manifest = folder.resolve("reports/manifest.json");
        String lost = " was emptied or truncated: its file holds no run, but " + manifest
                + " is of run 1; restore the file" + " from a backup, or remove " + manifest + " to begin anew";

        for (int length : LIKE_NEW) {
            for (List<Object> command : List.<List<Object>>of(
                    List.of("status", "--job", job),
                    List.of("history", "--job", job),
                    List.of("outbox", "--job", job),
                    List.of("export", "findings", "--job", job),
                    List.of("run", job, "--dry-run", "--no-mail"),
                    List.of("run", job, "--no-mail"),
                    List.of("status", "--job", job))) {
                if (!command.contains("run")) {
                    Files.write(file, Arrays.copyOf(whole, length));
                }
                Outcome outcome = Outcome.of(command.toArray());

                assertThat(outcome.err().lines())
                        .as("%s on %d bytes", command, length)
                        .singleElement()
                        .asString()
                        .endsWith(lost);
                assertThat(outcome.code()).isEqualTo(ExitCode.DATABASE.number());
                assertThat(outcome.out()).isEmpty();
            }
            // As send does; in this process no mail server can be set.
            RunSettings settings =
                    RunSettings.read(job, Map.of(), Map.of("FUPIN_SMTP_HOST", "mail.statistics.example"), true);
            assertThatThrownBy(() -> ReportMail.open(
                            settings.job(),
                            Objects.requireNonNull(settings.mailing()),
                            settings.credentials(),
                            settings.timing(),
                            new StopSignal()))
                    .isInstanceOf(DatabaseUnreachableException.class)
                    .hasMessageEndingWith(lost);
        }
        Files.write(file, whole);
        assertThat(Outcome.of("status", "--job", job).out()).contains("2011  1 province: CN-GS");
        assertThat(Outcome.of("run", job, "--no-mail").out()).contains("nothing new");
    }
}
