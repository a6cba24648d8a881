package org.fupin.job.batch;

/** Why another process did not get work done, in its words. Where it happened stands in that process's log. */
public final class ElsewhereException extends Exception {

    private static final long serialVersionUID = 1L;

    public ElsewhereException(String message) {
        super(message);
    }
}
