package org.fupin.delivery.outbox;

import java.time.YearMonth;
import org.fupin.delivery.recipients.Recipients;
import org.jspecify.annotations.Nullable;

/**
 * Which entries of the outbox to list; null for any.
 *
 * @param office an id, or {@link Recipients#OWNER}
 * @param limit at least 1
 */
public record OutboxQuery(
        @Nullable DeliveryStatus status,
        @Nullable String office,
        @Nullable YearMonth period,
        int limit) {}
