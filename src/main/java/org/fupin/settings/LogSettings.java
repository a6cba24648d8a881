package org.fupin.settings;

import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How much is logged, in which form and where to.
 *
 * @param file null for standard error; where there is a file, standard error hears of warnings and errors only
 */
public record LogSettings(
        Level level, Format format, @Nullable Path file) {

    /** The least that is logged. */
    public enum Level {
        ERROR,
        WARN,
        /** The steps of a run and its end. */
        INFO,
        /** What happens to each file, province-year and report. */
        DEBUG,
        /** What libraries tell, too. */
        TRACE
    }

    public enum Format {
        /** A line for each event. */
        TEXT,
        /** A JSON object for each event, in a line. */
        JSON;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Override
    public String toString() {
        return level + ", " + format + ", to " + (file == null ? "standard error" : file);
    }
}
