package org.fupin.delivery;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message in the outbox.
 *
 * @param messageId with its angle brackets
 * @param inReplyTo the id of the message that it is a copy of; null for none
 */
record StoredMessage(long id, String messageId, @Nullable String inReplyTo, Instant queued, Message message) {}
