package org.fupin.warehouse;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.fupin.observation.ExtractedArticle;
import org.fupin.observation.ExtractedDocument;
import org.fupin.observation.Revision;
import org.fupin.observation.SourceDocument;
import org.fupin.observation.SourceFile;
import org.fupin.reference.Units;
import org.fupin.warehouse.LoadForecast.FigureChanges;
import org.fupin.warehouse.LoadForecast.ForecastArticle;
import org.fupin.warehouse.LoadForecast.ForecastProvinceYear;
import org.fupin.warehouse.LoadResult.ArticleOutcome;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Tells what a run would load, and reads only. Identities, texts and ranks are those of {@link WarehouseLoader}, and so is
 * the rule that places an article.
 *
 * <p>Documents may be added by several threads; of the articles of one identity only the one that would hold is kept in
 * memory. The order does not matter.
 */
public final class LoadPreview {

    /** An article of a document that was added; its sentences and figures are let go once another outranks it. */
    private record Candidate(
            EditionRank rank,
            SourceFile file,
            int number,
            String title,
            String key,
            ProvinceYearKey provinceYear,
            String textHash,
            @Nullable ExtractedArticle extracted) {

        Candidate outranked() {
            return new Candidate(rank, file, number, title, key, provinceYear, textHash, null);
        }
    }

    /** A row of an article. */
    private record Row(long articleId, String key, String textHash, SourceFile file) {}

    private static final String ROWS = """
            SELECT a.article_id, a.article_key, a.text_sha256, d.document_id, d.name, d.format, d.charset, d.byte_size
            FROM article a JOIN source_document d ON d.document_id = a.document_id
            WHERE a.ref_area = ? AND a.ref_year = ? AND\s""";

    private static final String RANKS = """
            SELECT a.article_key, d.name, d.document_id
            FROM article a JOIN source_document d ON d.document_id = a.document_id
            WHERE a.ref_area = ? AND a.ref_year = ? AND a.valid_from_run = ?
            UNION
            SELECT a.article_key, d.name, d.document_id
            FROM article_copy c
            JOIN article a ON a.article_id = c.article_id
            JOIN source_document d ON d.document_id = c.document_id
            WHERE a.ref_area = ? AND a.ref_year = ? AND c.run_id = ?""";

    /** The attempt that would be the last to find a file, and one before it. */
    private static final int THERE = 1;

    private static final int GONE = 0;

    private final JdbcClient client;
    private final ArticleReader reader;
    private final ProvinceYears provinceYears;
    private final @Nullable Long continued;
    /** When they were last changed, by their SHA-256. */
    private final Map<String, Long> present = new HashMap<>();

    private final Map<String, Candidate> winners = new HashMap<>();
    private final List<Candidate> losers = new ArrayList<>();
    /** By key. */
    private final SortedMap<String, EarlierReading> takenBack = new TreeMap<>();

    /** The documents that take something back. */
    private final Set<String> restating = new HashSet<>();

    /** @param continued the run that was broken off and would be continued; null for a new run */
    public LoadPreview(JdbcTemplate jdbc, ProvinceYears provinceYears, @Nullable Long continued) {
        this.client = JdbcClient.create(jdbc);
        this.reader = new ArticleReader(client, Units.load());
        this.provinceYears = provinceYears;
        this.continued = continued;
    }

    /**
     * Whether the warehouse holds this content already; then there is nothing to add.
     *
     * @param changed when the file was last changed, as the loader is told it
     */
    public synchronized boolean holds(String documentId, @Nullable Long changed) {
        present.merge(documentId, time(changed), Math::max);
        return client.sql("SELECT COUNT(*) FROM source_document WHERE document_id = ?")
                        .param(documentId)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private static long time(@Nullable Long changed) {
        return changed == null ? 0 : changed;
    }

    /** Adds a document whose content the warehouse does not hold. */
    public synchronized void add(ExtractedDocument extracted, @Nullable Long changed) {
        SourceDocument document = extracted.document();
        SourceFile file = held(document.file());
        List<ArticleIdentity> identities = ArticleIdentity.of(document.articles());
        Set<String> keys = new HashSet<>();
        identities.forEach(identity -> keys.add(identity.key()));
        for (EarlierReading earlier : EarlierReading.of(client, file, document.text(), keys)) {
            takenBack.put(earlier.key(), earlier);
            restating.add(file.id());
        }
        for (int i = 0; i < identities.size(); i++) {
            ArticleIdentity identity = identities.get(i);
            ExtractedArticle article = extracted.articles().get(i);
            Candidate candidate = new Candidate(
                    new EditionRank(THERE, time(changed), file.name(), file.id()),
                    file,
                    i,
                    article.article().title(),
                    identity.key(),
                    new ProvinceYearKey(identity.region(), identity.year()),
                    ArticleIdentity.textHash(document.text(), article.article().span()),
                    article);
            Candidate other = winners.get(candidate.key());
            if (other == null || other.rank().compareTo(candidate.rank()) < 0) {
                winners.put(candidate.key(), candidate);
                if (other != null) {
                    losers.add(other.outranked());
                }
            } else {
                losers.add(candidate.outranked());
            }
        }
    }

    /** As the warehouse would hold it. */
    private static SourceFile held(SourceFile file) {
        return new SourceFile(
                file.id(), ColumnText.fit(file.name(), ColumnText.NAME), file.format(), file.charset(), file.size());
    }

    /** What loading the documents added so far would do. */
    public synchronized LoadForecast forecast() {
        SortedMap<ProvinceYearKey, List<Candidate>> byProvinceYear = new TreeMap<>();
        winners.values().forEach(winner -> byProvinceYear
                .computeIfAbsent(winner.provinceYear(), any -> new ArrayList<>())
                .add(winner));
        Map<Candidate, ArticleOutcome> outcomes = new HashMap<>();
        SortedMap<ProvinceYearKey, ForecastProvinceYear> forecast = new TreeMap<>();
        for (ProvinceYearKey key : provinceYears.keys()) {
            forecast.put(
                    key,
                    new ForecastProvinceYear(
                            provinceYears.vintage(key), provinceYears.files(key), false, 0, 0, FigureChanges.NONE));
        }
        // What another file brings too is placed as usual.
        takenBack.keySet().removeAll(winners.keySet());
        takenBack
                .values()
                .forEach(earlier -> byProvinceYear.computeIfAbsent(earlier.provinceYear(), any -> new ArrayList<>()));
        byProvinceYear.forEach((key, articles) -> forecast.put(key, forecast(key, articles, outcomes)));
        forecast.values().removeIf(then -> then.files().isEmpty());
        for (Candidate loser : losers) {
            Candidate winner = Objects.requireNonNull(winners.get(loser.key()));
            Placement placement =
                    Placement.of(loser.textHash(), loser.rank(), winner.textHash(), null, Optional.of(winner.rank()));
            outcomes.put(loser, placement.outcome());
        }
        return new LoadForecast(
                outcomes.keySet().stream()
                        .sorted(Comparator.comparing(Candidate::rank).thenComparing(Candidate::number))
                        .map(article -> new ForecastArticle(
                                article.file().id(),
                                article.title(),
                                article.provinceYear(),
                                Objects.requireNonNull(outcomes.get(article))))
                        .toList(),
                forecast);
    }

    private ForecastProvinceYear forecast(
            ProvinceYearKey key, List<Candidate> articles, Map<Candidate, ArticleOutcome> outcomes) {
        Map<String, Row> current = rows(key, "a.valid_to_run IS NULL");
        Map<String, Row> before = continued == null
                ? current
                : rows(
                        key,
                        "a.valid_from_run <> ? AND (a.valid_to_run IS NULL OR a.valid_to_run = ?)",
                        continued,
                        continued);
        Map<String, EditionRank> ranks = ranksOfContinuedRun(key);
        Map<String, SourceFile> files = new HashMap<>();
        Set<String> different = new HashSet<>();
        current.forEach((article, row) -> {
            files.put(article, row.file());
            if (!row.equals(before.get(article))) {
                different.add(article);
            }
        });
        boolean changed = false;
        int added = 0;
        int superseded = 0;
        FigureChanges figures = FigureChanges.NONE;
        for (Candidate article : articles) {
            Row held = before.get(article.key());
            Row now = current.get(article.key());
            Placement placement = Placement.of(
                    article.textHash(),
                    article.rank(),
                    now == null ? null : now.textHash(),
                    held == null ? null : held.textHash(),
                    Optional.ofNullable(ranks.get(article.key())));
            ArticleOutcome outcome = Placement.outcome(
                    placement.outcome(), restating.contains(article.file().id()));
            outcomes.put(article, outcome);
            switch (placement) {
                case ADD, SUPERSEDE -> {
                    changed = true;
                    different.add(article.key());
                    files.put(article.key(), article.file());
                    figures = figures.plus(changes(held, Objects.requireNonNull(article.extracted())));
                    added += outcome == ArticleOutcome.ADDED ? 1 : 0;
                    superseded += outcome == ArticleOutcome.SUPERSEDED ? 1 : 0;
                }
                case HELD_BEFORE -> {
                    // What the broken-off attempt put in its place is taken back.
                    changed |= !Objects.requireNonNull(held).equals(now);
                    different.remove(article.key());
                    files.put(article.key(), held.file());
                }
                case SAME_AS_LAST, OUTRANKED -> {}
            }
        }
        for (EarlierReading earlier : takenBack.values()) {
            if (earlier.provinceYear().equals(key)) {
                changed = true;
                files.remove(earlier.key());
                if (before.containsKey(earlier.key())) {
                    different.add(earlier.key());
                } else {
                    different.remove(earlier.key());
                }
                figures = figures.plus(new FigureChanges(0, 0, removed(earlier)));
            }
        }
        long others = Vintages.runs(client, key.region(), key.year()).stream()
                .filter(run -> !run.equals(continued))
                .count();
        int vintage = Math.toIntExact(others) + (different.isEmpty() ? 0 : 1);
        return new ForecastProvinceYear(vintage, inOrder(files.values()), changed, added, superseded, figures);
    }

    private int removed(EarlierReading earlier) {
        return Revisions.removed(reader.read(List.of(earlier.articleId())).get(0))
                .size();
    }

    private FigureChanges changes(@Nullable Row before, ExtractedArticle after) {
        int added = 0;
        int revised = 0;
        int removed = 0;
        ExtractedArticle held =
                before == null ? null : reader.read(List.of(before.articleId())).get(0);
        for (Revision revision : Revisions.between(held, after)) {
            if (revision.before() == null) {
                added++;
            } else if (revision.after() == null) {
                removed++;
            } else {
                revised++;
            }
        }
        return new FigureChanges(added, revised, removed);
    }

    private static List<SourceFile> inOrder(Collection<SourceFile> files) {
        return files.stream()
                .distinct()
                .sorted(Comparator.comparing(SourceFile::name).thenComparing(SourceFile::id))
                .toList();
    }

    private Map<String, Row> rows(ProvinceYearKey key, String which, Object... parameters) {
        Map<String, Row> rows = new HashMap<>();
        client.sql(ROWS + which)
                .param(key.region())
                .param(key.year())
                .params(parameters)
                .query(row -> {
                    SourceFile file = new SourceFile(
                            row.getString("document_id"),
                            row.getString("name"),
                            row.getString("format"),
                            row.getString("charset"),
                            row.getLong("byte_size"));
                    rows.put(
                            row.getString("article_key"),
                            new Row(
                                    row.getLong("article_id"),
                                    row.getString("article_key"),
                                    row.getString("text_sha256"),
                                    file));
                });
        return rows;
    }

    /** The highest of the files that the earlier attempts of a continued run took in, for each article. */
    private Map<String, EditionRank> ranksOfContinuedRun(ProvinceYearKey key) {
        Map<String, EditionRank> ranks = new HashMap<>();
        if (continued != null) {
            client.sql(RANKS)
                    .params(key.region(), key.year(), continued, key.region(), key.year(), continued)
                    .query(row -> {
                        String document = row.getString("document_id");
                        EditionRank rank = new EditionRank(
                                present.containsKey(document) ? THERE : GONE,
                                present.getOrDefault(document, 0L),
                                row.getString("name"),
                                document);
                        ranks.merge(row.getString("article_key"), rank, (a, b) -> a.compareTo(b) > 0 ? a : b);
                    });
        }
        return ranks;
    }
}
