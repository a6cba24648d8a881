package org.fupin.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.fupin.observation.Article;
import org.fupin.observation.SourceDocument;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Which lines of whole documents are titles, and what is made of them. */
class TitlesTest {

    private static final String BODY =
            "In %d, the financial funds came to 12 million yuan and 3,400 people were lifted out of poverty.";

    private final DocumentReader reader = DocumentReader.create();

    private record Expected(String title, String region, String subArea, String partner, int year) {}

    static Stream<Expected> titles() throws IOException {
        return lines("titles.txt").map(line -> {
            String[] parts = line.split("\\|", -1);
            return new Expected(
                    parts[0].strip().replace("\\n", "\n"),
                    parts[1].strip(),
                    parts[2].strip(),
                    parts[3].strip(),
                    Integer.parseInt(parts[4].strip()));
        });
    }

    static Stream<String> otherLines() throws IOException {
        return lines("no_titles.txt");
    }

    private static Stream<String> lines(String resource) throws IOException {
        try (InputStream in = Objects.requireNonNull(TitlesTest.class.getResourceAsStream("/reading/" + resource))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines().filter(line -> !line.isBlank() && !line.startsWith("# ")).toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("titles")
    void titleIsUnderstood(Expected expected) throws UnreadableDocumentException {
        int year = expected.year() == 0 ? 2016 : expected.year();
        for (String between : List.of("\n\n", "\n\nOverview\n\n", "\n\nXX Daily, March 2, 2020\n\nOverview ")) {
            Article article = only(expected.title() + between + BODY.formatted(year));
            assertThat(article.region()).isEqualTo(expected.region());
            assertThat(article.subArea()).isEqualTo(expected.subArea());
            assertThat(article.partner()).isEqualTo(expected.partner());
            assertThat(article.year()).isEqualTo(year);
            assertThat(article.sections()).isNotEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("otherLines")
    void lineWithinAReportBeginsNoOther(String line) throws UnreadableDocumentException {
        for (String end : List.of("\n\n", "\n")) {
            Article article = only("Poverty Alleviation and Development in Shaanxi Province\n\nOverview "
                    + BODY.formatted(2012) + "\n\n" + line + end + BODY.formatted(2012) + "\n\nIt went on.");
            assertThat(article.region()).isEqualTo("CN-SN");
            assertThat(article.subArea()).isEmpty();
            assertThat(article.year()).isEqualTo(2012);
        }
    }

    private Article only(String text) throws UnreadableDocumentException {
        SourceDocument document = read(text);
        assertThat(document.articles()).hasSize(1);
        return document.articles().get(0);
    }

    private SourceDocument read(String text) throws UnreadableDocumentException {
        return reader.read("report.txt", text.getBytes(StandardCharsets.UTF_8));
    }
}
