package org.fupin.cli;

import java.io.PrintWriter;
import org.fupin.batch.Progress;

/** Shows how a run goes. */
final class RunProgress {

    /** Set by the launcher, which can tell whether standard error is a terminal. */
    private static final String TERMINAL = "fupin.terminal";

    private RunProgress() {}

    /** A bar for each step on a terminal, else a line now and then. */
    static Progress on(PrintWriter err) {
        return Boolean.getBoolean(TERMINAL) ? new ProgressBars(err) : new ProgressLines(err, System::nanoTime);
    }
}
