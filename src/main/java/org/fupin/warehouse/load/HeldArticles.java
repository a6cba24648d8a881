package org.fupin.warehouse.load;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.fupin.warehouse.load.HeldArticle.Edition;
import org.fupin.warehouse.query.ProvinceYearKey;
import org.fupin.warehouse.row.SourceFileRow;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads what the warehouse holds of articles, as a run sees it. */
final class HeldArticles {

    /** No run: what holds now is what held before. */
    static final long NO_RUN = 0;

    private static final String ROWS = """
            SELECT a.article_key, a.article_id, a.text_sha256, a.valid_from_run, a.valid_to_run, d.run_id, d.format,
                   d.charset, d.byte_size, %s
            FROM article a JOIN source_document d ON d.document_id = a.document_id
            WHERE %s AND (a.valid_to_run IS NULL OR a.valid_from_run = :run OR a.valid_to_run = :run)""";

    private static final String COPIES = """
            SELECT a.article_key, %s
            FROM article_copy c
            JOIN article a ON a.article_id = c.article_id
            JOIN source_document d ON d.document_id = c.document_id
            WHERE %s AND c.run_id = :run""";

    private final JdbcClient client;
    private final long runId;
    private final String rankColumns;
    private final RowMapper<EditionRank> ranks;

    /**
     * @param rankColumns of the table of documents under its alias {@code d}: name and id, and what else a rank is read from
     * @param ranks how a file ranks
     */
    HeldArticles(JdbcClient client, long runId, String rankColumns, RowMapper<EditionRank> ranks) {
        this.client = client;
        this.runId = runId;
        this.rankColumns = rankColumns;
        this.ranks = ranks;
    }

    /**
     * Of some identities, by key, whose rows are held from now on until the transaction ends.
     *
     * @throws ConcurrencyFailureException if the transaction began to read before another one's changes
     */
    Map<String, HeldArticle> lock(Collection<String> keys) {
        Map<String, Long> current = new HashMap<>();
        if (keys.isEmpty()) {
            return Map.of();
        }
        client.sql("SELECT article_key, current_article_id FROM article_identity WHERE article_key IN (:keys)"
                        + " FOR UPDATE")
                .param("keys", keys)
                .query(row -> {
                    current.put(row.getString("article_key"), row.getObject("current_article_id", Long.class));
                });
        Map<String, HeldArticle> held = read("a.article_key IN (:keys)", Map.of("keys", keys));
        current.forEach((key, id) -> {
            Edition holds = held.getOrDefault(key, HeldArticle.NONE).current();
            if (holds == null ? id != null : id == null || holds.articleId() != id) {
                throw new ConcurrencyFailureException("article " + key + " changed since the transaction began");
            }
        });
        return held;
    }

    /** All of a province and year, by key. */
    Map<String, HeldArticle> of(ProvinceYearKey key) {
        return read("a.ref_area = :area AND a.ref_year = :year", Map.of("area", key.region(), "year", key.year()));
    }

    private Map<String, HeldArticle> read(String which, Map<String, ?> parameters) {
        Map<String, HeldArticle> held = new HashMap<>();
        client.sql(ROWS.formatted(rankColumns, which))
                .params(parameters)
                .param("run", runId)
                .query(row -> {
                    // What the run corrected of an earlier document is not of the run's documents.
                    boolean ofRun = row.getLong("run_id") == runId;
                    Edition edition = new Edition(
                            row.getLong("article_id"), row.getString("text_sha256"), SourceFileRow.read(row));
                    Edition current = row.getObject("valid_to_run") == null ? edition : null;
                    boolean before = !ofRun && (current != null || row.getLong("valid_from_run") != runId);
                    held.merge(
                            row.getString("article_key"),
                            new HeldArticle(current, before ? edition : null, ofRun ? ranks.mapRow(row, 0) : null),
                            HeldArticles::merge);
                });
        if (runId != NO_RUN) {
            client.sql(COPIES.formatted(rankColumns, which))
                    .params(parameters)
                    .param("run", runId)
                    .query(row -> {
                        held.merge(
                                row.getString("article_key"),
                                new HeldArticle(null, null, ranks.mapRow(row, 0)),
                                HeldArticles::merge);
                    });
        }
        return held;
    }

    private static HeldArticle merge(HeldArticle a, HeldArticle b) {
        Edition current = either(a.current(), b.current());
        // Where the run corrected what held before it, the corrected one stands for it.
        Edition before = current != null && current.equals(b.before()) ? current : either(a.before(), b.before());
        HeldArticle merged = new HeldArticle(current, before, a.last());
        return b.last() == null ? merged : merged.seenIn(b.last());
    }

    private static @Nullable Edition either(@Nullable Edition a, @Nullable Edition b) {
        return a == null ? b : a;
    }
}
