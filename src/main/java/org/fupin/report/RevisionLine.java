package org.fupin.report;

import org.fupin.observation.Observation;
import org.fupin.report.figure.Figure;
import org.jspecify.annotations.Nullable;

/**
 * What the last files of the province changed in one figure.
 *
 * @param article its title
 * @param before null for an added figure
 * @param after null for a removed one
 * @param figure the figure of this report that {@code after} is; null if it was removed
 */
public record RevisionLine(
        String article,
        @Nullable Observation before,
        @Nullable Observation after,
        @Nullable Figure figure) {

    /** {@code added}, {@code removed} or {@code changed}. */
    public String change() {
        if (before == null) {
            return "added";
        }
        return after == null ? "removed" : "changed";
    }
}
