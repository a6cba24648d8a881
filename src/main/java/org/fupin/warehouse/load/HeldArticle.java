package org.fupin.warehouse.load;

import org.fupin.observation.document.SourceFile;
import org.jspecify.annotations.Nullable;

/**
 * What is held of one article when a document of a run comes.
 *
 * @param current what holds now; null for nothing
 * @param before what held when the run began: it still holds, or the run closed it; null for nothing
 * @param last the highest rank of the run's files that had the article so far, mere copies included; null if none had
 */
record HeldArticle(
        @Nullable Edition current,
        @Nullable Edition before,
        @Nullable EditionRank last) {

    static final HeldArticle NONE = new HeldArticle(null, null, null);

    /**
     * A text of the article.
     *
     * @param articleId of its row; 0 for one that is only planned
     * @param file that it stands in
     */
    record Edition(long articleId, String textHash, SourceFile file) {

        boolean isPlanned() {
            return articleId == 0;
        }
    }

    /** Whether what holds now was brought by the run itself. */
    boolean isOfRun() {
        return current != null && !current.equals(before);
    }

    HeldArticle holding(@Nullable Edition now) {
        return new HeldArticle(now, before, last);
    }

    /** After another file of the run had it. */
    HeldArticle seenIn(EditionRank file) {
        return last != null && last.compareTo(file) > 0 ? this : new HeldArticle(current, before, file);
    }
}
