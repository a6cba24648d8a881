package org.fupin.warehouse.row;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fupin.observation.Coded;
import org.fupin.observation.Correction;
import org.fupin.observation.LeftOutNumber;
import org.fupin.observation.LeftOutReason;
import org.fupin.observation.Observation;
import org.fupin.observation.Programme;
import org.fupin.observation.Span;
import org.fupin.observation.document.Article;
import org.fupin.observation.document.ExtractedArticle;
import org.fupin.observation.document.ExtractedSection;
import org.fupin.observation.document.Section;
import org.fupin.observation.document.Sentence;
import org.fupin.reference.Units;
import org.fupin.warehouse.row.CorrectionRows.ArticleKey;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Puts articles together again from their rows, current and superseded ones alike. */
public final class ArticleReader {

    private static final String SENTENCES = """
            SELECT article_id, section_no, paragraph, span_begin, span_end, content
            FROM sentence WHERE article_id IN (:ids) ORDER BY article_id, section_no, sentence_no""";

    private static final String LEFT_OUT = """
            SELECT article_id, section_no, span_begin, span_end, quoted_text, reason
            FROM left_out_number WHERE article_id IN (:ids) ORDER BY article_id, section_no, list_no""";

    private static final String SECTIONS = """
            SELECT article_id, section_no, heading, programme, span_begin, body_begin, body_end
            FROM section WHERE article_id IN (:ids) ORDER BY article_id, section_no""";

    private static final String ARTICLES = """
            SELECT a.article_id, a.document_id, a.title, a.ref_area, a.sub_area, a.partner_area, a.ref_year,
                   a.span_begin, a.span_end, a.author, a.stated_by
            FROM article a JOIN source_document d ON d.document_id = a.document_id
            WHERE a.article_id IN (:ids)
            ORDER BY d.name, d.document_id, a.span_begin""";

    private record SectionKey(long articleId, @Nullable Integer sectionNumber) {}

    private final JdbcClient client;
    private final Units units;

    public ArticleReader(JdbcClient client, Units units) {
        this.client = client;
        this.units = units;
    }

    /** The articles with these ids, in the order of document names and text. */
    public List<ExtractedArticle> read(Collection<Long> articleIds) {
        if (articleIds.isEmpty()) {
            return List.of();
        }
        Map<SectionKey, List<Sentence>> sentences = grouped(
                SENTENCES,
                articleIds,
                row -> new Sentence(span(row), row.getInt("paragraph"), row.getString("content")));
        Map<SectionKey, List<Observation>> observations = grouped(
                "SELECT f.article_id, f.section_no, " + ObservationRow.COLUMNS
                        + " FROM fact_observation f WHERE f.article_id IN (:ids) ORDER BY f.article_id, f.obs_no",
                articleIds,
                row -> ObservationRow.read(row, units));
        Map<SectionKey, List<LeftOutNumber>> leftOut = grouped(LEFT_OUT, articleIds, ArticleReader::leftOut);
        Map<SectionKey, List<ExtractedSection>> sections = new HashMap<>();
        client.sql(SECTIONS).param("ids", articleIds).query(row -> {
            SectionKey key = new SectionKey(row.getLong("article_id"), row.getInt("section_no"));
            Section section = new Section(
                    row.getString("heading"),
                    Coded.of(Programme.class, row.getString("programme")),
                    row.getInt("span_begin"),
                    new Span(row.getInt("body_begin"), row.getInt("body_end")),
                    sentences.getOrDefault(key, List.of()));
            sections.computeIfAbsent(new SectionKey(key.articleId(), null), any -> new ArrayList<>())
                    .add(new ExtractedSection(
                            section, observations.getOrDefault(key, List.of()), leftOut.getOrDefault(key, List.of())));
        });
        return client.sql(ARTICLES)
                .param("ids", articleIds)
                .query((row, n) -> {
                    SectionKey key = new SectionKey(row.getLong("article_id"), null);
                    List<ExtractedSection> own = sections.getOrDefault(key, List.of());
                    Article article = new Article(
                            row.getString("document_id"),
                            row.getString("title"),
                            row.getString("ref_area"),
                            text(row, "sub_area"),
                            text(row, "partner_area"),
                            row.getInt("ref_year"),
                            span(row),
                            row.getString("author"),
                            text(row, "stated_by"),
                            own.stream().map(ExtractedSection::section).toList());
                    return new ExtractedArticle(article, own, leftOut.getOrDefault(key, List.of()));
                })
                .list();
    }

    /** As {@link #read}, with what people corrected. */
    public List<ExtractedArticle> readWithCorrections(Collection<Long> articleIds) {
        Map<ArticleKey, List<Correction>> corrections = CorrectionRows.of(client, articleIds);
        return read(articleIds).stream()
                .map(article ->
                        article.withCorrections(corrections.getOrDefault(ArticleKey.of(article.article()), List.of())))
                .toList();
    }

    /** The value of a column, empty for null. */
    public static String text(ResultSet row, String column) throws SQLException {
        String value = row.getString(column);
        return value == null ? "" : value;
    }

    public static Span span(ResultSet row) throws SQLException {
        return new Span(row.getInt("span_begin"), row.getInt("span_end"));
    }

    public static LeftOutNumber leftOut(ResultSet row) throws SQLException {
        return new LeftOutNumber(
                span(row), row.getString("quoted_text"), Coded.of(LeftOutReason.class, row.getString("reason")));
    }

    private interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** What {@code sql} yields, by article and section, in its order. */
    private <T> Map<SectionKey, List<T>> grouped(String sql, Collection<Long> articleIds, RowReader<T> reader) {
        Map<SectionKey, List<T>> groups = new HashMap<>();
        client.sql(sql).param("ids", articleIds).query(row -> {
            SectionKey key = new SectionKey(row.getLong("article_id"), row.getObject("section_no", Integer.class));
            groups.computeIfAbsent(key, any -> new ArrayList<>()).add(reader.read(row));
        });
        return groups;
    }
}
