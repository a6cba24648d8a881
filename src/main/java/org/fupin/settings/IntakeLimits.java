package org.fupin.settings;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a run asks of the files that it takes in.
 *
 * @param quiet a file that was changed more recently than this is left for the next run
 * @param perFile the longest that reading a file and extracting its figures may take
 * @param maxRejected a run that has to reject more loads nothing; null for no limit
 * @param onConflict what becomes of files that have the same article with different texts
 */
public record IntakeLimits(
        Duration quiet, Duration perFile, @Nullable RejectionLimit maxRejected, OnConflict onConflict) {

    public static final IntakeLimits DEFAULT =
            new IntakeLimits(Duration.ZERO, Duration.ofMinutes(5), null, OnConflict.REJECT);
}
