package org.fupin.audit.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.fupin.reference.Units;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatedPrecisionTest {

    private static final Units UNITS = Units.load();

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            # text;                value;       unit;      step;      coarse step
            2.352 billion yuan;    2352000000;  CNY;       1000000;   1000000
            21 billion yuan;       21000000000; CNY;       1000000000; 1000000000
            110 million yuan;      110000000;   CNY;       1000000;   10000000
            39.2820 million yuan;  39282000;    CNY;       100;       100
            150,000 yuan;          150000;      CNY;       1;         10000
            4893 yuan;             4893;        CNY;       1;         1
            5,400;                 5400;        household; 0;         100
            62;                    62;          1;         0;         1
            1.88 million;          1880000;     person;    10000;     10000
            88.74%;                88.74;       percent;   0.01;      0.01
            73%;                   73;          percent;   1;         1
            168400 square meters;  168400;      m2;        1;         100
            one million yuan;      1000000;     CNY;       1000000;   1000000
            four;                  4;           1;         0;         1
            half;                  50;          percent;   1;         10
            one third;             33.33;       percent;   0.01;      0.01
            '2.33,082 billion yuan'; 2330820000; CNY;      10000;     10000
            1607 2;                4607;        1;         0;         1
            48.300;                48300;       person;    0;         100
            12.5 mu;               12.5;        mu;        0.1;       0.1
            """)
    void followsTheDigits(String text, BigDecimal value, String unit, BigDecimal step, BigDecimal coarse) {
        StatedPrecision precision = StatedPrecision.of(text, value, UNITS.unit(unit));
        assertThat(precision.step()).as("step").isEqualByComparingTo(step);
        assertThat(precision.coarseStep()).as("coarse step").isEqualByComparingTo(coarse);
    }
}
