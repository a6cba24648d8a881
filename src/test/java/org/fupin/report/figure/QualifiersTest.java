package org.fupin.report.figure;

import static org.assertj.core.api.Assertions.assertThat;

import org.fupin.observation.Qualifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QualifiersTest {

    @ParameterizedTest
    @CsvSource({
        "EXACT, EXACT, EXACT",
        "OVER, EXACT, OVER",
        "EXACT, OVER, UNDER",
        "EXACT, UNDER, OVER",
        "EXACT, ABOUT, ABOUT",
        "OVER, UNDER, OVER",
        "OVER, OVER, ABOUT",
        "UNDER, ABOUT, ABOUT"
    })
    void whatIsLeftIsAsExactAsBothAllow(Qualifier amount, Qualifier less, Qualifier left) {
        assertThat(Qualifiers.ofDifference(amount, less)).isEqualTo(left);
    }

    @Test
    void aPartOfMoreThanAnAmountIsASmallerShareOfIt() {
        Qualifier share = Qualifiers.ofShare(Qualifier.EXACT, Qualifier.OVER);
        assertThat(Qualifiers.beforeShare("40%", share)).isEqualTo("at most 40%");
        assertThat(Qualifiers.beforeShare("40%", Qualifier.OVER)).isEqualTo("at least 40%");
        assertThat(Qualifiers.before("5 million", Qualifier.OVER)).isEqualTo("over 5 million");
        assertThat(Qualifiers.before("5 million", Qualifier.EXACT)).isEqualTo("5 million");
    }
}
