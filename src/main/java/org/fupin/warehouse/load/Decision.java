package org.fupin.warehouse.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.fupin.warehouse.load.HeldArticle.Edition;
import org.fupin.warehouse.load.LoadResult.ArticleOutcome;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of an article with a document that comes. The one rule, for loading and for planning: the text of the run's last
 * file, by its {@link EditionRank}, holds; if that is the text that held before the run, so does the row that held before. So
 * the outcome of a run is the same for every order in which its files are loaded.
 *
 * @param outcome what is told of it; null for an article that is taken back
 * @param held what was held of it when this was decided
 */
record Decision(
        Placement placement,
        ArticleEdition article,
        @Nullable ArticleOutcome outcome,
        HeldArticle held) {

    /** What is done. */
    enum Placement {
        /** The first of its identity: it holds. */
        ADD,
        /** It takes the place of what held before the run. */
        SUPERSEDE,
        /** Word for word what held before the run, which holds on, or holds again. */
        HOLD_BEFORE,
        /** A later file of the run has the article too, word for word: it is noted as a copy. */
        COPY,
        /** A later file of the run has the article too, with another text: it is kept, closed. */
        OUTRANK,
        /** It stands in the document no more, as another year, place or title is stated: nothing holds. */
        TAKE_BACK
    }

    /**
     * All decisions on a document: first on what it takes back, then on its articles, in their order.
     *
     * @param held by the identities' keys; an article that is not in it is not held
     */
    static List<Decision> decide(Map<String, HeldArticle> held, IncomingDocument document) {
        List<Decision> decisions = takeBack(held, document);
        decisions.addAll(place(held, document, !decisions.isEmpty()));
        return decisions;
    }

    /** On the earlier readings of the document that still hold. */
    static List<Decision> takeBack(Map<String, HeldArticle> held, IncomingDocument document) {
        List<Decision> decisions = new ArrayList<>();
        for (EarlierReading reading : document.readings()) {
            HeldArticle now = held.getOrDefault(reading.article().key(), HeldArticle.NONE);
            if (now.current() != null && now.current().articleId() == reading.articleId()) {
                decisions.add(new Decision(Placement.TAKE_BACK, reading.article(), null, now));
            }
        }
        return decisions;
    }

    /**
     * On the articles of the document.
     *
     * @param restated whether it takes something back: then none of its articles is the first of its kind
     */
    static List<Decision> place(Map<String, HeldArticle> held, IncomingDocument document, boolean restated) {
        return document.articles().stream()
                .map(article ->
                        place(held.getOrDefault(article.key(), HeldArticle.NONE), article, document.rank(), restated))
                .toList();
    }

    private static Decision place(HeldArticle held, ArticleEdition article, EditionRank rank, boolean restated) {
        Placement placement = placement(held, article.textHash(), rank);
        ArticleOutcome outcome =
                switch (placement) {
                    case ADD -> restated ? ArticleOutcome.SUPERSEDED : ArticleOutcome.ADDED;
                    case SUPERSEDE -> ArticleOutcome.SUPERSEDED;
                    case HOLD_BEFORE, COPY -> ArticleOutcome.UNCHANGED;
                    case OUTRANK -> ArticleOutcome.OUTRANKED;
                    case TAKE_BACK -> throw new IllegalArgumentException(article.key());
                };
        return new Decision(placement, article, outcome, held);
    }

    private static Placement placement(HeldArticle held, String text, EditionRank rank) {
        if (held.current() != null && held.last() != null && held.last().compareTo(rank) > 0) {
            return text.equals(held.current().textHash()) ? Placement.COPY : Placement.OUTRANK;
        }
        if (held.before() == null) {
            return Placement.ADD;
        }
        return text.equals(held.before().textHash()) ? Placement.HOLD_BEFORE : Placement.SUPERSEDE;
    }

    /** Whether the document's text holds then. */
    boolean brings() {
        return placement == Placement.ADD || placement == Placement.SUPERSEDE;
    }

    /** Whether something else holds then, or nothing. */
    boolean changesCurrent() {
        return switch (placement) {
            case ADD, SUPERSEDE, TAKE_BACK -> true;
            case HOLD_BEFORE -> !Objects.requireNonNull(held.before()).equals(held.current());
            case COPY, OUTRANK -> false;
        };
    }

    /** What an earlier file of the run had brought about with an article that does not hold any more; null if nothing. */
    @Nullable
    ArticleOutcome displaced() {
        if (placement == Placement.TAKE_BACK || !changesCurrent() || !held.isOfRun()) {
            return null;
        }
        return held.before() == null ? ArticleOutcome.ADDED : ArticleOutcome.SUPERSEDED;
    }

    /** What is held once it is done with a document that is not written. */
    HeldArticle then(IncomingDocument document) {
        Edition planned = new Edition(0, article.textHash(), document.file());
        return switch (placement) {
            case ADD, SUPERSEDE -> held.holding(planned).seenIn(document.rank());
            case HOLD_BEFORE -> held.holding(held.before()).seenIn(document.rank());
            case COPY, OUTRANK -> held;
            case TAKE_BACK -> held.holding(null);
        };
    }
}
