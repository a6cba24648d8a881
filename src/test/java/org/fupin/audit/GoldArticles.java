package org.fupin.audit;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
import org.fupin.reference.Units;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Annotated articles as the extraction would hand them over; the document's name stands for its identity. */
final class GoldArticles {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Units UNITS = Units.load();

    private GoldArticles() {}

    /**
     * The annotated articles of a gold file.
     *
     * @param gold {@code NAME.jsonl}, beside which {@code NAME.sections.json} stands
     * @param corpus the folder with the documents
     */
    static List<ExtractedArticle> read(Path gold, Path corpus) throws IOException {
        List<JsonNode> lines = lines(gold);
        String document = lines.get(0).get("document").asString();
        String text = Files.readString(corpus.resolve(document));
        JsonNode layout = JSON.readTree(Files.readString(
                gold.resolveSibling(gold.getFileName().toString().replace(".jsonl", ".sections.json"))));
        List<Observation> observations = lines.subList(1, lines.size()).stream()
                .map(GoldArticles::observation)
                .toList();
        List<ExtractedArticle> articles = new ArrayList<>();
        for (JsonNode head : layout.get("articles")) {
            Span span =
                    new Span(head.get("begin").asInt(), Math.min(head.get("end").asInt(), text.length()));
            List<ExtractedSection> sections = sections(text, span, layout.get("sections"), observations);
            Article article = new Article(
                    document,
                    head.get("title").asString(),
                    head.get("region").asString(),
                    "",
                    Integer.parseInt(head.get("year").asString()),
                    span,
                    "",
                    sections.stream().map(ExtractedSection::section).toList());
            articles.add(new ExtractedArticle(article, sections, List.of()));
        }
        return articles;
    }

    private static List<ExtractedSection> sections(
            String text, Span article, JsonNode headings, List<Observation> observations) {
        List<ExtractedSection> sections = new ArrayList<>();
        for (int i = 0; i < headings.size(); i++) {
            JsonNode section = headings.get(i);
            int begin = section.get("begin").asInt();
            if (!article.contains(begin)) {
                continue;
            }
            int next =
                    i + 1 < headings.size() ? headings.get(i + 1).get("begin").asInt() : article.end();
            int end = Math.min(next, article.end());
            Span body =
                    new Span(Math.min(begin + section.get("heading").asString().length(), end), end);
            sections.add(new ExtractedSection(
                    new Section(
                            section.get("heading").asString(),
                            Coded.of(Programme.class, section.get("programme").asString()),
                            begin,
                            body,
                            sentences(text, body)),
                    observations.stream()
                            .filter(observation -> body.contains(observation.begin()))
                            .toList(),
                    List.of()));
        }
        return sections;
    }

    static List<JsonNode> lines(Path path) throws IOException {
        List<JsonNode> nodes = new ArrayList<>();
        for (String line : Files.readAllLines(path)) {
            if (!line.isBlank()) {
                nodes.add(JSON.readTree(line));
            }
        }
        return nodes;
    }

    /** Simple splitting: a full stop before white space and a capital letter, or a line's end. */
    static List<Sentence> sentences(String text, Span body) {
        List<Sentence> sentences = new ArrayList<>();
        int paragraph = 0;
        int begin = body.begin();
        for (int i = body.begin(); i <= body.end(); i++) {
            boolean line = i == body.end() || text.charAt(i) == '\n';
            boolean stop = !line
                    && text.charAt(i) == '.'
                    && i + 2 < body.end()
                    && Character.isWhitespace(text.charAt(i + 1))
                    && (Character.isUpperCase(text.charAt(i + 2)) || Character.isDigit(text.charAt(i + 2)));
            if (!line && !stop) {
                continue;
            }
            int end = stop ? i + 1 : i;
            int from = begin;
            while (from < end && Character.isWhitespace(text.charAt(from))) {
                from++;
            }
            if (from < end) {
                sentences.add(new Sentence(new Span(from, end), paragraph, text.substring(from, end)));
                paragraph += line ? 1 : 0;
            }
            begin = end;
        }
        return sentences;
    }

    private static Observation observation(JsonNode node) {
        Unit unit = UNITS.unit(node.get("unit").asString());
        String value = node.get("value").asString();
        Quantity quantity = value.isEmpty()
                ? Quantity.range(
                        new BigDecimal(node.get("low").asString()),
                        new BigDecimal(node.get("high").asString()),
                        unit)
                : Quantity.of(new BigDecimal(value), unit);
        boolean malformed = node.has("note") && node.get("note").asString().equals("malformed");
        return new Observation(
                new Span(node.get("begin").asInt(), node.get("end").asInt()),
                node.get("text").asString(),
                quantity,
                Coded.of(Kind.class, node.get("kind").asString()),
                code(Direction.class, node, "direction"),
                Coded.of(Measure.class, node.get("measure").asString()),
                code(FundingSource.class, node, "source"),
                code(PerUnit.class, node, "per"),
                Coded.of(Status.class, node.get("status").asString()),
                Coded.of(Qualifier.class, node.get("qualifier").asString()),
                Period.parse(node.get("period").asString()),
                node.get("region").asString(),
                node.get("item").asString(),
                offset(node, "part_of"),
                offset(node, "about"),
                List.of(),
                malformed ? List.of(Observation.REPAIRED) : List.of(),
                List.of());
    }

    private static <E extends Enum<E> & Coded> @Nullable E code(Class<E> type, JsonNode node, String field) {
        String code = node.get(field).asString();
        return code.isEmpty() ? null : Coded.of(type, code);
    }

    private static @Nullable Integer offset(JsonNode node, String field) {
        return node.get(field).isNumber() ? node.get(field).asInt() : null;
    }
}
