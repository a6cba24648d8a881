package org.fupin.settings;

import java.time.YearMonth;

/**
 * What a run shall do.
 *
 * @param period the month that it is made for
 * @param force whether reports are made again though nothing changed
 */
public record RunRequest(JobDefinition job, YearMonth period, boolean force) {}
