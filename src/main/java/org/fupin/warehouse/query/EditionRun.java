package org.fupin.warehouse.query;

import java.time.YearMonth;

/**
 * An edition of a province and year, by the run that made it.
 *
 * @param vintage its number, from 1
 * @param edition the month that it bears
 */
public record EditionRun(int vintage, YearMonth edition, long run) {}
