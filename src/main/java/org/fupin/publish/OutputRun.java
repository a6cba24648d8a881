package org.fupin.publish;

import java.nio.file.Path;
import org.fupin.report.Publisher;
import org.fupin.settings.RunScope;

/** What publishing has to know of the run that it publishes for. */
public interface OutputRun {

    /** Number of the warehouse's row. */
    long runId();

    /** The folder of the outputs. */
    Path out();

    /** Whether reports are made again though nothing changed. */
    boolean force();

    RunScope scope();

    Publisher publisher();

    /** Tells files on their way from those of other processes that make reports for the run; empty where one does. */
    default String maker() {
        return "";
    }

    /** Token of the run's lock, which each change confirms. */
    String owner();
}
