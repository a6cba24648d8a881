package org.fupin.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.fupin.extraction.Extractor;
import org.fupin.observation.document.ExtractedArticle;
import org.fupin.observation.document.SourceDocument;
import org.fupin.observation.finding.Finding;
import org.fupin.observation.finding.ObservationRef;
import org.fupin.reading.DocumentReader;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Short reports from their text to the findings: for each kind of slip one that has it and a near miss that has none. The file
 * {@code audit/articles.yml} says what a case is.
 */
class WrittenArticlesTest {

    private static final Path ARTICLES = Path.of("src/test/resources/audit/articles.yml");

    private static final DocumentReader READER = DocumentReader.create();
    private static final Extractor EXTRACTOR = Extractor.create();
    private static final Auditor AUDITOR = Auditor.create();

    record Case(String name, String text, List<String> finds) {
        @Override
        public String toString() {
            return name + (finds.isEmpty() ? " (near miss)" : "");
        }
    }

    static Stream<Case> cases() throws IOException {
        List<Case> cases = new ArrayList<>();
        for (JsonNode node : new YAMLMapper().readTree(Files.readString(ARTICLES))) {
            String name = node.get("name").asString();
            List<String> finds = new ArrayList<>();
            node.get("finds").forEach(find -> finds.add(find.asString()));
            cases.add(new Case(name, article(node, "slip"), finds));
            cases.add(new Case(name, article(node, "near"), List.of()));
        }
        return cases.stream();
    }

    private static String article(JsonNode node, String text) {
        StringBuilder article = new StringBuilder(
                "Poverty Alleviation and Development in " + node.get("province").asString() + "\n\n");
        article.append("    \u3010Overview\u3011 In 2011, the province went on with the work in the hills.\n");
        for (String section : node.get(text).asString().strip().split("\n")) {
            int colon = section.indexOf(": ");
            article.append("\n    \u3010").append(section, 0, colon).append("\u3011 ");
            article.append(section.substring(colon + 2)).append('\n');
        }
        return article.toString();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void finds(Case written) throws Exception {
        SourceDocument document = READER.read("article.txt", written.text().getBytes(StandardCharsets.UTF_8));
        List<ExtractedArticle> articles = EXTRACTOR.extract(document).articles();
        Map<Integer, String> texts = new HashMap<>();
        articles.forEach(article -> article.sections().forEach(section -> {
            section.observations().forEach(figure -> texts.put(figure.begin(), figure.text()));
            section.leftOut().forEach(number -> texts.put(number.span().begin(), number.text()));
        }));
        assertThat(texts).as("figures of %s", written.text()).hasSizeGreaterThan(1);
        List<String> found = AUDITOR.audit(articles).stream()
                .filter(finding -> !finding.holds())
                .map(finding -> outcome(finding, texts))
                .toList();
        assertThat(found).as(written.text()).isEqualTo(written.finds());
    }

    private static String outcome(Finding finding, Map<Integer, String> texts) {
        List<String> figures = new ArrayList<>();
        for (ObservationRef ref : finding.observations()) {
            figures.add(texts.get(ref.begin()));
        }
        return finding.rule().code() + " " + finding.severity().code() + ": " + String.join(" | ", figures);
    }
}
