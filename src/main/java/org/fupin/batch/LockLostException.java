package org.fupin.batch;

/** The run was given up for dead, and another one goes on in its place: it may change nothing any more. */
final class LockLostException extends RuntimeException {

    LockLostException(String message) {
        super(message);
    }
}
