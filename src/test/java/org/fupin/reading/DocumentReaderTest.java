package org.fupin.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.fupin.observation.Programme;
import org.fupin.observation.document.Article;
import org.fupin.observation.document.Section;
import org.fupin.observation.document.Sentence;
import org.fupin.observation.document.SourceDocument;
import org.fupin.reading.limits.UnreadableDocumentException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentReaderTest {

    private final DocumentReader reader = DocumentReader.create();

    @Test
    void compilationIsDividedIntoArticles() throws Exception {
        String text = resource("compilation.txt");
        SourceDocument document = read(text);

        assertThat(document.file().format()).isEqualTo("text");
        assertThat(document.file().charset()).isEqualTo("UTF-8");
        assertThat(document.file().size()).isEqualTo(text.getBytes(StandardCharsets.UTF_8).length);
        assertThat(document.file().id()).hasSize(64);
        assertThat(document.text()).isEqualTo(text);
        assertThat(document.articles())
                .extracting(Article::title, Article::region, Article::partner, Article::year, Article::author)
                .containsExactly(
                        tuple(
                                "Poverty Alleviation and Development in Guansu Province",
                                "CN-GS",
                                "",
                                2008,
                                "Ma Lin, Gansu Provincial Poverty Alleviation Office"),
                        tuple(
                                "Fujian-Ningxia Pairing-off Poverty Alleviation",
                                "CN-NX",
                                "CN-FJ",
                                2008,
                                "Chen Yu, Lin Hai, Fujian Provincial Office of Aid"),
                        tuple("Hainan Province's Poverty Alleviation Work in 2007", "CN-HI", "", 2007, ""));
    }

    @Test
    void sectionsSentencesAndEndsOfTheCompilation() throws Exception {
        SourceDocument document = read(resource("compilation.txt"));
        String text = document.text();
        Article gansu = document.articles().get(0);

        assertThat(gansu.span().in(text)).startsWith(gansu.title()).endsWith("Alleviation Office)");
        assertThat(gansu.sections())
                .extracting(Section::heading, Section::programme)
                .containsExactly(
                        tuple("", Programme.OVERVIEW),
                        tuple("Rain Plan", Programme.TRAINING),
                        tuple("Entire Village Advancement", Programme.VILLAGE),
                        tuple("Mutual Funds", Programme.MUTUAL_FUNDS));
        Section village = gansu.sections().get(2);
        assertThat(text.substring(village.begin())).startsWith("Entire Village Advancement");
        assertThat(village.body().in(text)).startsWith("Started").endsWith("paid for it.");
        assertThat(village.sentences())
                .extracting(Sentence::paragraph, Sentence::text)
                .containsExactly(
                        tuple(0, "Started work in 30 villages."),
                        tuple(0, "Hill Tea Co., Ltd. joined."),
                        tuple(1, "In 2008, the villages paid for it."));

        // Furniture in the middle is in no section; at the end it is outside of the article.
        Article hainan = document.articles().get(2);
        assertThat(hainan.sections().stream().flatMap(section -> section.sentences().stream()))
                .extracting(Sentence::text)
                .noneMatch(sentence -> sentence.contains("Page"));
        assertThat(text.substring(hainan.span().end())).startsWith("Copyright");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16", "UTF-16LE", "UTF-16BE", "GB18030", "GBK"})
    void encodingChangesNothing(String charset) throws Exception {
        String text = resource("compilation.txt");
        SourceDocument document = reader.read("report", text.getBytes(Charset.forName(charset)));
        assertThat(document.text()).isEqualTo(text);
        assertThat(document.articles())
                .usingRecursiveComparison()
                .ignoringFields("documentId")
                .isEqualTo(read(text).articles());
    }

    @Test
    void offsetsCountEveryCharacterOfAUtf8File() throws Exception {
        String text = "\uFEFF" + resource("compilation.txt").replace("\n", "\r\n");
        SourceDocument document = read(text);
        assertThat(document.text()).isEqualTo(text);
        for (Article article : document.articles()) {
            assertThat(article.span().in(text)).startsWith(article.title());
            for (Section section : article.sections()) {
                assertThat(text.substring(section.begin())).startsWith(section.heading());
                for (Sentence sentence : section.sentences()) {
                    assertThat(sentence.span().in(text)).isEqualTo(sentence.text());
                }
            }
        }
    }

    @Test
    void pageOfHtmlIsReadAsItsText() throws Exception {
        SourceDocument document =
                reader.read("report.txt", resource("page.html").getBytes(Charset.forName("GB18030")));
        assertThat(document.file().format()).isEqualTo("html");
        assertThat(document.file().charset()).isEqualTo("GB18030");
        Article article = document.articles().get(0);
        assertThat(article.region()).isEqualTo("CN-QH");
        assertThat(article.year()).isEqualTo(2010);
        assertThat(article.author()).isEqualTo("Qinghai Provincial Poverty Alleviation Bureau");
        assertThat(article.sections())
                .extracting(Section::heading, Section::programme)
                .containsExactly(
                        tuple("Overview", Programme.OVERVIEW),
                        tuple("Relocation of herdsmen", Programme.RELOCATION),
                        tuple("Credit", Programme.CREDIT));
        assertThat(article.sections().get(1).sentences())
                .extracting(Sentence::text)
                .containsExactly("In 2010, 300 households moved.", "They got \u201Cnew homes\u201D.");
        assertThat(document.text()).doesNotContain("Home page").doesNotContain("var ");
    }

    @Test
    void hardWrappedLinesMakeOneParagraph() throws Exception {
        SourceDocument document = read("""
                Poverty Alleviation and Development in Yunnan Province

                Overview

                In 2010, the province went on with the work that it had begun in the
                year before, and the number of the poor fell by 200,000 people in all of
                its counties. The funds grew to 30 million yuan, which
                is a tenth more than it was in the year
                before that one.

                Rain Plan

                In 2010, it helped 40 villages and many more of their
                people.
                """);
        assertThat(document.articles().get(0).sections())
                .extracting(Section::heading, section -> section.sentences().size())
                .containsExactly(tuple("Overview", 2), tuple("Rain Plan", 1));
    }

    @Test
    void pairingOffHeadingOnALineOfItsOwnIsNoTitle() throws Exception {
        SourceDocument document = read("""
                Poverty Alleviation and Development in Inner Mongolia
                Overview
                In 2010, work went on.
                Beijing-Inner Mongolia Pairing-off Poverty Alleviation
                In 2010, Beijing gave 5 million yuan.
                (Li Ming, Poverty Alleviation Office of Inner Mongolia)
                Tianjin-Gansu Pairing-off Poverty Alleviation
                In 2009, Tianjin gave 6 million yuan.
                """);
        assertThat(document.articles())
                .extracting(Article::region, Article::partner, Article::year)
                .containsExactly(tuple("CN-NM", "", 2010), tuple("CN-GS", "CN-TJ", 2009));
        assertThat(document.articles().get(0).sections())
                .extracting(Section::heading)
                .containsExactly("Overview", "Beijing-Inner Mongolia Pairing-off Poverty Alleviation");
    }

    @Test
    void runningTitleIsThePages() throws Exception {
        SourceDocument document = read("""
                Poverty Alleviation and Development in Yunnan Province
                Overview In 2010, work went on.
                Page 2
                Poverty Alleviation and Development in Yunnan Province
                Rain Plan In 2010, training went on.
                """);
        assertThat(document.articles()).hasSize(1);
        assertThat(document.articles().get(0).sections()).hasSize(2);
    }

    @Test
    void articleWithoutYearHasThatOfTheOthers() throws Exception {
        SourceDocument document = read("""
                Poverty Alleviation and Development in Yunnan Province
                Overview In 2010, work went on.
                (Yunnan Provincial Poverty Alleviation Office)
                Poverty Alleviation and Development in Hunan Province
                Overview The work went on.
                """);
        assertThat(document.articles()).extracting(Article::year).containsExactly(2010, 2010);
    }

    @Test
    void bracketsAreTheOnlyHeadingsOfAnArticleThatHasThem() throws Exception {
        SourceDocument document = read("""
                Poverty Alleviation and Development in Yunnan Province
                \u3010Overview\u3011In 2010, work went on.
                \u3010Social poverty alleviation\u3011Much was done.
                Rain Plan The plan reached 30 towns.
                """);
        assertThat(document.articles().get(0).sections())
                .extracting(Section::heading)
                .containsExactly("Overview", "Social poverty alleviation");
    }

    static Stream<Arguments> unreadable() {
        return Stream.of(
                Arguments.of(new byte[0], "empty", "0 bytes"),
                Arguments.of(bytes(" \r\n\t\u00A0\n"), "empty", "white space"),
                Arguments.of(bytes("\uFEFF"), "empty", "white space"),
                Arguments.of(bytes("<html><body><script>x</script></body></html>"), "empty", "white space"),
                Arguments.of(bytes("%PDF-1.7\n..."), "damaged", "PDF"),
                Arguments.of(Zips.with("a.txt", "A").bytes(), "binary", "ZIP archive"),
                Arguments.of(Zips.with("[Content_Types].xml", "").bytes(), "binary", "Excel"),
                Arguments.of(Zips.with("mimetype", "x").bytes(), "binary", "OpenDocument"),
                Arguments.of(bytes("PK\003\004 [Content_Types].xml word/"), "damaged", "cut off"),
                Arguments.of(hex("D0CF11E0A1B11AE100"), "binary", "old Office"),
                Arguments.of(ole("WordDocument"), "binary", "save it as DOCX or PDF"),
                Arguments.of(ole("EncryptedPackage"), "encrypted", "password"),
                Arguments.of(hex("89504E470D0A1A0A00"), "binary", "PNG"),
                Arguments.of(bytes("{\\rtf1 text}"), "binary", "save it as DOCX or PDF"),
                Arguments.of(bytes("some\0text"), "binary", "byte 4 (line 1)"),
                Arguments.of(bytes("a\u0001b\u0002c\u0003\n".repeat(9)), "binary", "0x01, at character 1 (line 1)"),
                Arguments.of(hex("FFFE4100DCD8"), "undecodable", "UTF-16LE"),
                Arguments.of(hex("EFBBBF41FF"), "undecodable", "byte 4"),
                Arguments.of(
                        bytes("\n\nDear all,\n\nIn 2010, it rained."), "no_article", "(line 3) with \"Dear all,\""),
                Arguments.of(
                        bytes("Poverty Alleviation in Yunnan\nOverview The work went on."), "no_year", "(line 1)"));
    }

    @ParameterizedTest
    @MethodSource("unreadable")
    void unreadableFileIsRejectedWithReasonAndPlace(byte[] content, String reason, String place) {
        ThrowingCallable reading = () -> reader.read("report.txt", content);
        assertThatThrownBy(reading)
                .isInstanceOfSatisfying(
                        UnreadableDocumentException.class,
                        e -> assertThat(e.reason().code()).isEqualTo(reason))
                .hasMessageContaining(place);
    }

    @Test
    void nameOfTheFileSaysNothing() throws Exception {
        byte[] content = bytes("Poverty Alleviation in Yunnan\nOverview In 2010, work went on.");
        Article article = reader.read("hunan_2012.pdf", content).articles().get(0);
        assertThat(article.region()).isEqualTo("CN-YN");
        assertThat(article.year()).isEqualTo(2010);
    }

    /** Input that makes careless patterns run forever; each of these takes a moment, or the test never ends. */
    @Test
    void oddInputOfManyMegabytesIsRead() throws Exception {
        String title = "Poverty Alleviation in Yunnan\nOverview In 2010, work went on.\n";
        for (String odd : List.of("(", "\"", "\u3010", "A ", "a.", "1.", " ", "Poverty ", "- ", "In 2010", "\n(")) {
            SourceDocument document = read(title + odd.repeat(1_000_000 / odd.length()));
            assertThat(document.articles()).hasSize(1);
        }
    }

    private SourceDocument read(String text) throws UnreadableDocumentException {
        return reader.read("report.txt", bytes(text));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** The beginning of an OLE container and a name in its directory. */
    private static byte[] ole(String name) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(hex("D0CF11E0A1B11AE100"));
        out.writeBytes(name.getBytes(StandardCharsets.UTF_16LE));
        return out.toByteArray();
    }

    private static byte[] hex(String hex) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int i = 0; i < hex.length(); i += 2) {
            out.write(Integer.parseInt(hex.substring(i, i + 2), 16));
        }
        return out.toByteArray();
    }

    private static String resource(String name) throws IOException {
        try (var in = DocumentReaderTest.class.getResourceAsStream("/reading/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
