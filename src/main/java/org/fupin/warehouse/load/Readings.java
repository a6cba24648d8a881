package org.fupin.warehouse.load;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.fupin.observation.LeftOutNumber;
import org.fupin.observation.document.Article;
import org.fupin.observation.document.ExtractedArticle;
import org.fupin.observation.document.ExtractedDocument;
import org.fupin.observation.document.ExtractedSection;
import org.fupin.observation.document.Section;
import org.fupin.reference.Units;
import org.fupin.review.CorrectedNumber;
import org.fupin.warehouse.ledger.Runs;
import org.fupin.warehouse.load.CorrectionLedger.Due;
import org.fupin.warehouse.query.ProvinceYearKey;
import org.fupin.warehouse.row.ArticleReader;
import org.fupin.warehouse.row.ContentRows;
import org.fupin.warehouse.row.Periods;
import org.fupin.warehouse.row.SourceFileRow;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Which program read the documents, and what another reading of them changes. An article that reads otherwise is a row of its own
 * in the place of the one that held; the first reading of a document stays what the province's editions are compared by. Only
 * documents with an article that holds are read again.
 */
public class Readings {

    private static final String HOLDING =
            "EXISTS (SELECT 1 FROM article a WHERE a.document_id = d.document_id" + " AND a.valid_to_run IS NULL)";

    private static final String OUTDATED = "SELECT d.document_id FROM source_document d WHERE " + HOLDING
            + " AND (COALESCE(d.read_by_version, '') <> ? OR COALESCE(d.read_by_rules, '') <> ?)"
            + " ORDER BY d.name, d.document_id";

    private static final String HELD = """
            SELECT article_id, COALESCE(read_article_id, article_id) AS read_id, article_key, ref_area, ref_year
            FROM article WHERE document_id = ? AND valid_to_run IS NULL ORDER BY span_begin""";

    /** That an article holds, or held, of which another edition or another word of an operator had the last word. */
    private static final String DECIDED = """
            SELECT (SELECT COUNT(*) FROM article_identity i
                    WHERE i.article_key = :key AND i.current_article_id IS NOT NULL)
                 + (SELECT COUNT(*) FROM article a LEFT JOIN run r ON r.run_id = a.valid_to_run
                    WHERE a.article_key = :key AND a.document_id = :document AND COALESCE(r.reason, '') <> :reading)
                 + (SELECT COUNT(*) FROM article_copy c JOIN article a ON a.article_id = c.article_id
                    WHERE a.article_key = :key AND c.document_id = :document)""";

    private static final String OUTSIDE = """
            SELECT span_begin, span_end, quoted_text, reason FROM left_out_number
            WHERE document_id = ? AND article_id IS NULL ORDER BY list_no""";

    private record Held(long current, long read, String articleKey, ProvinceYearKey provinceYear) {}

    private final JdbcTemplate jdbc;
    private final JdbcClient client;
    private final ArticleReader reader;
    private final CorrectionLedger ledger;

    public Readings(JdbcTemplate jdbc, Units units) {
        this.jdbc = jdbc;
        this.client = JdbcClient.create(jdbc);
        this.reader = new ArticleReader(client, units);
        this.ledger = new CorrectionLedger(jdbc, units);
    }

    /** The ids of the documents to be read again, by name. */
    public List<String> documents() {
        return client.sql("SELECT d.document_id FROM source_document d WHERE " + HOLDING
                        + " ORDER BY d.name, d.document_id")
                .query(String.class)
                .list();
    }

    /** The ids of those that something else read, or nobody noted what. */
    public List<String> outdated(ReadBy present) {
        return client.sql(OUTDATED)
                .params(present.version(), present.rules())
                .query(String.class)
                .list();
    }

    /** Notes what read a document. */
    public void note(String documentId, ReadBy by) {
        client.sql("UPDATE source_document SET read_by_version = ?, read_by_rules = ? WHERE document_id = ?")
                .params(by.version(), by.rules(), documentId)
                .update();
    }

    /** Keeps where the cells of a document's tables are, which an earlier version did not. */
    public void keepTables(String documentId, String tables) {
        client.sql("UPDATE source_document SET tables = ? WHERE document_id = ? AND tables IS NULL")
                .params(tables, documentId)
                .update();
    }

    public StoredDocument document(String documentId) {
        List<Long> read = held(documentId).stream().map(Held::read).toList();
        List<Article> articles =
                reader.read(read).stream().map(ExtractedArticle::article).toList();
        return client.sql("SELECT document_id, name, format, charset, byte_size, content, tables FROM source_document"
                        + " WHERE document_id = ?")
                .param(documentId)
                .query((row, n) -> new StoredDocument(
                        SourceFileRow.read(row), row.getString("content"), row.getString("tables"), articles))
                .single();
    }

    private List<Held> held(String documentId) {
        return client.sql(HELD)
                .param(documentId)
                .query((row, n) -> new Held(
                        row.getLong("article_id"),
                        row.getLong("read_id"),
                        row.getString("article_key"),
                        new ProvinceYearKey(row.getString("ref_area"), row.getInt("ref_year"))))
                .list();
    }

    /** What a new reading of a document that is held changes. */
    public Reading compare(ExtractedDocument extracted) {
        String documentId = extracted.document().file().id();
        Map<String, Held> held = new LinkedHashMap<>();
        held(documentId).forEach(article -> held.put(article.articleKey(), article));
        List<ArticleEdition> editions = ArticleEdition.of(extracted.document());
        List<Reading.Change> changes = new ArrayList<>();
        for (int i = 0; i < editions.size(); i++) {
            ArticleEdition edition = editions.get(i);
            ExtractedArticle after = withoutTables(extracted.articles().get(i));
            Held now = held.remove(edition.key());
            ExtractedArticle before = now == null ? null : article(now);
            if (now == null ? !isDecided(edition.key(), documentId) : !after.equals(before)) {
                changes.add(new Reading.Change(
                        edition.key(), edition.provinceYear(), now == null ? null : now.current(), before, after));
            }
        }
        held.forEach((key, gone) ->
                changes.add(new Reading.Change(key, gone.provinceYear(), gone.current(), article(gone), null)));
        return new Reading(changes, !outside(documentId).equals(extracted.outside()));
    }

    private ExtractedArticle article(Held held) {
        return reader.read(List.of(held.read())).get(0);
    }

    private boolean isDecided(String articleKey, String documentId) {
        return client.sql(DECIDED)
                        .param("key", articleKey)
                        .param("document", documentId)
                        .param("reading", Runs.READING)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private List<LeftOutNumber> outside(String documentId) {
        return client.sql(OUTSIDE)
                .param(documentId)
                .query((row, n) -> ArticleReader.leftOut(row))
                .list();
    }

    /** As it comes out of its rows. */
    private static ExtractedArticle withoutTables(ExtractedArticle extracted) {
        Article article = extracted.article();
        List<ExtractedSection> sections = extracted.sections().stream()
                .map(section -> new ExtractedSection(
                        withoutTables(section.section()), section.observations(), section.leftOut()))
                .toList();
        return new ExtractedArticle(
                new Article(
                        article.documentId(),
                        article.title(),
                        article.region(),
                        article.subArea(),
                        article.partner(),
                        article.year(),
                        article.span(),
                        article.author(),
                        article.stated(),
                        sections.stream().map(ExtractedSection::section).toList()),
                sections,
                extracted.outside());
    }

    private static Section withoutTables(Section section) {
        return new Section(
                section.heading(), section.programme(), section.begin(), section.body(), section.sentences());
    }

    /** The articles that would hold then, with their corrections, by the key of their identity. */
    public Map<String, ExtractedArticle> corrected(Reading reading, Collection<CorrectedNumber> numbers) {
        Map<String, ExtractedArticle> articles = new HashMap<>();
        reading.changes().stream()
                .filter(change -> change.after() != null)
                .forEach(change -> articles.put(change.articleKey(), change.after()));
        due(articles, numbers)
                .forEach(due -> articles.compute(due.articleKey(), (key, read) -> ledger.corrected(due, read)));
        return articles;
    }

    private List<Due> due(Map<String, ExtractedArticle> read, Collection<CorrectedNumber> numbers) {
        return ledger.assign(numbers, read).due().stream()
                .filter(due -> read.containsKey(due.articleKey()))
                .toList();
    }

    /**
     * Puts what a new reading says in the place of what holds, with its corrections, and notes what read the document. The caller
     * must hold a transaction, and be the only one who writes.
     *
     * @param runId of a started run; of no account where no article changes
     */
    public void replace(ExtractedDocument extracted, Collection<CorrectedNumber> numbers, ReadBy by, long runId) {
        String documentId = extracted.document().file().id();
        Reading reading = compare(extracted);
        Map<String, ArticleEdition> editions = new HashMap<>();
        ArticleEdition.of(extracted.document()).forEach(edition -> editions.put(edition.key(), edition));
        Map<String, ExtractedArticle> read = new HashMap<>();
        ArticleIdentity.hold(jdbc, List.of(extracted.document().articles()));
        ArticleRows articleRows = new ArticleRows(client, jdbc, documentId, runId);
        ContentRows rows = new ContentRows();
        for (Reading.Change change : reading.changes()) {
            ExtractedArticle after = change.after();
            if (after == null) {
                articleRows.takeBack(change.articleKey(), Objects.requireNonNull(change.current()));
            } else {
                Periods.add(client, jdbc, after.observations());
                long articleId = articleRows.readAgain(
                        Objects.requireNonNull(editions.get(change.articleKey())), after.article(), change.current());
                rows.add(articleId, after, runId, null);
                read.put(change.articleKey(), after);
            }
        }
        if (reading.outside()) {
            client.sql("DELETE FROM left_out_number WHERE document_id = ? AND article_id IS NULL")
                    .param(documentId)
                    .update();
            rows.addOutside(documentId, extracted.outside());
        }
        rows.insert(jdbc);
        if (!read.isEmpty()) {
            due(read, numbers).forEach(due -> ledger.correct(due, runId));
        }
        note(documentId, by);
    }

    /** How many articles that hold have corrections. */
    public int correctedArticles() {
        return client.sql("SELECT COUNT(*) FROM article WHERE valid_to_run IS NULL AND corrections_sha256 IS NOT NULL")
                .query(Integer.class)
                .single();
    }
}
