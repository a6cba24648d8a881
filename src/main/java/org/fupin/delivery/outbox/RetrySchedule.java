package org.fupin.delivery.outbox;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When a message that was put off is tried again: RFC 5321, 4.5.4.1, wants at least half an hour in the long run and to
 * give up after four or five days.
 *
 * @param first wait after the first attempt; doubled after each further one
 * @param longest wait
 * @param patience how long after the first attempt it is given up
 * @param fewest attempts before it is given up, however long ago the first one was
 */
public record RetrySchedule(Duration first, Duration longest, Duration patience, int fewest) {

    public static final RetrySchedule USUAL =
            new RetrySchedule(Duration.ofMinutes(15), Duration.ofHours(24), Duration.ofDays(5), 3);

    /** Further doublings cannot matter, and would overflow. */
    private static final int MOST_DOUBLINGS = 20;

    /**
     * The time before which it is not tried again; empty to give it up.
     *
     * @param attempts made, at least 1
     * @param firstAttempt null if that is the one just made
     */
    public Optional<Instant> next(int attempts, @Nullable Instant firstAttempt, Instant now) {
        if (firstAttempt != null
                && attempts >= fewest
                && !firstAttempt.plus(patience).isAfter(now)) {
            return Optional.empty();
        }
        Duration wait = first.multipliedBy(1L << Math.min(attempts - 1, MOST_DOUBLINGS));
        return Optional.of(now.plus(wait.compareTo(longest) > 0 ? longest : wait));
    }
}
