package org.fupin.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.fupin.delivery.compose.OwnerNotice;
import org.fupin.delivery.compose.Samples;
import org.fupin.delivery.compose.Undelivered;
import org.fupin.delivery.smtp.FakeServer;
import org.fupin.delivery.smtp.FakeServer.Taken;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the owner of a job is told. */
class OwnerMailTest extends DeliveryTestCase {

    @Test
    void ownerHearsOfTheSameTroubleOnceAMonth() {
        Delivery delivery = delivery();
        OwnerNotice rejected = notice(run, null);

        assertThat(delivery.tellOwner(rejected, mail, FREE).sent()).isEqualTo(1);
        assertThat(delivery.tellOwner(notice(startRun("2026-05"), null), mail, FREE)
                        .sent())
                .isZero();
        assertThat(delivery.tellOwner(notice(run, "disk full"), mail, FREE).sent())
                .isEqualTo(1);
        assertThat(delivery.tellOwner(notice(run, "disk full"), mail, FREE).sent())
                .isZero();
        assertThat(delivery.tellOwner(notice(startRun("2026-05"), "disk full"), mail, FREE)
                        .sent())
                .as("another run that fails")
                .isEqualTo(1);
        assertThat(mail.taken()).extracting(Taken::address).containsOnly("operator@statistics.example");
        assertThat(ledger()).hasSize(3).allMatch(line -> line.startsWith("owner "));
    }

    @Test
    void ownerHearsOfMailThatWasGivenUpBeforeACrash() {
        Delivery delivery = delivery(TWO);
        delivery.queue(Samples.publication(GANSU), Samples.MAY, run);
        mail.says("one@office.example", FakeServer.REFUSED);
        send(delivery);

        // The process dies here; the run is continued.
        List<Undelivered> givenUp = delivery.givenUp(run);
        assertThat(givenUp).singleElement().satisfies(it -> {
            assertThat(it.address()).isEqualTo("one@office.example");
            assertThat(it.reason()).startsWith("550");
        });
        assertThat(delivery.tellOwner(undelivered(givenUp), mail, FREE).sent()).isEqualTo(1);

        // And here once more.
        assertThat(delivery.givenUp(run)).isEqualTo(givenUp);
        assertThat(delivery.tellOwner(undelivered(givenUp), mail, FREE).sent()).isZero();
        assertThat(delivery.givenUp(startRun("2026-06"))).as("the next run").isEmpty();
        assertThat(delivery.givenUp(null)).isEmpty();
    }

    @Test
    void ownersMailWaitsForAServer() {
        Delivery delivery = delivery(Samples.GANSU);

        assertThat(delivery.tellOwner(notice(run, "disk full"), null, FREE).waiting())
                .isEqualTo(1);
        assertThat(delivery.tellOwner(notice(run, "disk full"), mail.gone(), FREE)
                        .stopped())
                .isNotNull();
        assertThat(send(new Delivery(Samples.recipients(Samples.GANSU), outbox)).stopped())
                .isNotNull();
        mail.back();
        assertThat(send(delivery).sent()).isEqualTo(1);
    }

    @Test
    void ownerHearsOfALedgerThatIsGone() {
        database.breakOn("", Integer.MAX_VALUE);

        SendResult result = delivery().tellOwner(notice(run, "the database is gone"), mail, FREE);

        assertThat(result.sent()).isEqualTo(1);
        assertThat(mail.taken().get(0).subject()).contains("the run failed");
    }

    @Test
    void nothingToTellIsNotTold() {
        OwnerNotice quiet = new OwnerNotice(
                "monthly",
                Samples.MAY,
                run,
                "host",
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(new Undelivered("gansu", "gansu@office.example", "subject", "451")));

        assertThat(delivery().tellOwner(quiet, mail, FREE).sent()).isZero();
        assertThat(ledger()).isEmpty();
    }

    private OwnerNotice undelivered(List<Undelivered> givenUp) {
        return new OwnerNotice("monthly", Samples.MAY, run, "host", null, List.of(), List.of(), givenUp, List.of());
    }

    private OwnerNotice notice(long runId, @Nullable String failure) {
        return new OwnerNotice(
                "monthly",
                Samples.MAY,
                runId,
                "stats01",
                failure,
                List.of(new OwnerNotice.RejectedInput("scan.pdf", "no_article", "no title of a report in it")),
                List.of(),
                List.of(),
                List.of());
    }
}
