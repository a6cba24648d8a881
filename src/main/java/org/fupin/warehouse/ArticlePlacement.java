package org.fupin.warehouse;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.fupin.observation.Article;
import org.fupin.observation.SourceFile;
import org.fupin.warehouse.LoadResult.ArticleOutcome;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;

/**
 * Decides for each article of a file whether it becomes the current vintage of its identity. The outcome of a run is
 * the same for every order in which its files are loaded: the text of the {@linkplain EditionRank last} file holds; if that
 * is the text that held before the run, so does the row that held before.
 */
final class ArticlePlacement {

    private record Vintage(long articleId, String textHash, long validFrom, EditionRank rank) {}

    /**
     * @param articleId of the row that was made, null for a copy
     * @param changesCurrent whether another article holds now than before
     * @param displaced what an earlier file of the run had brought about with an article that does not hold any more; null
     *     if there is none
     */
    record Place(
            ArticleOutcome outcome,
            @Nullable Long articleId,
            boolean changesCurrent,
            @Nullable ArticleOutcome displaced) {}

    private static final String VINTAGES = """
            SELECT a.article_id, a.text_sha256, a.valid_from_run, %s
            FROM article a JOIN source_document d ON d.document_id = a.document_id
            WHERE a.article_key = ?
              AND (a.article_id = ? OR a.valid_from_run = ? OR a.valid_to_run = ?)""".formatted(EditionRank.COLUMNS);

    private static final String COPIES = """
            SELECT %s
            FROM article_copy c
            JOIN article a ON a.article_id = c.article_id
            JOIN source_document d ON d.document_id = c.document_id
            WHERE a.article_key = ? AND c.run_id = ?""".formatted(EditionRank.COLUMNS);

    private static final String INSERT = """
            INSERT INTO article (article_key, document_id, ref_area, ref_year, partner_area, sub_area,
                stated_by, title, author, span_begin, span_end, text_sha256, valid_from_run, valid_to_run)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    private final JdbcClient client;
    private final JdbcTemplate jdbc;
    private final SourceFile file;
    private final long runId;

    ArticlePlacement(JdbcClient client, JdbcTemplate jdbc, SourceFile file, long runId) {
        this.client = client;
        this.jdbc = jdbc;
        this.file = file;
        this.runId = runId;
    }

    /** Places an article whose identity's row the caller has locked. */
    Place place(String key, Article article, String textHash) {
        Optional<Long> currentId = client.sql(
                        "SELECT current_article_id FROM article_identity WHERE article_key = ? FOR UPDATE")
                .param(key)
                .query((row, n) -> Optional.ofNullable(row.getObject(1, Long.class)))
                .single();
        if (currentId.isEmpty()) {
            return new Place(ArticleOutcome.ADDED, hold(key, article, textHash), true, null);
        }
        List<Vintage> vintages = vintages(key, currentId.get());
        Vintage current = vintages.stream()
                .filter(vintage -> vintage.articleId() == currentId.get())
                .findFirst()
                .orElseThrow();
        // What held when the run began: it is from an earlier run, and still holds or was closed by this one.
        Optional<Vintage> before =
                vintages.stream().filter(v -> v.validFrom() != runId).findFirst();
        EditionRank rank = rank();

        Placement placement = Placement.of(
                textHash,
                rank,
                current.textHash(),
                before.map(Vintage::textHash).orElse(null),
                rankOfThisRun(key, vintages));
        ArticleOutcome displaced = current.validFrom() != runId
                ? null
                : before.isEmpty() ? ArticleOutcome.ADDED : ArticleOutcome.SUPERSEDED;
        return switch (placement) {
            case SAME_AS_LAST -> copy(article, current.articleId(), false, null);
            case OUTRANKED -> new Place(placement.outcome(), insert(key, article, textHash, runId), false, null);
            case HELD_BEFORE -> holdAgain(key, article, current, before.orElseThrow(), displaced);
            case ADD, SUPERSEDE -> {
                setValidTo(current.articleId(), runId);
                yield new Place(placement.outcome(), hold(key, article, textHash), true, displaced);
            }
        };
    }

    /** Takes back what an earlier reading of the same text said; whether it still held. */
    boolean takeBack(EarlierReading earlier) {
        Optional<Long> currentId = client.sql(
                        "SELECT current_article_id FROM article_identity WHERE article_key = ? FOR UPDATE")
                .param(earlier.key())
                .query((row, n) -> Optional.ofNullable(row.getObject(1, Long.class)))
                .single();
        if (!currentId.equals(Optional.of(earlier.articleId()))) {
            return false;
        }
        setValidTo(earlier.articleId(), runId);
        setCurrent(earlier.key(), null);
        return true;
    }

    private Place holdAgain(
            String key, Article article, Vintage current, Vintage before, @Nullable ArticleOutcome displaced) {
        boolean reopened = before.articleId() != current.articleId();
        if (reopened) {
            setValidTo(current.articleId(), runId);
            setValidTo(before.articleId(), null);
            setCurrent(key, before.articleId());
        }
        return copy(article, before.articleId(), reopened, reopened ? displaced : null);
    }

    private EditionRank rank() {
        return client.sql("SELECT " + EditionRank.COLUMNS + " FROM source_document d WHERE d.document_id = ?")
                .param(file.id())
                .query((row, n) -> EditionRank.read(row))
                .single();
    }

    /** The current vintage and what this run made or closed. */
    private List<Vintage> vintages(String key, long currentId) {
        return client.sql(VINTAGES)
                .params(key, currentId, runId, runId)
                .query((row, n) -> new Vintage(
                        row.getLong("article_id"),
                        row.getString("text_sha256"),
                        row.getLong("valid_from_run"),
                        EditionRank.read(row)))
                .list();
    }

    /** The last by name of the files of this run that had the article so far, those with a mere copy included. */
    private Optional<EditionRank> rankOfThisRun(String key, List<Vintage> vintages) {
        Stream<EditionRank> copies =
                client.sql(COPIES).params(key, runId).query((row, n) -> EditionRank.read(row)).list().stream();
        return Stream.concat(
                        vintages.stream().filter(v -> v.validFrom() == runId).map(Vintage::rank), copies)
                .max(Comparator.naturalOrder());
    }

    private Place copy(Article article, long articleId, boolean changesCurrent, @Nullable ArticleOutcome displaced) {
        client.sql("INSERT INTO article_copy (document_id, span_begin, span_end, article_id, run_id)"
                        + " VALUES (?, ?, ?, ?, ?)")
                .params(file.id(), article.span().begin(), article.span().end(), articleId, runId)
                .update();
        return new Place(ArticleOutcome.UNCHANGED, null, changesCurrent, displaced);
    }

    private long hold(String key, Article article, String textHash) {
        long articleId = insert(key, article, textHash, null);
        setCurrent(key, articleId);
        return articleId;
    }

    private long insert(String key, Article article, String textHash, @Nullable Long validTo) {
        KeyHolder generated = new GeneratedKeyHolder();
        client.sql(INSERT)
                .param(key)
                .param(article.documentId())
                .param(article.region())
                .param(article.year())
                .param(article.partner().isEmpty() ? null : article.partner())
                .param(article.subArea().isEmpty() ? null : article.subArea())
                .param(article.stated().isEmpty() ? null : article.stated())
                .param(article.title())
                .param(article.author())
                .param(article.span().begin())
                .param(article.span().end())
                .param(textHash)
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
