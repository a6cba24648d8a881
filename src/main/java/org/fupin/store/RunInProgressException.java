package org.fupin.store;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Another process is at work on the same database. */
public final class RunInProgressException extends Exception {

    private final transient @Nullable RunAtWork atWork;

    RunInProgressException(String message, @Nullable RunAtWork atWork) {
        super(message);
        this.atWork = atWork;
    }

    /** The run that is at work; empty if the other process does not say, or is none that runs a job. */
    public Optional<RunAtWork> atWork() {
        return Optional.ofNullable(atWork);
    }
}
