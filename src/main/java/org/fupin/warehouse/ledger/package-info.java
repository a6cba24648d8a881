/**
 * What is kept of runs rather than of reports: runs and their counts, locks, rejected files, the report files that were
 * written. Single statements; none of it tells what a figure is.
 */
@NullMarked
package org.fupin.warehouse.ledger;

import org.jspecify.annotations.NullMarked;
