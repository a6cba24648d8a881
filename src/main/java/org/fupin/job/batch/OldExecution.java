package org.fupin.job.batch;

import java.time.Instant;

/**
 * An execution of a batch job, with all that Spring Batch has written down about it.
 *
 * @param id Spring Batch's
 * @param status Spring Batch's: COMPLETED, FAILED ...
 * @param steps how many step executions it has
 */
public record OldExecution(long id, String job, String period, String status, Instant ended, int steps) {}
