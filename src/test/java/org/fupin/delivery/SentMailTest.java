package org.fupin.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.fupin.delivery.compose.Publication;
import org.fupin.delivery.compose.QueuedMessage;
import org.fupin.delivery.compose.Samples;
import org.fupin.delivery.outbox.DeliveryStatus;
import org.fupin.delivery.outbox.OutboxEntry;
import org.fupin.delivery.outbox.OutboxQuery;
import org.fupin.delivery.recipients.BodyLanguage;
import org.fupin.delivery.recipients.Office;
import org.fupin.delivery.smtp.FakeServer;
import org.fupin.delivery.smtp.FakeServer.Taken;
import org.junit.jupiter.api.Test;

/** What is sent when, and what the ledger then says. */
class SentMailTest extends DeliveryTestCase {

    @Test
    void badAddressDoesNotHoldUpTheOthers() {
        Delivery delivery = delivery(TWO, Samples.GUIZHOU);
        delivery.queue(Samples.publication(GANSU, GUIZHOU), Samples.MAY, run);
        mail.says("one@office.example", FakeServer.REFUSED);

        SendResult result = send(delivery);

        assertThat(result.sent()).isEqualTo(2);
        assertThat(result.failed()).singleElement().satisfies(failed -> {
            assertThat(failed.office()).isEqualTo("two");
            assertThat(failed.address()).isEqualTo("one@office.example");
            assertThat(failed.reason()).isEqualTo("550 5.1.1 no such user");
        });
        assertThat(result.complete()).isFalse();
        assertThat(delivery.queue(Samples.publication(GANSU, GUIZHOU), Samples.MAY, run))
                .isEmpty();
        assertThat(send(delivery).complete()).as("it is not tried again").isTrue();
    }

    @Test
    void officeWhoseOnlyAddressIsBadIsTriedAgainOnceTheAddressIsAnother() {
        Delivery wrong = delivery(Samples.GANSU);
        wrong.queue(Samples.publication(GANSU), Samples.MAY, run);
        mail.says("gansu@office.example", FakeServer.REFUSED);
        send(wrong);
        assertThat(wrong.queue(Samples.publication(GANSU), Samples.MAY, run)).isEmpty();

        Delivery right = delivery(
                Samples.office("gansu", "Gansu", Set.of("CN-GS"), BodyLanguage.CHINESE, "right@office.example"));
        right.queue(Samples.publication(GANSU), Samples.MAY, run);
        send(right);

        assertThat(ledger())
                .containsExactly("reports gansu@office.example failed", "reports right@office.example sent");
    }

    @Test
    void putOffMailWaitsLongerEachTimeAndIsGivenUpAtLast() {
        Delivery delivery = delivery(Samples.GANSU);
        delivery.queue(Samples.publication(GANSU), Samples.MAY, run);
        FakeServer.Outcome[] always = new FakeServer.Outcome[40];
        Arrays.fill(always, FakeServer.LATER);
        mail.says("gansu@office.example", always);

        List<Long> waits = new ArrayList<>();
        SendResult result = send(delivery);
        while (result.failed().isEmpty()) {
            assertThat(result.deferred()).hasSize(1);
            assertThat(result.waiting()).isEqualTo(1);
            OutboxEntry entry =
                    outbox.list(new OutboxQuery(null, null, null, 1)).get(0);
            Duration wait = Duration.between(clock.instant(), entry.nextAttempt());
            waits.add(wait.toMinutes());
            clock.forward(wait.minusMillis(200));
            assertThat(send(delivery).deferred()).as("not yet due").isEmpty();
            clock.forward(Duration.ofMillis(200));
            result = send(delivery);
        }

        assertThat(waits).startsWith(15L, 30L, 60L, 120L, 240L, 480L, 960L, 1440L, 1440L);
        assertThat(waits.stream().mapToLong(Long::longValue).sum()).isBetween(5 * 1440L, 6 * 1440L);
        assertThat(result.failed().get(0).reason()).startsWith("given up after").contains("451 4.7.1");
        assertThat(ledger()).containsExactly("reports gansu@office.example failed");
    }

    @Test
    void retrySendsTheSameMessage() throws Exception {
        Delivery delivery = delivery(Samples.GANSU);
        delivery.queue(Samples.publication(GANSU), Samples.MAY, run);
        mail.says("gansu@office.example", FakeServer.IN_DOUBT);

        assertThat(send(delivery).deferred()).hasSize(1);
        assertThat(ledger()).containsExactly("reports gansu@office.example sending");
        assertThat(delivery.queue(Samples.publication(GANSU), Samples.MAY, run)).isEmpty();
        clock.forward(Duration.ofDays(1));
        assertThat(send(delivery).complete()).isTrue();

        Taken first = mail.taken().get(0);
        Taken second = mail.taken().get(1);
        assertThat(second.messageId()).isEqualTo(first.messageId()).endsWith("@statistics.example>");
        assertThat(second.message().getSentDate()).isEqualTo(first.message().getSentDate());
        assertThat(second.subject()).isEqualTo(first.subject());
    }

    @Test
    void mailIsTakenBackFromAnOfficeThatIsNotToGetItAnyMore() {
        Office wrong = Samples.office(
                "gansu", "Gansu", Set.of("CN-GS", "CN-GZ"), BodyLanguage.CHINESE, "gansu@office.example");
        Delivery mistaken = delivery(wrong);
        mistaken.queue(Samples.publication(GANSU), Samples.MAY, run);
        send(mistaken);
        mistaken.queue(Samples.publication(GANSU, GUIZHOU), Samples.MAY, run);
        mistaken.send(mail.gone(), FILES, FREE, null);
        Delivery mended = delivery(Samples.GANSU);
        mail.back();

        assertThat(mended.plan(Samples.publication(GANSU, GUIZHOU), Samples.MAY))
                .isEmpty();
        assertThat(send(mended)).as("without a run").isEqualTo(new SendResult(0, List.of(), List.of(), 0, null));
        assertThat(mended.queue(Samples.publication(GANSU, GUIZHOU), Samples.MAY, run))
                .isEmpty();
        assertThat(ledger())
                .containsExactly("reports gansu@office.example sent", "update gansu@office.example superseded");
        assertThat(outbox.list(new OutboxQuery(DeliveryStatus.SUPERSEDED, null, null, 10)))
                .singleElement()
                .satisfies(entry -> assertThat(entry.reason()).contains("files that the office no longer receives"));
    }

    @Test
    void newAddressOfAnOfficeGetsAllThatThereIs() {
        Delivery before = delivery(TWO);
        before.queue(Samples.publication(GANSU), Samples.MAY, run);
        mail.says("one@office.example", FakeServer.REFUSED);
        send(before);
        Delivery corrected = delivery(Samples.office(
                TWO.id(), TWO.name(), TWO.areas(), TWO.language(), "first@office.example", "other@office.example"));

        assertThat(corrected.queue(new Publication(false, List.of(GANSU), List.of()), Samples.MAY, run))
                .as("a run over some of the reports")
                .isEmpty();
        List<QueuedMessage> queued = corrected.queue(Samples.publication(GANSU), Samples.MAY, run);

        assertThat(queued).singleElement().satisfies(message -> {
            assertThat(message.addresses()).containsExactly("first@office.example");
            assertThat(message.files()).isEqualTo(GANSU.files());
        });
        assertThat(corrected.plan(Samples.publication(GANSU), Samples.MAY))
                .as("waits")
                .isEmpty();
        assertThat(corrected.queue(Samples.publication(GANSU), Samples.MAY, run))
                .as("waits")
                .isEmpty();

        assertThat(corrected.queue(Samples.publication(GANSU_REVISED), Samples.MAY, run))
                .as("one for each: to the one it is new, to the other an update")
                .extracting(message -> message.kind() + " " + message.addresses())
                .containsExactly("UPDATE [other@office.example]", "REPORTS [first@office.example]");
        assertThat(send(corrected).sent()).isEqualTo(2);
        assertThat(corrected.queue(Samples.publication(GANSU_REVISED), Samples.JUNE, run))
                .as("from then on it is one of them")
                .singleElement()
                .satisfies(message -> assertThat(message.addresses())
                        .containsExactly("first@office.example", "other@office.example"));
    }

    @Test
    void updateThatWasTakenBackIsNotSent() {
        Delivery delivery = delivery(Samples.GANSU);
        delivery.queue(Samples.publication(GANSU), Samples.MAY, run);
        send(delivery);
        delivery.queue(Samples.publication(GANSU_REVISED), Samples.MAY, run);
        delivery.send(mail.gone(), FILES, FREE, null);
        mail.back();

        // The report is again what the office has.
        assertThat(delivery.queue(Samples.publication(GANSU), Samples.MAY, run)).isEmpty();

        assertThat(send(delivery).sent()).isZero();
        assertThat(ledger())
                .containsExactly("reports gansu@office.example sent", "update gansu@office.example superseded");
    }

    @Test
    void nothingNewWaitsUntilThereIsSomething() {
        Delivery delivery = delivery(Samples.GANSU);
        delivery.queue(Samples.publication(), Samples.MAY, run);
        delivery.send(mail.gone(), FILES, FREE, null);

        assertThat(delivery.queue(Samples.publication(), Samples.MAY, run)).isEmpty();
        assertThat(ledger()).containsExactly("nothing_new gansu@office.example pending");
        assertThat(delivery.queue(Samples.publication(GANSU), Samples.MAY, run)).hasSize(1);
        assertThat(ledger())
                .containsExactly("nothing_new gansu@office.example superseded", "reports gansu@office.example pending");
    }

    @Test
    void missingAttachmentPutsTheMessageOff() {
        Delivery delivery = delivery(Samples.GANSU, Samples.GUIZHOU);
        delivery.queue(Samples.publication(GANSU, GUIZHOU), Samples.MAY, run);

        SendResult result = delivery.send(
                mail,
                file -> {
                    if (file.path().contains("CN-GS")) {
                        throw new IOException(file.path() + " is not there any more");
                    }
                    return new byte[] {1};
                },
                FREE,
                null);

        assertThat(result.sent()).isEqualTo(1);
        assertThat(result.deferred()).singleElement().satisfies(deferred -> assertThat(deferred.reason())
                .contains("CN-GS-2012.xlsx is not there"));
    }

    @Test
    void oneOfficeCanBeSentToBeforeItIsDue() {
        Delivery delivery = delivery(Samples.GANSU, Samples.GUIZHOU);
        delivery.queue(Samples.publication(GANSU, GUIZHOU), Samples.MAY, run);
        mail.says("gansu@office.example", FakeServer.LATER).says("guizhou@office.example", FakeServer.LATER);
        send(delivery);

        assertThat(send(delivery).sent()).isZero();
        assertThat(delivery.send(mail, FILES, FREE, "gansu").sent()).isEqualTo(1);
        assertThat(ledger())
                .containsExactly("reports gansu@office.example sent", "reports guizhou@office.example pending");
    }

    @Test
    void guardEndsTheSending() {
        Delivery delivery = delivery(TWO);
        delivery.queue(Samples.publication(GANSU), Samples.MAY, run);
        SendGuard onlyOnce = () -> {
            if (!mail.taken().isEmpty()) {
                throw new IllegalStateException("the lock was lost");
            }
        };

        assertThatThrownBy(() -> delivery.send(mail, FILES, onlyOnce, null)).hasMessage("the lock was lost");
        assertThat(ledger()).containsExactly("reports one@office.example sent", "reports other@office.example pending");
    }
}
