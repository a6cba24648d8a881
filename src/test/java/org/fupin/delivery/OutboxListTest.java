package org.fupin.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import org.fupin.delivery.compose.Samples;
import org.fupin.delivery.outbox.DeliveryStatus;
import org.fupin.delivery.outbox.OutboxEntry;
import org.fupin.delivery.outbox.OutboxQuery;
import org.fupin.delivery.smtp.FakeServer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The list of what was queued and sent. */
class OutboxListTest extends DeliveryTestCase {

    @Test
    void listsByStatusOfficeAndPeriod() {
        Delivery delivery = delivery(TWO, Samples.GUIZHOU);
        delivery.queue(Samples.publication(GANSU, GUIZHOU), Samples.MAY, run);
        mail.says("one@office.example", FakeServer.REFUSED);
        send(delivery);
        delivery.queue(Samples.publication(GANSU_REVISED, GUIZHOU), Samples.JUNE, run);

        assertThat(list(null, null, null, 100)).isEqualTo(6);
        assertThat(list(DeliveryStatus.FAILED, null, null, 100)).isEqualTo(1);
        assertThat(list(null, "two", null, 100)).isEqualTo(4);
        assertThat(list(null, null, Samples.JUNE, 100)).isEqualTo(3);
        assertThat(list(DeliveryStatus.PENDING, "guizhou", Samples.MAY, 100)).isZero();
        assertThat(list(null, null, null, 2)).isEqualTo(2);
        OutboxEntry failed = outbox.list(new OutboxQuery(DeliveryStatus.FAILED, null, null, 1))
                .get(0);
        assertThat(failed.runId()).isEqualTo(run);
        assertThat(failed.files()).isEqualTo(2);
        assertThat(failed.queued()).isEqualTo(NOON);
        assertThat(failed.reason()).isEqualTo("550 5.1.1 no such user");
        assertThat(outbox.waiting()).isEqualTo(3);
    }

    @Test
    void timesAreUtcInTheTable() {
        delivery(Samples.GANSU).queue(Samples.publication(GANSU), Samples.MAY, run);

        assertThat(jdbc.queryForObject("SELECT CAST(queued AS CHAR(19)) FROM outbox", String.class))
                .isEqualTo("2026-05-06 12:00:00");
    }

    private int list(@Nullable DeliveryStatus status, @Nullable String office, @Nullable YearMonth period, int limit) {
        return outbox.list(new OutboxQuery(status, office, period, limit)).size();
    }
}
