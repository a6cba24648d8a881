package org.fupin.warehouse.load;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.fupin.observation.Correction;
import org.fupin.observation.Span;
import org.fupin.observation.document.Article;
import org.fupin.observation.document.ExtractedArticle;
import org.fupin.reference.Units;
import org.fupin.review.CorrectedNumber;
import org.fupin.review.Corrections;
import org.fupin.review.Corrector;
import org.fupin.warehouse.query.ProvinceYearKey;
import org.fupin.warehouse.row.ArticleReader;
import org.fupin.warehouse.row.ContentRows;
import org.fupin.warehouse.row.CorrectionRows;
import org.fupin.warehouse.row.Periods;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Keeps the articles that hold in step with what people corrected. A corrected article is made anew from the one that was
 * read, so that it is the same whichever corrections were made before, and however often a run is broken off.
 */
public class CorrectionLedger {

    /**
     * An article whose corrections are others than the ones it has.
     *
     * @param articleKey of its identity
     * @param numbers what is decided of its editions now; empty where all was withdrawn
     */
    public record Due(String articleKey, ProvinceYearKey provinceYear, List<CorrectedNumber> numbers) {

        public Due {
            numbers = List.copyOf(numbers);
        }
    }

    /**
     * Decisions, and the articles that they are about.
     *
     * @param due by province, year and article
     * @param nowhere that are about no article that holds
     */
    public record Assigned(List<Due> due, List<CorrectedNumber> nowhere) {

        public Assigned {
            due = List.copyOf(due);
            nowhere = List.copyOf(nowhere);
        }
    }

    /**
     * A correction that was not applied.
     *
     * @param document path of the file that the person saw
     */
    public record Open(String document, Correction correction) {}

    private static final int CHUNK = 500;

    /** The last reading of a document first. */
    private static final String READ = """
            SELECT article_key, document_id, span_begin, span_end FROM article
            WHERE document_id IN (:chunk) AND read_article_id IS NULL ORDER BY article_id DESC""";

    private static final String HELD = """
            SELECT article_key, ref_area, ref_year, corrections_sha256 FROM article
            WHERE valid_to_run IS NULL AND article_key IN (:chunk)""";

    private static final String CORRECTED = """
            SELECT article_key, ref_area, ref_year, corrections_sha256 FROM article
            WHERE valid_to_run IS NULL AND corrections_sha256 IS NOT NULL""";

    private static final String SEEN = """
            SELECT MAX(article_id) AS article_id FROM article
            WHERE article_key = :key AND read_article_id IS NULL AND document_id IN (:chunk) GROUP BY document_id""";

    private static final String APPLIED = """
            SELECT COUNT(*) FROM correction c JOIN article a ON a.article_id = c.article_id
            WHERE a.valid_to_run IS NULL AND c.problem IS NULL""";

    private static final String OPEN = """
            SELECT d.name, %s
            FROM correction c
            JOIN article a ON a.article_id = c.article_id
            JOIN source_document d ON d.document_id = c.seen_document_id
            WHERE a.valid_to_run IS NULL AND c.problem IS NOT NULL
            ORDER BY d.name, d.document_id, c.seen_begin, c.list_no""".formatted(CorrectionRows.COLUMNS);

    private record Stretch(String articleKey, Span span) {}

    private record Held(
            ProvinceYearKey provinceYear, @Nullable String hash) {

        static Held planned(Article article) {
            return new Held(new ProvinceYearKey(article.region(), article.year()), null);
        }
    }

    private record Current(
            long articleId,
            long readId,
            String documentId,
            @Nullable String hash) {}

    private final JdbcTemplate jdbc;
    private final JdbcClient client;
    private final ArticleReader reader;
    private final Corrector corrector;

    public CorrectionLedger(JdbcTemplate jdbc, Units units) {
        this.jdbc = jdbc;
        this.client = JdbcClient.create(jdbc);
        this.reader = new ArticleReader(client, units);
        this.corrector = new Corrector(units);
    }

    /** What is to be done so that the articles that hold have just these corrections. */
    public Assigned assign(Collection<CorrectedNumber> numbers) {
        return assign(numbers, Map.of());
    }

    /** @param planned articles that would hold, by the key of their identity */
    Assigned assign(Collection<CorrectedNumber> numbers, Map<String, ExtractedArticle> planned) {
        Map<String, List<Stretch>> stretches = stretches(numbers);
        planned.forEach((key, article) -> stretches
                .computeIfAbsent(article.article().documentId(), any -> new ArrayList<>())
                .add(0, new Stretch(key, article.article().span())));
        Map<String, List<CorrectedNumber>> byArticle = new HashMap<>();
        List<CorrectedNumber> nowhere = new ArrayList<>();
        for (CorrectedNumber number : numbers) {
            stretches.getOrDefault(number.documentId(), List.of()).stream()
                    .filter(stretch -> stretch.span().contains(number.span()))
                    .findFirst()
                    .ifPresentOrElse(
                            stretch -> byArticle
                                    .computeIfAbsent(stretch.articleKey(), any -> new ArrayList<>())
                                    .add(number),
                            () -> nowhere.add(number));
        }
        Map<String, Held> held = held(byArticle.keySet());
        planned.forEach((key, article) -> held.put(key, Held.planned(article.article())));
        List<Due> due = new ArrayList<>();
        new TreeMap<>(held).forEach((key, article) -> {
            List<CorrectedNumber> now = byArticle.getOrDefault(key, List.of());
            if (!Objects.equals(hash(now), article.hash())) {
                due.add(new Due(key, article.provinceYear(), now));
            }
        });
        byArticle.forEach((key, decided) -> nowhere.addAll(held.containsKey(key) ? List.of() : decided));
        due.sort(Comparator.comparing(Due::provinceYear).thenComparing(Due::articleKey));
        nowhere.sort(Comparator.comparing(CorrectedNumber::documentId).thenComparing(CorrectedNumber::span));
        return new Assigned(due, nowhere);
    }

    private static @Nullable String hash(List<CorrectedNumber> numbers) {
        return numbers.isEmpty() ? null : Corrections.hash(numbers);
    }

    /** Where articles are in the documents that decisions name. */
    private Map<String, List<Stretch>> stretches(Collection<CorrectedNumber> numbers) {
        Map<String, List<Stretch>> stretches = new HashMap<>();
        Set<String> documents = new HashSet<>();
        numbers.forEach(number -> documents.add(number.documentId()));
        for (List<String> chunk : chunks(documents)) {
            client.sql(READ).param("chunk", chunk).query(row -> {
                stretches
                        .computeIfAbsent(row.getString("document_id"), any -> new ArrayList<>())
                        .add(new Stretch(row.getString("article_key"), ArticleReader.span(row)));
            });
        }
        return stretches;
    }

    /** Of the articles that hold: those with these keys, and all that have corrections. */
    private Map<String, Held> held(Set<String> keys) {
        Map<String, Held> held = new LinkedHashMap<>();
        List<JdbcClient.StatementSpec> queries = new ArrayList<>();
        queries.add(client.sql(CORRECTED));
        chunks(keys).forEach(chunk -> queries.add(client.sql(HELD).param("chunk", chunk)));
        for (JdbcClient.StatementSpec query : queries) {
            query.query(row -> {
                held.put(
                        row.getString("article_key"),
                        new Held(
                                new ProvinceYearKey(row.getString("ref_area"), row.getInt("ref_year")),
                                row.getString("corrections_sha256")));
            });
        }
        return held;
    }

    /**
     * Puts the corrected article in the place of the one that holds, unless that was done already.
     *
     * <p>The caller must hold a transaction and should not have read in it before.
     */
    public void correct(Due due, long runId) {
        Optional<Current> locked = lock(due.articleKey());
        if (locked.isEmpty() || Objects.equals(locked.get().hash(), hash(due.numbers()))) {
            return;
        }
        Current current = locked.get();
        ExtractedArticle corrected =
                corrected(due, reader.read(List.of(current.readId())).get(0));
        Periods.add(client, jdbc, corrected.observations());
        long articleId = new ArticleRows(client, jdbc, current.documentId(), runId)
                .correct(due.articleKey(), current.articleId(), current.readId(), hash(due.numbers()));
        ContentRows rows = new ContentRows();
        rows.add(articleId, corrected, runId, null);
        rows.insert(jdbc);
        CorrectionRows.insert(jdbc, articleId, corrected.corrections());
    }

    private Optional<Current> lock(String articleKey) {
        return client.sql("SELECT current_article_id FROM article_identity WHERE article_key = ? FOR UPDATE")
                .param(articleKey)
                .query((row, n) -> Optional.ofNullable(row.getObject(1, Long.class)))
                .single()
                .map(this::current);
    }

    private Current current(long articleId) {
        return client.sql("SELECT article_id, COALESCE(read_article_id, article_id) AS read_id, document_id,"
                        + " corrections_sha256 FROM article WHERE article_id = ?")
                .param(articleId)
                .query((row, n) -> new Current(
                        row.getLong("article_id"),
                        row.getLong("read_id"),
                        row.getString("document_id"),
                        row.getString("corrections_sha256")))
                .single();
    }

    /** What {@link #correct} would make of the article that holds. */
    ExtractedArticle plan(Due due) {
        long readId = client.sql("SELECT COALESCE(read_article_id, article_id) FROM article"
                        + " WHERE article_key = ? AND valid_to_run IS NULL")
                .param(due.articleKey())
                .query(Long.class)
                .single();
        return corrected(due, reader.read(List.of(readId)).get(0));
    }

    /** An article as it was read, or would be, with its corrections. */
    ExtractedArticle corrected(Due due, ExtractedArticle read) {
        Map<String, Article> seen = seen(due);
        seen.put(read.article().documentId(), read.article());
        return corrector.correct(read, due.numbers(), seen::get);
    }

    /** The editions of an article that decisions on it name, by document. */
    private Map<String, Article> seen(Due due) {
        Set<String> documents = new HashSet<>();
        due.numbers().forEach(number -> documents.add(number.documentId()));
        List<Long> ids = new ArrayList<>();
        for (List<String> chunk : chunks(documents)) {
            client.sql(SEEN)
                    .param("key", due.articleKey())
                    .param("chunk", chunk)
                    .query(row -> {
                        ids.add(row.getLong("article_id"));
                    });
        }
        Map<String, Article> seen = new HashMap<>();
        reader.read(ids).forEach(article -> seen.put(article.article().documentId(), article.article()));
        return seen;
    }

    /** How many corrections the articles that hold have. */
    public int applied() {
        return client.sql(APPLIED).query(Integer.class).single();
    }

    /** What could not be applied to the articles that hold, by document and place. */
    public List<Open> open() {
        return client.sql(OPEN)
                .query((row, n) -> new Open(row.getString("name"), CorrectionRows.read(row)))
                .list();
    }

    private static List<List<String>> chunks(Collection<String> values) {
        List<String> sorted = values.stream().sorted().toList();
        List<List<String>> chunks = new ArrayList<>();
        for (int from = 0; from < sorted.size(); from += CHUNK) {
            chunks.add(sorted.subList(from, Math.min(from + CHUNK, sorted.size())));
        }
        return chunks;
    }
}
