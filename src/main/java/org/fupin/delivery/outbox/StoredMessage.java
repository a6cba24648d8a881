package org.fupin.delivery.outbox;

import java.time.Instant;
import org.fupin.delivery.compose.Message;
import org.jspecify.annotations.Nullable;

/**
 * A message in the outbox.
 *
 * @param messageId with its angle brackets
 * @param inReplyTo the id of the message that it is a copy of; null for none
 */
public record StoredMessage(
        long id, String messageId, @Nullable String inReplyTo, Instant queued, Message message) {}
