package org.fupin.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fupin.observation.Coded;
import org.fupin.observation.Direction;
import org.fupin.observation.FundingSource;
import org.fupin.observation.Kind;
import org.fupin.observation.Measure;
import org.fupin.observation.Observation;
import org.fupin.observation.PerUnit;
import org.fupin.observation.Period;
import org.fupin.observation.Programme;
import org.fupin.observation.Qualifier;
import org.fupin.observation.Quantity;
import org.fupin.observation.Span;
import org.fupin.observation.Status;
import org.fupin.observation.Unit;
import org.fupin.observation.document.Article;
import org.fupin.observation.document.ExtractedArticle;
import org.fupin.observation.document.ExtractedSection;
import org.fupin.observation.document.Section;
import org.fupin.observation.document.Sentence;
import org.fupin.observation.document.SourceFile;
import org.fupin.observation.edition.ProvinceYear;
import org.fupin.observation.finding.Finding;
import org.fupin.observation.finding.FindingRule;
import org.fupin.observation.finding.ObservationRef;
import org.fupin.observation.finding.Severity;
import org.fupin.reference.Units;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Makes province-years of the annotated reports that lie beside a development checkout. */
public final class GoldProvinceYears {

    public static final Path SHARED = Path.of("../shared");

    private static final Pattern SENTENCE = Pattern.compile("[^.\\n]+(?:\\.(?!\\s)[^.\\n]*)*\\.?");

    private final ObjectMapper json = new ObjectMapper();
    private final Units units = Units.load();

    public static boolean present() {
        return Files.isDirectory(SHARED.resolve("gold/dev")) && Files.isDirectory(SHARED.resolve("corpus"));
    }

    /** @param name such as {@code d3_he2012} */
    public ProvinceYear read(String name) {
        Path gold = SHARED.resolve("gold/dev");
        List<JsonNode> lines = lines(gold.resolve(name + ".jsonl"));
        String document = lines.get(0).get("document").asString();
        String text = text(SHARED.resolve("corpus").resolve(document));
        JsonNode sections = json.readTree(text(gold.resolve(name + ".sections.json")));
        JsonNode head = sections.get("articles").get(0);
        int end = head.get("end").asInt();

        List<Observation> observations = new ArrayList<>();
        for (JsonNode line : lines.subList(1, lines.size())) {
            observations.add(observation(line));
        }
        observations.sort(Comparator.comparing(Observation::span));

        String id = "%064x"
                .formatted(new BigInteger(1, document.getBytes(StandardCharsets.UTF_8)))
                .substring(0, 64);
        List<ExtractedSection> extracted = new ArrayList<>();
        List<Section> plain = new ArrayList<>();
        JsonNode all = sections.get("sections");
        for (int i = 0; i < all.size(); i++) {
            int begin = all.get(i).get("begin").asInt();
            int until = i + 1 < all.size() ? all.get(i + 1).get("begin").asInt() : end;
            String heading = all.get(i).get("heading").asString();
            int from = Math.min(begin + heading.length(), until);
            List<Sentence> sentences = new ArrayList<>();
            Matcher matcher = SENTENCE.matcher(text).region(from, until);
            while (matcher.find()) {
                if (!matcher.group().isBlank()) {
                    sentences.add(new Sentence(new Span(matcher.start(), matcher.end()), 0, matcher.group()));
                }
            }
            Section section = new Section(
                    heading,
                    Coded.of(Programme.class, all.get(i).get("programme").asString()),
                    begin,
                    new Span(from, until),
                    sentences);
            plain.add(section);
            extracted.add(new ExtractedSection(
                    section,
                    observations.stream()
                            .filter(o -> o.begin() >= from && o.begin() < until)
                            .toList(),
                    List.of()));
        }
        int year = Integer.parseInt(head.get("year").asString());
        Article article = new Article(
                id,
                head.get("title").asString(),
                head.get("region").asString(),
                "",
                year,
                new Span(head.get("begin").asInt(), end),
                "",
                plain);
        return new ProvinceYear(
                article.region(),
                year,
                1,
                YearMonth.of(year + 1, 3),
                List.of(new SourceFile(id, document, "text", "UTF-8", text.length())),
                List.of(new ExtractedArticle(article, extracted, List.of())),
                findings(gold, name, id),
                List.of(),
                List.of(),
                false,
                List.of());
    }

    private List<Finding> findings(Path gold, String name, String id) {
        List<Finding> findings = new ArrayList<>();
        for (String file : List.of("findings", "identities")) {
            for (JsonNode line : lines(gold.resolve(name + "." + file + ".jsonl"))) {
                List<ObservationRef> refs = new ArrayList<>();
                line.get("begin").forEach(begin -> refs.add(new ObservationRef(id, begin.asInt())));
                findings.add(new Finding(
                        Coded.of(FindingRule.class, line.get("type").asString()),
                        line.path("certain").asBoolean(false) ? Severity.ERROR : Severity.WARNING,
                        line.path("holds").asBoolean(false),
                        refs,
                        "",
                        "",
                        line.path("why").asString("")));
            }
        }
        return findings;
    }

    private Observation observation(JsonNode line) {
        Unit unit = units.unit(line.get("unit").asString());
        String value = line.get("value").asString();
        Quantity quantity = value.isEmpty()
                ? Quantity.range(
                        new BigDecimal(line.get("low").asString()),
                        new BigDecimal(line.get("high").asString()),
                        unit)
                : Quantity.of(new BigDecimal(value), unit);
        return new Observation(
                new Span(line.get("begin").asInt(), line.get("end").asInt()),
                line.get("text").asString(),
                quantity,
                Coded.of(Kind.class, line.get("kind").asString()),
                optional(Direction.class, line.get("direction")),
                Coded.of(Measure.class, line.get("measure").asString()),
                optional(FundingSource.class, line.get("source")),
                optional(PerUnit.class, line.get("per")),
                Coded.of(Status.class, line.get("status").asString()),
                Coded.of(Qualifier.class, line.get("qualifier").asString()),
                Period.parse(line.get("period").asString()),
                line.get("region").asString(),
                line.get("item").asString(),
                offset(line.get("part_of")),
                offset(line.get("about")),
                List.of("gold"),
                List.of(),
                List.of());
    }

    private static @Nullable Integer offset(JsonNode node) {
        return node.isNumber() ? node.asInt() : null;
    }

    private static <E extends Enum<E> & Coded> @Nullable E optional(Class<E> type, JsonNode node) {
        return node.asString().isEmpty() ? null : Coded.of(type, node.asString());
    }

    private List<JsonNode> lines(Path file) {
        return text(file)
                .lines()
                .filter(line -> !line.isBlank())
                .map(json::readTree)
                .toList();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
