package org.fupin.batch;

import java.time.YearMonth;

/**
 * What a run shall do.
 *
 * @param period the month that it is made for
 * @param force whether reports are made again though nothing changed
 * @param mail whether what was made is sent
 */
public record RunRequest(JobDefinition job, YearMonth period, boolean force, boolean mail) {}
