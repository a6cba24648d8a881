package org.fupin.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Random;
import org.fupin.extraction.text.DigitString;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DigitStringTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    0            | 0          | false
                    1,234        | 1234       | false
                    12,345,678.9 | 12345678.9 | false
                    2.352        | 2.352      | false
                    0.10         | 0.10       | false
                    2.33,082     | 2.33082    | true
                    12,34        | 12.34      | true
                    3,5          | 3.5        | true
                    0,125        | 0.125      | true
                    1.234,5      | 1234.5     | true
                    13,5000      | 135000     | true
                    3·5          | 3.5        | false
                    18..6        | 18.6       | true
                    18.,6        | 18.6       | true
                    1,,200       | 1200       | true
                    27.,350      | 27350      | true
                    1.234.567    | 1234567    | true
                    1,23,456     | 123456     | true
                    ３５.５      | 35.5       | false
                    """)
    void readsWhatSourcesWrite(String digits, BigDecimal value, boolean repaired) {
        DigitString read = DigitString.read(digits.strip());
        assertThat(read.value()).isEqualByComparingTo(value);
        assertThat(read.repaired()).isEqualTo(repaired);
    }

    /** Any number that can be written with thousands commas is read back with its value, unrepaired. */
    @Test
    void readsBackWhatWasWritten() {
        Random random = new Random(20120601);
        for (int i = 0; i < 5_000; i++) {
            long whole = Math.abs(random.nextLong() % 10_000_000_000L);
            int decimals = random.nextInt(5);
            String fraction =
                    decimals == 0 ? "" : "." + ("" + (100_000 + random.nextInt(100_000))).substring(1, 1 + decimals);
            String written = (random.nextBoolean() ? String.format(Locale.ROOT, "%,d", whole) : "" + whole) + fraction;
            DigitString read = DigitString.read(written);
            assertThat(read.repaired()).as(written).isFalse();
            assertThat(read.value()).as(written).isEqualByComparingTo(new BigDecimal(written.replace(",", "")));
        }
    }
}
