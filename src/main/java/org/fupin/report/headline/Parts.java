package org.fupin.report.headline;

import org.fupin.report.figure.Figure;
import org.fupin.report.figure.FigureIndex;

/** Which amounts are parts of others: as the sentence says so, or because they were found to add up to them. */
final class Parts {

    private final FigureIndex index;

    Parts(FigureIndex index) {
        this.index = index;
    }

    /** Whether {@code part} is said to be part of {@code whole}, directly or through other totals. */
    boolean isWithin(Figure part, Figure whole) {
        Figure total = index.figure(part, part.observation().partOf());
        for (int depth = 0; total != null && depth < HeadlineChooser.MAX_DEPTH; depth++) {
            if (total == whole) {
                return true;
            }
            total = index.figure(total, total.observation().partOf());
        }
        return false;
    }

    /** As {@link #isWithin}, or one of the amounts listed for {@code whole}, whether they make it up or not, or a part of one of these. */
    boolean isOf(Figure part, Figure whole) {
        return isWithin(part, whole)
                || index.listed(whole).stream().anyMatch(addend -> addend == part || isWithin(part, addend));
    }
}
