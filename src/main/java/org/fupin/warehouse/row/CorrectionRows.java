package org.fupin.warehouse.row;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fupin.observation.Coded;
import org.fupin.observation.CorrectedField;
import org.fupin.observation.Correction;
import org.fupin.observation.Span;
import org.fupin.observation.document.Article;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of {@code correction}, as they are written and read. */
public final class CorrectionRows {

    /** Where an article stands. */
    public record ArticleKey(String documentId, int begin) {

        public static ArticleKey of(Article article) {
            return new ArticleKey(article.documentId(), article.span().begin());
        }
    }

    private record Row(long articleId, int number, Correction correction) {}

    private static final BatchInsert<Row> INSERT = BatchInsert.<Row>into("correction")
            .column("article_id", Row::articleId)
            .column("list_no", Row::number)
            .column("seen_document_id", row -> row.correction().documentId())
            .column("seen_begin", row -> row.correction().span().begin())
            .column("seen_end", row -> row.correction().span().end())
            .column("quoted_text", row -> row.correction().text())
            .column("corrected_field", row -> row.correction().field().code())
            .column("corrected_value", row -> row.correction().value())
            .column("read_value", row -> row.correction().read())
            .column("span_begin", row -> begin(row.correction().place()))
            .column("span_end", row -> end(row.correction().place()))
            .column("reason", row -> row.correction().reason())
            .column("corrected_by", row -> row.correction().by())
            .column(
                    "corrected_at",
                    row -> LocalDateTime.ofInstant(row.correction().at(), ZoneOffset.UTC))
            .column("problem", row -> row.correction().problem());

    /** The columns that {@link #read} wants, of {@code correction c}. */
    public static final String COLUMNS = """
            c.seen_document_id, c.seen_begin, c.seen_end, c.quoted_text, c.corrected_field, c.corrected_value,
            c.read_value, c.span_begin, c.span_end, c.reason, c.corrected_by, c.corrected_at, c.problem""";

    private static final String OF_ARTICLES = """
            SELECT a.document_id, a.span_begin AS article_begin, %s
            FROM correction c JOIN article a ON a.article_id = c.article_id
            WHERE c.article_id IN (:ids) ORDER BY c.article_id, c.list_no""".formatted(COLUMNS);

    private CorrectionRows() {}

    public static void insert(JdbcTemplate jdbc, long articleId, List<Correction> corrections) {
        List<Row> rows = new ArrayList<>();
        corrections.forEach(correction -> rows.add(new Row(articleId, rows.size(), correction)));
        INSERT.insert(jdbc, rows);
    }

    /** Of some articles. */
    public static Map<ArticleKey, List<Correction>> of(JdbcClient client, Collection<Long> articleIds) {
        Map<ArticleKey, List<Correction>> corrections = new HashMap<>();
        if (articleIds.isEmpty()) {
            return corrections;
        }
        client.sql(OF_ARTICLES).param("ids", articleIds).query(row -> {
            corrections
                    .computeIfAbsent(
                            new ArticleKey(row.getString("document_id"), row.getInt("article_begin")),
                            any -> new ArrayList<>())
                    .add(read(row));
        });
        return corrections;
    }

    /** The correction of the current row, which has {@link #COLUMNS}. */
    public static Correction read(ResultSet row) throws SQLException {
        Integer begin = row.getObject("span_begin", Integer.class);
        return new Correction(
                row.getString("seen_document_id"),
                new Span(row.getInt("seen_begin"), row.getInt("seen_end")),
                row.getString("quoted_text"),
                Coded.of(CorrectedField.class, row.getString("corrected_field")),
                row.getString("corrected_value"),
                row.getString("reason"),
                row.getString("corrected_by"),
                row.getObject("corrected_at", LocalDateTime.class).toInstant(ZoneOffset.UTC),
                begin == null ? null : new Span(begin, row.getInt("span_end")),
                row.getString("read_value"),
                row.getString("problem"));
    }

    private static @Nullable Integer begin(@Nullable Span span) {
        return span == null ? null : span.begin();
    }

    private static @Nullable Integer end(@Nullable Span span) {
        return span == null ? null : span.end();
    }
}
