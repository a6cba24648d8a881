package org.fupin.observation.edition;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import org.fupin.observation.document.SourceFile;

/**
 * An edition of a province and year, and what it changed.
 *
 * @param vintage its number, from 1
 * @param edition the month that it bears
 * @param run that made it
 * @param made when that run began
 * @param reasons at least one, in the order of {@link EditionReason}
 * @param files the documents of the articles that it changed, by name
 * @param added figures that the edition before does not have
 * @param removed figures that only the edition before has
 * @param changed figures of which a field changed
 */
public record Edition(
        int vintage,
        YearMonth edition,
        long run,
        Instant made,
        List<EditionReason> reasons,
        List<SourceFile> files,
        int added,
        int removed,
        int changed) {

    public Edition {
        reasons = List.copyOf(reasons);
        files = List.copyOf(files);
    }
}
