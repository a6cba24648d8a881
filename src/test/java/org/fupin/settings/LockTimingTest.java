package org.fupin.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LockTimingTest {

    @Test
    void isTakenFromTheEnvironment() {
        assertThat(LockTiming.of(Map.of())).isEqualTo(new LockTiming(Duration.ofSeconds(10), Duration.ofSeconds(60)));
        assertThat(LockTiming.of(Map.of(LockTiming.HEARTBEAT, "2", LockTiming.TIMEOUT, " 6 ")))
                .isEqualTo(new LockTiming(Duration.ofSeconds(2), Duration.ofSeconds(6)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    0  | 60   | FUPIN_LOCK_HEARTBEAT: '0' is no number of seconds from 1 to 86400
                    2s | -1   | FUPIN_LOCK_HEARTBEAT: '2s' is no number of seconds from 1 to 86400; FUPIN_LOCK_TIMEOUT: '-1' is no
                    10 | 9999999999 | FUPIN_LOCK_TIMEOUT: '9999999999' is no number of seconds
                    10 | 29   | FUPIN_LOCK_TIMEOUT: at least three times FUPIN_LOCK_HEARTBEAT, which is 10
                    """)
    void saysWhatIsWrong(String heartbeat, String timeout, String mistake) {
        assertThatThrownBy(() -> LockTiming.of(Map.of(LockTiming.HEARTBEAT, heartbeat, LockTiming.TIMEOUT, timeout)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(mistake);
    }
}
