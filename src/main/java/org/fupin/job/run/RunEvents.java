package org.fupin.job.run;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What operators read of a run while it goes and afterwards: one event for each file, province-year, report and step. An
 * event's message is one of a few fixed phrases, such as {@code file loaded}; the particulars are its key-value pairs.
 */
public final class RunEvents {

    /** Key of the run's number in the logging context of each thread that works for it. */
    public static final String RUN = "run";

    public static final Logger LOG = LoggerFactory.getLogger("org.fupin.run");

    private RunEvents() {}
}
