package org.fupin.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RejectionLimitTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0, 10, false",
        "0, 1, 10, true",
        "3, 3, 10, false",
        "3, 4, 10, true",
        "10%, 1, 10, false",
        "10%, 2, 10, true",
        "12.5 %, 1, 8, false",
        "0%, 0, 0, false",
        "0%, 1, 1, true",
        "100%, 7, 7, false"
    })
    void tellsWhenItIsExceeded(String limit, long rejected, long found, boolean exceeded) {
        assertThat(RejectionLimit.parse(limit).isExceededBy(rejected, found)).isEqualTo(exceeded);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "1.5", "101%", "%", "ten", "1e3", "5 files"})
    void saysWhatItCannotRead(String text) {
        assertThatThrownBy(() -> RejectionLimit.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void isWrittenAsItIsRead() {
        assertThat(RejectionLimit.parse("12.5%")).hasToString("12.5%");
        assertThat(RejectionLimit.parse("3")).hasToString("3");
    }
}
