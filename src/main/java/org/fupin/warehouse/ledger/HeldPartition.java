package org.fupin.warehouse.ledger;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A partition that is in work.
 *
 * @param id Spring Batch's number of it
 * @param label its key, for people
 * @param claim names one taking
 * @param since how long ago it was taken
 * @param limit longer in work than this is given up
 * @param times how often it was taken, this time included
 * @param worker null for one that is not entered any more
 */
public record HeldPartition(
        long id,
        String step,
        String label,
        String claim,
        Duration since,
        Duration limit,
        int times,
        @Nullable WorkerProcess worker) {}
