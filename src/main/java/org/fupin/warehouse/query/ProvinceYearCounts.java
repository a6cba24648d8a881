package org.fupin.warehouse.query;

import java.time.YearMonth;

/**
 * How much the warehouse holds on a province and year.
 *
 * @param edition the period of the run that made the vintage
 * @param revised whether files of the province changed what an earlier vintage said
 * @param reading whether a newer program that read the files again made the vintage
 * @param doubtful figures with at least one reason to doubt them
 * @param errors findings that do not hold
 * @param warnings findings at which a person should look
 */
public record ProvinceYearCounts(
        ProvinceYearKey key,
        int vintage,
        YearMonth edition,
        boolean revised,
        boolean reading,
        int figures,
        int doubtful,
        int errors,
        int warnings) {}
