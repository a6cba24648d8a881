package org.fupin.job;

import java.time.Duration;
import org.fupin.intake.LeftFile;
import org.fupin.intake.Rejection;
import org.fupin.observation.document.Warning;
import org.fupin.publish.ReportProgress;

/** Hears how a run goes. Called from several threads at once. */
public interface Progress extends ReportProgress {

    /** A run that nobody watches. */
    Progress NONE = new Progress() {
        @Override
        public void begin(String step, int total) {}

        @Override
        public void done(String step, String what) {}

        @Override
        public void rejected(Rejection rejection) {}

        @Override
        public void end(String step) {}
    };

    /**
     * A step begins.
     *
     * @param step its name: discover, inspect, extract, audit, render, summarise
     * @param total how many files, province-years or years it has to do; may be 0
     */
    void begin(String step, int total);

    /**
     * One of them is done.
     *
     * @param what its name, on one line
     */
    void done(String step, String what);

    /** One of them, a file, was rejected; {@link #done} is called for it too. */
    void rejected(Rejection rejection);

    /** One of them, a file, was read, but not all of it, or under an assumption; {@link #done} is called for it too. */
    default void warned(String file, Warning warning) {}

    /** One of them, a file, was left for the next run; {@link #done} is called for it too. */
    default void left(LeftFile file) {}

    @Override
    default void report(String path, long bytes, boolean changed, Duration took) {}

    void end(String step);
}
