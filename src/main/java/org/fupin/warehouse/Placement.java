package org.fupin.warehouse;

import java.util.Optional;
import org.fupin.warehouse.LoadResult.ArticleOutcome;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of an article that a run brings. The rule is the same for loading and for telling what loading would do:
 * the text of the run's last file, by its {@link EditionRank}, holds; if that is the text that held before the run, so does the row that held before.
 */
enum Placement {
    /** The first of its identity. */
    ADD(ArticleOutcome.ADDED),
    /** It takes the place of the vintage that held before the run. */
    SUPERSEDE(ArticleOutcome.SUPERSEDED),
    /** Word for word what held before the run, which holds on, or holds again. */
    HELD_BEFORE(ArticleOutcome.UNCHANGED),
    /** A later file of the run has the article too, word for word. */
    SAME_AS_LAST(ArticleOutcome.UNCHANGED),
    /** A later file of the run has the article too, with another text. */
    OUTRANKED(ArticleOutcome.OUTRANKED);

    private final ArticleOutcome outcome;

    Placement(ArticleOutcome outcome) {
        this.outcome = outcome;
    }

    ArticleOutcome outcome() {
        return outcome;
    }

    /** What is told of an article: one of a document whose earlier reading was taken back is not the first of its kind. */
    static ArticleOutcome outcome(ArticleOutcome placed, boolean takesBack) {
        return takesBack && placed == ArticleOutcome.ADDED ? ArticleOutcome.SUPERSEDED : placed;
    }

    /**
     * Places an article.
     *
     * @param text hash of its text
     * @param rank of its file among those of the run
     * @param current hash of the text that holds now, null for none
     * @param before hash of the text that held when the run began, null for none
     * @param last the highest rank of the run's files that had the article so far
     */
    static <R extends Comparable<R>> Placement of(
            String text, R rank, @Nullable String current, @Nullable String before, Optional<R> last) {
        if (last.isPresent() && last.get().compareTo(rank) > 0) {
            return text.equals(current) ? SAME_AS_LAST : OUTRANKED;
        }
        if (text.equals(before)) {
            return HELD_BEFORE;
        }
        return before == null ? ADD : SUPERSEDE;
    }
}
