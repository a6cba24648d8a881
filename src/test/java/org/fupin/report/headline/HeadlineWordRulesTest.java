package org.fupin.report.headline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.fupin.reference.HeadlineWords;
import org.fupin.reference.HeadlineWords.WordRule;
import org.fupin.report.MarkedReport;
import org.fupin.report.figure.FigureIndex;
import org.fupin.report.figure.FigureWords;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each row of the table of words holds of its example's figure, and not of the one that looks alike. */
class HeadlineWordRulesTest {

    static Stream<WordRule> rules() {
        return HeadlineWords.load().all().stream();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void holdsOfItsExampleAlone(WordRule rule) {
        assertThat(matches(rule, rule.example())).as(rule.example()).isTrue();
        assertThat(matches(rule, rule.counterexample()))
                .as(rule.counterexample())
                .isFalse();
    }

    private static boolean matches(WordRule rule, String sentence) {
        String marked = sentence.replaceFirst("\\[([^]]+)]", "{a|$1|other|level|1000|1|amount}");
        FigureIndex index = new FigureIndex(MarkedReport.empty("CN-QH", 2013)
                .text("# overview | Overview\n" + marked)
                .provinceYear());
        return FigureWords.of(index.figures().get(0), index).match(rule);
    }
}
