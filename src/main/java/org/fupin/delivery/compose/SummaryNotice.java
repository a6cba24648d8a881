package org.fupin.delivery.compose;

import java.util.List;

/**
 * What there is to say about the summary of a year.
 *
 * @param provinces how many it covers
 * @param files that stand in the folder of the outputs now, in all formats
 */
public record SummaryNotice(int year, int provinces, List<DeliveryFile> files) {

    public SummaryNotice {
        files = List.copyOf(files);
    }
}
