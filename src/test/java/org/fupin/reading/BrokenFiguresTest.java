package org.fupin.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.fupin.reading.text.Paragraphs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Short lines that break within a figure are one paragraph; lines of lists are not. */
class BrokenFiguresTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The county spent 2,470,\n000 yuan on wells.",
                "The county spent 6 300\n000 yuan on roads.",
                "It built 2\n450 km of roads.",
                "It built roads of 11 400 000\nyuan and was",
                "The dams cost 7.5 million\nyuan in all.",
                "The county moved 14,600\nhouseholds.",
                "9 300\n000 people were trained.",
                "It repaired wells,\nand dams.",
            })
    void goesOn(String text) {
        assertThat(paragraphs(text)).containsExactly(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Table 3\n450 km of roads were built.",
                "wells 45\nroads 30 km",
                "Results of wells: 45\nroads: 30 km",
                "It began in 2011\n350 households moved.",
                "The county moved 14,600\n\nhouseholds",
                "It moved 300.\n250 households",
            })
    void ends(String text) {
        assertThat(paragraphs(text)).hasSize(2);
    }

    @Test
    void rowsOfTablesAreParagraphs() {
        assertThat(Paragraphs.of("in all 2\n450 km", Set.of(0))).hasSize(2);
    }

    private static List<String> paragraphs(String text) {
        return Paragraphs.of(text).stream().map(span -> span.in(text)).toList();
    }
}
