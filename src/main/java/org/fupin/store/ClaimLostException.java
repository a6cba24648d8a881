package org.fupin.store;

/** The worker was given up for dead, and another does its partition: it may change nothing for it any more. */
public final class ClaimLostException extends LockLostException {

    private static final long serialVersionUID = 1L;

    public ClaimLostException(String message) {
        super(message);
    }
}
