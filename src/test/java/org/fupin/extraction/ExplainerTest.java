package org.fupin.extraction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.fupin.extraction.explain.TextLayout;
import org.fupin.observation.LeftOutNumber;
import org.fupin.observation.Observation;
import org.fupin.observation.Span;
import org.fupin.observation.document.SourceDocument;
import org.fupin.reading.DocumentReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ExplainerTest {

    private static final Extractor EXTRACTOR = Extractor.create();

    private static final String TEXT = """
            Poverty Alleviation and Development in Gansu

            【Overview of 2012】In 2012, the province put in about 2.064 billion yuan of financial funds, up 24.9%, of which \
            1.638 billion yuan came from the central government. The 3rd meeting discussed the work. All went well.
            """;

    private final SourceDocument document = read();

    @Test
    void tellsOfAFigureEachFieldWithItsReason() {
        assertThat(explain("1.638"))
                .contains(
                        "Source    gansu.txt",
                        "on Gansu Province (CN-GS) in 2012",
                        "about [2.064 billion yuan] of financial funds",
                        ">>1.638 billion yuan<< came from")
                .containsPattern("value +1,638,000,000 +As written: \"1.638 billion\"")
                .containsPattern("unit +CNY \\(Yuan\\) +The unit stands behind the number: \"yuan\"")
                .containsPattern("source +central +The words near the amount name who pays: \"central\\s+government\"")
                .containsPattern("period +2012 +The text gives the time: \"In 2012\"")
                .containsPattern(
                        "part_of +\"2.064 billion yuan\" at \\d+ +The text opens the parts of a total: \"of which\"")
                .containsPattern("region +CN-GS +The report's region: no one other place is named")
                .containsPattern("quantities +unit:CNY +value 1638000000, unit CNY")
                .containsPattern("parts +part-of +part_of \"2.064 billion yuan\" at \\d+");
    }

    @Test
    void tellsWhichWordsMakeAGrowthAndOfWhat() {
        assertThat(explain("24.9"))
                .containsPattern("kind +growth +A percentage told of what rose: \"up\"")
                .containsPattern("direction +up +By the same words as the kind")
                .containsPattern(
                        "source +fiscal +As the amount that it describes: \"2.064\\s+billion\\s+yuan\"\\s+at\\s+\\d+")
                .containsPattern("about +\"2.064 billion yuan\" at \\d+ +It describes the last level");
    }

    @Test
    void tellsTheOtherNumbersInALineEach() {
        assertThat(explain("2.064"))
                .containsPattern("qualifier +about +The words right before the number")
                .containsPattern(
                        "(?s)Other figures of the sentence.*24.9% *\" +24.9 percent, growth up, funds, fiscal, 2012")
                .containsPattern("(?s)no figures\\n +\\d+ +\"2012\" +date");
    }

    @Test
    void tellsWhyANumberIsNoFigure() {
        assertThat(explain("3rd"))
                .contains("The sentence states no figure.", "\"3\" at ")
                .containsPattern("reason +ordinal\\n")
                .containsPattern("why +An ordinal tells a place in a series and counts nothing")
                .containsPattern("words +The 3rd meeting discussed")
                .containsPattern("no figures +ordinal +left out as ordinal");
    }

    @Test
    void tellsThatASentenceHasNoNumber() {
        assertThat(explain("went")).contains("The sentence states no figure.").doesNotContain("Pass by pass", ">>");
    }

    @Test
    void takesTheNearestFigureBetweenNumbers() {
        assertThat(explain("government")).contains("; this is the figure nearest to it.", ">>1.638 billion yuan<<");
    }

    @Test
    void tellsWhatStandsWhereNoSentenceIs() {
        assertThat(explain("Alleviation")).contains("it is in the title of the report.", "left out (name)");
        assertThat(explain("2012")).contains("it is in the heading of the section", "left out (name)");
        assertThatThrownBy(() -> EXTRACTOR.explain(document, document.text().length()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is outside of gansu.txt");
    }

    static Stream<Path> samples() {
        return ReadFigures.files(ReadFigures.SAMPLES).stream();
    }

    /** The whole of what is known of a number is told, for all numbers, on a page of 100 columns. */
    @ParameterizedTest
    @MethodSource("samples")
    void explainsEveryNumberOfTheSamples(Path file) {
        SourceDocument sample = ReadFigures.document(file);
        EXTRACTOR.extract(sample).articles().forEach(article -> {
            for (Observation o : (Iterable<Observation>) article.observations()::iterator) {
                assertThat(page(sample, o.span()))
                        .contains(
                                ">>" + o.text().replaceAll("\\s+", " ") + "<<",
                                o.period().iso())
                        .contains(o.rules().isEmpty() ? "" : o.rules().get(0));
            }
            for (LeftOutNumber number : (Iterable<LeftOutNumber>) article.leftOut()::iterator) {
                assertThat(page(sample, number.span())).contains(number.reason().code());
            }
        });
    }

    /** The explanation with its lines joined: a text that was asked for may be broken over two of them. */
    private static String page(SourceDocument document, Span span) {
        String page = EXTRACTOR.explain(document, span.begin());
        assertThat(page.lines()).allSatisfy(line -> assertThat(line)
                .hasSizeLessThanOrEqualTo(TextLayout.WIDTH)
                .matches("\\P{Cntrl}*")
                .isEqualTo(line.stripTrailing()));
        return page.replaceAll("\\s+", " ");
    }

    private String explain(String at) {
        return EXTRACTOR.explain(document, TEXT.indexOf(at));
    }

    private static SourceDocument read() {
        try {
            return DocumentReader.create().read("gansu.txt", TEXT.getBytes(StandardCharsets.UTF_8));
        } catch (org.fupin.reading.limits.UnreadableDocumentException e) {
            throw new IllegalStateException(e);
        }
    }
}
