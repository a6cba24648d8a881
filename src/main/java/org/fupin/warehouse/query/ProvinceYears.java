package org.fupin.warehouse.query;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.fupin.observation.Observation;
import org.fupin.observation.document.Article;
import org.fupin.observation.document.ArticleText;
import org.fupin.observation.document.ExtractedArticle;
import org.fupin.observation.document.SourceFile;
import org.fupin.observation.edition.DisplacedEdition;
import org.fupin.observation.edition.ProvinceYear;
import org.fupin.observation.edition.Revision;
import org.fupin.reference.Units;
import org.fupin.warehouse.row.ArticleReader;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What the warehouse holds on provinces and years.
 *
 * <p>A vintage of a province-year is its state after a run that changed its articles, by files of the province or by
 * corrections: the first such run makes vintage 1. The revisions compare the articles that the last of these runs with files of
 * the province changed with what held before it.
 *
 * <p>Reads only; a caller that wants one consistent picture while loads go on holds a transaction.
 */
public class ProvinceYears {

    private static final String TO_AUDIT = """
            SELECT v.ref_area, v.ref_year
            FROM (SELECT ref_area, ref_year, COUNT(*) AS vintage FROM (%s) c GROUP BY ref_area, ref_year) v
            LEFT JOIN audit a ON a.ref_area = v.ref_area AND a.ref_year = v.ref_year
            WHERE a.vintage IS NULL OR a.vintage <> v.vintage""".formatted(Vintages.CHANGES);

    private static final String FILES = """
            SELECT DISTINCT d.document_id, d.name, d.format, d.charset, d.byte_size
            FROM source_document d JOIN article a ON a.document_id = d.document_id
            WHERE a.article_id IN (:ids) ORDER BY d.name, d.document_id""";

    /** The files of a current article's own run that have it with another text, be it as a copy of another's. */
    private static final String DISPLACED = """
            SELECT c.document_id, c.span_begin, d.name
            FROM article c
            JOIN source_document w ON w.document_id = c.document_id
            JOIN article a ON a.article_key = c.article_key AND a.valid_from_run = w.run_id
                          AND a.valid_to_run = w.run_id AND a.text_sha256 <> c.text_sha256
            JOIN source_document d ON d.document_id = a.document_id AND d.name <> w.name
            WHERE c.ref_area = :area AND c.ref_year = :year AND c.valid_to_run IS NULL
            UNION
            SELECT c.document_id, c.span_begin, d.name
            FROM article c
            JOIN source_document w ON w.document_id = c.document_id
            JOIN article a ON a.article_key = c.article_key AND a.text_sha256 <> c.text_sha256
            JOIN article_copy k ON k.article_id = a.article_id AND k.run_id = w.run_id
            JOIN source_document d ON d.document_id = k.document_id AND d.name <> w.name
            WHERE c.ref_area = :area AND c.ref_year = :year AND c.valid_to_run IS NULL
            ORDER BY name""";

    /** The runs whose files changed what holds: what was corrected by people, or read again, is of the run that took it in. */
    private static final String READ_BY = """
            SELECT run_id FROM (
                SELECT d.run_id FROM article a JOIN source_document d ON d.document_id = a.document_id
                WHERE a.ref_area = :area AND a.ref_year = :year
                  AND (a.valid_to_run IS NULL OR a.valid_to_run <> a.valid_from_run)
                UNION
                SELECT b.valid_to_run FROM article b
                WHERE b.ref_area = :area AND b.ref_year = :year AND b.valid_to_run <> b.valid_from_run
                  AND b.valid_to_run NOT IN (SELECT run_id FROM run WHERE reason = 'reading')
                  AND NOT EXISTS (SELECT 1 FROM article a
                                  WHERE a.article_key = b.article_key AND a.valid_from_run = b.valid_to_run)) c
            ORDER BY run_id""";

    /**
     * What the province said is told by the first reading of a document: another one of it revises nothing, nor does an article
     * that only a later reading found.
     */
    private static final String CHANGED_ARTICLES = """
            SELECT a.article_id AS now_id, f.article_id AS after_id,
                   COALESCE(b.read_article_id, b.article_id) AS before_id
            FROM article a
            JOIN source_document d ON d.document_id = a.document_id
            JOIN (SELECT article_key, document_id, MIN(article_id) AS article_id FROM article
                  WHERE ref_area = ? AND ref_year = ? GROUP BY article_key, document_id) f
              ON f.article_key = a.article_key AND f.document_id = a.document_id
            JOIN article r ON r.article_id = f.article_id AND r.valid_from_run = d.run_id
            LEFT JOIN article b ON b.article_key = a.article_key
                               AND b.valid_to_run = d.run_id AND b.valid_from_run <> b.valid_to_run
            WHERE a.ref_area = ? AND a.ref_year = ? AND d.run_id = ? AND a.valid_to_run IS NULL
            ORDER BY d.name, d.document_id, a.span_begin""";

    /** What a run took back, and put nothing in the place of. */
    private static final String TAKEN_BACK = """
            SELECT COALESCE(b.read_article_id, b.article_id) FROM article b
            WHERE b.ref_area = ? AND b.ref_year = ? AND b.valid_to_run = ? AND b.valid_from_run <> b.valid_to_run
              AND NOT EXISTS (SELECT 1 FROM article a WHERE a.article_key = b.article_key AND a.valid_from_run = b.valid_to_run)
            ORDER BY b.article_id""";

    private static final String COUNTS = """
            SELECT held.ref_area, held.ref_year, v.vintage, r.period, held.figures, held.doubtful,
                   COALESCE(c.errors, 0) AS errors, COALESCE(c.warnings, 0) AS warnings
            FROM (SELECT a.ref_area, a.ref_year, COUNT(f.obs_no) AS figures,
                         SUM(CASE WHEN f.doubt <> '' THEN 1 ELSE 0 END) AS doubtful
                  FROM article a LEFT JOIN fact_observation f ON f.article_id = a.article_id
                  WHERE a.valid_to_run IS NULL GROUP BY a.ref_area, a.ref_year) held
            JOIN (SELECT ref_area, ref_year, COUNT(*) AS vintage, MAX(run_id) AS run_id
                  FROM (%s) changed GROUP BY ref_area, ref_year) v
              ON v.ref_area = held.ref_area AND v.ref_year = held.ref_year
            JOIN run r ON r.run_id = v.run_id
            LEFT JOIN (SELECT ref_area, ref_year, SUM(CASE WHEN severity = 'error' THEN 1 ELSE 0 END) AS errors,
                              SUM(CASE WHEN severity = 'error' THEN 0 ELSE 1 END) AS warnings
                       FROM finding WHERE valid_to_run IS NULL AND NOT holds GROUP BY ref_area, ref_year) c
              ON c.ref_area = held.ref_area AND c.ref_year = held.ref_year
            ORDER BY held.ref_year, held.ref_area""".formatted(Vintages.CHANGES);

    private static final String VINTAGES = """
            SELECT v.ref_area, v.ref_year, v.vintage, a.headlines_sha256
            FROM (SELECT ref_area, ref_year, COUNT(*) AS vintage FROM (%s) c GROUP BY ref_area, ref_year) v
            LEFT JOIN audit a ON a.ref_area = v.ref_area AND a.ref_year = v.ref_year""".formatted(Vintages.CHANGES);

    private static final String ALL_FILES = """
            SELECT DISTINCT a.ref_area, a.ref_year, d.document_id, d.name, d.format, d.charset, d.byte_size
            FROM article a JOIN source_document d ON d.document_id = a.document_id
            WHERE a.valid_to_run IS NULL ORDER BY a.ref_area, a.ref_year, d.name, d.document_id""";

    /**
     * What tells whether the reports of a province and year show something else than they did.
     *
     * @param headlines SHA-256 of what reports of later years show of it; empty where it is not known
     * @param files the documents of the articles, by name
     */
    public record HeldInputs(int vintage, String headlines, List<SourceFile> files) {

        public HeldInputs {
            files = List.copyOf(files);
        }
    }

    private final JdbcClient client;
    private final ArticleReader articles;
    private final Findings findings;

    public ProvinceYears(JdbcTemplate jdbc, Units units, Findings findings) {
        this.client = JdbcClient.create(jdbc);
        this.articles = new ArticleReader(client, units);
        this.findings = findings;
    }

    /** All that hold at least one article. */
    public SortedSet<ProvinceYearKey> keys() {
        return new TreeSet<>(keys("SELECT DISTINCT ref_area, ref_year FROM article WHERE valid_to_run IS NULL"));
    }

    /** Those whose current articles a run changed. */
    public SortedSet<ProvinceYearKey> affectedBy(long runId) {
        return new TreeSet<>(
                keys("SELECT ref_area, ref_year FROM (" + Vintages.CHANGES + ") c WHERE run_id = ?", runId));
    }

    /**
     * Those whose findings are not of the current vintage: what the last runs changed, and what a run left behind that
     * died before its audit.
     */
    public SortedSet<ProvinceYearKey> toAudit() {
        return new TreeSet<>(keys(TO_AUDIT));
    }

    /** Whether the findings of a province-year are of its current vintage. */
    public boolean isAudited(ProvinceYearKey key) {
        return client.sql("SELECT vintage FROM audit WHERE ref_area = ? AND ref_year = ?")
                .params(key.region(), key.year())
                .query(Integer.class)
                .optional()
                .filter(vintage -> vintage == vintage(key))
                .isPresent();
    }

    /** The current vintage of a province-year, 0 if the warehouse holds nothing on it. */
    public int vintage(ProvinceYearKey key) {
        return Vintages.runs(client, key.region(), key.year()).size();
    }

    /** All that holds for a region (ISO 3166-2) and a year; empty if there is no article. */
    public Optional<ProvinceYear> find(String region, int year) {
        List<Long> current = current(region, year);
        if (current.isEmpty()) {
            return Optional.empty();
        }
        List<Long> vintages = Vintages.runs(client, region, year);
        long last = vintages.get(vintages.size() - 1);
        List<Long> readBy = client.sql(READ_BY)
                .param("area", region)
                .param("year", year)
                .query(Long.class)
                .list();
        return Optional.of(new ProvinceYear(
                region,
                year,
                vintages.size(),
                edition(last),
                files(current),
                articles.readWithCorrections(current),
                findings.of(region, year),
                readBy.size() == 1 ? List.of() : revisions(region, year, readBy.get(readBy.size() - 1)),
                displaced(region, year),
                readBy.size() > 1,
                List.of()));
    }

    /** What is held on each province and year, by their keys. */
    public List<ProvinceYearCounts> counts() {
        return client.sql(COUNTS)
                .query((row, n) -> new ProvinceYearCounts(
                        key(row),
                        row.getInt("vintage"),
                        YearMonth.parse(row.getString("period")),
                        row.getInt("figures"),
                        row.getInt("doubtful"),
                        row.getInt("errors"),
                        row.getInt("warnings")))
                .list();
    }

    /** {@code provinceYear} together with the texts of its articles. */
    public ProvinceYear withTexts(ProvinceYear provinceYear) {
        Map<String, String> contents = new HashMap<>();
        List<ArticleText> texts = new ArrayList<>();
        for (ExtractedArticle extracted : provinceYear.articles()) {
            Article article = extracted.article();
            String content = contents.computeIfAbsent(article.documentId(), id -> text(id).orElseThrow());
            texts.add(new ArticleText(
                    article.documentId(), article.span().begin(), article.span().in(content)));
        }
        return provinceYear.withTexts(texts);
    }

    /** The whole text of a document; empty if it is not held. */
    public Optional<String> text(String documentId) {
        return client.sql("SELECT content FROM source_document WHERE document_id = ?")
                .param(documentId)
                .query(String.class)
                .optional();
    }

    /** The documents of the current articles, by name; empty if there is no article. */
    public List<SourceFile> files(ProvinceYearKey key) {
        List<Long> current = current(key.region(), key.year());
        return current.isEmpty() ? List.of() : files(current);
    }

    /** Of all province-years that hold at least one article, by two queries. */
    public SortedMap<ProvinceYearKey, HeldInputs> inputs() {
        Map<ProvinceYearKey, List<SourceFile>> files = new HashMap<>();
        client.sql(ALL_FILES).query(row -> {
            files.computeIfAbsent(key(row), any -> new ArrayList<>()).add(file(row));
        });
        SortedMap<ProvinceYearKey, HeldInputs> inputs = new TreeMap<>();
        client.sql(VINTAGES).query(row -> {
            List<SourceFile> held = files.get(key(row));
            if (held != null) {
                inputs.put(
                        key(row),
                        new HeldInputs(row.getInt("vintage"), ArticleReader.text(row, "headlines_sha256"), held));
            }
        });
        return inputs;
    }

    private List<Long> current(String region, int year) {
        return ids(
                "SELECT article_id FROM article WHERE ref_area = ? AND ref_year = ? AND valid_to_run IS NULL",
                region,
                year);
    }

    private List<DisplacedEdition> displaced(String region, int year) {
        return client.sql(DISPLACED)
                .param("area", region)
                .param("year", year)
                .query((row, n) -> new DisplacedEdition(
                        row.getString("document_id"), row.getInt("span_begin"), row.getString("name")))
                .list();
    }

    private YearMonth edition(long runId) {
        return YearMonth.parse(client.sql("SELECT period FROM run WHERE run_id = ?")
                .param(runId)
                .query(String.class)
                .single());
    }

    private List<SourceFile> files(Collection<Long> articleIds) {
        return client.sql(FILES)
                .param("ids", articleIds)
                .query((row, n) -> file(row))
                .list();
    }

    private static SourceFile file(ResultSet row) throws SQLException {
        return new SourceFile(
                row.getString("document_id"),
                row.getString("name"),
                row.getString("format"),
                row.getString("charset"),
                row.getLong("byte_size"));
    }

    /** By article, in the order of the current articles: what was read then and before, whatever people corrected. */
    private List<Revision> revisions(String region, int year, long runId) {
        record Change(@Nullable Long before, long after, long now) {}
        List<Change> changes = client.sql(CHANGED_ARTICLES)
                .params(region, year, region, year, runId)
                .query((row, n) -> new Change(
                        row.getObject("before_id", Long.class), row.getLong("after_id"), row.getLong("now_id")))
                .list();
        List<Revision> revisions = new ArrayList<>();
        for (Change change : changes) {
            ExtractedArticle before = change.before() == null ? null : article(change.before());
            List<Revision> read = Revisions.between(before, article(change.after()));
            revisions.addAll(change.now() == change.after() ? read : holding(read, article(change.now())));
        }
        for (long takenBack : ids(TAKEN_BACK, region, year, runId)) {
            revisions.addAll(Revisions.removed(article(takenBack)));
        }
        return revisions;
    }

    private ExtractedArticle article(long articleId) {
        return articles.read(List.of(articleId)).get(0);
    }

    /** Revisions with the figures as they hold; what a person called no figure is none. */
    private static List<Revision> holding(List<Revision> revisions, ExtractedArticle now) {
        Map<Integer, Observation> figures = new HashMap<>();
        now.observations().forEach(figure -> figures.put(figure.begin(), figure));
        return revisions.stream()
                .filter(revision -> revision.after() == null
                        || figures.containsKey(revision.after().begin()))
                .map(revision -> revision.after() == null
                        ? revision
                        : new Revision(
                                revision.title(),
                                revision.before(),
                                figures.get(revision.after().begin())))
                .toList();
    }

    private List<ProvinceYearKey> keys(String sql, Object... parameters) {
        return client.sql(sql).params(parameters).query((row, n) -> key(row)).list();
    }

    private static ProvinceYearKey key(ResultSet row) throws SQLException {
        return new ProvinceYearKey(row.getString("ref_area"), row.getInt("ref_year"));
    }

    private List<Long> ids(String sql, Object... parameters) {
        return client.sql(sql).params(parameters).query(Long.class).list();
    }
}
