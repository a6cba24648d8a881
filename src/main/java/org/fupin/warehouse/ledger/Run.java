package org.fupin.warehouse.ledger;

import java.time.Instant;
import java.time.YearMonth;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A run of a job.
 *
 * @param period the month that it was made for
 * @param attempts how often it was begun: a run that was broken off is continued under its number
 * @param started to the millisecond
 * @param attemptStarted when the last attempt began
 * @param finished null while it runs, and for one that died
 * @param message what ended a run that failed, a line for each failure; empty for others
 * @param counts one that is missing is zero
 */
public record Run(
        long id,
        String job,
        YearMonth period,
        RunStatus status,
        int attempts,
        Instant started,
        Instant attemptStarted,
        @Nullable Instant finished,
        String message,
        Map<RunCount, Integer> counts) {

    public Run {
        Map<RunCount, Integer> all = new EnumMap<>(RunCount.class);
        for (RunCount what : RunCount.values()) {
            all.put(what, counts.getOrDefault(what, 0));
        }
        counts = Collections.unmodifiableMap(all);
    }

    public int count(RunCount what) {
        return Objects.requireNonNull(counts.get(what));
    }
}
