package org.fupin.report;

import java.util.Objects;
import org.fupin.observation.Observation;
import org.fupin.report.figure.Figure;
import org.jspecify.annotations.Nullable;

/**
 * What the last files of the province changed in one figure, or another reading of the same files.
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

    /** The figure as it holds; one that was removed as it was. */
    public Observation figureNamed() {
        return Objects.requireNonNull(after != null ? after : before);
    }

    /** {@code added}, {@code removed} or {@code changed}. */
    public String change() {
        if (before == null) {
            return "added";
        }
        return after == null ? "removed" : "changed";
    }
}
