package org.fupin.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.fupin.reference.HeadlineWords.Role;
import org.fupin.reference.HeadlineWords.WordRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each row has a reason, an example and one that looks alike. Where a row looks is tested with the headlines. */
class HeadlineWordsTest {

    private static final HeadlineWords WORDS = HeadlineWords.load();

    static Stream<WordRule> rules() {
        return WORDS.all().stream();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void everyRowHasItsReasonAndExamples(WordRule rule) {
        assertThat(rule.reason()).isNotBlank();
        assertThat(rule.example()).contains("[").contains("]");
        assertThat(rule.counterexample()).contains("[").contains("]");
        assertThat(rule.value().isEmpty()).isEqualTo(rule.role() == Role.PREFER);
    }

    @Test
    void aWordIsTheBeginOfOne() {
        WordRule trade = WORDS.of(Role.NEVER, "funds").get(0);
        assertThat(trade.matches("imports of cotton")).isTrue();
        assertThat(trade.matches("an important sum")).isFalse();
    }

    @Test
    void aRuleOfAllPayersIsForEach() {
        assertThat(WORDS.of(Role.NEVER, "funds_central"))
                .anyMatch(rule -> rule.value().equals("as trade"));
        assertThat(WORDS.of(Role.NEVER, "villages"))
                .noneMatch(rule -> rule.value().equals("as trade"));
    }
}
