package org.fupin.warehouse.load;

import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.fupin.warehouse.query.ProvinceYearKey;

/**
 * What became of a file.
 *
 * @param outcome of the file as a whole
 * @param documentId SHA-256 of its content
 * @param name the name under which it came
 * @param articles what became of each, in the order of the text; empty for an unchanged file
 * @param displaced what earlier files of the run had brought about with articles that do not hold any more, because of this
 *     file
 * @param affected the province-years whose current figures changed
 * @param observations how many were added
 * @param leftOut how many left-out numbers were added
 */
public record LoadResult(
        Outcome outcome,
        String documentId,
        String name,
        List<LoadedArticle> articles,
        List<ArticleOutcome> displaced,
        SortedSet<ProvinceYearKey> affected,
        int observations,
        int leftOut) {

    /** Of a file. */
    public enum Outcome {
        LOADED,
        /** The warehouse already holds this content, be it under another name. */
        UNCHANGED
    }

    /** Of an article. */
    public enum ArticleOutcome {
        /** The first of its identity. */
        ADDED,
        /** It took the place of an earlier vintage, or of what the operator stated before of the same text. */
        SUPERSEDED,
        /** Word for word the current vintage, which stays, with the document that brought it. */
        UNCHANGED,
        /** Another file of the same run, a later one, has this article too: its text is the current one. */
        OUTRANKED
    }

    /**
     * @param occurrence above 1 where the file has several articles of the same region, year, title and partner:
     *     something to look at
     */
    public record LoadedArticle(String title, ProvinceYearKey provinceYear, int occurrence, ArticleOutcome outcome) {}

    public LoadResult {
        articles = List.copyOf(articles);
        displaced = List.copyOf(displaced);
        affected = Collections.unmodifiableSortedSet(new TreeSet<>(affected));
    }

    static LoadResult unchanged(String documentId, String name) {
        return new LoadResult(Outcome.UNCHANGED, documentId, name, List.of(), List.of(), new TreeSet<>(), 0, 0);
    }

    /**
     * How many articles had this outcome, less those of earlier files that no longer have it: over the files of a run the
     * sum is the same in whatever order they are loaded.
     */
    public int count(ArticleOutcome articleOutcome) {
        long had = articles.stream()
                .filter(article -> article.outcome() == articleOutcome)
                .count();
        long noLonger =
                displaced.stream().filter(outcome -> outcome == articleOutcome).count();
        return Math.toIntExact(had - noLonger);
    }
}
