package org.fupin.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Multipart;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.fupin.delivery.compose.Samples;
import org.fupin.delivery.outbox.DeliveryStatus;
import org.fupin.delivery.outbox.OutboxQuery;
import org.fupin.delivery.recipients.BodyLanguage;
import org.fupin.delivery.recipients.Office;
import org.fupin.delivery.smtp.FakeServer;
import org.junit.jupiter.api.Test;

/** A mail server that is gone, breaks off or refuses what is too large. */
class ServerTroubleTest extends DeliveryTestCase {

    @Test
    void serverThatIsGoneCostsNobodyAnAttempt() {
        Delivery delivery = delivery(TWO, Samples.GUIZHOU);
        delivery.queue(Samples.publication(GANSU, GUIZHOU), Samples.MAY, run);

        SendResult result = delivery.send(mail.gone(), FILES, FREE, null);

        assertThat(result).isEqualTo(new SendResult(0, List.of(), List.of(), 3, "it does not answer"));
        assertThat(outbox.list(new OutboxQuery(null, null, null, 10))).allSatisfy(entry -> {
            assertThat(entry.attempts()).isZero();
            assertThat(entry.status()).isEqualTo(DeliveryStatus.PENDING);
        });
        assertThat(delivery.send(mail.back(), FILES, FREE, null).sent()).isEqualTo(3);
    }

    @Test
    void serverThatTakesNothingIsAskedOnce() {
        Delivery delivery = delivery(TWO, Samples.GUIZHOU);
        delivery.queue(Samples.publication(GANSU, GUIZHOU), Samples.MAY, run);

        SendResult result = delivery.send(mail.unwilling(), FILES, FREE, null);

        assertThat(mail.attempts()).hasSize(1);
        assertThat(result.stopped()).isEqualTo("it takes no mail from us");
        assertThat(outbox.list(new OutboxQuery(DeliveryStatus.PENDING, null, null, 10)))
                .hasSize(3)
                .allMatch(entry -> entry.attempts() == 0);
        assertThat(delivery.send(mail.back(), FILES, FREE, null).sent()).isEqualTo(3);
    }

    @Test
    void messageThatBreaksTheConnectionHoldsUpNobody() {
        Office three = Samples.office(
                "three", "Three", Set.of(), BodyLanguage.ENGLISH, "a@o.example", "b@o.example", "c@o.example");
        for (String address : three.addresses()) {
            mail.says(address, FakeServer.BROKEN, FakeServer.BROKEN);
        }
        Delivery delivery = delivery(three, Samples.GANSU, Samples.GUIZHOU);
        delivery.queue(Samples.publication(GANSU, GUIZHOU), Samples.MAY, run);

        SendResult result = send(delivery);

        assertThat(mail.attempts())
                .containsExactly(
                        "a@o.example", "gansu@office.example", "guizhou@office.example", "b@o.example", "c@o.example");
        assertThat(result.sent()).isEqualTo(2);

        delivery.queue(Samples.publication(GANSU_REVISED, GUIZHOU), Samples.JUNE, run);
        clock.forward(Duration.ofDays(1));
        send(delivery);

        assertThat(mail.attempts().subList(5, 7)).as("new mail first").contains("gansu@office.example");
    }

    @Test
    void connectionThatBreaksAgainAndAgainIsLeftAlone() {
        Office many = Samples.office(
                "many",
                "Many",
                Set.of(),
                BodyLanguage.ENGLISH,
                "a@o.example",
                "b@o.example",
                "c@o.example",
                "d@o.example");
        for (String address : many.addresses()) {
            mail.says(address, FakeServer.BROKEN);
        }
        Delivery delivery = delivery(many);
        delivery.queue(Samples.publication(GANSU), Samples.MAY, run);

        SendResult result = send(delivery);

        assertThat(mail.attempts()).containsExactly("a@o.example", "b@o.example", "c@o.example");
        assertThat(result.stopped()).contains("3 times");
        assertThat(result.waiting()).isEqualTo(4);
    }

    @Test
    void messageThatIsTooLargeForTheServerIsSentWithLinks() throws Exception {
        Delivery delivery = delivery(TWO);
        delivery.queue(Samples.publication(GANSU), Samples.MAY, run);
        mail.says("one@office.example", FakeServer.TOO_LARGE);

        assertThat(send(delivery)).isEqualTo(new SendResult(2, List.of(), List.of(), 0, null));

        assertThat(mail.attempts()).containsExactly("one@office.example", "one@office.example", "other@office.example");
        assertThat(mail.taken()).allSatisfy(taken -> {
            assertThat(((Multipart) taken.message().getContent()).getCount())
                    .as("parts")
                    .isEqualTo(1);
            assertThat(text(taken))
                    .contains("Too large to attach")
                    .contains(GANSU.files().get(0).sha256())
                    .contains("2.064 billion Yuan")
                    .doesNotContain("Attached:");
        });
        assertThat(outbox.list(new OutboxQuery(null, null, null, 10)))
                .allMatch(entry -> entry.status() == DeliveryStatus.SENT && entry.attempts() == 1);
        assertThat(delivery.queue(Samples.publication(GANSU), Samples.MAY, run)).isEmpty();
    }

    @Test
    void messageWithoutAttachmentsThatIsTooLargeIsGivenUp() {
        Delivery delivery = delivery(Samples.GANSU);
        delivery.queue(Samples.publication(GANSU), Samples.MAY, run);
        mail.says("gansu@office.example", FakeServer.TOO_LARGE, FakeServer.TOO_LARGE);

        assertThat(send(delivery).failed()).singleElement().satisfies(failed -> assertThat(failed.reason())
                .isEqualTo("552 5.3.4 too large"));
        assertThat(mail.attempts()).hasSize(2);
        assertThat(ledger()).containsExactly("reports gansu@office.example failed");
    }
}
