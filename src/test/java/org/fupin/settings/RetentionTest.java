package org.fupin.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZonedDateTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetentionTest {

    @ParameterizedTest
    @CsvSource({
        "90d,    2026-01-01T10:00:00Z",
        "2w,     2026-03-18T10:00:00Z",
        "18m,    2024-10-01T10:00:00Z",
        "1M,     2026-03-01T10:00:00Z",
        "2y,     2024-04-01T10:00:00Z",
        "P1Y6M,  2024-10-01T10:00:00Z",
        "' p10d ', 2026-03-22T10:00:00Z"
    })
    void countsByTheCalendar(String text, Instant before) {
        assertThat(Retention.parse(text).before(ZonedDateTime.parse("2026-04-01T10:00:00Z")))
                .isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "18", "m", "18 m", "0d", "-3d", "P-1M", "P0D", "PT1H", "999999d", "1.5y", "99999999999y"})
    void refusesWhatIsNoAge(String text) {
        assertThatThrownBy(() -> Retention.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("expected 90d");
    }
}
