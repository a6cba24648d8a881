package org.fupin.delivery.outbox;

import java.io.IOException;
import java.time.Instant;

/**
 * A message that a mail server has taken for an address.
 *
 * @param messageId with its angle brackets
 * @param when when the server said so
 */
public record AcceptedMessage(String messageId, String address, Instant when) {

    /** Keeps what was taken until the ledger has it. */
    @FunctionalInterface
    public interface Journal {

        /** Returns when the entry outlives the death of this process. */
        void add(AcceptedMessage taken) throws IOException;
    }
}
