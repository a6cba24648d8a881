package org.fupin.settings;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BiFunction;
import org.fupin.delivery.recipients.DeliveryConfigurationException;
import org.fupin.delivery.recipients.Recipients;
import org.fupin.reference.Regions;
import org.fupin.report.Publisher;
import org.fupin.settings.JobDefinitionException.Mistake;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.dataformat.yaml.YAMLFactory;

/**
 * Reads job files: YAML with one value per setting; those of the publisher are grouped. Relative paths in a file start from the folder that the file is in,
 * relative paths of options from the current folder.
 */
public final class JobDefinitionReader {

    private static final String PUBLISHER = "publisher";

    /** The settings in the group {@code publisher}. */
    private static final List<String> OF_PUBLISHER = List.of("name", "contact", "licence", "next-release", "pdf");

    /** The settings there are, in the order in which settings.md of the handbook explains them. */
    private static final List<String> SETTINGS = List.of(
            "job",
            "inbox",
            "out",
            "database",
            "period",
            "parallel",
            "year",
            "area",
            "quiet",
            "file-seconds",
            "max-rejected",
            "on-conflict",
            PUBLISHER,
            "recipients",
            "metrics");

    /** A setting as written, and where: what later checks name when they do not like it. */
    private record Written(String text, String where, Path base) {}

    private final Path file;
    private final List<Mistake> mistakes = new ArrayList<>();
    private final Map<String, Written> settings = new LinkedHashMap<>();
    private final Set<String> withoutValue = new HashSet<>();
    private final Set<String> groups = new HashSet<>();

    private JobDefinitionReader(Path file) {
        this.file = file;
    }

    /**
     * Reads and checks a job file.
     *
     * @param options settings that win over the file's, by the setting's name
     * @throws JobDefinitionException with everything that is wrong in the file and in the options
     */
    public static JobDefinition read(Path file, Map<String, String> options) throws JobDefinitionException {
        JobDefinitionReader reader = new JobDefinitionReader(file);
        reader.readFile();
        options.forEach((name, text) -> reader.settings.put(
                name, new Written(text, "--" + name, Path.of("").toAbsolutePath())));
        return reader.definition();
    }

    private void readFile() throws JobDefinitionException {
        if (!Files.isRegularFile(file)) {
            throw new JobDefinitionException(List.of(
                    new Mistake(file.toString(), Files.exists(file) ? "is not a file" : "there is no such job file")));
        }
        try (JsonParser yaml = new YAMLFactory().createParser(ObjectReadContext.empty(), Files.readString(file))) {
            JsonToken first = yaml.nextToken();
            if (first != JsonToken.START_OBJECT) {
                mistake(file.toString(), first == null ? "is empty" : "should hold lines of the form 'setting: value'");
                return;
            }
            while (yaml.nextToken() == JsonToken.PROPERTY_NAME) {
                readSetting(yaml);
            }
        } catch (JacksonException e) {
            // What comes after it is not known: to call it missing would be wrong.
            throw new JobDefinitionException(List.of(new Mistake(
                    at(e.getLocation() == null ? 0 : e.getLocation().getLineNr()), "not YAML: " + firstLine(e))));
        } catch (CharacterCodingException e) {
            throw new JobDefinitionException(List.of(new Mistake(file.toString(), "is not UTF-8 text")));
        } catch (IOException e) {
            throw new JobDefinitionException(List.of(new Mistake(file.toString(), "cannot be read: " + e)));
        }
    }

    private void readSetting(JsonParser yaml) {
        String where = at(yaml.currentTokenLocation().getLineNr());
        String name = yaml.currentName();
        yaml.nextToken();
        if (!SETTINGS.contains(name)) {
            mistake(where, "unknown setting '" + name + "', known are " + String.join(", ", SETTINGS));
            yaml.skipChildren();
        } else if (name.equals(PUBLISHER)) {
            readPublisher(yaml, where);
        } else {
            readValue(yaml, name, where);
        }
    }

    private void readPublisher(JsonParser yaml, String where) {
        if (yaml.currentToken() != JsonToken.START_OBJECT) {
            mistake(where, PUBLISHER + " takes a group of settings: " + String.join(", ", OF_PUBLISHER));
            yaml.skipChildren();
            return;
        }
        if (!groups.add(PUBLISHER)) {
            mistake(where, PUBLISHER + " is set twice");
        }
        while (yaml.nextToken() == JsonToken.PROPERTY_NAME) {
            String place = at(yaml.currentTokenLocation().getLineNr());
            String name = yaml.currentName();
            yaml.nextToken();
            if (OF_PUBLISHER.contains(name)) {
                readValue(yaml, PUBLISHER + "." + name, place);
            } else {
                mistake(
                        place,
                        "unknown setting '" + PUBLISHER + "." + name + "', known are "
                                + String.join(", ", OF_PUBLISHER));
                yaml.skipChildren();
            }
        }
    }

    private void readValue(JsonParser yaml, String name, String where) {
        JsonToken value = yaml.currentToken();
        if (!value.isScalarValue()) {
            mistake(where, name + " takes one value, not a list or a group of settings");
            yaml.skipChildren();
        } else if (value == JsonToken.VALUE_NULL || yaml.getString().isBlank()) {
            mistake(where, name + " has no value");
            withoutValue.add(name);
        } else if (settings.putIfAbsent(name, new Written(yaml.getString().strip(), where, folder())) != null) {
            mistake(where, name + " is set twice");
        }
    }

    private JobDefinition definition() throws JobDefinitionException {
        value("job", "", SettingValues::job);
        Path inbox = value("inbox", null, SettingValues::inbox);
        Path out = value("out", null, SettingValues::out);
        DatabaseUrl database = value("database", "data/" + name(), DatabaseUrl::parse);
        YearMonth period = optional("period", SettingValues::period);
        Integer parallel = value(
                "parallel", Integer.toString(Runtime.getRuntime().availableProcessors()), SettingValues::parallel);
        RunScope scope = scope();
        IntakeLimits limits = limits();
        Publisher publisher = publisher();
        Path recipientsFile = optional("recipients", SettingValues::recipients);
        Recipients recipients = recipientsFile == null ? null : recipients(recipientsFile);
        Path metrics = optional("metrics", SettingValues::metrics);
        if (inbox != null && out != null && out.startsWith(inbox)) {
            mistake(
                    settings.get("out").where(),
                    "out: lies in the inbox, so that the next run would read the reports: " + out);
        }
        if (!mistakes.isEmpty() || inbox == null || out == null || database == null || parallel == null) {
            throw new JobDefinitionException(mistakes);
        }
        return new JobDefinition(name(), inbox, out, database, period, parallel, scope, limits, publisher, recipients, metrics);
    }

    private @Nullable Recipients recipients(Path from) {
        try {
            return Recipients.read(from, Regions.load());
        } catch (DeliveryConfigurationException e) {
            e.mistakes().forEach(mistake -> mistake(mistake.where(), mistake.what()));
            return null;
        }
    }

    private Publisher publisher() {
        if (!groups.contains(PUBLISHER)) {
            return Publisher.UNKNOWN;
        }
        String name = value(PUBLISHER + ".name", null, (text, base) -> text);
        String contact = optional(PUBLISHER + ".contact", (text, base) -> SettingValues.contact(text));
        String licence = optional(PUBLISHER + ".licence", (text, base) -> SettingValues.licence(text));
        String nextRelease = optional(PUBLISHER + ".next-release", (text, base) -> SettingValues.dayOrMonth(text));
        Boolean completePdf = value(PUBLISHER + ".pdf", "short", (text, base) -> SettingValues.isComplete(text));
        return new Publisher(
                Objects.requireNonNullElse(name, ""),
                Objects.requireNonNullElse(contact, ""),
                Objects.requireNonNullElse(licence, ""),
                Objects.requireNonNullElse(nextRelease, ""),
                Boolean.TRUE.equals(completePdf));
    }

    private RunScope scope() {
        SortedSet<Integer> years = optional("year", (text, base) -> RunScope.years(text));
        SortedSet<String> areas = optional("area", (text, base) -> RunScope.areas(text));
        return new RunScope(
                Objects.requireNonNullElseGet(years, TreeSet::new), Objects.requireNonNullElseGet(areas, TreeSet::new));
    }

    private IntakeLimits limits() {
        Duration quiet = optional("quiet", (text, base) -> SettingValues.seconds(text, 0));
        Duration perFile = optional("file-seconds", (text, base) -> SettingValues.seconds(text, 1));
        OnConflict onConflict = optional("on-conflict", (text, base) -> OnConflict.parse(text));
        return new IntakeLimits(
                Objects.requireNonNullElse(quiet, IntakeLimits.DEFAULT.quiet()),
                Objects.requireNonNullElse(perFile, IntakeLimits.DEFAULT.perFile()),
                optional("max-rejected", (text, base) -> RejectionLimit.parse(text)),
                Objects.requireNonNullElse(onConflict, IntakeLimits.DEFAULT.onConflict()));
    }

    /** The value of a setting, null if it is not given or after noting what is wrong with it. */
    private <T> @Nullable T optional(String name, BiFunction<String, Path, T> read) {
        return settings.containsKey(name) ? value(name, null, read) : null;
    }

    /** The value of a setting, or null after noting what is wrong with it. */
    private <T> @Nullable T value(String name, @Nullable String byDefault, BiFunction<String, Path, T> read) {
        Written written = settings.get(name);
        if (written == null && byDefault != null) {
            written = new Written(byDefault, file.toString(), folder());
        }
        if (written == null || written.text().isBlank()) {
            if (!withoutValue.contains(name)) {
                mistake(file.toString(), "'" + name + "' is missing");
            }
            return null;
        }
        try {
            return read.apply(written.text(), written.base());
        } catch (InvalidPathException e) {
            mistake(written.where(), name + ": not a path: " + e.getMessage());
        } catch (IllegalArgumentException e) {
            mistake(written.where(), name + ": " + e.getMessage());
        }
        return null;
    }

    private String name() {
        return file.getFileName().toString().replaceFirst("\\.ya?ml$", "");
    }

    private Path folder() {
        Path folder = file.toAbsolutePath().getParent();
        return folder == null ? Path.of("/") : folder;
    }

    private String at(int line) {
        return line > 0 ? file + ":" + line : file.toString();
    }

    private void mistake(String where, String what) {
        mistakes.add(new Mistake(where, what));
    }

    private static String firstLine(JacksonException e) {
        return e.getOriginalMessage().lines().findFirst().orElse("").strip();
    }
}
