package org.fupin.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.fupin.delivery.compose.Samples;
import org.fupin.delivery.outbox.DeliveryStatus;
import org.fupin.delivery.outbox.OpenDelivery;
import org.fupin.delivery.outbox.OutboxQuery;
import org.fupin.delivery.smtp.FakeServer.Taken;
import org.fupin.delivery.smtp.JournalingTransport;
import org.fupin.delivery.smtp.MailTransport;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;

/** A crash or a database that goes away while mail is queued or sent. */
class DeliveryCrashTest extends DeliveryTestCase {

    @Test
    void crashBetweenAcceptanceAndLedgerRepeatsTheSameMessageId() {
        Delivery delivery = delivery(TWO);
        delivery.queue(Samples.publication(GANSU), Samples.MAY, run);
        database.breakOn("status = 'sent'", Integer.MAX_VALUE);

        assertThatThrownBy(() -> send(delivery)).isInstanceOf(DataAccessException.class);
        database.breakOn("", 0);
        assertThat(ledger())
                .containsExactly("reports one@office.example sending", "reports other@office.example pending");
        assertThat(delivery.queue(Samples.publication(GANSU), Samples.MAY, run)).isEmpty();

        assertThat(send(delivery).complete()).isTrue();
        assertThat(mail.taken())
                .extracting(Taken::address)
                .containsExactly("one@office.example", "other@office.example", "one@office.example");
        assertThat(mail.taken())
                .extracting(Taken::messageId)
                .containsOnly(mail.taken().get(0).messageId());
    }

    @Test
    void crashAfterTheJournalsEntryRepeatsNothing() {
        Delivery delivery = delivery(TWO);
        delivery.queue(Samples.publication(GANSU), Samples.MAY, run);
        List<org.fupin.delivery.outbox.AcceptedMessage> journal = new ArrayList<>();
        MailTransport journaling = new JournalingTransport(mail, journal::add, clock);
        database.breakOn("status = 'sent'", Integer.MAX_VALUE);

        assertThatThrownBy(() -> delivery.send(journaling, FILES, FREE, null)).isInstanceOf(DataAccessException.class);
        database.breakOn("", 0);
        assertThat(ledger())
                .containsExactly("reports one@office.example sending", "reports other@office.example pending");

        clock.forward(Duration.ofHours(1));
        delivery.settle(journal);
        assertThat(ledger()).containsExactly("reports one@office.example sent", "reports other@office.example pending");
        assertThat(outbox.list(new OutboxQuery(DeliveryStatus.SENT, null, null, 10)))
                .singleElement()
                .satisfies(entry -> assertThat(entry.sent()).isEqualTo(NOON));
        assertThat(send(delivery).complete()).isTrue();
        assertThat(mail.taken())
                .extracting(Taken::address)
                .containsExactly("one@office.example", "other@office.example");
    }

    @Test
    void journalThatCannotBeWrittenStopsNoMail() {
        Delivery delivery = delivery(Samples.GANSU);
        delivery.queue(Samples.publication(GANSU), Samples.MAY, run);
        MailTransport journaling = new JournalingTransport(
                mail,
                entry -> {
                    throw new IOException("no space left on device");
                },
                clock);

        assertThat(delivery.send(journaling, FILES, FREE, null).complete()).isTrue();
        assertThat(ledger()).containsExactly("reports gansu@office.example sent");
    }

    @Test
    void ledgerThatComesBackInTimeCostsNothing() {
        Delivery delivery = delivery(Samples.GANSU);
        delivery.queue(Samples.publication(GANSU), Samples.MAY, run);
        database.breakOn("status = 'sent'", 2);

        assertThat(send(delivery).complete()).isTrue();
        assertThat(mail.taken()).hasSize(1);
        assertThat(ledger()).containsExactly("reports gansu@office.example sent");
    }

    @Test
    void databaseThatComesBackInTimeCostsNothing() throws Exception {
        Delivery delivery = delivery(Samples.GANSU);
        delivery.queue(Samples.publication(GANSU), Samples.MAY, run);
        org.fupin.delivery.outbox.AcceptedMessage.Journal goes = taken -> database.goAway(2);

        assertThat(delivery.send(new JournalingTransport(mail, goes, clock), FILES, FREE, null)
                        .complete())
                .isTrue();
        assertThat(ledger()).containsExactly("reports gansu@office.example sent");
    }

    @Test
    void ledgerThatIsGoneBeforehandKeepsTheMessageBack() {
        Delivery delivery = delivery(Samples.GANSU);
        delivery.queue(Samples.publication(GANSU), Samples.MAY, run);
        database.breakOn("status = 'sending'", 1);

        assertThatThrownBy(() -> send(delivery)).isInstanceOf(DataAccessException.class);
        assertThat(mail.attempts()).isEmpty();
        assertThat(ledger()).containsExactly("reports gansu@office.example pending");
    }

    @Test
    void queuingThatBreaksLeavesNothingHalf() {
        Delivery delivery = delivery(TWO);
        delivery.queue(Samples.publication(GANSU), Samples.MAY, run);
        database.breakOn("INSERT INTO outbox_delivery", 1);

        assertThatThrownBy(() -> delivery.queue(Samples.publication(GANSU_REVISED), Samples.MAY, run))
                .isInstanceOf(DataAccessException.class);
        assertThat(ledger())
                .containsExactly("reports one@office.example pending", "reports other@office.example pending");
    }

    @Test
    void whatTheLedgerSaysOfAnAttemptIsOnTheDiskBeforeTheServerHearsOfItAndAfterItTookIt() {
        delivery(Samples.GANSU).queue(Samples.publication(GANSU), Samples.MAY, run);
        OpenDelivery open = outbox.due().get(0);
        int before = toDisk.get();

        outbox.begin(open);
        assertThat(toDisk).hasValue(before + 1);
        outbox.accepted(open);
        assertThat(toDisk).hasValue(before + 2);
    }

    @Test
    void attemptIsBegunByOneOfTwoSendersOnly() {
        delivery(Samples.GANSU).queue(Samples.publication(GANSU), Samples.MAY, run);
        OpenDelivery open = outbox.due().get(0);

        assertThat(outbox.begin(open)).isTrue();
        assertThat(outbox.begin(open)).isFalse();
    }
}
