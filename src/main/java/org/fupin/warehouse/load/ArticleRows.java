package org.fupin.warehouse.load;

import java.util.List;
import java.util.Objects;
import org.fupin.observation.document.Article;
import org.fupin.warehouse.load.HeldArticle.Edition;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;

/** Writes what was decided on the articles of a document. */
final class ArticleRows {

    private static final String INSERT = """
            INSERT INTO article (article_key, document_id, ref_area, ref_year, partner_area, sub_area,
                stated_by, title, author, span_begin, span_end, text_sha256, valid_from_run, valid_to_run)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    private static final String CORRECT = """
            INSERT INTO article (article_key, document_id, ref_area, ref_year, partner_area, sub_area, stated_by, title,
                author, span_begin, span_end, text_sha256, valid_from_run, read_article_id, corrections_sha256)
            SELECT article_key, document_id, ref_area, ref_year, partner_area, sub_area, stated_by, title,
                author, span_begin, span_end, text_sha256, ?, article_id, ?
            FROM article WHERE article_id = ?""";

    private final JdbcClient client;
    private final JdbcTemplate jdbc;
    private final String documentId;
    private final long runId;

    ArticleRows(JdbcClient client, JdbcTemplate jdbc, String documentId, long runId) {
        this.client = client;
        this.jdbc = jdbc;
        this.documentId = documentId;
        this.runId = runId;
    }

    /** Of an article that the document takes back. */
    void takeBack(Decision decision) {
        close(decision);
        setCurrent(decision.article().key(), null);
    }

    /** @return the id of the row that was made; null for a copy */
    @Nullable
    Long write(Decision decision, Article article) {
        String key = decision.article().key();
        return switch (decision.placement()) {
            case ADD, SUPERSEDE -> {
                close(decision);
                long articleId = insert(decision.article(), article, null);
                setCurrent(key, articleId);
                yield articleId;
            }
            case OUTRANK -> insert(decision.article(), article, runId);
            case COPY -> copy(article, Objects.requireNonNull(decision.held().current()));
            case HOLD_BEFORE -> {
                Edition before = Objects.requireNonNull(decision.held().before());
                if (decision.changesCurrent()) {
                    close(decision);
                    setValidTo(before.articleId(), null);
                    setCurrent(key, before.articleId());
                }
                yield copy(article, before);
            }
            case TAKE_BACK -> throw new IllegalArgumentException(decision.toString());
        };
    }

    /**
     * Puts a corrected article in the place of the one that holds.
     *
     * @param read the row as it was read
     * @param hash of the corrections, null for none
     * @return the id of the row that was made
     */
    long correct(String key, long current, long read, @Nullable String hash) {
        setValidTo(current, runId);
        KeyHolder generated = new GeneratedKeyHolder();
        client.sql(CORRECT).param(runId).param(hash).param(read).update(generated, "article_id");
        long articleId =
                Objects.requireNonNull(generated.getKey(), "article_id").longValue();
        setCurrent(key, articleId);
        return articleId;
    }

    /** Of an article that is read no more. */
    void takeBack(String key, long current) {
        setValidTo(current, runId);
        setCurrent(key, null);
    }

    /**
     * Puts an article as it is read now in the place of the one that holds.
     *
     * @param current null for none
     * @return the id of the row that was made
     */
    long readAgain(ArticleEdition edition, Article article, @Nullable Long current) {
        if (current != null) {
            setValidTo(current, runId);
        }
        long articleId = insert(edition, article, null);
        setCurrent(edition.key(), articleId);
        return articleId;
    }

    /** What holds now. */
    private void close(Decision decision) {
        if (decision.held().current() != null) {
            setValidTo(decision.held().current().articleId(), runId);
        }
    }

    private @Nullable Long copy(Article article, Edition of) {
        client.sql("INSERT INTO article_copy (document_id, span_begin, span_end, article_id, run_id)"
                        + " VALUES (?, ?, ?, ?, ?)")
                .params(documentId, article.span().begin(), article.span().end(), of.articleId(), runId)
                .update();
        return null;
    }

    private long insert(ArticleEdition edition, Article article, @Nullable Long validTo) {
        KeyHolder generated = new GeneratedKeyHolder();
        client.sql(INSERT)
                .param(edition.key())
                .param(documentId)
                .param(article.region())
                .param(article.year())
                .param(article.partner().isEmpty() ? null : article.partner())
                .param(article.subArea().isEmpty() ? null : article.subArea())
                .param(article.stated().isEmpty() ? null : article.stated())
                .param(article.title())
                .param(article.author())
                .param(article.span().begin())
                .param(article.span().end())
                .param(edition.textHash())
                .param(runId)
                .param(validTo)
                .update(generated, "article_id");
        return Objects.requireNonNull(generated.getKey(), "article_id").longValue();
    }

    private void setCurrent(String key, @Nullable Long articleId) {
        client.sql("UPDATE article_identity SET current_article_id = ? WHERE article_key = ?")
                .param(articleId)
                .param(key)
                .update();
    }

    private void setValidTo(long articleId, @Nullable Long run) {
        client.sql("UPDATE article SET valid_to_run = ? WHERE article_id = ?")
                .param(run)
                .param(articleId)
                .update();
        // Row by row through the primary key: a range would, on MySQL, also lock the gap where others insert.
        List<Integer> numbers = client.sql("SELECT obs_no FROM fact_observation WHERE article_id = ?")
                .param(articleId)
                .query(Integer.class)
                .list();
        jdbc.batchUpdate(
                "UPDATE fact_observation SET valid_to_run = ? WHERE article_id = ? AND obs_no = ?",
                numbers,
                500,
                (statement, number) -> {
                    statement.setObject(1, run);
                    statement.setLong(2, articleId);
                    statement.setInt(3, number);
                });
    }
}
