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
import org.fupin.observation.document.Article;
import org.fupin.observation.document.ArticleText;
import org.fupin.observation.document.ExtractedArticle;
import org.fupin.observation.document.SourceFile;
import org.fupin.observation.edition.DisplacedEdition;
import org.fupin.observation.edition.EditionOrigin;
import org.fupin.observation.edition.ProvinceYear;
import org.fupin.observation.edition.Revision;
import org.fupin.reference.Units;
import org.fupin.warehouse.ledger.Runs;
import org.fupin.warehouse.row.ArticleReader;
import org.fupin.warehouse.row.SourceFileRow;
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
            WHERE c.ref_area = :area AND c.ref_year = :year AND c.valid_from_run <= :run
              AND (c.valid_to_run IS NULL OR c.valid_to_run > :run)
            UNION
            SELECT c.document_id, c.span_begin, d.name
            FROM article c
            JOIN source_document w ON w.document_id = c.document_id
            JOIN article a ON a.article_key = c.article_key AND a.text_sha256 <> c.text_sha256
            JOIN article_copy k ON k.article_id = a.article_id AND k.run_id = w.run_id
            JOIN source_document d ON d.document_id = k.document_id AND d.name <> w.name
            WHERE c.ref_area = :area AND c.ref_year = :year AND c.valid_from_run <= :run
              AND (c.valid_to_run IS NULL OR c.valid_to_run > :run)
            ORDER BY name""";

    /** The runs whose files changed what holds: what was corrected by people, or read again, is of the run that took it in. */
    private static final String READ_BY = """
            SELECT ref_area, ref_year, run_id FROM (
                SELECT a.ref_area, a.ref_year, d.run_id
                FROM article a JOIN source_document d ON d.document_id = a.document_id
                WHERE %1$s a.valid_from_run <= :run
                  AND (a.valid_to_run IS NULL OR a.valid_to_run <> a.valid_from_run)
                UNION
                SELECT b.ref_area, b.ref_year, b.valid_to_run AS run_id FROM article b
                WHERE %2$s b.valid_to_run <> b.valid_from_run AND b.valid_to_run <= :run
                  AND b.valid_to_run NOT IN (SELECT run_id FROM run WHERE reason = 'reading')
                  AND NOT EXISTS (SELECT 1 FROM article a
                                  WHERE a.article_key = b.article_key AND a.valid_from_run = b.valid_to_run)) c""";

    private static final String READ_BY_OF_ONE = READ_BY.formatted(
                    "a.ref_area = :area AND a.ref_year = :year AND", "b.ref_area = :area AND b.ref_year = :year AND")
            + " ORDER BY run_id";

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
            WHERE a.ref_area = ? AND a.ref_year = ? AND d.run_id = ? AND a.valid_from_run <= ?
              AND (a.valid_to_run IS NULL OR a.valid_to_run > ?)
            ORDER BY d.name, d.document_id, a.span_begin""";

    /** What a run took back, and put nothing in the place of. */
    private static final String TAKEN_BACK = """
            SELECT COALESCE(b.read_article_id, b.article_id) FROM article b
            WHERE b.ref_area = ? AND b.ref_year = ? AND b.valid_to_run = ? AND b.valid_from_run <> b.valid_to_run
              AND NOT EXISTS (SELECT 1 FROM article a WHERE a.article_key = b.article_key AND a.valid_from_run = b.valid_to_run)
            ORDER BY b.article_id""";

    private static final String COUNTS = """
            SELECT held.ref_area, held.ref_year, v.vintage, r.period, r.reason, held.figures, held.doubtful, b.runs,
                   COALESCE(c.errors, 0) AS errors, COALESCE(c.warnings, 0) AS warnings
            FROM (SELECT a.ref_area, a.ref_year, COUNT(f.obs_no) AS figures,
                         SUM(CASE WHEN f.doubt <> '' THEN 1 ELSE 0 END) AS doubtful
                  FROM article a LEFT JOIN fact_observation f ON f.article_id = a.article_id
                  WHERE a.valid_to_run IS NULL GROUP BY a.ref_area, a.ref_year) held
            JOIN (SELECT ref_area, ref_year, COUNT(*) AS vintage, MAX(run_id) AS run_id
                  FROM (%s) changed GROUP BY ref_area, ref_year) v
              ON v.ref_area = held.ref_area AND v.ref_year = held.ref_year
            JOIN run r ON r.run_id = v.run_id
            JOIN (SELECT ref_area, ref_year, COUNT(*) AS runs FROM (%s) by_files GROUP BY ref_area, ref_year) b
              ON b.ref_area = held.ref_area AND b.ref_year = held.ref_year
            LEFT JOIN (SELECT ref_area, ref_year, SUM(CASE WHEN severity = 'error' THEN 1 ELSE 0 END) AS errors,
                              SUM(CASE WHEN severity = 'error' THEN 0 ELSE 1 END) AS warnings
                       FROM finding WHERE valid_to_run IS NULL AND NOT holds GROUP BY ref_area, ref_year) c
              ON c.ref_area = held.ref_area AND c.ref_year = held.ref_year
            ORDER BY held.ref_year, held.ref_area""".formatted(Vintages.CHANGES, READ_BY.formatted("", ""));

    /** Later than all runs. */
    private static final long NOW = Long.MAX_VALUE;

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
    private final EditionHistory history;

    public ProvinceYears(JdbcTemplate jdbc, Units units, Findings findings) {
        this.client = JdbcClient.create(jdbc);
        this.articles = new ArticleReader(client, units);
        this.findings = findings;
        this.history = new EditionHistory(jdbc, units);
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
        ProvinceYearKey key = new ProvinceYearKey(region, year);
        return find(key, Vintages.runs(client, region, year), NOW);
    }

    /**
     * What held of a province and year after a run, with its findings; empty if no article did then. It says which edition is
     * the newest.
     */
    public Optional<ProvinceYear> after(ProvinceYearKey key, long run) {
        List<Long> vintages = Vintages.runs(client, key.region(), key.year());
        return find(key, vintages, run)
                .map(then -> then.withOrigin(then.origin()
                        .besides(new EditionOrigin.Newest(
                                vintages.size(), edition(vintages.get(vintages.size() - 1))))));
    }

    /** All of which an article holds, or ever held. */
    public SortedSet<ProvinceYearKey> everHeld() {
        return new TreeSet<>(keys("SELECT DISTINCT ref_area, ref_year FROM (" + Vintages.CHANGES + ") c"));
    }

    private Optional<ProvinceYear> find(ProvinceYearKey key, List<Long> vintages, long run) {
        String region = key.region();
        int year = key.year();
        List<Long> held = held(region, year, run);
        if (held.isEmpty()) {
            return Optional.empty();
        }
        List<Long> until = vintages.stream().filter(vintage -> vintage <= run).toList();
        long next = until.size() == vintages.size() ? NOW : vintages.get(until.size());
        List<Long> readBy = client.sql(READ_BY_OF_ONE)
                .param("area", region)
                .param("year", year)
                .param("run", run)
                .query((row, n) -> row.getLong("run_id"))
                .list();
        return Optional.of(new ProvinceYear(
                region,
                year,
                until.size(),
                edition(until.get(until.size() - 1)),
                files(held),
                articles.readWithCorrections(held),
                findings.before(region, year, next),
                readBy.size() == 1 ? List.of() : revisions(region, year, readBy.get(readBy.size() - 1), run),
                displaced(region, year, run),
                readBy.size() > 1,
                List.of(),
                history.origin(key, run)));
    }

    /** What is held on each province and year, by their keys. */
    public List<ProvinceYearCounts> counts() {
        return client.sql(COUNTS)
                .param("run", NOW)
                .query((row, n) -> new ProvinceYearCounts(
                        key(row),
                        row.getInt("vintage"),
                        YearMonth.parse(row.getString("period")),
                        row.getInt("runs") > 1,
                        Runs.READING.equals(row.getString("reason")),
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
        return filesAfter(key, NOW);
    }

    /** As {@link #files}, of the articles that held after a run. */
    public List<SourceFile> filesAfter(ProvinceYearKey key, long run) {
        List<Long> held = held(key.region(), key.year(), run);
        return held.isEmpty() ? List.of() : files(held);
    }

    /** Of all province-years that hold at least one article, by two queries. */
    public SortedMap<ProvinceYearKey, HeldInputs> inputs() {
        Map<ProvinceYearKey, List<SourceFile>> files = new HashMap<>();
        client.sql(ALL_FILES).query(row -> {
            files.computeIfAbsent(key(row), any -> new ArrayList<>()).add(SourceFileRow.read(row));
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

    private List<Long> held(String region, int year, long run) {
        return ids(
                "SELECT article_id FROM article WHERE ref_area = ? AND ref_year = ? AND valid_from_run <= ?"
                        + " AND (valid_to_run IS NULL OR valid_to_run > ?)",
                region,
                year,
                run,
                run);
    }

    private List<DisplacedEdition> displaced(String region, int year, long run) {
        return client.sql(DISPLACED)
                .param("area", region)
                .param("year", year)
                .param("run", run)
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
                .query((row, n) -> SourceFileRow.read(row))
                .list();
    }

    /** By article, in the order of the articles that held: what was read then and before, whatever people corrected. */
    private List<Revision> revisions(String region, int year, long runId, long asOf) {
        record Change(@Nullable Long before, long after, long now) {}
        List<Change> changes = client.sql(CHANGED_ARTICLES)
                .params(region, year, region, year, runId, asOf, asOf)
                .query((row, n) -> new Change(
                        row.getObject("before_id", Long.class), row.getLong("after_id"), row.getLong("now_id")))
                .list();
        List<Revision> revisions = new ArrayList<>();
        for (Change change : changes) {
            ExtractedArticle before = change.before() == null ? null : article(change.before());
            List<Revision> read = Revisions.between(before, article(change.after()));
            revisions.addAll(
                    change.now() == change.after() ? read : EditionHistory.holding(read, article(change.now())));
        }
        for (long takenBack : ids(TAKEN_BACK, region, year, runId)) {
            revisions.addAll(Revisions.removed(article(takenBack)));
        }
        return revisions;
    }

    private ExtractedArticle article(long articleId) {
        return articles.read(List.of(articleId)).get(0);
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
