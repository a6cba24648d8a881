package org.fupin.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.fupin.extraction.sentence.Arithmetic;
import org.fupin.extraction.sentence.Arithmetic.Stated;
import org.junit.jupiter.api.Test;

class ArithmeticTest {

    private static Stated number(String value, String digit) {
        return new Stated(new BigDecimal(value), new BigDecimal(digit));
    }

    @Test
    void countsAddUpToTheUnit() {
        List<Stated> parts = List.of(number("30", "1"), number("41", "1"));
        assertThat(Arithmetic.addUp(parts, number("71", "1"))).isTrue();
        assertThat(Arithmetic.addUp(parts, number("72", "1"))).isFalse();
    }

    @Test
    void roundedAmountsAddUpWithinTheirDigits() {
        List<Stated> parts = List.of(number("1150000000", "10000000"), number("1203000000", "1000000"));
        assertThat(Arithmetic.addUp(parts, number("2352000000", "1000000"))).isTrue();
        assertThat(Arithmetic.addUp(parts, number("2390000000", "1000000"))).isFalse();
    }

    @Test
    void percentageIsTheShareRoundedUpOrDown() {
        Stated whole = number("640", "1");
        assertThat(Arithmetic.isShare(number("210", "1"), whole, number("32.8", "0.1")))
                .isTrue();
        assertThat(Arithmetic.isShare(number("210", "1"), whole, number("32.9", "0.1")))
                .isTrue();
        assertThat(Arithmetic.isShare(number("210", "1"), whole, number("33.1", "0.1")))
                .isFalse();
    }

    @Test
    void nothingIsAShareOfNothing() {
        assertThat(Arithmetic.isShare(number("1", "1"), number("0", "1"), number("5", "1")))
                .isFalse();
    }
}
