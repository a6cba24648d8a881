package org.fupin.job.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.fupin.settings.Broker;
import org.fupin.settings.BrokerUrl;
import org.fupin.testing.BrokerProcess;
import org.fupin.testing.TestCertificate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Texts through a broker that is a process of its own. */
class MessagesTest {

    private static final long SECONDS = 60;

    @TempDir
    private Path folder;

    private final BlockingQueue<String> received = new LinkedBlockingQueue<>();

    @Test
    void comeToTheReceiversOfTheirWarehouseAndAgainUntilTheyAreDealtWith() throws Exception {
        try (BrokerProcess process = BrokerProcess.start(folder.resolve("broker"))) {
            Broker broker = broker(process, Map.of(), BrokerProcess.PASSWORD);
            AtomicInteger tries = new AtomicInteger();
            try (MessageSender ours = MessageSender.connect(Queue.of(broker, "a.b", "ours"));
                    MessageSender others = MessageSender.connect(Queue.of(broker, "a.b", "others"));
                    MessageReceiver receiver = MessageReceiver.open(Queue.of(broker, "a.b", "ours"), 2, text -> {
                        if (text.equals("bad") && tries.incrementAndGet() < 3) {
                            throw new IllegalStateException("not yet");
                        }
                        received.add(text);
                    })) {
                others.send(List.of("theirs"));
                ours.send(List.of("bad", "good"));
                assertThat(List.of(next(), next())).containsExactlyInAnyOrder("bad", "good");
                assertThat(tries).hasValue(3);

                process.kill();
                assertThatThrownBy(() -> ours.send(List.of("lost")))
                        .isInstanceOf(BrokerUnreachableException.class)
                        .hasMessageMatching("broker tcp://127.0.0.1:\\d+ not reachable: .+");
                process.start();
                ours.send(List.of("after"));
                // A broker that is killed may give out again what was dealt with just before.
                String come = next();
                while (List.of("bad", "good").contains(come)) {
                    come = next();
                }
                assertThat(come).isEqualTo("after");
            }
            assertThat(received).isSubsetOf("bad", "good");
        }
    }

    @Test
    void sayWhyTheBrokerCannotBeUsed() throws Exception {
        TestCertificate certificate = TestCertificate.of("localhost");
        Path store = Files.writeString(
                folder.resolve("server.pem"),
                Files.readString(certificate.key()) + Files.readString(certificate.pem()));
        try (BrokerProcess process = BrokerProcess.start(
                folder.resolve("broker"), "&sslEnabled=true&keyStoreType=PEM&keyStorePath=" + store)) {
            Map<String, String> tls = Map.of(
                    "sslEnabled",
                    "true",
                    "trustStoreType",
                    "PEM",
                    "trustStorePath",
                    certificate.pem().toString());
            BrokerUrl named = new BrokerUrl("localhost", process.port(), tls);
            try (MessageSender sender = MessageSender.connect(
                            queue(new Broker(named, BrokerProcess.USER, BrokerProcess.PASSWORD)));
                    MessageReceiver receiver = MessageReceiver.open(
                            queue(new Broker(named, BrokerProcess.USER, BrokerProcess.PASSWORD)), 1, received::add)) {
                sender.send(List.of("encrypted"));
                assertThat(next()).isEqualTo("encrypted");
            }

            assertThatThrownBy(() -> MessageSender.connect(queue(new Broker(named, "eve", "c4nary"))))
                    .isInstanceOf(BrokerUnreachableException.class)
                    .hasMessageContaining("does not let the user in: ")
                    .hasMessageContaining("FUPIN_BROKER_USER")
                    .hasMessageNotContaining("c4nary");
            assertThatThrownBy(() -> MessageSender.connect(queue(broker(process, tls, BrokerProcess.PASSWORD))))
                    .as("the certificate is another host's")
                    .hasMessageContaining("not reachable: ");
            assertThatThrownBy(() -> MessageReceiver.open(
                            queue(broker(process, Map.of("sslEnabled", "true"), BrokerProcess.PASSWORD)),
                            1,
                            received::add))
                    .as("nobody vouches for the certificate")
                    .hasMessageContaining("not reachable: ");
        }
    }

    private static Queue queue(Broker broker) {
        return Queue.of(broker, "monthly", "ours");
    }

    private static Broker broker(BrokerProcess process, Map<String, String> options, String password) {
        return new Broker(new BrokerUrl("127.0.0.1", process.port(), options), BrokerProcess.USER, password);
    }

    private String next() throws InterruptedException {
        return received.poll(SECONDS, TimeUnit.SECONDS);
    }
}
