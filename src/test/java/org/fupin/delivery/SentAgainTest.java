package org.fupin.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.fupin.delivery.compose.QueuedMessage;
import org.fupin.delivery.compose.Samples;
import org.fupin.delivery.recipients.BodyLanguage;
import org.fupin.delivery.smtp.FakeServer;
import org.fupin.delivery.smtp.FakeServer.Taken;
import org.junit.jupiter.api.Test;

/** Mail that an operator has sent again. */
class SentAgainTest extends DeliveryTestCase {

    @Test
    void againSendsACopyInTheThreadOfTheFirst() throws Exception {
        Delivery delivery = delivery(Samples.GANSU);
        delivery.queue(Samples.publication(GANSU), Samples.MAY, run);
        assertThat(delivery.again("gansu")).as("what waits").isPresent();
        assertThat(ledger()).hasSize(1);
        send(delivery);

        assertThat(delivery.again("gansu").orElseThrow().files()).isEqualTo(GANSU.files());
        assertThat(delivery.send(mail, FILES, FREE, "gansu").sent()).isEqualTo(1);

        Taken first = mail.taken().get(0);
        Taken copy = mail.taken().get(1);
        assertThat(copy.messageId()).isEqualTo(first.messageId().replace("@", ".1@"));
        assertThat(copy.message().getHeader("In-Reply-To")).containsExactly(first.messageId());
        assertThat(copy.message().getHeader("References")).containsExactly(first.messageId());
        assertThat(delivery.queue(Samples.publication(GANSU), Samples.MAY, run)).isEmpty();
    }

    @Test
    void againFollowsThePresentLimitOfAttachments() throws Exception {
        delivery(TWO).queue(Samples.publication(GANSU), Samples.MAY, run);
        send(delivery(TWO));
        Delivery lowered = new Delivery(Samples.linked(Samples.recipients(TWO)), outbox);

        lowered.again("two");
        lowered.send(mail, FILES, FREE, "two");

        assertThat(text(mail.taken().get(0))).contains("Attached:");
        assertThat(text(mail.taken().get(2)))
                .contains("https://reports.statistics.example/out/2012/CN-GS/CN-GS-2012.xlsx")
                .doesNotContain("Attached:");
    }

    @Test
    void againComposesAWaitingMessageAnew() throws Exception {
        delivery(TWO).queue(Samples.publication(GANSU), Samples.MAY, run);
        Delivery lowered = new Delivery(Samples.linked(Samples.recipients(TWO)), outbox);

        lowered.again("two");
        lowered.send(mail, FILES, FREE, "two");

        assertThat(mail.taken()).hasSize(2).allSatisfy(taken -> assertThat(text(taken))
                .contains("https://reports.statistics.example/out/"));
    }

    @Test
    void againLeavesNoFirstBehind() {
        Delivery delivery = delivery(TWO);
        delivery.queue(Samples.publication(GANSU), Samples.MAY, run);
        mail.says("other@office.example", FakeServer.LATER);
        send(delivery);
        assertThat(ledger()).containsExactly("reports one@office.example sent", "reports other@office.example pending");

        delivery.again("two");
        delivery.send(mail, FILES, FREE, "two");

        assertThat(mail.taken())
                .extracting(Taken::address)
                .containsExactlyInAnyOrder("one@office.example", "one@office.example", "other@office.example");
    }

    @Test
    void againGoesToThePresentAddressesAndPrefersFiles() {
        Delivery before = delivery(Samples.GANSU);
        before.queue(Samples.publication(GANSU), Samples.MAY, run);
        send(before);
        before.queue(Samples.publication(GANSU), Samples.JUNE, run);
        send(before);
        Delivery now = delivery(
                Samples.office("gansu", "Gansu", Set.of("CN-GS"), BodyLanguage.CHINESE, "right@office.example"));

        QueuedMessage copy = now.again("gansu").orElseThrow();

        assertThat(copy.addresses()).containsExactly("right@office.example");
        assertThat(copy.files()).isEqualTo(GANSU.files());
        assertThatThrownBy(() -> now.again("nowhere")).isInstanceOf(IllegalArgumentException.class);
        assertThat(delivery(Samples.GUIZHOU).again("guizhou")).isEmpty();
    }
}
