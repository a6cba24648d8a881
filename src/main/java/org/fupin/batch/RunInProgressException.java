package org.fupin.batch;

/** Another process is at work on the same database. */
public final class RunInProgressException extends Exception {

    RunInProgressException(String message) {
        super(message);
    }
}
