package org.fupin.publish;

import java.time.Duration;

/** Hears of reports that are made. Called from several threads at once. */
@FunctionalInterface
public interface ReportProgress {

    /**
     * A report was made.
     *
     * @param path relative to the folder of the outputs
     * @param changed false if the same bytes stood there before
     */
    void report(String path, long bytes, boolean changed, Duration took);

    /**
     * A report was taken away, because it is none any more.
     *
     * @param path relative to the folder of the outputs
     */
    default void withdrawn(String path) {}
}
