package org.fupin.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
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
import org.fupin.delivery.smtp.FakeServer;
import org.junit.jupiter.api.Test;

/** A later message and what of an earlier one was not sent. */
class ReplacedMailTest extends DeliveryTestCase {

    @Test
    void laterMessageTakesTheUnsentOnesPlaceAndBringsItsFiles() {
        Delivery delivery = delivery(TWO);
        delivery.queue(Samples.publication(GANSU, GANSU_2011), Samples.MAY, run);

        List<QueuedMessage> later = delivery.queue(Samples.publication(GANSU_REVISED, GANSU_2011), Samples.JUNE, run);

        assertThat(later.get(0).files()).containsExactlyInAnyOrderElementsOf(files(GANSU_REVISED, GANSU_2011));
        assertThat(later.get(0).kind()).isEqualTo(MessageKind.REPORTS);
        assertThat(send(delivery).sent()).isEqualTo(2);
        assertThat(ledger())
                .containsExactly(
                        "reports one@office.example superseded",
                        "reports other@office.example superseded",
                        "reports one@office.example sent",
                        "reports other@office.example sent");
    }

    @Test
    void unsentMessageMovesToTheNextMonthWithoutNews() {
        Delivery delivery = delivery(Samples.GANSU);
        delivery.queue(Samples.publication(GANSU), Samples.MAY, run);

        assertThat(delivery.queue(Samples.publication(GANSU), Samples.JUNE, run)
                        .get(0)
                        .files())
                .isEqualTo(GANSU.files());
        assertThat(ledger())
                .containsExactly("reports gansu@office.example superseded", "reports gansu@office.example pending");
    }

    @Test
    void messageThatOneAddressHasStaysForTheOther() {
        Delivery delivery = delivery(TWO);
        delivery.queue(Samples.publication(GANSU), Samples.MAY, run);
        mail.says("other@office.example", FakeServer.LATER);
        send(delivery);

        assertThat(delivery.queue(Samples.publication(GANSU_REVISED), Samples.MAY, run))
                .hasSize(1);
        clock.forward(Duration.ofHours(1));
        assertThat(send(delivery).complete()).isTrue();
        assertThat(ledger()).allMatch(line -> line.endsWith(" sent")).hasSize(4);
    }

    @Test
    void supersededContentCanComeBack() {
        Delivery delivery = delivery(Samples.GANSU);
        for (ReportNotice report : List.of(GANSU, GANSU_REVISED, GANSU)) {
            delivery.queue(Samples.publication(report), Samples.MAY, run);
        }
        send(delivery);

        assertThat(mail.taken()).hasSize(1);
        assertThat(ledger())
                .containsExactly(
                        "reports gansu@office.example superseded",
                        "reports gansu@office.example superseded",
                        "reports gansu@office.example sent");
    }

    @Test
    void limitedRunLeavesUnsentMessagesOfOtherYearsAlone() {
        Delivery delivery = delivery(Samples.GANSU);
        delivery.queue(Samples.publication(GANSU, GANSU_2011), Samples.MAY, run);

        assertThat(delivery.queue(new Publication(false, List.of(GANSU), List.of()), Samples.MAY, run))
                .as("what waits already")
                .isEmpty();
        delivery.queue(new Publication(false, List.of(GANSU_REVISED), List.of()), Samples.MAY, run);

        assertThat(ledger())
                .containsExactly("reports gansu@office.example pending", "reports gansu@office.example pending");
    }

    @Test
    void whoIsOnTheListNoMoreGetsNoMore() {
        delivery(TWO, Samples.GANSU).queue(Samples.publication(GANSU), Samples.MAY, run);
        Office one = Samples.office("two", "One desk", Set.of("CN-GS"), BodyLanguage.ENGLISH, "one@office.example");

        assertThat(send(delivery(one)).sent()).isEqualTo(1);
        assertThat(ledger())
                .containsExactly(
                        "reports one@office.example sent",
                        "reports other@office.example superseded",
                        "reports gansu@office.example superseded");
    }

    private static List<DeliveryFile> files(ReportNotice... reports) {
        List<DeliveryFile> files = new ArrayList<>();
        for (ReportNotice report : reports) {
            files.addAll(report.files());
        }
        return files;
    }
}
