package org.fupin.settings;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import org.fupin.report.Publisher;

/**
 * Values of settings, read from their text. A relative path starts from {@code base}. Each method throws an
 * {@link IllegalArgumentException} with what is wrong, for people, without the setting's name.
 */
final class SettingValues {

    private SettingValues() {}

    static String job(String text, Path base) {
        if (!text.equals(JobDefinition.PROVINCE_YEAR_REPORTS)) {
            throw new IllegalArgumentException(
                    "unknown job '" + text + "', known is " + JobDefinition.PROVINCE_YEAR_REPORTS);
        }
        return text;
    }

    static Path inbox(String text, Path base) {
        Path inbox = base.resolve(text).normalize();
        if (!Files.isDirectory(inbox)) {
            throw new IllegalArgumentException(
                    (Files.exists(inbox) ? "not a folder: " : "there is no folder ") + inbox);
        }
        if (!Files.isReadable(inbox)) {
            throw new IllegalArgumentException("no permission to list " + inbox);
        }
        return inbox;
    }

    static Path out(String text, Path base) {
        return OutputPlace.folder(base.resolve(text).normalize());
    }

    static YearMonth period(String text, Path base) {
        try {
            return YearMonth.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("'" + text + "' is no month, write YYYY-MM");
        }
    }

    static Integer parallel(String text, Path base) {
        if (!text.matches("[1-9]\\d{0,2}")) {
            throw new IllegalArgumentException("'" + text + "' is no number from 1 to 999");
        }
        return Integer.valueOf(text);
    }

    static Duration seconds(String text, int least) {
        if (!text.matches("\\d{1,5}") || Integer.parseInt(text) < least) {
            throw new IllegalArgumentException("'" + text + "' is no number of seconds from " + least + " to 99999");
        }
        return Duration.ofSeconds(Integer.parseInt(text));
    }

    static String contact(String text) {
        if (!Publisher.isWebAddress(text) && !text.matches("[^\\s@]+@[^\\s@]+")) {
            throw new IllegalArgumentException("'" + text + "' is neither a mail address nor a web address");
        }
        return text;
    }

    /** Of {@code short} and {@code complete} the latter. */
    static boolean isComplete(String text) {
        return switch (text) {
            case "short" -> false;
            case "complete" -> true;
            default -> throw new IllegalArgumentException("invalid value '" + text + "': expected short or complete");
        };
    }

    static String licence(String text) {
        if (!Publisher.isWebAddress(text) && !text.matches("[A-Za-z0-9][A-Za-z0-9.+-]*")) {
            throw new IllegalArgumentException(
                    "'" + text + "' is neither an SPDX identifier such as CC-BY-4.0 nor a web address");
        }
        return text;
    }

    static String dayOrMonth(String text) {
        try {
            return text.length() == 7
                    ? YearMonth.parse(text).toString()
                    : LocalDate.parse(text).toString();
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("invalid day or month '" + text + "': expected YYYY-MM-DD or YYYY-MM");
        }
    }

    static Path recipients(String text, Path base) {
        Path file = base.resolve(text).normalize();
        if (!Files.isRegularFile(file)) {
            throw new IllegalArgumentException((Files.exists(file) ? "not a file: " : "there is no file ") + file);
        }
        return file;
    }

    static Path metrics(String text, Path base) {
        return OutputPlace.file(base.resolve(text).normalize());
    }
}
