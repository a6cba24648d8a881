package org.fupin.delivery.outbox;

import java.time.Instant;
import java.time.YearMonth;
import org.fupin.delivery.compose.MessageKind;
import org.jspecify.annotations.Nullable;

/**
 * A message on its way to one address.
 *
 * @param id of the message: the same for all of its addresses
 * @param runId the run that queued it; null where no run did
 * @param attempts that reached the server
 * @param nextAttempt not before; null when it needs none
 * @param sent when the server took it; null if it did not
 * @param reason of the last failure, empty if none
 */
public record OutboxEntry(
        long id,
        String office,
        YearMonth period,
        MessageKind kind,
        String subject,
        int files,
        String messageId,
        @Nullable Long runId,
        Instant queued,
        String address,
        DeliveryStatus status,
        int attempts,
        @Nullable Instant nextAttempt,
        @Nullable Instant sent,
        String reason) {}
