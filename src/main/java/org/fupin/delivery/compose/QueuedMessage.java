package org.fupin.delivery.compose;

import java.util.List;
import org.fupin.delivery.recipients.Recipients;

/**
 * A message that was put into the outbox, or that would be.
 *
 * @param office its id, or {@link Recipients#OWNER}
 * @param files that it brings, attached or linked
 */
public record QueuedMessage(
        String office, MessageKind kind, String subject, List<String> addresses, List<DeliveryFile> files) {

    public QueuedMessage {
        addresses = List.copyOf(addresses);
        files = List.copyOf(files);
    }
}
