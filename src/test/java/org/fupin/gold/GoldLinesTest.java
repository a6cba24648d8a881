package org.fupin.gold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.util.List;
import org.fupin.observation.CorrectedField;
import org.fupin.observation.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GoldLinesTest {

    private static final String HEAD = "{\"document\": \"a.txt\", \"begin\": 0, \"end\": 50}";

    @Test
    void whatIsWrittenIsReadAgain() throws Exception {
        for (GoldStretch stretch : GoldFolder.in(Path.of("src/test/resources/gold"))) {
            String lines = GoldLines.write(stretch);

            assertThat(GoldLines.read("x", lines.lines().toList())).containsExactly(stretch);
            assertThat(lines.lines()).hasSize(stretch.figures().size() + 1);
        }
    }

    @Test
    void severalStretchesOfAFileFollowEachOther() throws Exception {
        List<GoldStretch> read = GoldLines.read(
                "x",
                List.of(
                        HEAD,
                        "{\"begin\": 4, \"end\": 6, \"value\": \"12.50\", \"unit\": \"mu\", \"part_of\": 20, \"low\": null}",
                        "",
                        "{\"document\": \"b.txt\", \"begin\": 5, \"end\": 9}"));

        assertThat(read)
                .extracting(GoldStretch::document, stretch -> stretch.figures().size())
                .containsExactly(tuple("a.txt", 1), tuple("b.txt", 0));
        AnnotatedFigure figure = read.get(0).figures().get(0);
        assertThat(figure.span()).isEqualTo(new Span(4, 6));
        assertThat(figure.field(CorrectedField.VALUE)).isEqualTo("12.5");
        assertThat(figure.field(CorrectedField.PART_OF)).isEqualTo("20");
        assertThat(figure.field(CorrectedField.LOW)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "{\"begin\": 4, \"end\": 60} | the figure at 4 is outside of the stretch, which goes from 0 to 50",
                "{\"begin\": 4} | expected end, an offset in the document's text",
                "{\"begin\": \"4\", \"end\": 5} | expected begin, an offset in the document's text",
                "{\"begin\": 4, \"end\": 5, \"value\": \"many\"} | value: not a number: 'many'",
                "{\"begin\": 4, \"end\": 5, \"unit\": [1]} | unit: expected a text or a number",
                "not json | not a JSON object"
            })
    void tellsFileAndLineOfAMistake(String line, String what) {
        assertThatThrownBy(() -> GoldLines.read("gold.jsonl", List.of(HEAD, "", line)))
                .isInstanceOfSatisfying(
                        InvalidGoldException.class, e -> assertThat(e.place()).isEqualTo("gold.jsonl:3"))
                .hasMessageStartingWith(what);
    }

    @Test
    void wantsTheDocumentFirst() {
        assertThatThrownBy(() -> GoldLines.read("gold.jsonl", List.of("{\"begin\": 4, \"end\": 5}")))
                .isInstanceOf(InvalidGoldException.class)
                .hasMessageStartingWith("expected the document and the stretch of it first");
    }
}
