package org.fupin.job.run;

/**
 * Asks runs to stop: what is in work is finished, nothing more is begun, and the run ends as one that the next continues.
 * There is no way back.
 */
public final class StopSignal {

    private volatile boolean requested;

    /** May be called at any time, from any thread. */
    public void request() {
        requested = true;
    }

    public boolean requested() {
        return requested;
    }
}
