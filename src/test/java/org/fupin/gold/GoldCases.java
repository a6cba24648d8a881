package org.fupin.gold;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.fupin.observation.Coded;
import org.fupin.observation.Direction;
import org.fupin.observation.FundingSource;
import org.fupin.observation.Kind;
import org.fupin.observation.Measure;
import org.fupin.observation.PerUnit;
import org.fupin.observation.Period;
import org.fupin.observation.Programme;
import org.fupin.observation.Qualifier;
import org.fupin.observation.Span;
import org.fupin.observation.Status;
import org.fupin.reference.Programmes;
import org.fupin.reference.Units;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Reads the files of hand-written cases. A file is YAML:
 *
 * <pre>
 * phenomenon: Totals and their parts
 * cases:
 *   - name: of which
 *     heading: Rain Plan                 # optional, gives the programme
 *     partner: CN-TJ                     # optional, the province paired with
 *     known: why it fails                # optional, a case that the extraction does not yet get right
 *     text: The county built 60 wells, of which 20 are deep.   # or a list of sentences
 *     observations:                      # all there are; [] for a text that holds none
 *       - {span: "60", value: 60, unit: 1}
 *       - {span: "20", value: 20, unit: 1, part_of: "60"}
 * </pre>
 *
 * <p>Each observation has its span's text (with {@code nth: 2} for the second such text), value or low and high, unit,
 * and those other fields that the case is about, by the annotation guide's names. An empty text ({@code source: ""})
 * says that the field is empty. part_of and about name another observation's span: {@code "60"}, or
 * {@code {span: "60", nth: 2}}.
 */
public final class GoldCases {

    private static final ObjectMapper YAML = YAMLMapper.builder(YAMLFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .build();

    private static final Set<String> FILE_KEYS = Set.of("phenomenon", "cases");
    private static final Set<String> CASE_KEYS = Set.of("name", "heading", "partner", "known", "text", "observations");
    private static final Set<String> PLACE_KEYS = Set.of("span", "nth");
    private static final Set<String> LINKS = Set.of("part_of", "about");

    private final Units units = Units.load();
    private final Programmes programmes = Programmes.load();

    /** All cases of the {@code .yml} files of a folder, by file name. */
    public List<GoldCase> in(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            List<GoldCase> cases = new ArrayList<>();
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".yml")).sorted().toList()) {
                cases.addAll(read(file.getFileName().toString(), Files.readString(file)));
            }
            return cases;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The cases of one file.
     *
     * @throws IllegalArgumentException if the file is not as described; the message names file, case and fault
     */
    List<GoldCase> read(String file, String yaml) {
        JsonNode root;
        try {
            root = YAML.readTree(yaml);
        } catch (JacksonException e) {
            throw new IllegalArgumentException(file + ": " + e.getOriginalMessage() + " " + e.getLocation(), e);
        }
        checkKeys(file, root, FILE_KEYS);
        text(file, root, "phenomenon");
        List<GoldCase> cases = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (JsonNode node : list(file, root, "cases")) {
            GoldCase read = read(file, node, cases.size() + 1);
            if (!names.add(read.name())) {
                throw new IllegalArgumentException(file + ": two cases are named '" + read.name() + "'");
            }
            cases.add(read);
        }
        return cases;
    }

    private GoldCase read(String file, JsonNode node, int number) {
        String name = text(file + ", case " + number, node, "name");
        String where = file + ", case '" + name + "'";
        checkKeys(where, node, CASE_KEYS);
        List<String> sentences = sentences(where, node);
        String text = String.join(" ", sentences);
        List<GoldCase.Expected> expected = new ArrayList<>();
        Set<Span> spans = new HashSet<>();
        for (JsonNode observation : list(where, node, "observations")) {
            GoldCase.Expected one = expected(where, text, observation);
            if (!spans.add(one.span())) {
                throw new IllegalArgumentException(
                        where + ": '" + one.span().in(text) + "' is expected twice; which one is told by nth");
            }
            expected.add(one);
        }
        for (GoldCase.Expected one : expected) {
            for (String link : LINKS) {
                String target = one.fields().getOrDefault(link, "");
                if (!target.isEmpty() && spans.stream().noneMatch(s -> s.begin() == Integer.parseInt(target))) {
                    throw new IllegalArgumentException(where + ": " + link + " of '"
                            + one.span().in(text) + "' does not lead to an expected observation");
                }
            }
        }
        String heading = node.has("heading") ? text(where, node, "heading") : "";
        return new GoldCase(
                file,
                name,
                sentences,
                heading,
                heading.isEmpty() ? Programme.OTHER : programmes.of(heading),
                node.has("partner") ? text(where, node, "partner") : "",
                List.copyOf(expected),
                node.has("known") ? text(where, node, "known") : null);
    }

    private static List<String> sentences(String where, JsonNode node) {
        JsonNode text = node.get("text");
        if (text == null || !text.isArray()) {
            return List.of(text(where, node, "text"));
        }
        List<String> sentences = new ArrayList<>();
        for (JsonNode sentence : text) {
            sentences.add(sentence.asString());
        }
        if (sentences.isEmpty()) {
            throw new IllegalArgumentException(where + ": text is an empty list");
        }
        return List.copyOf(sentences);
    }

    private GoldCase.Expected expected(String where, String text, JsonNode node) {
        Span span = place(where, text, node);
        String here = where + ", observation '" + span.in(text) + "'";
        Map<String, String> fields = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            String key = field.getKey();
            if (LINKS.contains(key)) {
                fields.put(key, link(here + ", " + key, text, field.getValue()));
            } else if (!PLACE_KEYS.contains(key)) {
                String value = field.getValue().asString();
                check(here, key, value);
                fields.put(key, value);
            }
        }
        boolean range = fields.containsKey("low") && fields.containsKey("high");
        if (!fields.containsKey("unit") || range == fields.containsKey("value")) {
            throw new IllegalArgumentException(here + " needs a unit, and either value or low and high");
        }
        return new GoldCase.Expected(span, fields);
    }

    private static String link(String where, String text, JsonNode target) {
        if (target.isString() && target.asString().isEmpty()) {
            return "";
        }
        if (target.isObject()) {
            checkKeys(where, target, PLACE_KEYS);
            return Integer.toString(place(where, text, target).begin());
        }
        return Integer.toString(place(where, text, target.asString(), null).begin());
    }

    private void check(String where, String field, String value) {
        try {
            switch (field) {
                case "value", "low", "high" -> new BigDecimal(value);
                case "unit" -> units.unit(value);
                case "kind" -> Coded.of(Kind.class, value);
                case "measure" -> Coded.of(Measure.class, value);
                case "status" -> Coded.of(Status.class, value);
                case "qualifier" -> Coded.of(Qualifier.class, value);
                case "period" -> Period.parse(value);
                case "direction" -> optional(Direction.class, value);
                case "source" -> optional(FundingSource.class, value);
                case "per" -> optional(PerUnit.class, value);
                case "region", "item" -> {
                    if (value.isBlank()) {
                        throw new IllegalArgumentException("is never empty");
                    }
                }
                default -> throw new IllegalArgumentException("there is no such field");
            }
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    where + ", " + field + ": "
                            + (e instanceof NumberFormatException ? "no number: " + value : e.getMessage()),
                    e);
        }
    }

    private static <E extends Enum<E> & Coded> void optional(Class<E> type, String code) {
        if (!code.isEmpty()) {
            Coded.of(type, code);
        }
    }

    private static Span place(String where, String text, JsonNode node) {
        JsonNode nth = node.get("nth");
        return place(where, text, text(where, node, "span"), nth == null ? null : nth.asInt());
    }

    private static Span place(String where, String text, String span, @Nullable Integer nth) {
        List<Integer> begins = new ArrayList<>();
        for (int at = text.indexOf(span); at >= 0; at = text.indexOf(span, at + 1)) {
            begins.add(at);
        }
        if (begins.isEmpty()) {
            throw new IllegalArgumentException(where + ": '" + span + "' does not stand in \"" + text + "\"");
        }
        if (nth == null && begins.size() > 1) {
            throw new IllegalArgumentException(where + ": '" + span + "' stands " + begins.size() + " times in \""
                    + text + "\"; say which with nth: 1 to " + begins.size());
        }
        if (nth != null && (nth < 1 || nth > begins.size())) {
            throw new IllegalArgumentException(
                    where + ": there is no nth: " + nth + " of '" + span + "', it stands " + begins.size() + " times");
        }
        int begin = begins.get(nth == null ? 0 : nth - 1);
        return new Span(begin, begin + span.length());
    }

    private static void checkKeys(String where, JsonNode node, Set<String> known) {
        if (!node.isObject()) {
            throw new IllegalArgumentException(where + ": should be a group of keys, is " + node);
        }
        for (String key : node.propertyNames()) {
            if (!known.contains(key)) {
                throw new IllegalArgumentException(where + ": unknown key '" + key + "', known are "
                        + String.join(", ", known.stream().sorted().toList()));
            }
        }
    }

    private static String text(String where, JsonNode node, String key) {
        JsonNode value = node.get(key);
        if (value == null || !value.isValueNode() || value.asString().isBlank()) {
            throw new IllegalArgumentException(where + ": '" + key + "' is missing");
        }
        return value.asString();
    }

    private static JsonNode list(String where, JsonNode node, String key) {
        JsonNode list = node.get(key);
        if (list == null || !list.isArray()) {
            throw new IllegalArgumentException(where + ": '" + key + "' should be a list, [] if there are none");
        }
        return list;
    }
}
