package org.fupin.cli.log;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.fupin.intake.OneLine;
import org.fupin.settings.OutputPlace;
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
        /** A line for each event, see {@link TextLayout}. */
        TEXT,
        /** A JSON object for each event, in a line. */
        JSON;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public static final String LEVEL = "FUPIN_LOG_LEVEL";
    public static final String FORMAT = "FUPIN_LOG_FORMAT";
    public static final String FILE = "FUPIN_LOG_FILE";

    /**
     * Reads the variables {@code FUPIN_LOG_LEVEL}, {@code FUPIN_LOG_FORMAT} and {@code FUPIN_LOG_FILE}. One that is
     * empty counts as not set; one that is wrong has its default in the result.
     *
     * @param mistakes gets the name of each variable that is wrong, and what is wrong with it
     */
    public static LogSettings read(Map<String, String> variables, BiConsumer<String, String> mistakes) {
        return new LogSettings(
                read(variables, LEVEL, text -> oneOf(Level.values(), text), Level.INFO, mistakes),
                read(variables, FORMAT, text -> oneOf(Format.values(), text), Format.TEXT, mistakes),
                read(variables, FILE, LogSettings::file, null, mistakes));
    }

    @Override
    public String toString() {
        return level + ", " + format + ", to " + (file == null ? "standard error" : file);
    }

    private static <T extends @Nullable Object> T read(
            Map<String, String> variables,
            String name,
            Function<String, T> read,
            T byDefault,
            BiConsumer<String, String> mistakes) {
        String text = variables.getOrDefault(name, "");
        if (!text.isBlank()) {
            try {
                return read.apply(text);
            } catch (IllegalArgumentException e) {
                mistakes.accept(name, String.valueOf(e.getMessage()));
            }
        }
        return byDefault;
    }

    private static <E extends Enum<E>> E oneOf(E[] values, String text) {
        return Arrays.stream(values)
                .filter(value -> value.toString().equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("'" + OneLine.of(text) + "' is none of "
                        + Arrays.stream(values).map(Enum::toString).collect(Collectors.joining(", "))));
    }

    private static Path file(String text) {
        Path file;
        try {
            file = Path.of(text).toAbsolutePath().normalize();
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException("not a path: " + OneLine.of(String.valueOf(e.getMessage())));
        }
        // The names of the files of earlier days are made from a pattern, in which these mean something.
        if (text.contains("%") || text.contains("\\")) {
            throw new IllegalArgumentException("must not have % or \\ in it");
        }
        return OutputPlace.file(file);
    }
}
