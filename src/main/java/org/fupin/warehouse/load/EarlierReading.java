package org.fupin.warehouse.load;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.fupin.observation.document.SourceFile;
import org.fupin.warehouse.row.ColumnText;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * An article that holds and stands in the same file with the same text as a document that is new: only what an operator
 * states of it is another, and with it the article's year, place or title. It is taken back, as nobody says any more what it
 * says.
 *
 * <p>An article that another file has too, word for word, is none: that file says it still.
 *
 * @param articleId of its row
 */
record EarlierReading(long articleId, ArticleEdition article) {

    private static final String HELD = """
            SELECT a.article_id, a.article_key, a.ref_area, a.ref_year, a.title, a.text_sha256
            FROM source_document d JOIN article a ON a.document_id = d.document_id
            WHERE d.name = ? AND d.document_id <> ? AND d.content = ? AND a.valid_to_run IS NULL
              AND NOT EXISTS (SELECT 1 FROM source_document_alias s WHERE s.document_id = d.document_id)
              AND NOT EXISTS (SELECT 1 FROM article_copy c JOIN source_document o ON o.document_id = c.document_id
                              JOIN article s ON s.article_id = c.article_id
                              WHERE s.article_key = a.article_key AND s.text_sha256 = a.text_sha256
                                AND o.name <> d.name)
            ORDER BY a.article_key""";

    /**
     * Those of the earlier readings of a document, by key.
     *
     * @param articles the document's own, which take the place of earlier ones anyway
     */
    static List<EarlierReading> of(JdbcClient client, SourceFile file, String text, List<ArticleEdition> articles) {
        Set<String> keys = articles.stream().map(ArticleEdition::key).collect(Collectors.toSet());
        return client
                .sql(HELD)
                .params(ColumnText.fit(file.name(), ColumnText.NAME), file.id(), text)
                .query((row, n) -> new EarlierReading(row.getLong("article_id"), ArticleEdition.read(row)))
                .list()
                .stream()
                .filter(reading -> !keys.contains(reading.article().key()))
                .toList();
    }
}
