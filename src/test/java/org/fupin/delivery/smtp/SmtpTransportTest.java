package org.fupin.delivery.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.junit5.GreenMailExtension;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.fupin.delivery.compose.Composer;
import org.fupin.delivery.compose.Message;
import org.fupin.delivery.compose.Samples;
import org.fupin.delivery.outbox.StoredMessage;
import org.fupin.delivery.smtp.MailTransport.Outcome;
import org.fupin.settings.RunSettings;
import org.fupin.settings.SettingsReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the answers of mail servers are taken for. */
public class SmtpTransportTest {

    private static final String OFFICE = "gansu@office.example";

    @RegisterExtension
    static final GreenMailExtension GREENMAIL = new GreenMailExtension(ServerSetup.SMTP.dynamicPort())
            .withConfiguration(GreenMailConfiguration.aConfig().withUser("fupin", "s3cret-word"));

    @Test
    void oneConnectionServesSeveralMessages() throws Exception {
        try (ScriptedSmtpServer server = new ScriptedSmtpServer();
                SmtpTransport transport = new SmtpTransport(settings(server.port(), Map.of()))) {
            assertThat(transport.send(message(), OFFICE)).isEqualTo(new Outcome.Accepted());
            assertThat(transport.send(message(), "other@office.example")).isEqualTo(new Outcome.Accepted());

            assertThat(server.connectionCount()).isEqualTo(1);
            assertThat(server.mails())
                    .extracting(ScriptedSmtpServer.Mail::to)
                    .containsExactly(List.of(OFFICE), List.of("other@office.example"));
            assertThat(server.mails().get(0).from()).startsWith("MAIL FROM:<reports@statistics.example>");
            assertThat(server.commands()).doesNotContain("NOOP");
        }
    }

    @Test
    void connectionThatTheServerClosedBetweenTwoMessagesIsOpenedAnew() throws Exception {
        try (ScriptedSmtpServer server = new ScriptedSmtpServer()
                        .on("MAIL", "250 fine", ScriptedSmtpServer.DROP, "250 fine", "421 4.7.0 enough", "250 fine");
                SmtpTransport transport = new SmtpTransport(settings(server.port(), Map.of()))) {
            for (int message = 0; message < 3; message++) {
                assertThat(transport.send(message(), OFFICE)).isEqualTo(new Outcome.Accepted());
            }
            assertThat(server.connectionCount()).isEqualTo(3);
            assertThat(server.mails()).hasSize(3);
        }
    }

    @Test
    void messageOverTheSizeThatTheServerTellsIsNotOffered() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        MimeMessage message = message();
        message.writeTo(bytes);
        for (int room = -1; room <= 0; room++) {
            try (ScriptedSmtpServer server = new ScriptedSmtpServer().offers("SIZE " + (bytes.size() + room));
                    SmtpTransport transport = new SmtpTransport(settings(server.port(), Map.of()))) {
                Outcome outcome = transport.send(message, OFFICE);

                assertThat(server.mails()).hasSize(1 + room);
                if (room < 0) {
                    assertThat(outcome).isInstanceOf(Outcome.TooLarge.class);
                    assertThat(outcome.reason())
                            .contains("up to " + (bytes.size() + room) + " bytes")
                            .contains("has " + bytes.size());
                    assertThat(server.commands()).noneMatch(command -> command.startsWith("MAIL"));
                }
            }
        }
    }

    @Test
    void serverThatTellsNoLimitTakesAll() throws Exception {
        for (String size : List.of("SIZE", "SIZE 0")) {
            try (ScriptedSmtpServer server = new ScriptedSmtpServer().offers(size);
                    SmtpTransport transport = new SmtpTransport(settings(server.port(), Map.of()))) {
                assertThat(transport.send(message(), OFFICE)).isEqualTo(new Outcome.Accepted());
            }
        }
    }

    @Test
    void realServerTakesUserAndPassword() throws Exception {
        try (SmtpTransport transport = new SmtpTransport(
                settings(GREENMAIL.getSmtp().getPort(), Map.of("USER", "fupin", "PASSWORD", "s3cret-word")))) {
            assertThat(transport.send(message(), OFFICE)).isEqualTo(new Outcome.Accepted());
        }
        assertThat(GREENMAIL.getReceivedMessages()).hasSize(1);
    }

    @Test
    void wrongPasswordStopsAllAndIsNotRepeated() {
        try (SmtpTransport transport = new SmtpTransport(
                settings(GREENMAIL.getSmtp().getPort(), Map.of("USER", "fupin", "PASSWORD", "wrong-pass-word")))) {
            assertThatThrownBy(() -> transport.send(message(), OFFICE))
                    .isInstanceOf(MailServerException.class)
                    .hasMessageContaining("does not let the user in")
                    .hasMessageContaining("535")
                    .hasMessageNotContaining("wrong-pass-word");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "RCPT | 550 5.1.1 no such user | Refused",
                "RCPT | 553 5.1.3 bad address | Refused",
                "RCPT | 451 4.7.1 greylisted | Deferred",
                "RCPT | 452 4.2.2 mailbox full | Deferred",
                "RCPT | 421 4.3.2 shutting down | Deferred",
                "DATA | 451 4.3.0 try later | Deferred",
                "DATA | 554 5.6.0 no | Refused",
                ". | 554 5.7.1 spam | Refused",
                ". | 552 5.3.4 too large | TooLarge",
                ". | 552 message exceeds the limit | TooLarge",
                "RCPT | 552 5.2.2 mailbox full | Refused",
                ". | 452 4.3.1 disk full | Deferred",
                "MAIL | 451 4.3.0 later | Deferred",
                "MAIL | 552 5.3.4 too large | TooLarge",
            })
    void answersMeanWhatTheirCodesSay(String command, String reply, String outcome) throws Exception {
        try (ScriptedSmtpServer server = new ScriptedSmtpServer().on(command, reply, "250 fine");
                SmtpTransport transport = new SmtpTransport(settings(server.port(), Map.of()))) {
            Outcome first = transport.send(message(), OFFICE);

            assertThat(first.getClass().getSimpleName()).isEqualTo(outcome);
            assertThat(first.reason()).contains(reply);
            assertThat(server.mails()).isEmpty();
            if (!command.equals("DATA")) {
                assertThat(transport.send(message(), "next@office.example"))
                        .as("the next address")
                        .isEqualTo(new Outcome.Accepted());
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "(greeting) | 554 5.3.2 no service",
                "MAIL | 550 5.7.1 sender refused",
                "MAIL | 530 5.7.0 log in first"
            })
    void refusalOfAllMailIsNoFaultOfTheRecipient(String command, String reply) throws Exception {
        try (ScriptedSmtpServer server = new ScriptedSmtpServer().on(command, reply);
                SmtpTransport transport = new SmtpTransport(settings(server.port(), Map.of()))) {
            assertThatThrownBy(() -> transport.send(message(), OFFICE))
                    .isInstanceOf(MailServerException.class)
                    .hasMessageContaining(reply.substring(0, 3));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"MAIL", "RCPT", "DATA"})
    void brokenConnectionBeforeTheDataIsTriedAgain(String command) throws Exception {
        try (ScriptedSmtpServer server = new ScriptedSmtpServer()
                        .on(command, ScriptedSmtpServer.DROP, command.equals("DATA") ? "354 go" : "250 fine");
                SmtpTransport transport = new SmtpTransport(settings(server.port(), Map.of()))) {
            assertThat(transport.send(message(), OFFICE))
                    .isInstanceOfSatisfying(Outcome.Deferred.class, deferred -> assertThat(deferred.connectionLost())
                            .isTrue());
            assertThat(server.mails()).isEmpty();

            assertThat(transport.send(message(), OFFICE)).isEqualTo(new Outcome.Accepted());
            assertThat(server.connectionCount()).isEqualTo(2);
        }
    }

    @Test
    void brokenConnectionAfterTheDataIsInDoubt() throws Exception {
        try (ScriptedSmtpServer server =
                        new ScriptedSmtpServer().on(ScriptedSmtpServer.DATA_END, ScriptedSmtpServer.DROP);
                SmtpTransport transport = new SmtpTransport(settings(server.port(), Map.of()))) {
            assertThat(transport.send(message(), OFFICE)).isInstanceOf(Outcome.InDoubt.class);
            assertThat(server.mails()).hasSize(1);
        }
    }

    @Test
    void slowServerIsNotWaitedForLongerThanTheTimeout() throws Exception {
        try (ScriptedSmtpServer server = new ScriptedSmtpServer()
                        .on("RCPT", ScriptedSmtpServer.SILENCE)
                        .on(ScriptedSmtpServer.DATA_END, ScriptedSmtpServer.SILENCE);
                SmtpTransport transport = new SmtpTransport(settings(server.port(), Map.of("TIMEOUT", "1")))) {
            assertThat(transport.send(message(), OFFICE))
                    .isInstanceOfSatisfying(Outcome.Deferred.class, deferred -> assertThat(deferred.reason())
                            .containsIgnoringCase("timed out"));
            server.on("RCPT", "250 fine");
            assertThat(transport.send(message(), OFFICE)).isInstanceOf(Outcome.InDoubt.class);
        }
    }

    @Test
    void serverThatIsNotThereStopsAll() {
        // A port that nobody may listen on; one that was free a moment ago may be another's now.
        int port = 1;
        try (SmtpTransport transport = new SmtpTransport(settings(port, Map.of()))) {
            assertThatThrownBy(transport::open)
                    .isInstanceOf(MailServerException.class)
                    .hasMessageContaining("127.0.0.1:" + port)
                    .hasMessageContaining("refused");
        }
    }

    @Test
    void silentServerStopsAll() throws Exception {
        try (ScriptedSmtpServer server =
                        new ScriptedSmtpServer().on(ScriptedSmtpServer.GREETING, ScriptedSmtpServer.SILENCE);
                SmtpTransport transport = new SmtpTransport(settings(server.port(), Map.of("TIMEOUT", "1")))) {
            assertThatThrownBy(transport::open).isInstanceOf(MailServerException.class);
        }
    }

    @Test
    void startTlsProtectsUserAndMail(@TempDir Path folder) throws Exception {
        TestCertificate certificate = TestCertificate.make(folder, "san=ip:127.0.0.1");
        try (ScriptedSmtpServer server = new ScriptedSmtpServer(certificate.server(), false)
                        .offers("AUTH PLAIN LOGIN")
                        .on("AUTH", "235 welcome");
                SmtpTransport transport = new SmtpTransport(settings(
                        server.port(),
                        Map.of(
                                "TLS", "starttls",
                                "CA_FILE", certificate.pem().toString(),
                                "USER", "fupin",
                                "PASSWORD", "s3cret-word")))) {
            assertThat(transport.send(message(), OFFICE)).isEqualTo(new Outcome.Accepted());
            assertThat(server.commands().indexOf("STARTTLS"))
                    .isPositive()
                    .isLessThan(server.commands().stream()
                            .filter(command -> command.startsWith("AUTH"))
                            .mapToInt(server.commands()::indexOf)
                            .findFirst()
                            .orElse(-1));
        }
    }

    @Test
    void tlsFromTheStart(@TempDir Path folder) throws Exception {
        TestCertificate certificate = TestCertificate.make(folder, "san=ip:127.0.0.1");
        try (ScriptedSmtpServer server = new ScriptedSmtpServer(certificate.server(), true);
                SmtpTransport transport = new SmtpTransport(settings(
                        server.port(),
                        Map.of("TLS", "tls", "CA_FILE", certificate.pem().toString())))) {
            assertThat(transport.send(message(), OFFICE)).isEqualTo(new Outcome.Accepted());
        }
    }

    @Test
    void serverWithoutStartTlsGetsNoPassword() throws Exception {
        try (ScriptedSmtpServer server = new ScriptedSmtpServer().offers("AUTH PLAIN LOGIN");
                SmtpTransport transport = new SmtpTransport(settings(
                        server.port(), Map.of("TLS", "starttls", "USER", "fupin", "PASSWORD", "s3cret-word")))) {
            assertThatThrownBy(transport::open)
                    .isInstanceOf(MailServerException.class)
                    .hasMessageContaining("STARTTLS");
            assertThat(server.commands()).noneMatch(command -> command.startsWith("AUTH"));
        }
    }

    @ParameterizedTest
    @CsvSource({"starttls,unknown", "tls,unknown", "starttls,otherName", "tls,otherName"})
    void certificateThatIsNotTheServersIsNotTrusted(String tls, String wrong, @TempDir Path folder) throws Exception {
        TestCertificate certificate = TestCertificate.make(
                folder, wrong.equals("otherName") ? "san=dns:elsewhere.example" : "san=ip:127.0.0.1");
        Map<String, String> trust =
                wrong.equals("otherName") ? Map.of("CA_FILE", certificate.pem().toString()) : Map.of();
        Map<String, String> environment = new HashMap<>(trust);
        environment.put("TLS", tls);
        environment.put("USER", "fupin");
        environment.put("PASSWORD", "s3cret-word");
        try (ScriptedSmtpServer server = new ScriptedSmtpServer(certificate.server(), tls.equals("tls"));
                SmtpTransport transport = new SmtpTransport(settings(server.port(), environment))) {
            assertThatThrownBy(transport::open).isInstanceOf(MailServerException.class);
            assertThat(server.commands()).noneMatch(command -> command.startsWith("AUTH"));
        }
    }

    /** Settings as they are read from the environment, for a server on this machine. */
    public static SmtpSettings settings(int port, Map<String, String> more) {
        Map<String, String> environment = new HashMap<>();
        environment.put("FUPIN_SMTP_HOST", "127.0.0.1");
        environment.put("FUPIN_SMTP_PORT", Integer.toString(port));
        environment.put("FUPIN_SMTP_TLS", "none");
        environment.put(
                "FUPIN_SMTP_TIMEOUT", Long.toString(Duration.ofSeconds(20).toSeconds()));
        more.forEach((name, value) -> environment.put("FUPIN_SMTP_" + name, value));
        return Objects.requireNonNull(RunSettings.mailServer(SettingsReader.of(Map.of(), environment), ""));
    }

    private static MimeMessage message() throws IOException {
        Message message = new Composer(Samples.recipients()).nothingNew(Samples.GANSU, Samples.MAY);
        return MailFormat.of(
                new StoredMessage(1, message.messageId(0), null, Instant.parse("2026-05-06T07:08:09Z"), message),
                file -> new byte[0]);
    }
}
