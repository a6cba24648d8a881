package org.fupin.job.batch;

/** Thrown within work when it shall not go on: what it has done stays, and the run ends as one that the next continues. */
public final class StoppedException extends RuntimeException {

    private static final long serialVersionUID = 1L;
}
