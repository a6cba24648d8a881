package org.fupin.intake;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fupin.reading.limits.RejectionReason;
import org.fupin.reading.limits.UnreadableDocumentException;
import org.fupin.reading.title.StatedFacts;
import org.fupin.reading.title.TitleReader;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.dataformat.yaml.YAMLFactory;

/**
 * Reads what an operator states of documents: YAML with a line for each of {@code area}, {@code year} and {@code title}. It
 * lies beside a document as {@code gansu.txt.meta.yml} or {@code gansu.meta.yml}, or in a folder as {@code folder.meta.yml} for
 * all documents of the folder; what is stated of the document wins over what is stated of its folder. The ending may be
 * {@code .yaml} too.
 */
final class MetaFile {

    static final String ENDING = ".meta.yml";
    static final String OF_FOLDER = "folder" + ENDING;

    private static final String OTHER_ENDING = ".meta.yaml";

    /** A file of three lines; a larger one is something else. */
    static final int MAX_BYTES = 64 << 10;

    private static final String AREA = "area";
    private static final String YEAR = "year";
    private static final String TITLE = "title";
    private static final List<String> KEYS = List.of(AREA, YEAR, TITLE);

    private static final int EARLIEST = 1949;
    private static final int LATEST = 2099;
    private static final int LONGEST_TITLE = 300;

    private record Value(String text, String where) {}

    private final TitleReader places = TitleReader.create();

    /** Whether a file of this name states something of others, and is itself no document. */
    static boolean is(String name) {
        return name.endsWith(ENDING) || name.endsWith(OTHER_ENDING);
    }

    /** The names of the files that may state something of a document, those that win first. */
    static List<String> namesFor(String document) {
        int dot = document.lastIndexOf('.');
        List<String> names = new ArrayList<>();
        for (String of :
                dot > 0 ? List.of(document, document.substring(0, dot), "folder") : List.of(document, "folder")) {
            names.add(of + ENDING);
            names.add(of + OTHER_ENDING);
        }
        return names;
    }

    /** Whether a meta file of this name is about all documents of its folder. */
    static boolean isOfFolder(String name) {
        return name.equals(OF_FOLDER) || name.equals("folder" + OTHER_ENDING);
    }

    /** Whether a meta file of this name is about one of the files beside it. */
    static boolean isOfAny(String name, List<String> others) {
        return isOfFolder(name)
                ? others.stream().anyMatch(other -> !is(other))
                : others.stream()
                        .anyMatch(other -> !is(other) && namesFor(other).contains(name));
    }

    /**
     * What files state of one document.
     *
     * @param contents by name, those that win first; none is more than {@link #MAX_BYTES}
     * @throws UnreadableDocumentException naming file, line and what is expected
     */
    StatedFacts read(Map<String, byte[]> contents) throws UnreadableDocumentException {
        Map<String, Value> values = new HashMap<>();
        List<String> sources = new ArrayList<>();
        for (Map.Entry<String, byte[]> content : contents.entrySet()) {
            boolean used = false;
            for (Map.Entry<String, Value> value :
                    values(content.getKey(), content.getValue()).entrySet()) {
                used |= values.putIfAbsent(value.getKey(), value.getValue()) == null;
            }
            if (used) {
                sources.add(content.getKey());
            }
        }
        if (values.isEmpty()) {
            return StatedFacts.NONE;
        }
        TitleReader.Area area = area(values.get(AREA));
        Value title = values.get(TITLE);
        if (title != null && title.text().length() > LONGEST_TITLE) {
            throw bad(
                    title.where(),
                    "the title has %d characters, more than the %d that one may have"
                            .formatted(title.text().length(), LONGEST_TITLE));
        }
        return new StatedFacts(
                area.region(),
                area.subArea(),
                year(values.get(YEAR)),
                title == null ? "" : title.text(),
                String.join(", ", sources));
    }

    private TitleReader.Area area(@Nullable Value stated) throws UnreadableDocumentException {
        if (stated == null) {
            return new TitleReader.Area("", "");
        }
        try {
            return places.area(stated.text());
        } catch (IllegalArgumentException e) {
            throw bad(stated.where(), String.valueOf(e.getMessage()));
        }
    }

    private static int year(@Nullable Value stated) throws UnreadableDocumentException {
        if (stated == null) {
            return 0;
        }
        if (!stated.text().matches("\\d{4}")
                || Integer.parseInt(stated.text()) < EARLIEST
                || Integer.parseInt(stated.text()) > LATEST) {
            throw bad(
                    stated.where(),
                    "invalid year '%s': expected YYYY, from %d to %d".formatted(stated.text(), EARLIEST, LATEST));
        }
        return Integer.parseInt(stated.text());
    }

    private static Map<String, Value> values(String name, byte[] content) throws UnreadableDocumentException {
        Map<String, Value> values = new LinkedHashMap<>();
        try (JsonParser yaml = new YAMLFactory().createParser(ObjectReadContext.empty(), decoded(content))) {
            JsonToken first = yaml.nextToken();
            if (first != JsonToken.START_OBJECT) {
                throw bad(
                        name + ":1",
                        first == null
                                ? "is empty: state one of area, year and title at least, or remove the file; expected"
                                        + EXPECTED
                                : "expected" + EXPECTED);
            }
            while (yaml.nextToken() == JsonToken.PROPERTY_NAME) {
                String where = name + ":" + yaml.currentTokenLocation().getLineNr();
                String key = yaml.currentName();
                JsonToken value = yaml.nextToken();
                if (!KEYS.contains(key)) {
                    throw bad(where, "unknown key '" + key + "': expected" + EXPECTED);
                } else if (!value.isScalarValue()) {
                    throw bad(where, key + " takes one value, not a list or a group");
                } else if (value == JsonToken.VALUE_NULL || yaml.getString().isBlank()) {
                    throw bad(where, key + " has no value");
                }
                String text = yaml.getString().strip().replaceAll("\\s+", " ");
                if (values.putIfAbsent(key, new Value(text, where)) != null) {
                    throw bad(where, key + " is stated twice");
                }
            }
            return values;
        } catch (JacksonException e) {
            int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
            throw bad(
                    name + ":" + line,
                    "not YAML: "
                            + e.getOriginalMessage()
                                    .lines()
                                    .findFirst()
                                    .orElse("")
                                    .strip());
        } catch (CharacterCodingException e) {
            throw bad(name, "is not UTF-8 text");
        }
    }

    private static final String EXPECTED = " lines of the form 'area: Gansu', 'year: 2012', 'title: ...'";

    private static String decoded(byte[] content) throws CharacterCodingException {
        String text = StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(content))
                .toString();
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    static UnreadableDocumentException bad(String where, String what) {
        return new UnreadableDocumentException(RejectionReason.BAD_META, where + ": " + what);
    }
}
