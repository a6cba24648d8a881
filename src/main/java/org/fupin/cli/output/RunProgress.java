package org.fupin.cli.output;

import java.io.PrintWriter;
import org.fupin.job.run.Progress;

/** Shows how a run goes, beside what it logs. */
public final class RunProgress {

    /** Set by the launcher, which can tell whether standard error is a terminal. */
    private static final String TERMINAL = "fupin.terminal";

    private RunProgress() {}

    /** A bar for each step on a terminal; elsewhere the log tells enough. */
    public static Progress on(PrintWriter err) {
        return Boolean.getBoolean(TERMINAL) ? new ProgressBars(err) : Progress.NONE;
    }
}
