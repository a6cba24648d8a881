package org.fupin.job.run;

import java.time.Duration;
import org.fupin.intake.LeftFile;
import org.fupin.intake.Rejection;
import org.fupin.job.batch.StepProgress;
import org.fupin.observation.document.Warning;
import org.fupin.publish.ReportProgress;

/** Hears how a run goes: its steps, see {@link StepProgress}, files and reports. Called from several threads at once. */
public interface Progress extends ReportProgress, StepProgress {

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

    /** One of them, a file, was rejected; {@link #done} is called for it too. */
    void rejected(Rejection rejection);

    /** One of them, a file, was read, but not all of it, or under an assumption; {@link #done} is called for it too. */
    default void warned(String file, Warning warning) {}

    /** One of them, a file, was left for the next run; {@link #done} is called for it too. */
    default void left(LeftFile file) {}

    /** One of them, a file, holds nothing in the scope of the run; {@link #done} is called for it too. */
    default void passedOver(String file) {}

    @Override
    default void report(String path, long bytes, boolean changed, Duration took) {}
}
