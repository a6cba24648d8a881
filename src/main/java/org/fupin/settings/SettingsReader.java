package org.fupin.settings;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.fupin.observation.Printable;
import org.fupin.settings.Setting.Source;
import org.jspecify.annotations.Nullable;

/**
 * Reads settings from where they may come from, and collects what is wrong with them. Relative paths in a job file start
 * from the folder that it is in, others from the current folder.
 */
public final class SettingsReader {

    /** A setting as written, and where: what later checks name when they do not like it. */
    private record Written(String text, String where, Path base) {}

    private static final Path HERE = Path.of("").toAbsolutePath();

    private final @Nullable Path jobFile;
    private final Map<String, String> variables;
    private final Map<String, Written> written = new HashMap<>();
    private final List<Mistake> mistakes = new ArrayList<>();

    /** Of these, nothing more is to be said: they have no value, or more than one, or nobody knows. */
    private final Set<String> unreadable = new HashSet<>();

    private SettingsReader(@Nullable Path jobFile, Map<String, String> options, Map<String, String> variables) {
        this.jobFile = jobFile;
        this.variables = variables;
        if (jobFile != null) {
            readJobFile(jobFile);
        }
        for (Setting<?> setting : Settings.from(Source.VARIABLE)) {
            String text = variable(setting.name());
            if (!text.isEmpty()) {
                written.put(setting.name(), new Written(text, setting.name(), HERE));
            }
        }
        Settings.from(Source.SECRET).forEach(this::readSecret);
        options.forEach((name, text) -> {
            written.put(name, new Written(text, "--" + name, HERE));
            unreadable.remove(name);
        });
    }

    /** @param variables of the environment; one that is empty counts as not set */
    public static SettingsReader of(Map<String, String> options, Map<String, String> variables) {
        return new SettingsReader(null, options, variables);
    }

    /** @param options settings that win over the file's, by name */
    public static SettingsReader of(Path jobFile, Map<String, String> options, Map<String, String> variables) {
        return new SettingsReader(jobFile, options, variables);
    }

    /** The value of a setting; null if it has none, or after noting what is wrong with it. */
    public <T> @Nullable T get(Setting<T> setting) {
        Written text = written.get(setting.name());
        UnaryOperator<String> byDefault = setting.byDefault();
        if (unreadable.contains(setting.name())) {
            return null;
        }
        if (text == null && byDefault != null) {
            text = new Written(byDefault.apply(jobName()), where(setting), folder());
        }
        if (text == null) {
            if (setting.isRequired()) {
                missing(setting);
            }
            return null;
        }
        try {
            return setting.reader().read(text.text(), text.base());
        } catch (InvalidPathException e) {
            mistake(setting, "not a path: " + Printable.line(String.valueOf(e.getMessage())));
        } catch (IllegalArgumentException e) {
            mistake(setting, String.valueOf(e.getMessage()));
        }
        unreadable.add(setting.name());
        return null;
    }

    /** Whether a setting is given, rightly or not. */
    boolean isGiven(Setting<?> setting) {
        return written.containsKey(setting.name()) || unreadable.contains(setting.name());
    }

    /** Notes what is wrong with a setting, at the place where it is written. */
    void mistake(Setting<?> setting, String what) {
        String where = where(setting);
        boolean inFile = jobFile != null && where.startsWith(jobFile.toString());
        mistake(where, inFile ? setting.name() + ": " + what : what);
    }

    void missing(Setting<?> setting) {
        mistake(where(setting), "'" + setting.name() + "' is missing");
    }

    void mistake(String where, String what) {
        mistake(new Mistake(where, what));
    }

    void mistake(Mistake mistake) {
        mistakes.add(mistake);
    }

    /** What runs of the job are called: the job file's name without its ending. */
    String jobName() {
        return jobFile == null ? "" : jobFile.getFileName().toString().replaceFirst("\\.ya?ml$", "");
    }

    boolean hasMistakes() {
        return !mistakes.isEmpty();
    }

    /** @throws SettingsException with all that is wrong with what was read, if anything is */
    public void check() {
        if (hasMistakes()) {
            throw new SettingsException(mistakes);
        }
    }

    private void readJobFile(Path file) {
        YamlNode.Group group = YamlNode.read(
                        file, (line, what) -> mistake(line > 0 ? file + ":" + line : file.toString(), what))
                .orElse(null);
        if (group == null) {
            // What it would have set is not known: to call it missing would be wrong.
            Settings.from(Source.JOB_FILE).forEach(setting -> unreadable.add(setting.name()));
        } else {
            readGroup(file, "", group);
        }
    }

    /** @param prefix of its settings' names */
    private void readGroup(Path file, String prefix, YamlNode.Group group) {
        Set<String> known = Settings.names(Source.JOB_FILE, prefix);
        group.settings().forEach((last, node) -> {
            String where = file + ":" + node.line();
            String name = prefix + last;
            Set<String> within = Settings.names(Source.JOB_FILE, name + ".");
            if (!known.contains(last)) {
                mistake(where, "unknown setting '" + Printable.line(name) + "', known are " + String.join(", ", known));
            } else if (!within.isEmpty()) {
                if (node instanceof YamlNode.Group settings) {
                    readGroup(file, name + ".", settings);
                } else {
                    mistake(where, name + " takes a group of settings: " + String.join(", ", within));
                }
            } else if (!(node instanceof YamlNode.Scalar scalar)) {
                mistake(where, name + " takes one value, not a list or a group of settings");
                unreadable.add(name);
            } else if (scalar.text().isBlank()) {
                mistake(where, name + " has no value");
                unreadable.add(name);
            } else {
                written.put(name, new Written(scalar.text().strip(), where, folder()));
            }
        });
    }

    /** Neither the secret nor a part of it is ever in a mistake. */
    private void readSecret(Setting<?> secret) {
        String value = variables.getOrDefault(secret.name(), "");
        String inFile = secret.fileVariable();
        String file = variable(inFile);
        if (file.isEmpty()) {
            if (!value.isEmpty()) {
                written.put(secret.name(), new Written(value, secret.name(), HERE));
            }
        } else if (!value.isEmpty()) {
            mistake(inFile, "is set beside " + secret.name() + ", set one of them");
            unreadable.add(secret.name());
        } else {
            try {
                written.put(secret.name(), new Written(SettingValues.secret(file, HERE), inFile, HERE));
            } catch (InvalidPathException e) {
                mistake(inFile, "not a path: " + Printable.line(file));
                unreadable.add(secret.name());
            } catch (IllegalArgumentException e) {
                mistake(inFile, Printable.line(String.valueOf(e.getMessage())));
                unreadable.add(secret.name());
            }
        }
    }

    private String variable(String name) {
        return variables.getOrDefault(name, "").strip();
    }

    private String where(Setting<?> setting) {
        Written text = written.get(setting.name());
        if (text != null) {
            return text.where();
        }
        return jobFile != null && setting.isFrom(Source.JOB_FILE) ? jobFile.toString() : setting.name();
    }

    private Path folder() {
        Path folder = jobFile == null ? null : jobFile.toAbsolutePath().getParent();
        return folder == null ? HERE : folder;
    }
}
