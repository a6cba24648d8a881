package org.fupin.warehouse.ledger;

import java.time.Duration;
import java.time.Instant;

/**
 * A process that works for runs.
 *
 * @param owner its token is the worker's number
 * @param job name of the job that it works for
 * @param version of the program
 * @param threads how many partitions it does at the same time
 * @param since when it started
 * @param heartbeat when it last showed that it lives
 * @param silence how long ago that was
 * @param done how many partitions it has done
 */
public record WorkerProcess(
        LockOwner owner,
        String job,
        String version,
        int threads,
        Instant since,
        Instant heartbeat,
        Duration silence,
        int done) {}
