package org.fupin.warehouse.load;

import java.util.List;
import org.fupin.observation.document.ExtractedArticle;
import org.fupin.warehouse.query.ProvinceYearKey;
import org.jspecify.annotations.Nullable;

/**
 * What another reading of a document says otherwise than the one that holds.
 *
 * @param outside whether other numbers stand outside of every article
 */
public record Reading(List<Change> changes, boolean outside) {

    public Reading {
        changes = List.copyOf(changes);
    }

    public boolean isEmpty() {
        return changes.isEmpty() && !outside;
    }

    /**
     * An article that reads otherwise, as the program reads it.
     *
     * @param articleKey of its identity
     * @param current row that holds; null if none does
     * @param before null for an article that was not read before
     * @param after null for one that is read no more
     */
    public record Change(
            String articleKey,
            ProvinceYearKey provinceYear,
            @Nullable Long current,
            @Nullable ExtractedArticle before,
            @Nullable ExtractedArticle after) {}
}
