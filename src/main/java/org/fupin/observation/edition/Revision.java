package org.fupin.observation.edition;

import org.fupin.observation.Observation;
import org.jspecify.annotations.Nullable;

/**
 * What a new vintage of an article changed in one figure.
 *
 * @param title of the article
 * @param before null for a figure that was added
 * @param after null for a figure that was removed
 */
public record Revision(
        String title,
        @Nullable Observation before,
        @Nullable Observation after) {

    public Revision {
        if (before == null && after == null) {
            throw new IllegalArgumentException("a revision changes something");
        }
    }
}
