package org.fupin.steps;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * No regular expression backtracks: on hostile texts each looks at a number of characters in proportion to the text's
 * length. They are found in the class files, so that a new one is tried from the day it is written.
 */
class RegexTest {

    private static final int SHORT = 100;
    private static final int GROWTH = 5;

    /** Looks in the longer text over those in the shorter one, five being linear; and a few more at the ends. */
    private static final int LIMIT = 6;

    private static final int SLACK = 100;

    static Stream<Regex> ofTheProgram() {
        return Regex.all().stream();
    }

    @Test
    void thereAreSome() {
        assertThat(ofTheProgram()).hasSizeGreaterThan(10);
    }

    @ParameterizedTest
    @MethodSource("ofTheProgram")
    void looksAtEachCharacterAFewTimes(Regex regex) {
        assertThat(regex.expression())
                .as("an expression is a constant without flags, so that its cost can be told: " + regex)
                .isNotNull();
        for (String period : periods(regex.expression())) {
            for (String end : List.of("", "#", period.substring(0, 1))) {
                String start = end.isEmpty() ? "" : "a";
                long few = regex.steps(start + period.repeat(SHORT) + end);
                long many = regex.steps(start + period.repeat(SHORT * GROWTH) + end);
                assertThat(many)
                        .as(
                                "%s on %s\"%s\" over and over%s: %d steps, and in a text %d times as long",
                                regex, start, period, end, few, GROWTH)
                        .isLessThanOrEqualTo(few * LIMIT + SLACK);
            }
        }
    }

    @Test
    void anExpressionThatBacktracksIsNoticed() {
        for (String bad : List.of("-+$", "\\(.*\\)", "a*,*#a", ".*\\bpair.*x")) {
            Regex regex = new Regex("here", bad, false);
            boolean noticed = periods(bad).stream()
                    .anyMatch(period -> regex.steps("a" + period.repeat(SHORT * GROWTH) + "#")
                            > regex.steps("a" + period.repeat(SHORT) + "#") * LIMIT + SLACK);
            assertThat(noticed).as(bad).isTrue();
        }
    }

    /** What is repeated: characters and words that the expression itself is about, alone and in pairs. */
    private static List<String> periods(String expression) {
        Set<String> pieces =
                new TreeSet<>(List.of("a", "1", " ", "-", ".", ",", "(", "\"", "\u201C", "\u201D", "\u2019"));
        Matcher literals = Pattern.compile("\\\\[a-zA-Z]|[\\[\\](){}+*?^$|\\\\]|(\\p{L}+|[^\\p{L}])")
                .matcher(expression);
        while (literals.find()) {
            if (literals.group(1) != null) {
                pieces.add(literals.group(1));
            }
        }
        List<String> periods = new ArrayList<>();
        for (String left : pieces) {
            periods.add(left);
            for (String right : pieces) {
                if (!left.equals(right)) {
                    periods.add(left + right);
                }
            }
        }
        return periods;
    }
}
