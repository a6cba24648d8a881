package org.fupin.report;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.fupin.observation.edition.EditionOrigin;
import org.fupin.observation.edition.EditionReason;
import org.jspecify.annotations.Nullable;

/**
 * How the edition of a report came about, and whether there is a newer one.
 *
 * @param reasons empty where they are not known
 * @param reread what the last reading by a newer program changed, which the province did not
 * @param newest the newest edition, where this one was asked for; null for a report that is made in the course of things
 */
public record Origin(List<EditionReason> reasons, List<RevisionLine> reread, EditionOrigin.@Nullable Newest newest) {

    public Origin {
        reasons = List.copyOf(reasons);
        reread = List.copyOf(reread);
    }

    /** Whether the edition was made because a newer program read the same files again. */
    public boolean isReading() {
        return reasons.contains(EditionReason.READING);
    }

    /** Why the edition was made, in words without a full stop; empty where it is not known. */
    public String reason() {
        List<String> parts = new ArrayList<>();
        if (reasons.contains(EditionReason.FIRST)) {
            parts.add("First edition");
        }
        if (reasons.contains(EditionReason.REVISION)) {
            parts.add("Files of the province revised its report or added to it");
        }
        if (isReading()) {
            parts.add("A newer program read the same files again; the province has not revised its report");
        }
        if (reasons.contains(EditionReason.CORRECTION)) {
            parts.add("People corrected the reading"
                    + (reasons.size() == 1 ? "; the province has not revised its report" : ""));
        }
        return String.join(". ", parts);
    }

    /** How many figures a newer program read otherwise, in words; empty for none. */
    public String rereadFigures() {
        return switch (reread.size()) {
            case 0 -> "";
            case 1 -> "1 figure is read otherwise than by an earlier program";
            default -> reread.size() + " figures are read otherwise than by an earlier program";
        };
    }

    /** Number of the newest edition; of a report that is made in the course of things its own. */
    public int newestVintage(int own) {
        return newest == null ? own : newest.vintage();
    }

    /** Whether a newer edition was there when this one was asked for. */
    public boolean isPast(int vintage) {
        return newestVintage(vintage) > vintage;
    }

    /**
     * Of an edition that was asked for, whether it is the newest, in words without a full stop; empty for others.
     *
     * @param vintage of the edition
     * @param edition its month
     */
    public String standing(int vintage, YearMonth edition) {
        if (newest == null) {
            return "";
        }
        String own = "vintage " + vintage + ", edition of " + edition;
        return isPast(vintage)
                ? "This is a past edition (" + own
                        + "), not the newest. When this file was made the newest was vintage " + newest.vintage()
                        + ", edition of " + newest.edition()
                : "This was the newest edition when this file was made (" + own + ")";
    }
}
