package org.fupin.delivery.compose;

import java.util.List;

/**
 * What stands in the folder of the outputs: all of it, changed or not, for what an office has not got yet is found in the
 * ledger.
 *
 * @param whole false where the run was limited to some years or areas: then nobody is told that there is nothing new
 * @param reports in the order in which messages name them
 * @param summaries in the order in which messages name them
 */
public record Publication(boolean whole, List<ReportNotice> reports, List<SummaryNotice> summaries) {

    public Publication {
        reports = List.copyOf(reports);
        summaries = List.copyOf(summaries);
    }
}
