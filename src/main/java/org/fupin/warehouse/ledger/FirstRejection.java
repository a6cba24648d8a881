package org.fupin.warehouse.ledger;

import java.time.YearMonth;

/**
 * Since when a file is rejected.
 *
 * @param period the month that the run was made for
 */
public record FirstRejection(long runId, YearMonth period) {}
