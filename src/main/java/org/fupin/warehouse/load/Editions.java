package org.fupin.warehouse.load;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What the files of a run brought: articles, those that do not hold included, and contents that were there already. Single
 * statements: no transaction needed.
 */
public class Editions {

    /** Of the rows of one document the first: the others are what was corrected of it. */
    private static final String OF_RUN = """
            SELECT a.article_key, a.ref_area, a.ref_year, a.title, a.text_sha256, %1$s
            FROM article a JOIN source_document d ON d.document_id = a.document_id
            WHERE d.run_id = ?
              AND NOT EXISTS (SELECT 1 FROM article r WHERE r.article_key = a.article_key
                                AND r.document_id = a.document_id AND r.article_id < a.article_id)
            UNION ALL
            SELECT a.article_key, a.ref_area, a.ref_year, a.title, a.text_sha256, %1$s
            FROM article_copy c
            JOIN article a ON a.article_id = c.article_id
            JOIN source_document d ON d.document_id = c.document_id
            WHERE c.run_id = ?""";

    private record Ranked(ArticleEdition article, EditionRank rank) {}

    private final JdbcClient client;

    public Editions(JdbcTemplate jdbc) {
        this.client = JdbcClient.create(jdbc);
    }

    /** Of a run that was broken off: the articles of each document that it has loaded so far, by the document's SHA-256. */
    public Map<String, List<ArticleEdition>> loadedBy(long runId) {
        Map<String, List<ArticleEdition>> loaded = new HashMap<>();
        client.sql(OF_RUN.formatted("d.document_id")).params(runId, runId).query(row -> {
            loaded.computeIfAbsent(row.getString("document_id"), any -> new ArrayList<>())
                    .add(ArticleEdition.read(row));
        });
        return loaded;
    }

    /**
     * What files of a run had and another file of it has with another text, which holds instead; by year, region, title and
     * file. A file that was corrected under its name between two attempts of the run displaces nothing.
     */
    public List<DisplacedArticle> displacedIn(long runId) {
        Map<String, List<Ranked>> byArticle = new TreeMap<>();
        client.sql(OF_RUN.formatted(EditionRank.COLUMNS)).params(runId, runId).query(row -> {
            ArticleEdition article = ArticleEdition.read(row);
            byArticle
                    .computeIfAbsent(article.key(), any -> new ArrayList<>())
                    .add(new Ranked(article, EditionRank.read(row)));
        });
        List<DisplacedArticle> displaced = new ArrayList<>();
        for (List<Ranked> editions : byArticle.values()) {
            Ranked holds =
                    editions.stream().max(Comparator.comparing(Ranked::rank)).orElseThrow();
            editions.stream()
                    .filter(edition -> !edition.article()
                                    .textHash()
                                    .equals(holds.article().textHash())
                            && !edition.rank().name().equals(holds.rank().name()))
                    .map(edition -> new DisplacedArticle(
                            edition.article().provinceYear(),
                            edition.article().title(),
                            edition.rank().name(),
                            holds.rank().name()))
                    .forEach(displaced::add);
        }
        displaced.sort(Comparator.comparing(DisplacedArticle::provinceYear)
                .thenComparing(DisplacedArticle::title)
                .thenComparing(DisplacedArticle::file));
        return displaced;
    }

    /** The paths that a run was the first to find for contents that go under another path; by path. */
    public List<SameContent> firstFoundBy(long runId) {
        return client.sql("SELECT a.name, d.name AS held_as FROM source_document_alias a"
                        + " JOIN source_document d ON d.document_id = a.document_id"
                        + " WHERE a.run_id = ? ORDER BY a.name")
                .param(runId)
                .query((row, n) -> new SameContent(row.getString("name"), row.getString("held_as")))
                .list();
    }
}
