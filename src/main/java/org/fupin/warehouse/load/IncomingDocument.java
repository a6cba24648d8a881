package org.fupin.warehouse.load;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.fupin.observation.document.SourceFile;

/**
 * A document whose content is new, as far as it decides what becomes of its articles.
 *
 * @param rank of its file among those of the run
 * @param articles in the order of the text
 * @param readings what was read of the same text in the same file before, when something else was stated of it
 */
record IncomingDocument(
        SourceFile file, EditionRank rank, List<ArticleEdition> articles, List<EarlierReading> readings) {

    IncomingDocument {
        articles = List.copyOf(articles);
        readings = List.copyOf(readings);
    }

    /** Of all identities on which it bears, in order. */
    SortedSet<String> keys() {
        SortedSet<String> keys = new TreeSet<>();
        articles.forEach(article -> keys.add(article.key()));
        readings.forEach(reading -> keys.add(reading.article().key()));
        return keys;
    }
}
