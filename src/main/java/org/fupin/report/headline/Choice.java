package org.fupin.report.headline;

import java.util.List;
import org.fupin.observation.finding.Finding;
import org.fupin.report.figure.Figure;
import org.jspecify.annotations.Nullable;

/**
 * What {@link HeadlineChooser} decided for an indicator.
 *
 * @param figure null unless the status is {@link HeadlineStatus#SHOWN}
 * @param scope of the figure; null without one
 * @param money whose money the figure comprises; null for all but the total of funds
 * @param among where the figure stands among others of the indicator
 * @param finding the worst one that involves the figure and does not hold; null if there is none
 * @param note what a reader must know of the choice, or why there is no figure; empty if nothing
 */
public record Choice(
        HeadlineStatus status,
        @Nullable Figure figure,
        @Nullable Scope scope,
        @Nullable MoneyClass money,
        Among among,
        @Nullable Finding finding,
        String note) {

    static final Choice NOT_STATED = new Choice(HeadlineStatus.NOT_STATED, null, null, null, Among.NOTHING, null, "");

    static Choice several(List<Figure> figures) {
        return new Choice(
                HeadlineStatus.SEVERAL,
                null,
                null,
                null,
                Among.NOTHING,
                null,
                "Several stated: " + HeadlineNotes.list(figures));
    }

    static Choice onlyOther(String note) {
        return new Choice(HeadlineStatus.ONLY_OTHER, null, null, null, Among.NOTHING, null, note);
    }
}
