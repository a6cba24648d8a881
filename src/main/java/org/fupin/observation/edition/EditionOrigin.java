package org.fupin.observation.edition;

import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How an edition came about.
 *
 * @param reasons in the order of {@link EditionReason}; empty where it is not known
 * @param reread what the last reading by a newer program changed in the figures that hold; no revision by the province
 * @param newest the newest edition, where this one was asked for by its number or month; null for one that just holds
 */
public record EditionOrigin(
        List<EditionReason> reasons,
        List<Revision> reread,
        @Nullable Newest newest) {

    /** Of which nothing is known. */
    public static final EditionOrigin UNKNOWN = new EditionOrigin(List.of(), List.of(), null);

    public EditionOrigin {
        reasons = List.copyOf(reasons);
        reread = List.copyOf(reread);
    }

    /** As it is told of an edition that was asked for. */
    public EditionOrigin besides(Newest other) {
        return new EditionOrigin(reasons, reread, other);
    }

    /** The newest edition when a past one was looked at. */
    public record Newest(int vintage, YearMonth edition) {}
}
