package org.fupin.warehouse;

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
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of {@code correction}, as they are written and read. */
final class CorrectionRows {

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

    private static final String OF_ARTICLES = """
            SELECT article_id, seen_document_id, seen_begin, seen_end, quoted_text, corrected_field, corrected_value,
                   read_value, span_begin, span_end, reason, corrected_by, corrected_at, problem
            FROM correction WHERE article_id IN (:ids) ORDER BY article_id, list_no""";

    private CorrectionRows() {}

    static void insert(JdbcTemplate jdbc, long articleId, List<Correction> corrections) {
        List<Row> rows = new ArrayList<>();
        corrections.forEach(correction -> rows.add(new Row(articleId, rows.size(), correction)));
        INSERT.insert(jdbc, rows);
    }

    /** Of some articles, by their ids. */
    static Map<Long, List<Correction>> of(JdbcClient client, Collection<Long> articleIds) {
        Map<Long, List<Correction>> corrections = new HashMap<>();
        if (articleIds.isEmpty()) {
            return corrections;
        }
        client.sql(OF_ARTICLES).param("ids", articleIds).query(row -> {
            Integer begin = row.getObject("span_begin", Integer.class);
            corrections
                    .computeIfAbsent(row.getLong("article_id"), any -> new ArrayList<>())
                    .add(new Correction(
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
                            row.getString("problem")));
        });
        return corrections;
    }

    private static @Nullable Integer begin(@Nullable Span span) {
        return span == null ? null : span.begin();
    }

    private static @Nullable Integer end(@Nullable Span span) {
        return span == null ? null : span.end();
    }
}
