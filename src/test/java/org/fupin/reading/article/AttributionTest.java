package org.fupin.reading.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.fupin.observation.Span;
import org.fupin.reading.text.Paragraphs;
import org.fupin.reference.ReadingWords;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AttributionTest {

    private final ReadingWords words = ReadingWords.load();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "(Li Ming, Gansu Provincial Poverty Alleviation Office) | Li Ming, Gansu Provincial Poverty Alleviation Office",
                "\uFF08Gansu Office of Poverty Alleviation\uFF09 | Gansu Office of Poverty Alleviation",
                "(Li Ming, Gansu Provincial Poverty Alleviation Office | Li Ming, Gansu Provincial Poverty Alleviation Office",
                "(Li Ming, Gansu Provincial Poverty Alleviation Office). | Li Ming, Gansu Provincial Poverty Alleviation Office",
                "(Li Ming) | Li Ming",
                "Author: Li Ming | Li Ming",
                "Contributed by Li Ming, Gansu Office of Aid | Li Ming, Gansu Office of Aid",
                "Work went on. (Li Ming, Gansu Poverty Alleviation Bureau) | Li Ming, Gansu Poverty Alleviation Bureau",
            })
    void lastLineNamesTheAuthor(String line, String author) {
        assertThat(find(line))
                .hasValueSatisfying(found -> assertThat(found.author()).isEqualTo(author));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Work went on (in all towns, says the Office).",
                "Work went on in the towns (and cities)",
                "(including 5,000 people in 20 towns; 30 cities)",
                "(This was done by the Office and is over)",
                "Rain Plan",
            })
    void otherLastLineNamesNone(String line) {
        assertThat(find(line)).isEmpty();
    }

    @Test
    void attributionMayTakeSeveralLines() {
        String text = "Work went on.\n(Li Ming,\nWang Fang,\nGansu Office of Aid)\n";
        List<Span> paragraphs = Paragraphs.of(text);
        Attribution found = Attribution.endingAt(text, paragraphs, 0, 3, words).orElseThrow();
        assertThat(found.author()).isEqualTo("Li Ming, Wang Fang, Gansu Office of Aid");
        assertThat(found.firstParagraph()).isEqualTo(1);
        assertThat(found.wholeParagraph()).isTrue();
    }

    private Optional<Attribution> find(String line) {
        return Attribution.endingAt(line, Paragraphs.of(line), 0, 0, words);
    }
}
