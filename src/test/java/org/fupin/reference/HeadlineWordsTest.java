package org.fupin.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;
import org.fupin.reference.HeadlineWords.Role;
import org.fupin.reference.HeadlineWords.WordRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each row has a reason, an example and one that looks alike. Where a row looks is tested with the headlines. */
class HeadlineWordsTest {

    private static final HeadlineWords WORDS = HeadlineWords.load();

    /** Roles that say all by themselves. */
    private static final Set<Role> WITHOUT_VALUE = EnumSet.of(
            Role.PREFER,
            Role.LENT,
            Role.FOR_COUNTIES,
            Role.OVER_LINE,
            Role.TOO,
            Role.MOVED,
            Role.YEAR_BEFORE,
            Role.EXCLUSION);

    static Stream<WordRule> rules() {
        return WORDS.all().stream();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void everyRowHasItsReasonAndExamples(WordRule rule) {
        assertThat(rule.reason()).isNotBlank();
        assertThat(rule.example()).contains("[").contains("]");
        assertThat(rule.counterexample()).contains("[").contains("]");
        assertThat(rule.value().isEmpty()).isEqualTo(WITHOUT_VALUE.contains(rule.role()));
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
