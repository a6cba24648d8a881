package org.fupin.warehouse.load;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.fupin.observation.document.Article;
import org.fupin.observation.document.SourceDocument;
import org.fupin.warehouse.query.ProvinceYearKey;

/**
 * An article as one document has it: what tells whether another document has the same article, and with the same text.
 *
 * @param key of what makes two articles editions of one: region, year, title and partner
 * @param title as written
 * @param textHash of the text, white space evened out
 */
public record ArticleEdition(String key, ProvinceYearKey provinceYear, String title, String textHash) {

    /** Those of a document, in the order of the text. */
    public static List<ArticleEdition> of(SourceDocument document) {
        List<ArticleIdentity> identities = ArticleIdentity.of(document.articles());
        List<ArticleEdition> editions = new ArrayList<>();
        for (int i = 0; i < identities.size(); i++) {
            ArticleIdentity identity = identities.get(i);
            Article article = document.articles().get(i);
            editions.add(new ArticleEdition(
                    identity.key(),
                    new ProvinceYearKey(identity.region(), identity.year()),
                    article.title(),
                    ArticleIdentity.textHash(document.text(), article.span())));
        }
        return List.copyOf(editions);
    }

    static ArticleEdition read(ResultSet row) throws SQLException {
        return new ArticleEdition(
                row.getString("article_key"),
                new ProvinceYearKey(row.getString("ref_area"), row.getInt("ref_year")),
                row.getString("title"),
                row.getString("text_sha256"));
    }
}
