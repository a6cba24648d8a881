package org.fupin.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.BiConsumer;
import org.fupin.cli.log.LogSettings;
import org.fupin.intake.OneLine;
import org.fupin.settings.Credentials;
import org.jspecify.annotations.Nullable;

/**
 * The variables that configure the program. One that is empty counts as not set. What is wrong with them goes to a
 * consumer of the variable's name and the mistake; no mistake holds a secret, or a part of one.
 */
record Environment(Map<String, String> variables) {

    static final String DB_USER = "FUPIN_DB_USER";
    static final String DB_PASSWORD = "FUPIN_DB_PASSWORD";

    private static final int LONGEST_SECRET = 4096;

    static Environment ofProcess() {
        return new Environment(System.getenv());
    }

    Credentials credentials(BiConsumer<String, String> mistakes) {
        return new Credentials(value(DB_USER), secret(DB_PASSWORD, mistakes));
    }

    LogSettings log(BiConsumer<String, String> mistakes) {
        return LogSettings.read(variables, mistakes);
    }

    @Nullable
    String value(String name) {
        String value = variables.getOrDefault(name, "");
        return value.isEmpty() ? null : value;
    }

    /** The value of a variable, or what stands in the file that the variable {@code NAME_FILE} names. */
    @Nullable
    String secret(String name, BiConsumer<String, String> mistakes) {
        String inFile = name + "_FILE";
        String value = value(name);
        String file = value(inFile);
        if (file == null) {
            return value;
        }
        if (value != null) {
            mistakes.accept(inFile, "is set beside " + name + ", set one of them");
            return null;
        }
        try {
            return read(Path.of(file));
        } catch (InvalidPathException e) {
            mistakes.accept(inFile, "not a path: " + OneLine.of(file));
        } catch (NoSuchFileException e) {
            mistakes.accept(inFile, "there is no file " + OneLine.of(file));
        } catch (AccessDeniedException e) {
            mistakes.accept(inFile, "no permission to read " + OneLine.of(file));
        } catch (IOException e) {
            mistakes.accept(inFile, "cannot be read: " + OneLine.of(file));
        } catch (IllegalArgumentException e) {
            mistakes.accept(inFile, e.getMessage() + ": " + OneLine.of(file));
        }
        return null;
    }

    private static String read(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            throw new IllegalArgumentException("is a folder");
        }
        if (Files.size(file) > LONGEST_SECRET) {
            throw new IllegalArgumentException("the file holds more than a secret");
        }
        // Editors end files with a line feed, which is no part of the secret.
        String secret = Files.readString(file).replaceFirst("\\R\\z", "");
        if (secret.isEmpty()) {
            throw new IllegalArgumentException("the file is empty");
        }
        if (secret.lines().count() > 1) {
            throw new IllegalArgumentException("the file holds more than one line");
        }
        return secret;
    }

    /** Without the values. */
    @Override
    public String toString() {
        return "Environment";
    }
}
