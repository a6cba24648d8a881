package org.fupin.gold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.stream.Stream;
import org.fupin.observation.Programme;
import org.fupin.observation.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A slip in a file of cases must not turn into a case that tests nothing. */
class GoldCasesTest {

    private final GoldCases reader = new GoldCases();

    @Test
    void readsACase() {
        GoldCase read = reader.read("f.yml", """
                        phenomenon: Parts
                        cases:
                          - name: one
                            heading: Rain Plan
                            partner: CN-TJ
                            known: not yet
                            text: [It has 60 wells., "20 of the 60 are deep."]
                            observations:
                              - {span: "60", nth: 1, value: 60, unit: 1}
                              - {span: "60", nth: 2, value: 60, unit: 1, source: ""}
                              - {span: "20", value: 20, unit: 1, part_of: {span: "60", nth: 2}}
                        """).get(0);
        assertThat(read.programme()).isEqualTo(Programme.TRAINING);
        assertThat(read.partner()).isEqualTo("CN-TJ");
        assertThat(read.known()).isEqualTo("not yet");
        assertThat(read.expected().get(1).fields()).containsEntry("source", "");
        assertThat(read.expected().get(2))
                .isEqualTo(
                        new GoldCase.Expected(new Span(17, 19), Map.of("value", "20", "unit", "1", "part_of", "27")));
        assertThat(read.section().sentences().get(1).span()).isEqualTo(new Span(17, 39));
    }

    static Stream<Arguments> slips() {
        return Stream.of(
                Arguments.of("{span: \"61\", value: 60, unit: 1}", "'61' does not stand in"),
                Arguments.of("{span: \"60\", value: 60, unit: 1}", "'60' stands 2 times"),
                Arguments.of("{span: \"60\", nth: 3, value: 60, unit: 1}", "no nth: 3 of '60'"),
                Arguments.of("{span: \"20\", value: 20, unit: well}", "well"),
                Arguments.of("{span: \"20\", value: x, unit: 1}", "no number: x"),
                Arguments.of("{span: \"20\", value: 20}", "needs a unit"),
                Arguments.of("{span: \"20\", unit: 1}", "either value or low and high"),
                Arguments.of("{span: \"20\", value: 2, low: 1, high: 3, unit: 1}", "either value or low and high"),
                Arguments.of("{span: \"20\", value: 20, unit: 1, measur: area}", "measur: there is no such field"),
                Arguments.of("{span: \"20\", value: 20, unit: 1, kind: levle}", "unknown Kind 'levle'"),
                Arguments.of("{span: \"20\", value: 20, unit: 1, source: nobody}", "unknown FundingSource 'nobody'"),
                Arguments.of("{span: \"20\", value: 20, unit: 1, period: 2012-13}", "period"),
                Arguments.of("{span: \"20\", value: 20, unit: 1, item: \"\"}", "item: is never empty"),
                Arguments.of("{span: \"20\", value: 20, value: 21, unit: 1}", "uplicate"),
                Arguments.of("{span: \"20\", value: 20, unit: 1, part_of: wells}", "does not lead to an expected"));
    }

    @ParameterizedTest
    @MethodSource("slips")
    void namesTheFault(String observation, String fault) {
        String yaml = """
                phenomenon: Parts
                cases:
                  - name: wells of the county
                    text: It has 60 wells, 20 of the 60 are deep.
                    observations:
                      - %s
                """.formatted(observation);
        assertThatThrownBy(() -> reader.read("parts.yml", yaml))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("parts.yml")
                .hasMessageContaining(fault);
    }

    @Test
    void namesTheFaultOfACase() {
        assertThatThrownBy(() -> reader.read("f.yml", "phenomenon: x\ncases:\n  - {name: a, text: b}\n"))
                .hasMessage("f.yml, case 'a': 'observations' should be a list, [] if there are none");
        assertThatThrownBy(() -> reader.read(
                        "f.yml", "phenomenon: x\ncases:\n  - {name: a, test: b, text: c, observations: []}\n"))
                .hasMessage("f.yml, case 'a': unknown key 'test', known are "
                        + "heading, known, name, observations, partner, text");
        assertThatThrownBy(() -> reader.read(
                        "f.yml",
                        "phenomenon: x\ncases:\n  - {name: a, text: b, observations: []}\n"
                                + "  - {name: a, text: c, observations: []}\n"))
                .hasMessage("f.yml: two cases are named 'a'");
    }
}
