package org.fupin.cli.output;

import java.io.PrintWriter;
import java.util.List;
import org.fupin.settings.Settings;
import org.slf4j.LoggerFactory;

/** What the program says of itself on standard error; it stands in the file of the log, too, if there is one. */
public final class ErrorOutput {

    /** Its events go to the file only, see {@code LogConfigurator}. */
    private static final String LOGGER = "org.fupin.console";

    private ErrorOutput() {}

    public static void print(PrintWriter err, List<String> lines) {
        lines.forEach(line -> print(err, line));
    }

    public static void print(PrintWriter err, String line) {
        err.println("fupin: " + line);
        // Without a file there is no need to wake up the logging, which takes longer than saying what is wrong.
        if (!System.getenv().getOrDefault(Settings.LOG_FILE.name(), "").isEmpty()) {
            LoggerFactory.getLogger(LOGGER).error(line);
        }
    }
}
