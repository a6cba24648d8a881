package org.fupin.warehouse;

import java.time.Instant;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * A run of a job.
 *
 * @param period the month that it was made for
 * @param started to the millisecond
 * @param finished null while it runs, and for one that died
 */
public record Run(
        long id,
        String job,
        YearMonth period,
        RunStatus status,
        Instant started,
        @Nullable Instant finished,
        RunCounts counts) {}
