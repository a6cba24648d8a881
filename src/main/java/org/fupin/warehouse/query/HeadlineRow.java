package org.fupin.warehouse.query;

import org.fupin.observation.Observation;
import org.fupin.observation.finding.ObservationRef;
import org.jspecify.annotations.Nullable;

/**
 * A headline figure of a province and year.
 *
 * @param indicator its code
 * @param figure where the figure stands
 * @param observation the figure
 * @param scope code of whom it is; null where it cannot be compared
 * @param money code of whose money it comprises; null for all but the total of funds
 */
public record HeadlineRow(
        String indicator,
        ObservationRef figure,
        Observation observation,
        @Nullable String scope,
        @Nullable String money) {}
