package org.fupin.delivery.recipients;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** A piece of a YAML file that knows its line, so that mistakes can name it. */
sealed interface YamlNode {

    /** From 1. */
    int line();

    /** @param text without the blanks around it; empty for a setting without a value */
    record Scalar(int line, String text) implements YamlNode {}

    record Sequence(int line, List<YamlNode> items) implements YamlNode {}

    record Group(int line, Map<String, YamlNode> settings) implements YamlNode {}

    /**
     * Reads what begins at the current token.
     *
     * @param mistakes gets the line and what is wrong; where a setting is given twice, the first one counts
     */
    static YamlNode read(JsonParser yaml, BiConsumer<Integer, String> mistakes) {
        int line = yaml.currentTokenLocation().getLineNr();
        JsonToken token = yaml.currentToken();
        if (token == JsonToken.START_ARRAY) {
            List<YamlNode> items = new ArrayList<>();
            while (yaml.nextToken() != JsonToken.END_ARRAY) {
                items.add(read(yaml, mistakes));
            }
            return new Sequence(line, items);
        }
        if (token == JsonToken.START_OBJECT) {
            Map<String, YamlNode> settings = new LinkedHashMap<>();
            while (yaml.nextToken() == JsonToken.PROPERTY_NAME) {
                int at = yaml.currentTokenLocation().getLineNr();
                String name = yaml.currentName();
                yaml.nextToken();
                if (settings.putIfAbsent(name, read(yaml, mistakes)) != null) {
                    mistakes.accept(at, name + " is set twice");
                }
            }
            return new Group(line, settings);
        }
        return new Scalar(line, token == JsonToken.VALUE_NULL ? "" : stripBlanks(yaml.getString()));
    }

    /** Not line ends: a value that has some is a mistake where one line is wanted. */
    private static String stripBlanks(String text) {
        return text.replaceAll("^[ \\t]+|[ \\t]+$", "");
    }
}
