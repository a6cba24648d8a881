package org.fupin.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fupin.delivery.compose.DeliveryFile;
import org.fupin.delivery.compose.ReportNotice;
import org.fupin.delivery.compose.Samples;
import org.fupin.delivery.compose.Undelivered;
import org.fupin.delivery.outbox.DeliveryStatus;
import org.fupin.delivery.outbox.OutboxQuery;
import org.fupin.delivery.recipients.BodyLanguage;
import org.fupin.delivery.recipients.Office;
import org.fupin.delivery.smtp.ScriptedSmtpServer;
import org.fupin.delivery.smtp.SmtpTransport;
import org.fupin.delivery.smtp.SmtpTransportTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ledger, files and SMTP together, with servers that break off and refuse. */
class DeliveryOverSmtpTest extends OutboxTestCase {

    private static final ReportNotice REPORT = Samples.report("CN-GS", 2012, "a");

    private static final Office THREE = Samples.office(
            "three",
            "Three desks",
            Set.of(),
            BodyLanguage.ENGLISH,
            "bad@office.example",
            "lost@office.example",
            "good@office.example");

    @TempDir
    private Path out;

    private Delivery delivery;

    @BeforeEach
    void queue() throws Exception {
        for (DeliveryFile file : REPORT.files()) {
            Path path = out.resolve(file.path());
            Files.createDirectories(path.getParent());
            Files.write(path, Samples.bytes(file.path(), "a"));
        }
        delivery = new Delivery(Samples.recipients(THREE), outbox);
        delivery.queue(Samples.publication(REPORT), Samples.MAY, run);
    }

    @Test
    void eachAddressHasAFateOfItsOwn() throws Exception {
        try (ScriptedSmtpServer server = new ScriptedSmtpServer()
                .on("RCPT TO:<bad@", "550 5.1.1 no such user")
                .on(ScriptedSmtpServer.DATA_END, ScriptedSmtpServer.DROP, "250 taken")) {
            SendResult first = send(server, Map.of());

            assertThat(ledger())
                    .containsExactly(
                            "reports bad@office.example failed",
                            "reports lost@office.example sending",
                            "reports good@office.example sent");
            assertThat(first.sent()).isEqualTo(1);
            assertThat(first.waiting()).isEqualTo(1);
            assertThat(first.failed()).extracting(Undelivered::address).containsExactly("bad@office.example");

            clock.forward(Duration.ofMinutes(15));
            SendResult second = send(server, Map.of());

            assertThat(second.complete()).isTrue();
            assertThat(server.mails())
                    .extracting(ScriptedSmtpServer.Mail::to)
                    .containsExactly(
                            List.of("lost@office.example"),
                            List.of("good@office.example"),
                            List.of("lost@office.example"));
            assertThat(server.mails())
                    .extracting(DeliveryOverSmtpTest::messageId)
                    .containsOnly(messageId(server.mails().get(0)));
        }
    }

    @Test
    void wrongPasswordIsTriedOnceAndCostsNobodyAnAttempt() throws Exception {
        try (ScriptedSmtpServer server =
                new ScriptedSmtpServer().offers("AUTH PLAIN").on("AUTH", "535 5.7.8 wrong", "235 welcome")) {
            Map<String, String> user = Map.of("USER", "fupin", "PASSWORD", "s3cret-word");

            SendResult refused = send(server, user);

            assertThat(refused.stopped()).contains("rejected the credentials").doesNotContain("s3cret-word");
            assertThat(refused.waiting()).isEqualTo(3);
            assertThat(server.commands().stream().filter(command -> command.startsWith("AUTH")))
                    .hasSize(1);
            assertThat(outbox.list(new OutboxQuery(DeliveryStatus.PENDING, null, null, 10)))
                    .hasSize(3)
                    .allMatch(entry -> entry.attempts() == 0);
            assertThat(send(server, user).sent()).isEqualTo(3);
        }
    }

    private SendResult send(ScriptedSmtpServer server, Map<String, String> settings) {
        try (SmtpTransport transport = transport(server, settings)) {
            return delivery.send(transport, file -> Files.readAllBytes(out.resolve(file.path())), () -> {}, null);
        }
    }

    private static SmtpTransport transport(ScriptedSmtpServer server, Map<String, String> settings) {
        return new SmtpTransport(SmtpTransportTest.settings(server.port(), settings));
    }

    private static String messageId(ScriptedSmtpServer.Mail mail) {
        Matcher id = Pattern.compile("(?mi)^Message-ID: (<.+>)$").matcher(mail.data());
        assertThat(id.find()).isTrue();
        return id.group(1);
    }
}
