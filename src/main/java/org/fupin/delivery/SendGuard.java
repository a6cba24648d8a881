package org.fupin.delivery;

/** Asked before each message whether it may still be sent. */
@FunctionalInterface
public interface SendGuard {

    /**
     * Returns if the caller is still the only one who sends; any exception ends the sending at once and goes to the
     * caller. What was sent is in the ledger by then.
     */
    void confirm();
}
