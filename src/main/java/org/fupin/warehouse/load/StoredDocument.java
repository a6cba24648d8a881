package org.fupin.warehouse.load;

import java.util.List;
import org.fupin.observation.document.Article;
import org.fupin.observation.document.SourceFile;
import org.jspecify.annotations.Nullable;

/**
 * A document as the warehouse keeps it.
 *
 * @param tables where the cells of its tables are in the text; null where an earlier version did not keep that
 * @param articles of it that hold
 */
public record StoredDocument(
        SourceFile file, String text, @Nullable String tables, List<Article> articles) {

    public StoredDocument {
        articles = List.copyOf(articles);
    }

    /** The same with its tables known. */
    public StoredDocument withTables(String known) {
        return new StoredDocument(file, text, known, articles);
    }
}
