package org.fupin.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LockTimingTest {

    private static final String HEARTBEAT = Settings.LOCK_HEARTBEAT.name();
    private static final String TIMEOUT = Settings.LOCK_TIMEOUT.name();

    @Test
    void isTakenFromTheEnvironment() {
        assertThat(timing(Map.of())).isEqualTo(LockTiming.DEFAULT);
        assertThat(timing(Map.of(HEARTBEAT, "2", TIMEOUT, " 6 ")))
                .isEqualTo(new LockTiming(Duration.ofSeconds(2), Duration.ofSeconds(6)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    0  | 60   | FUPIN_LOCK_HEARTBEAT: invalid number of seconds '0': expected 1 to 86400
                    2s | -1   | FUPIN_LOCK_HEARTBEAT: invalid number of seconds '2s': expected 1 to 86400; FUPIN_LOCK_TIMEOUT: invalid
                    10 | 9999999999 | FUPIN_LOCK_TIMEOUT: invalid number of seconds '9999999999'
                    10 | 29   | FUPIN_LOCK_TIMEOUT: expected at least three times FUPIN_LOCK_HEARTBEAT, which is 10
                    """)
    void saysWhatIsWrong(String heartbeat, String timeout, String mistake) {
        assertThatThrownBy(() -> timing(Map.of(HEARTBEAT, heartbeat, TIMEOUT, timeout)))
                .isInstanceOf(SettingsException.class)
                .hasMessageStartingWith(mistake);
    }

    private static LockTiming timing(Map<String, String> variables) {
        SettingsReader reader = SettingsReader.of(Map.of(), variables);
        LockTiming timing = RunSettings.timing(reader);
        reader.check();
        return timing;
    }
}
