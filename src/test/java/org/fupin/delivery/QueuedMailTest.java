package org.fupin.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.fupin.delivery.compose.DeliveryFile;
import org.fupin.delivery.compose.MessageKind;
import org.fupin.delivery.compose.Publication;
import org.fupin.delivery.compose.QueuedMessage;
import org.fupin.delivery.compose.ReportNotice;
import org.fupin.delivery.compose.Samples;
import org.fupin.delivery.recipients.BodyLanguage;
import org.fupin.delivery.recipients.Office;
import org.fupin.delivery.smtp.FakeServer.Taken;
import org.junit.jupiter.api.Test;

/** What is queued for whom. */
class QueuedMailTest extends DeliveryTestCase {

    @Test
    void eachOfficeGetsWhatItWantsOnce() {
        Delivery delivery = delivery(Samples.GANSU, Samples.GUIZHOU);
        Publication publication = Samples.publication(GANSU, GUIZHOU);

        List<QueuedMessage> planned = delivery.plan(publication, Samples.MAY);
        assertThat(ledger()).isEmpty();
        List<QueuedMessage> queued = delivery.queue(publication, Samples.MAY, run);

        assertThat(planned).isEqualTo(queued);
        assertThat(queued).extracting(QueuedMessage::office).containsExactly("gansu", "guizhou");
        assertThat(queued.get(0).files()).isEqualTo(GANSU.files());
        assertThat(queued.get(1).files()).isEqualTo(GUIZHOU.files());
        assertThat(delivery.queue(publication, Samples.MAY, run)).as("again").isEmpty();

        assertThat(send(delivery)).isEqualTo(new SendResult(2, List.of(), List.of(), 0, null));
        assertThat(delivery.queue(publication, Samples.MAY, run))
                .as("after it was sent")
                .isEmpty();
        assertThat(send(delivery).sent()).isZero();
        assertThat(mail.taken())
                .extracting(Taken::address)
                .containsExactly("gansu@office.example", "guizhou@office.example");
        assertThat(ledger())
                .containsExactly("reports gansu@office.example sent", "reports guizhou@office.example sent");
    }

    @Test
    void formatsAndSummariesAreTheOfficesChoice() {
        Office planning = new Office(
                "planning", "Planning", TWO.to(), List.of(), Set.of(), Set.of("xlsx"), true, BodyLanguage.ENGLISH);
        Publication publication =
                new Publication(true, List.of(GANSU, GUIZHOU), List.of(Samples.summary(2012, "first")));

        assertThat(delivery(planning)
                        .queue(publication, Samples.MAY, run)
                        .get(0)
                        .files())
                .extracting(DeliveryFile::path)
                .containsExactly("2012/CN-GS/CN-GS-2012.xlsx", "2012/CN-GZ/CN-GZ-2012.xlsx", "2012/summary-2012.xlsx");
    }

    @Test
    void updateBringsOnlyWhatChanged() {
        Delivery delivery = delivery(Samples.GUIZHOU, TWO);
        delivery.queue(Samples.publication(GANSU, GANSU_2011), Samples.MAY, run);
        send(delivery);

        List<QueuedMessage> update = delivery.queue(Samples.publication(GANSU_REVISED, GANSU_2011), Samples.MAY, run);

        assertThat(update).extracting(QueuedMessage::office).containsExactly("two");
        assertThat(update.get(0).kind()).isEqualTo(MessageKind.UPDATE);
        assertThat(update.get(0).subject())
                .contains("(update)")
                .contains("Gansu 2012")
                .doesNotContain("2011");
        assertThat(update.get(0).files()).isEqualTo(GANSU_REVISED.files());
    }

    @Test
    void versionThatComesBackIsNewToWhoGotAnother() {
        Delivery delivery = delivery(TWO);
        for (ReportNotice report : List.of(GANSU, GANSU_REVISED, GANSU)) {
            assertThat(delivery.queue(Samples.publication(report), Samples.MAY, run))
                    .hasSize(1);
            send(delivery);
        }
        assertThat(mail.taken()).extracting(Taken::messageId).hasSize(6);
        assertThat(Set.copyOf(mail.taken().stream().map(Taken::messageId).toList()))
                .hasSize(3);
    }

    @Test
    void nothingNewIsSaidOncePerMonth() {
        Delivery delivery = delivery(Samples.GANSU);
        delivery.queue(Samples.publication(GANSU), Samples.MAY, run);
        send(delivery);

        assertThat(delivery.queue(Samples.publication(GANSU), Samples.JUNE, run))
                .extracting(QueuedMessage::kind)
                .containsExactly(MessageKind.NOTHING_NEW);
        send(delivery);
        assertThat(delivery.queue(Samples.publication(GANSU), Samples.JUNE, run))
                .isEmpty();
        assertThat(delivery.queue(Samples.publication(GANSU_REVISED), Samples.JUNE, run))
                .extracting(QueuedMessage::kind)
                .containsExactly(MessageKind.UPDATE);
    }

    @Test
    void limitedRunSaysNothingOfNothing() {
        Delivery delivery = delivery(Samples.GANSU);

        assertThat(delivery.queue(new Publication(false, List.of(GUIZHOU), List.of()), Samples.MAY, run))
                .isEmpty();
    }
}
