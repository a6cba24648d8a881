package org.fupin.store;

/** The run was given up for dead, and another one goes on in its place: it may change nothing any more. */
public class LockLostException extends RuntimeException {

    public LockLostException(String message) {
        super(message);
    }
}
