package org.fupin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fupin.testing.Inbox;
import org.fupin.testing.Launched;
import org.fupin.testing.Launched.Ended;
import org.fupin.warehouse.WarehouseConfiguration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged program, started by its launcher as an operator does. */
class FupinIT {

    @TempDir
    private Path folder;

    private Path job;
    private Inbox inbox;

    @BeforeEach
    void job() throws IOException {
        inbox = new Inbox(Files.createDirectories(folder.resolve("in box")));
        job = Files.writeString(folder.resolve("monthly.yml"), """
                job: province-year-reports
                inbox: in box
                out: reports
                """);
    }

    @Test
    void endsWith0WhenAllIsDone() throws Exception {
        inbox.putThreeOf(2011);

        Ended ended = fupin("run", "monthly.yml");

        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(ended.out()).contains("3 loaded", "23 new or changed").doesNotContain("no summary");
        assertThat(ended.err())
                .contains("INFO  run=1 step done step=\"extract\" done=3 of=3 ")
                .doesNotContain("file loaded", "province-year audited", "report written", "WARN", "ERROR");
        assertThat(folder.resolve("reports/2011/CN-HE/CN-HE-2011.xlsx")).isNotEmptyFile();
        assertThat(folder.resolve("reports/2011/CN-HE/CN-HE-2011.pdf")).isNotEmptyFile();
        assertThat(folder.resolve("reports/2011/summary-2011.xlsx")).isNotEmptyFile();
        assertThat(folder.resolve("reports/2011/summary-2011.pdf")).isNotEmptyFile();
        assertThat(folder.resolve("reports/manifest.json")).isNotEmptyFile();
        assertThat(folder.resolve("data/monthly.mv.db")).isNotEmptyFile();

        assertThat(Outcome.of("run", job).out()).contains("nothing new");
    }

    @Test
    void endsWith1WhenAReportCannotBeMade() throws Exception {
        inbox.put("hebei.txt", Inbox.HEBEI_2011);
        Files.createDirectories(folder.resolve("reports/2011/CN-HE/CN-HE-2011.pdf/in the way"));

        Ended ended = fupin("run", "monthly.yml");

        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.out()).contains("failed");
        assertThat(ended.err())
                .contains("2011/CN-HE/CN-HE-2011.pdf could not be made")
                .doesNotContain("\tat ");
    }

    @Test
    void endsWith2WhenItIsNotUsedRightly() throws Exception {
        Ended noJob = fupin("run", "missing.yml");
        assertThat(noJob.code()).isEqualTo(2);
        assertThat(noJob.err()).isEqualTo("fupin: missing.yml: there is no such file\n");

        Ended noOption = fupin("run", "monthly.yml", "--fsat");
        assertThat(noOption.code()).isEqualTo(2);
        assertThat(noOption.err()).contains("Unknown option: '--fsat'");
        assertThat(folder.resolve("data")).doesNotExist();
    }

    @Test
    void endsWith3WhenFilesWereRejected() throws Exception {
        inbox.put("hebei.txt", Inbox.HEBEI_2011).putUnreadable();

        Ended run = fupin("run", "monthly.yml");

        assertThat(run.code()).isEqualTo(3);
        assertThat(run.err().lines().filter(line -> line.contains(" WARN  run=1 file rejected path=")))
                .hasSize(5);
        assertThat(run.out()).contains("1 loaded", "5 rejected");
        assertThat(Outcome.of("check", folder.resolve("in box")).code()).isEqualTo(3);
    }

    @Test
    void endsWith5WhenTheDatabaseIsNotReachable() throws Exception {
        Ended ended = fupin("run", "monthly.yml", "--database", "jdbc:mysql://127.0.0.1:1/fupin");

        assertThat(ended.code()).isEqualTo(5);
        assertThat(ended.err().lines())
                .singleElement()
                .asString()
                .startsWith("fupin: database jdbc:mysql://127.0.0.1:1/fupin not reachable: ");
        assertThat(ended.out()).isEmpty();
    }

    @Test
    void tellsTheOwnerThatTheDatabaseIsNotReachable() throws Exception {
        recipients();
        GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        try {
            Map<String, String> there = Map.of(
                    "FUPIN_SMTP_HOST",
                    "127.0.0.1",
                    "FUPIN_SMTP_PORT",
                    Integer.toString(server.getSmtp().getPort()),
                    "FUPIN_SMTP_TLS",
                    "none");

            Outcome ended = Outcome.of(there, "run", job, "--database", "jdbc:mysql://127.0.0.1:1/fupin");

            assertThat(ended.code()).as(ended.err()).isEqualTo(5);
            assertThat(server.getReceivedMessages()).singleElement().satisfies(message -> {
                assertThat(message.getAllRecipients())
                        .extracting(Object::toString)
                        .containsExactly("operator@statistics.example");
                assertThat(message.getSubject()).startsWith("fupin monthly, ").endsWith(": the run failed");
                assertThat(GreenMailUtil.getBody(message)).contains("jdbc:mysql://127.0.0.1:1/fupin not reachable: ");
            });
        } finally {
            server.stop();
        }
    }

    @Test
    void endsWith6WhenMailCannotBeSentAndSendsItLater() throws Exception {
        inbox.put("hebei.txt", Inbox.HEBEI_2011);
        recipients();
        GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        Map<String, String> nobody =
                Map.of("FUPIN_SMTP_HOST", "127.0.0.1", "FUPIN_SMTP_PORT", "1", "FUPIN_SMTP_TLS", "none");

        assertThat(Outcome.of("run", job, "--dry-run").out()).contains("1 message", "hebei         2 files");
        Ended run = fupin(nobody, "run", "monthly.yml");

        assertThat(run.code()).as(run.err()).isEqualTo(6);
        assertThat(run.out()).contains("7 new or changed", "0 sent, 1 waiting, 0 given up");
        assertThat(run.err()).contains("mail server 127.0.0.1:1 cannot be used").doesNotContain("\tat ");
        assertThat(Outcome.of("outbox", "--job", job).out()).contains("pending", "hebei@office.example");

        server.start();
        try {
            Map<String, String> there = new HashMap<>(nobody);
            there.put("FUPIN_SMTP_PORT", Integer.toString(server.getSmtp().getPort()));
            Ended send = fupin(there, "send", "--job", "monthly.yml");

            assertThat(send.code()).as(send.err()).isZero();
            assertThat(send.out()).contains("1 message sent");
            assertThat(Outcome.of(there, "run", job).code()).isZero();
            assertThat(server.getReceivedMessages()).singleElement().satisfies(message -> {
                assertThat(message.getSubject()).contains("河北");
                assertThat(message.getHeader("Auto-Submitted")).containsExactly("auto-generated");
            });
            assertThat(Outcome.of(there, "send", "--job", job, "--to", "hebei", "--again")
                            .code())
                    .isZero();
            assertThat(server.getReceivedMessages()).hasSize(2);

            // As a run leaves it that dies between the server's answer and the ledger's entry.
            String id = server.getReceivedMessages()[0].getMessageID();
            try (Connection connection = DriverManager.getConnection(
                            "jdbc:h2:file:" + folder.resolve("data/monthly") + WarehouseConfiguration.H2_SETTINGS,
                            "sa",
                            "");
                    PreparedStatement doubt = connection.prepareStatement(
                            "UPDATE outbox_delivery SET status = 'sending',"
                                    + " next_attempt = sent WHERE outbox_id = (SELECT outbox_id FROM outbox WHERE message_id = ?)")) {
                doubt.setString(1, id);
                assertThat(doubt.executeUpdate()).isEqualTo(1);
            }
            Path journal = folder.resolve("reports/.mail-taken");
            Files.writeString(journal, "2026-05-06T12:00:00Z " + id + " hebei@office.example\n");
            assertThat(Outcome.of(there, "send", "--job", job).out()).contains("0 messages sent", "0 waiting");
            assertThat(server.getReceivedMessages()).hasSize(2);
            assertThat(journal).doesNotExist();
        } finally {
            server.stop();
        }
    }

    @Test
    void continuesAfterItWasKilled() throws Exception {
        inbox.put("hebei-2011.txt", Inbox.HEBEI_2011)
                .put("hebei-2012.txt", Inbox.HEBEI_2012)
                .put("gansu.txt", Inbox.GANSU_2011);
        Launched killed = Launched.fupin(folder, "run", "monthly.yml");
        killed.awaitErr("step=\"extract\" done=3 of=3").kill();
        assertThat(killed.end().code()).as("killed in the midst of it").isEqualTo(137);

        Outcome ended = Outcome.of("run", job);

        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(ended.out()).contains("continued run 1", "(attempt 2): done", "3 found, ", "0 rejected");
        assertThat(Files.readString(folder.resolve("reports/manifest.json")))
                .contains("2011/CN-HE/CN-HE-2011.xlsx", "2011/CN-GS/CN-GS-2011.pdf", "2012/CN-HE/CN-HE-2012.pdf");
        assertThat(Outcome.of("status", "--job", job).out())
                .contains("completed")
                .doesNotContain("failed", "at work");
    }

    @Test
    void endsWith4WhenAnotherProcessHasTheDatabase() throws Exception {
        Path database = folder.resolve("data/monthly");
        // This process; H2 lets in one at a time.
        try (Connection held = DriverManager.getConnection("jdbc:h2:file:" + database, "sa", "")) {
            Ended ended = fupin("run", "monthly.yml");

            assertThat(held.isValid(1)).isTrue();
            assertThat(ended.code()).isEqualTo(4);
            assertThat(ended.err())
                    .isEqualTo("fupin: database jdbc:h2:file:" + database + " is in use by another process\n");
        }
    }

    @Test
    void checksWithoutSpring() throws Exception {
        inbox.put("hebei.txt", Inbox.HEBEI_2011);
        Path classes = folder.resolve("classes.log");

        Ended ended = fupin(
                Map.of("JAVA_OPTS", "-Xlog:class+load:file=" + classes), "check", "--out", "check", "in box/hebei.txt");

        assertThat(ended.code()).isZero();
        assertThat(folder.resolve("check/observations.jsonl")).isNotEmptyFile();
        assertThat(Files.readAllLines(classes))
                .anyMatch(line -> line.contains(" org.fupin.extraction.Extractor "))
                .noneMatch(line -> line.matches(".* org\\.springframework\\.(?!boot\\.loader\\.).*"));
    }

    @Test
    void runsThroughALinkFromAnywhereAndWithoutALocale() throws Exception {
        inbox.put("河北 2011.txt", Inbox.HEBEI_2011);
        Path bin = Files.createDirectories(folder.resolve("my bin"));
        Files.createSymbolicLink(bin.resolve("fupin"), Launched.launcher());

        Ended ended = Launched.start(
                        Files.createDirectories(folder.resolve("elsewhere")),
                        Map.of("LC_ALL", "", "LC_CTYPE", "", "LANG", ""),
                        List.of(bin.resolve("fupin").toString(), "check", "../in box"))
                .end();

        assertThat(ended.err()).isEmpty();
        assertThat(ended.out()).startsWith("河北 2011.txt: text, UTF-8");
        assertThat(ended.code()).isZero();
    }

    @Test
    void saysWhichJavaItNeeds() throws Exception {
        Path old = Files.createDirectories(folder.resolve("old java"));
        Files.createDirectories(old.resolve("bin"));
        Files.writeString(old.resolve("bin/java"), "#!/bin/sh\nexit 1\n")
                .toFile()
                .setExecutable(true);
        Files.writeString(old.resolve("release"), "JAVA_VERSION=\"11.0.2\"\n");

        Ended ended = fupin(Map.of("JAVA_HOME", old.toString()), "--help");

        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.err())
                .isEqualTo("fupin: needs Java 17 or newer, and " + old + "/bin/java is 11.0.2: set JAVA_HOME\n");
    }

    private void recipients() throws IOException {
        Files.writeString(job, Files.readString(job) + "recipients: recipients.yml\n");
        Files.writeString(folder.resolve("recipients.yml"), """
                sender:
                  from: reports@statistics.example
                owner: [operator@statistics.example]
                contact: help@statistics.example
                offices:
                  - id: hebei
                    name: 河北办公室
                    to: [hebei@office.example]
                    areas: [CN-HE]
                    language: zh
                """);
    }

    private Ended fupin(String... arguments) throws InterruptedException {
        return Launched.fupin(folder, arguments).end();
    }

    private Ended fupin(Map<String, String> environment, String... arguments) throws InterruptedException {
        return Launched.fupin(folder, environment, arguments).end();
    }
}
