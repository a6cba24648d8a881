package org.fupin.gold;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fupin.extraction.Extractor;
import org.fupin.observation.LeftOutNumber;
import org.fupin.observation.Observation;
import org.fupin.observation.Span;
import org.fupin.observation.document.Article;
import org.fupin.observation.document.ExtractedArticle;
import org.fupin.observation.document.ExtractedDocument;
import org.fupin.observation.document.ExtractedSection;
import org.fupin.observation.document.Section;
import org.fupin.observation.document.Sentence;
import org.fupin.observation.document.SourceDocument;
import org.fupin.reading.DocumentReader;
import org.fupin.reading.limits.UnreadableDocumentException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Property: the extraction of a concatenation is the concatenation of the extractions. It holds for documents, articles,
 * sections and paragraphs: over these no context flows but the article's region, partner and year and the section's
 * heading and programme. Two limits: page furniture at the end of a document is told by standing there, so documents are
 * joined without it; an article that does not say its year has that of the others in its document. Within a paragraph
 * context flows forwards from sentence to sentence (a place gone on about, the total of "of the total"): there the
 * extraction of the first sentences is the beginning of the extraction of all.
 */
class ConcatenationTest {

    private static final Path SAMPLE = Path.of("jobs/sample/inbox");

    private static final DocumentReader READER = DocumentReader.create();
    private static final Extractor EXTRACTOR = Extractor.create();

    private static final List<SourceDocument> DOCUMENTS = new ArrayList<>();

    @BeforeAll
    static void read() throws IOException, UnreadableDocumentException {
        try (Stream<Path> files = Files.list(SAMPLE)) {
            for (Path file : files.sorted().toList()) {
                DOCUMENTS.add(READER.read(file.getFileName().toString(), Files.readAllBytes(file)));
            }
        }
    }

    @Test
    void documents() throws UnreadableDocumentException {
        Map<String, ExtractedDocument> parts = new HashMap<>();
        for (int seed = 0; seed < 200; seed++) {
            RandomGenerator random = new SplittableRandom(seed);
            StringBuilder text = new StringBuilder();
            List<String> expected = new ArrayList<>();
            List<String> names = new ArrayList<>();
            for (int i = 2 + random.nextInt(4); i > 0; i--) {
                SourceDocument document = DOCUMENTS.get(random.nextInt(DOCUMENTS.size()));
                names.add(document.file().name());
                String part = articlesOf(document);
                if (!parts.containsKey(part)) {
                    parts.put(part, EXTRACTOR.extract(READER.read("part.txt", part.getBytes(StandardCharsets.UTF_8))));
                }
                expected.addAll(figures(parts.get(part), text.length()));
                text.append(part).append("\n\n");
            }
            byte[] whole = text.toString().getBytes(StandardCharsets.UTF_8);
            assertSame(
                    "seed " + seed + " " + names,
                    expected,
                    figures(EXTRACTOR.extract(READER.read("whole.txt", whole)), 0));
        }
    }

    @Test
    void articlesAndSections() {
        for (SourceDocument document : DOCUMENTS) {
            List<String> expected = new ArrayList<>();
            for (Article article : document.articles()) {
                for (Section section : article.sections()) {
                    expected.addAll(figures(EXTRACTOR.extract(article, section), 0));
                }
            }
            List<String> found = new ArrayList<>();
            for (ExtractedArticle article : EXTRACTOR.extract(document).articles()) {
                article.sections().forEach(section -> found.addAll(figures(section, 0)));
            }
            assertSame(document.file().name(), expected, found);
        }
    }

    /** Sections made of paragraphs of anywhere. */
    @Test
    void paragraphs() {
        List<List<Sentence>> paragraphs = paragraphsOfAll();
        Article article = DOCUMENTS.get(0).articles().get(0);
        for (int seed = 0; seed < 300; seed++) {
            RandomGenerator random = new SplittableRandom(seed);
            List<Sentence> whole = new ArrayList<>();
            List<String> expected = new ArrayList<>();
            int begin = 0;
            for (int i = 0; i < 5; i++) {
                List<Sentence> picked = paragraphs.get(random.nextInt(paragraphs.size()));
                List<Sentence> alone = moved(picked, 0, 0);
                expected.addAll(figures(EXTRACTOR.extract(article, section(alone)), begin));
                List<Sentence> here = moved(picked, begin, i);
                whole.addAll(here);
                begin = here.get(here.size() - 1).span().end() + 1;
            }
            assertSame("seed " + seed, expected, figures(EXTRACTOR.extract(article, section(whole)), 0));
        }
    }

    @Test
    void firstSentencesOfAParagraph() {
        Article article = DOCUMENTS.get(0).articles().get(0);
        for (List<Sentence> paragraph : paragraphsOfAll()) {
            List<String> all = figures(EXTRACTOR.extract(article, section(paragraph)), 0);
            for (int count = 1; count < paragraph.size(); count++) {
                int end = paragraph.get(count - 1).span().end();
                List<String> first = figures(EXTRACTOR.extract(article, section(paragraph.subList(0, count))), 0);
                assertSame(
                        "up to: " + paragraph.get(count - 1).text(),
                        all.stream().filter(figure -> begin(figure) < end).toList(),
                        first);
            }
        }
    }

    /** From the first title to the end of the last article: what stands around is the page's, and differs by place. */
    private static String articlesOf(SourceDocument document) {
        List<Article> articles = document.articles();
        int begin = articles.get(0).span().begin();
        int end = articles.get(articles.size() - 1).span().end();
        return document.text().substring(begin, end).strip();
    }

    /** Names the first that differs: whole lists are too long to read. */
    private static void assertSame(String what, List<String> expectedAnyhow, List<String> foundAnyhow) {
        List<String> expected = byBegin(expectedAnyhow);
        List<String> found = byBegin(foundAnyhow);
        for (int i = 0; i < Math.min(expected.size(), found.size()); i++) {
            assertThat(found.get(i)).as("%s, figure %d", what, i).isEqualTo(expected.get(i));
        }
        assertThat(found).as(what).hasSameSizeAs(expected);
    }

    private static List<String> byBegin(List<String> figures) {
        return figures.stream()
                .sorted(Comparator.comparingInt(ConcatenationTest::begin).thenComparing(figure -> figure))
                .toList();
    }

    private static int begin(String figure) {
        return Integer.parseInt(figure.substring(0, figure.indexOf(' ')));
    }

    private static List<List<Sentence>> paragraphsOfAll() {
        List<List<Sentence>> paragraphs = new ArrayList<>();
        for (SourceDocument document : DOCUMENTS) {
            for (Article article : document.articles()) {
                for (Section section : article.sections()) {
                    section.sentences().stream()
                            .collect(Collectors.groupingBy(Sentence::paragraph, TreeMap::new, Collectors.toList()))
                            .values()
                            .forEach(paragraph -> paragraphs.add(moved(paragraph, 0, 0)));
                }
            }
        }
        return paragraphs;
    }

    /** The sentences as one paragraph that begins at {@code begin}, a blank between them. */
    private static List<Sentence> moved(List<Sentence> paragraph, int begin, int number) {
        List<Sentence> moved = new ArrayList<>();
        int at = begin;
        for (Sentence sentence : paragraph) {
            int length = sentence.text().length();
            moved.add(new Sentence(new Span(at, at + length), number, sentence.text()));
            at += length + 1;
        }
        return moved;
    }

    private static Section section(List<Sentence> sentences) {
        Section some = DOCUMENTS.get(0).articles().get(0).sections().get(0);
        Span body = new Span(0, sentences.get(sentences.size() - 1).span().end());
        return new Section(some.heading(), some.programme(), 0, body, sentences);
    }

    private static List<String> figures(ExtractedDocument document, int shift) {
        List<String> figures = new ArrayList<>();
        for (ExtractedArticle article : document.articles()) {
            Article read = article.article();
            figures.add(
                    shift + read.span().begin() + " article " + read.title() + " " + read.region() + " " + read.year());
            article.sections().forEach(section -> {
                figures.add(shift + section.section().begin() + " section "
                        + section.section().heading() + " " + section.section().programme());
                figures.addAll(figures(section, shift));
            });
            article.outside().forEach(number -> figures.add(line(number, shift)));
        }
        document.outside().forEach(number -> figures.add(line(number, shift)));
        return figures;
    }

    private static List<String> figures(ExtractedSection section, int shift) {
        return Stream.concat(
                        section.observations().stream().map(o -> line(o, shift)),
                        section.leftOut().stream().map(l -> line(l, shift)))
                .toList();
    }

    private static String line(LeftOutNumber number, int shift) {
        return (number.span().begin() + shift) + " left out " + number.text() + " " + number.reason();
    }

    private static String line(Observation o, int shift) {
        return (o.begin() + shift) + " " + o.text() + " " + o.quantity() + " " + o.kind() + " " + o.direction() + " "
                + o.measure() + " " + o.source() + " " + o.per() + " " + o.status() + " " + o.qualifier() + " "
                + o.period() + " " + o.region() + " " + o.item() + " part of " + moved(o.partOf(), shift) + " about "
                + moved(o.about(), shift) + " " + o.rules() + " " + o.flags();
    }

    private static @Nullable Integer moved(@Nullable Integer offset, int shift) {
        return offset == null ? null : Integer.valueOf(offset + shift);
    }
}
