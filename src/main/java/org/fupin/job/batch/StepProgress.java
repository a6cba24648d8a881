package org.fupin.job.batch;

import java.util.Map;

/** Hears how steps go. Called from several threads at once. */
public interface StepProgress {

    /**
     * A step begins.
     *
     * @param step its name
     * @param total how many keys it has to work on; may be 0
     */
    void begin(String step, int total);

    /**
     * One of them is done.
     *
     * @param what its name, on one line
     */
    void done(String step, String what);

    /**
     * The step failed.
     *
     * @param key on which, as {@link Work#describe} has it; empty for the step as a whole
     */
    default void failed(String step, Map<String, ?> key, Throwable why) {}

    /** The step ended, in whatever way. */
    void end(String step);
}
