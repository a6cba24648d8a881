package org.fupin.warehouse.ledger;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * Who is at work on a warehouse.
 *
 * @param period the month that the job is run for
 * @param runId null while the run has no row yet
 * @param since when it began
 * @param heartbeat when it last showed that it lives
 * @param silence how long ago that was
 */
public record LockHolder(
        LockOwner owner,
        String job,
        YearMonth period,
        @Nullable Long runId,
        Instant since,
        Instant heartbeat,
        Duration silence) {

    LockHolder silentAtMost(Duration longest) {
        return silence.compareTo(longest) <= 0
                ? this
                : new LockHolder(owner, job, period, runId, since, heartbeat, longest);
    }
}
