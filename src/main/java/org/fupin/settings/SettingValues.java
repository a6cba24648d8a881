package org.fupin.settings;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fupin.delivery.recipients.Recipients;
import org.fupin.observation.Coded;
import org.fupin.observation.Printable;
import org.fupin.observation.Region;
import org.fupin.reference.Regions;
import org.fupin.report.Publisher;
import org.fupin.settings.Setting.Reader;

/** Values of settings, read from their text: see {@link Reader}. */
final class SettingValues {

    /** Part of Message-IDs and of keys of the outbox. */
    private static final Pattern OFFICE_ID = Pattern.compile("[a-z0-9](-?[a-z0-9]){0,62}");

    private static final Pattern SIZE = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,3})?) ?(B|KB|MB)?");
    private static final Map<String, BigDecimal> SIZE_UNITS =
            Map.of("B", BigDecimal.ONE, "KB", BigDecimal.valueOf(1_000), "MB", BigDecimal.valueOf(1_000_000));

    /** Stands for all provinces. */
    static final String ALL = "all";

    private static final int LONGEST_SECRET = 4096;

    private SettingValues() {}

    /** {@code invalid month '2026/03': expected YYYY-MM}. */
    static IllegalArgumentException invalid(String what, String text, String expected) {
        return new IllegalArgumentException(
                "invalid " + what + " '" + Printable.line(text) + "': expected " + expected);
    }

    /** Of {@code short} and {@code complete} the latter. */
    static Boolean isComplete(String text, Path base) {
        return switch (text) {
            case "short" -> false;
            case "complete" -> true;
            default -> throw invalid("value", text, "short or complete");
        };
    }

    static Reader<Integer> number(int least, int most) {
        return (text, base) -> {
            if (!text.matches("\\d{1,9}") || Integer.parseInt(text) < least || Integer.parseInt(text) > most) {
                throw invalid("number", text, least + " to " + most);
            }
            return Integer.valueOf(text);
        };
    }

    static Reader<Duration> seconds(int least, int most) {
        return (text, base) -> {
            if (!text.matches("\\d{1,9}") || Integer.parseInt(text) < least || Integer.parseInt(text) > most) {
                throw invalid("number of seconds", text, least + " to " + most);
            }
            return Duration.ofSeconds(Integer.parseInt(text));
        };
    }

    /** One of a closed list, by its code or as it is printed, in capitals or not. */
    @SafeVarargs
    static <T> Reader<T> oneOf(String what, T... values) {
        return (text, base) -> Stream.of(values)
                .filter(value -> code(value).equalsIgnoreCase(text))
                .findFirst()
                .orElseThrow(() -> invalid(
                        what, text, Stream.of(values).map(SettingValues::code).collect(Collectors.joining(" or "))));
    }

    static String code(Object value) {
        return value instanceof Coded coded ? coded.code() : value.toString();
    }

    static String job(String text, Path base) {
        if (!text.equals(JobDefinition.PROVINCE_YEAR_REPORTS)) {
            throw invalid("job", text, JobDefinition.PROVINCE_YEAR_REPORTS);
        }
        return text;
    }

    static YearMonth month(String text, Path base) {
        try {
            return YearMonth.parse(text);
        } catch (DateTimeParseException e) {
            throw invalid("month", text, "YYYY-MM");
        }
    }

    static String areaOrAll(String text, Path base) {
        if (!text.equals(ALL) && !isArea(text)) {
            throw invalidArea(text);
        }
        return text;
    }

    static boolean isArea(String code) {
        return Regions.load().all().stream().map(Region::code).anyMatch(code::equals);
    }

    static IllegalArgumentException invalidArea(String codes) {
        return invalid("region", codes, "ISO 3166-2 codes such as CN-GS");
    }

    static String contact(String text, Path base) {
        if (!Publisher.isWebAddress(text) && !text.matches("[^\\s@]+@[^\\s@]+")) {
            throw invalid("contact", text, "a mail address or a web address");
        }
        return text;
    }

    static String licence(String text, Path base) {
        if (!Publisher.isWebAddress(text) && !text.matches("[A-Za-z0-9][A-Za-z0-9.+-]*")) {
            throw invalid("licence", text, "an SPDX identifier such as CC-BY-4.0 or a web address");
        }
        return text;
    }

    static String dayOrMonth(String text, Path base) {
        try {
            return text.length() == 7
                    ? YearMonth.parse(text).toString()
                    : LocalDate.parse(text).toString();
        } catch (DateTimeParseException e) {
            throw invalid("day or month", text, "YYYY-MM-DD or YYYY-MM");
        }
    }

    static Path existingFolder(String text, Path base) {
        Path folder = path(text, base);
        if (!Files.isDirectory(folder)) {
            throw new IllegalArgumentException(
                    (Files.exists(folder) ? "not a folder: " : "there is no folder ") + folder);
        }
        if (!Files.isReadable(folder)) {
            throw new IllegalArgumentException("no permission to list " + folder);
        }
        return folder;
    }

    static Path outputFolder(String text, Path base) {
        return OutputPlace.folder(path(text, base));
    }

    static Path outputFile(String text, Path base) {
        return OutputPlace.file(path(text, base));
    }

    static Path existingFile(String text, Path base) {
        Path file = path(text, base);
        if (!Files.isRegularFile(file)) {
            throw new IllegalArgumentException((Files.exists(file) ? "not a file: " : "there is no file ") + file);
        }
        return file;
    }

    static Path logFile(String text, Path base) {
        // The names of the files of earlier days are made from a pattern, in which these mean something.
        if (text.contains("%") || text.contains("\\")) {
            throw new IllegalArgumentException("must not contain % or \\");
        }
        return outputFile(text, base);
    }

    static String host(String text, Path base) {
        if (!text.matches("[A-Za-z0-9._:\\[\\]-]{1,255}")) {
            throw invalid("host", text, "a name or an address");
        }
        return text;
    }

    static List<Certificate> certificates(String text, Path base) {
        Path file = path(text, base);
        try (InputStream in = Files.newInputStream(file)) {
            List<Certificate> all =
                    List.copyOf(CertificateFactory.getInstance("X.509").generateCertificates(in));
            if (all.isEmpty()) {
                throw new IllegalArgumentException("no certificate in " + file);
            }
            return all;
        } catch (CertificateException e) {
            throw new IllegalArgumentException("no certificates in PEM form in " + file + ": " + e.getMessage());
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    /** The content of a file with a password; neither it nor a part of it is in a mistake. */
    static String secret(String text, Path base) {
        Path file = path(text, base);
        try {
            if (Files.isDirectory(file)) {
                throw new IllegalArgumentException("is a folder: " + file);
            }
            if (Files.size(file) > LONGEST_SECRET) {
                throw new IllegalArgumentException("the file is longer than a password: " + file);
            }
            // Editors end files with a line feed, which is no part of the secret.
            String secret = Files.readString(file).replaceFirst("\\R\\z", "");
            if (secret.isEmpty()) {
                throw new IllegalArgumentException("the file is empty: " + file);
            }
            if (secret.lines().count() > 1) {
                throw new IllegalArgumentException("the file holds more than one line: " + file);
            }
            return secret;
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    static Long size(String text, Path base) {
        Matcher size = SIZE.matcher(text.toUpperCase(Locale.ROOT));
        if (!size.matches()) {
            throw invalid("size", text, "a number with B, KB or MB, such as 7MB");
        }
        BigDecimal unit = SIZE_UNITS.get(size.group(2) == null ? "B" : size.group(2));
        return new BigDecimal(size.group(1)).multiply(unit).longValue();
    }

    static URI webFolder(String text, Path base) {
        try {
            URI uri = new URI(text);
            boolean web = "https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme());
            if (web && uri.getHost() != null && uri.getRawQuery() == null && uri.getRawFragment() == null) {
                String ascii = uri.toASCIIString();
                return URI.create(ascii.endsWith("/") ? ascii : ascii + "/");
            }
        } catch (URISyntaxException e) {
            // Said below.
        }
        throw invalid("address of a folder", text, "https://HOST/PATH/");
    }

    static String officeId(String text, Path base) {
        if (!OFFICE_ID.matcher(text).matches()) {
            throw invalid("id", text, "small letters and digits, with hyphens between");
        }
        if (text.equals(Recipients.OWNER)) {
            throw new IllegalArgumentException("'" + text + "' is reserved: the outbox calls the owner so");
        }
        return text;
    }

    static String line(String text, Path base) {
        if (text.codePoints().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("line ends and other control characters are not allowed");
        }
        return text;
    }

    static Boolean trueOrFalse(String text, Path base) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw invalid("value", text, "true or false");
        };
    }

    static Path path(String text, Path base) {
        return base.resolve(text).toAbsolutePath().normalize();
    }

    private static IllegalArgumentException unreadable(Path file, IOException e) {
        if (e instanceof NoSuchFileException) {
            return new IllegalArgumentException("there is no file " + file);
        }
        return new IllegalArgumentException(
                (e instanceof AccessDeniedException ? "no permission to read " : "cannot be read: ") + file);
    }
}
