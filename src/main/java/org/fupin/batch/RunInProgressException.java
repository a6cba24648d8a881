package org.fupin.batch;

/** Another process runs the same job on the same database. */
public final class RunInProgressException extends Exception {

    RunInProgressException(String message) {
        super(message);
    }
}
