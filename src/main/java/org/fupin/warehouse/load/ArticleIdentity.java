package org.fupin.warehouse.load;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.fupin.observation.EvenedText;
import org.fupin.observation.Sha256;
import org.fupin.observation.Span;
import org.fupin.observation.document.Article;
import org.fupin.warehouse.row.BatchInsert;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What makes two articles vintages of one.
 *
 * @param titleKey the title without what editors change: lower case, letters and digits, single blanks
 * @param occurrence 1; in a document with several articles of the same region, year, title and partner, which one of
 *     them in the order of the text. So none of them supersedes another, and a later document that has as many
 *     supersedes each by its counterpart.
 */
record ArticleIdentity(String region, int year, String titleKey, String partner, int occurrence) {

    private static final Pattern NO_LETTER_OR_DIGIT = Pattern.compile("[^\\p{L}\\p{N}]+");

    /** The identities of a document's articles, one for each. */
    static List<ArticleIdentity> of(List<Article> articles) {
        Map<ArticleIdentity, Integer> seen = new HashMap<>();
        List<ArticleIdentity> identities = new ArrayList<>();
        for (Article article : articles) {
            // Reports of two counties may have one title, where the county is stated elsewhere.
            String county = article.title().contains(article.subArea()) ? "" : " " + article.subArea();
            ArticleIdentity first = new ArticleIdentity(
                    article.region(), article.year(), titleKey(article.title() + county), article.partner(), 1);
            identities.add(first.occurrence(seen.merge(first, 1, Integer::sum)));
        }
        return List.copyOf(identities);
    }

    /**
     * Makes sure that the identities of articles have their rows, and holds these until the transaction ends.
     *
     * @param documents the articles of each document
     */
    static void hold(JdbcTemplate jdbc, List<List<Article>> documents) {
        // All in one order, so that nobody waits for another in a circle.
        SortedMap<String, ArticleIdentity> byKey = new TreeMap<>();
        documents.forEach(articles -> of(articles).forEach(identity -> byKey.put(identity.key(), identity)));
        BatchInsert.<ArticleIdentity>into("article_identity")
                .column("article_key", ArticleIdentity::key)
                .column("ref_area", ArticleIdentity::region)
                .column("ref_year", ArticleIdentity::year)
                .column("title_key", ArticleIdentity::titleKey)
                .column("partner_area", ArticleIdentity::partner)
                .column("occurrence", ArticleIdentity::occurrence)
                .onDuplicateUpdate(List.of("occurrence"))
                .insert(jdbc, byKey.values());
    }

    private ArticleIdentity occurrence(int which) {
        return new ArticleIdentity(region, year, titleKey, partner, which);
    }

    /** The key of the identity's row: 64 hexadecimal digits. */
    String key() {
        return Sha256.ofParts(region, year, titleKey, partner, occurrence);
    }

    private static String titleKey(String title) {
        String folded = Normalizer.normalize(title, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return NO_LETTER_OR_DIGIT.matcher(folded).replaceAll(" ").strip();
    }

    /**
     * The hash that tells whether the text of an article changed. White space is evened out: another line ending or a
     * blank at the end of a line makes no vintage.
     */
    static String textHash(String text, Span article) {
        return Sha256.ofParts(EvenedText.of(article.in(text)));
    }
}
