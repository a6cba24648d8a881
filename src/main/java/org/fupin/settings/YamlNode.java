package org.fupin.settings;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.dataformat.yaml.YAMLFactory;

/** A piece of a YAML file that knows its line, so that mistakes can name it. */
sealed interface YamlNode {

    String FORM = "expected lines of the form 'setting: value'";

    /** From 1. */
    int line();

    /** @param text without the blanks around it; empty for a setting without a value */
    record Scalar(int line, String text) implements YamlNode {}

    record Sequence(int line, List<YamlNode> items) implements YamlNode {}

    record Group(int line, Map<String, YamlNode> settings) implements YamlNode {}

    /**
     * Reads a file.
     *
     * @param mistakes gets the line, 0 for the whole file, and what is wrong; where a setting is given twice, the first one
     *     counts
     * @return empty if the file is no group of settings as a whole
     */
    static Optional<Group> read(Path file, BiConsumer<Integer, String> mistakes) {
        if (!Files.isRegularFile(file)) {
            mistakes.accept(0, Files.exists(file) ? "is not a file" : "there is no such file");
            return Optional.empty();
        }
        // Read whole, so that what is not UTF-8 is told apart from what is not YAML.
        String text;
        try {
            text = Files.readString(file);
        } catch (CharacterCodingException e) {
            mistakes.accept(0, "is not UTF-8 text");
            return Optional.empty();
        } catch (IOException e) {
            mistakes.accept(0, "cannot be read: " + e);
            return Optional.empty();
        }
        try (JsonParser yaml = new YAMLFactory().createParser(ObjectReadContext.empty(), text)) {
            JsonToken first = yaml.nextToken();
            if (first == null) {
                mistakes.accept(0, "is empty");
            } else if (read(yaml, 1, mistakes) instanceof Group group) {
                return Optional.of(group);
            } else {
                mistakes.accept(first == JsonToken.START_ARRAY ? 1 : 0, FORM);
            }
        } catch (JacksonException e) {
            mistakes.accept(
                    e.getLocation() == null ? 0 : e.getLocation().getLineNr(),
                    "not YAML: "
                            + e.getOriginalMessage()
                                    .lines()
                                    .findFirst()
                                    .orElse("")
                                    .strip());
        }
        return Optional.empty();
    }

    /** What begins at the current token. @param line of its name, or of itself if it has none */
    private static YamlNode read(JsonParser yaml, int line, BiConsumer<Integer, String> mistakes) {
        JsonToken token = yaml.currentToken();
        if (token == JsonToken.START_ARRAY) {
            List<YamlNode> items = new ArrayList<>();
            while (yaml.nextToken() != JsonToken.END_ARRAY) {
                items.add(read(yaml, yaml.currentTokenLocation().getLineNr(), mistakes));
            }
            return new Sequence(line, items);
        }
        if (token == JsonToken.START_OBJECT) {
            int begin = yaml.currentTokenLocation().getLineNr();
            Map<String, YamlNode> settings = new LinkedHashMap<>();
            while (yaml.nextToken() == JsonToken.PROPERTY_NAME) {
                int at = yaml.currentTokenLocation().getLineNr();
                String name = yaml.currentName();
                yaml.nextToken();
                if (settings.putIfAbsent(name, read(yaml, at, mistakes)) != null) {
                    mistakes.accept(at, name + " is set twice");
                }
            }
            return new Group(begin, settings);
        }
        return new Scalar(line, token == JsonToken.VALUE_NULL ? "" : stripBlanks(yaml.getString()));
    }

    /** Not line ends: a value that has some is a mistake where one line is wanted. */
    private static String stripBlanks(String text) {
        return text.replaceAll("^[ \\t]+|[ \\t]+$", "");
    }
}
