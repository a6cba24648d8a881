package org.fupin.warehouse;

import java.time.Instant;
import java.time.YearMonth;
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
        RunCounts counts) {}
