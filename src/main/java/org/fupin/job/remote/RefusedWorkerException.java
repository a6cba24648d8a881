package org.fupin.job.remote;

/** A worker cannot work for a run: it is another program. The message says which both are, in a line. */
public final class RefusedWorkerException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RefusedWorkerException(String message) {
        super(message);
    }
}
