package org.fupin.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.fupin.observation.document.Article;
import org.fupin.observation.document.Section;
import org.fupin.observation.document.SourceDocument;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Real reports against what people found in them; runs where the shared folder is present. */
class CorpusReadingTest {

    private static final Path SHARED = Path.of("..", "shared");
    private static final Path GOLD = SHARED.resolve("gold").resolve("dev");
    private static final Path CORPUS = SHARED.resolve("corpus");

    private final DocumentReader reader = DocumentReader.create();

    @BeforeEach
    void corpusIsPresent() {
        assumeTrue(Files.isDirectory(CORPUS) && Files.isDirectory(GOLD), "no ../shared/corpus here: skipped");
    }

    static List<String> gold() throws IOException {
        if (!Files.isDirectory(GOLD)) {
            return List.of("absent");
        }
        try (Stream<Path> files = Files.list(GOLD)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".sections.json"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("gold")
    void articlesAndSectionsAreThoseOfTheGold(String name) throws Exception {
        ObjectMapper json = new ObjectMapper();
        JsonNode gold = json.readTree(Files.readString(GOLD.resolve(name)));
        JsonNode observations = json.readTree(Files.readAllLines(GOLD.resolve(name.replace(".sections.json", ".jsonl")))
                .get(0));
        SourceDocument document = read(observations.get("document").asString());

        for (JsonNode expected : gold.get("articles")) {
            int begin = expected.get("begin").asInt();
            Article article = document.articles().stream()
                    .filter(candidate -> candidate.span().begin() == begin)
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no article begins at " + begin));
            assertThat(describe(article))
                    .isEqualTo("%s|%s|%s|%s"
                            .formatted(
                                    expected.get("title").asString(),
                                    expected.get("region").asString(),
                                    expected.get("year").asString(),
                                    expected.get("end").asString()));
            List<String> sections = new ArrayList<>();
            for (JsonNode section : gold.get("sections")) {
                sections.add("%s %s (%s)"
                        .formatted(
                                section.get("begin").asString(),
                                section.get("heading").asString(),
                                section.get("programme").asString()));
            }
            assertThat(article.sections().stream()
                            .map(CorpusReadingTest::describe)
                            .toList())
                    .containsExactlyElementsOf(sections);
        }
    }

    @Test
    void compilationHasTheArticleOfEachProvince() throws Exception {
        assertThat(read("004_2012_compilation.txt").articles())
                .allMatch(article -> article.year() == 2012)
                .allMatch(article -> article.partner().isEmpty())
                .allMatch(article -> !article.author().isEmpty())
                .extracting(Article::region)
                .containsExactly(
                        "CN-HE",
                        "CN-SX",
                        "CN-NM",
                        "CN-JL",
                        "CN-JS",
                        "CN-ZJ",
                        "CN-AH",
                        "CN-JX",
                        "CN-SD",
                        "CN-HA",
                        "CN-HN",
                        "CN-GD",
                        "CN-GX",
                        "CN-CQ",
                        "CN-SC",
                        "CN-GZ",
                        "CN-XZ",
                        "CN-SN",
                        "CN-XJ",
                        "CN-XJ-XPCC");
    }

    @Test
    void singleReportsSayRegionPartnerAndYear() throws Exception {
        Article corps = read("001_c865f441bc55bb03.txt").articles().get(0);
        assertThat(corps.region()).isEqualTo("CN-XJ-XPCC");
        assertThat(corps.year()).isEqualTo(2011);
        Article paired = read("002_931951f81ee67f2d.txt").articles().get(0);
        assertThat(paired.region()).isEqualTo("CN-XJ");
        assertThat(paired.partner()).isEqualTo("CN-SD");
        assertThat(paired.year()).isEqualTo(2009);
        assertThat(paired.author()).startsWith("Shandong").endsWith("Alleviation");
    }

    @Test
    void everySentenceIsWhereItSaysAndNothingOfASectionIsLost() throws Exception {
        for (String name :
                List.of("001_c865f441bc55bb03.txt", "002_931951f81ee67f2d.txt", "004_2012_compilation.txt")) {
            SourceDocument document = read(name);
            int last = 0;
            for (Article article : document.articles()) {
                assertThat(article.span().begin()).isGreaterThanOrEqualTo(last);
                for (Section section : article.sections()) {
                    assertThat(section.heading())
                            .isEqualTo(document.text()
                                    .substring(
                                            section.begin(),
                                            section.begin() + section.heading().length()));
                    StringBuilder sentences = new StringBuilder();
                    for (var sentence : section.sentences()) {
                        assertThat(sentence.span().begin()).isGreaterThanOrEqualTo(last);
                        assertThat(sentence.span().in(document.text())).isEqualTo(sentence.text());
                        last = sentence.span().end();
                        sentences.append(sentence.text());
                    }
                    assertThat(squeezed(sentences.toString()))
                            .isEqualTo(squeezed(section.body().in(document.text())));
                }
                assertThat(article.span().end()).isGreaterThanOrEqualTo(last);
            }
        }
    }

    private static String squeezed(String text) {
        return text.replaceAll("[\\s\u00A0]+", "");
    }

    private static String describe(Article article) {
        return "%s|%s|%d|%d"
                .formatted(
                        article.title(),
                        article.region(),
                        article.year(),
                        article.span().end());
    }

    private static String describe(Section section) {
        return "%d %s (%s)"
                .formatted(
                        section.begin(), section.heading(), section.programme().code());
    }

    private SourceDocument read(String name) throws Exception {
        return reader.read(name, Files.readAllBytes(CORPUS.resolve(name)));
    }
}
