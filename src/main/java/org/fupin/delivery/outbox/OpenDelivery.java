package org.fupin.delivery.outbox;

import java.time.Instant;
import org.fupin.delivery.compose.Undelivered;
import org.jspecify.annotations.Nullable;

/**
 * A message that has not come to an address yet, as read from the ledger.
 *
 * @param status {@link DeliveryStatus#PENDING} or {@link DeliveryStatus#SENDING}
 * @param attempts made before
 * @param firstAttempt null before the first
 */
public record OpenDelivery(
        long message,
        String office,
        String subject,
        String address,
        DeliveryStatus status,
        int attempts,
        @Nullable Instant firstAttempt,
        String reason) {

    public Undelivered undelivered(String why) {
        return new Undelivered(office, address, subject, why);
    }
}
