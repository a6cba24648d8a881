package org.fupin.warehouse.load;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.fupin.observation.Correction;
import org.fupin.observation.document.ExtractedArticle;
import org.fupin.observation.document.ExtractedDocument;
import org.fupin.observation.document.SourceFile;
import org.fupin.observation.edition.Revision;
import org.fupin.reference.Units;
import org.fupin.review.CorrectedNumber;
import org.fupin.warehouse.load.CorrectionLedger.Due;
import org.fupin.warehouse.load.HeldArticle.Edition;
import org.fupin.warehouse.load.LoadForecast.FigureChanges;
import org.fupin.warehouse.load.LoadForecast.ForecastArticle;
import org.fupin.warehouse.load.LoadForecast.ForecastCorrections;
import org.fupin.warehouse.load.LoadForecast.ForecastProvinceYear;
import org.fupin.warehouse.load.LoadResult.ArticleOutcome;
import org.fupin.warehouse.query.ProvinceYearKey;
import org.fupin.warehouse.query.ProvinceYears;
import org.fupin.warehouse.query.Revisions;
import org.fupin.warehouse.query.Vintages;
import org.fupin.warehouse.row.ArticleReader;
import org.fupin.warehouse.row.ColumnText;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Tells what a run would load, and reads only: takes the {@linkplain Decision decisions} that {@link WarehouseLoader} would, and
 * keeps in memory what they would lead to.
 *
 * <p>Documents may be added by several threads; of the articles of one identity only the figures of the last are kept. The
 * order does not matter.
 */
public final class LoadPlan {

    /** The attempt that would be the last to find a file, and one before it. */
    private static final int THERE = 1;

    private static final int GONE = 0;

    private record Ranked(EditionRank rank, ExtractedArticle article) {}

    private final JdbcTemplate jdbc;
    private final JdbcClient client;
    private final ArticleReader reader;
    private final ProvinceYears provinceYears;
    private final long continued;
    private final HeldArticles heldArticles;
    /** When they were last changed, by their SHA-256. */
    private final Map<String, Long> present = new HashMap<>();

    private final List<IncomingDocument> documents = new ArrayList<>();
    /** Null where corrections stay as they are. */
    private @Nullable Collection<CorrectedNumber> decided;

    /** By identity, of the file that ranks highest. */
    private final Map<String, Ranked> texts = new HashMap<>();

    /** @param continued the run that was broken off and would be continued; null for a new run */
    public LoadPlan(JdbcTemplate jdbc, ProvinceYears provinceYears, @Nullable Long continued) {
        this.jdbc = jdbc;
        this.client = JdbcClient.create(jdbc);
        this.reader = new ArticleReader(client, Units.load());
        this.provinceYears = provinceYears;
        this.continued = continued == null ? HeldArticles.NO_RUN : continued;
        // The columns of attempt and time are not asked for: tables of an earlier version do not have them.
        this.heldArticles = new HeldArticles(
                client,
                this.continued,
                "d.name, d.document_id",
                (row, n) -> rank(row.getString("name"), row.getString("document_id")));
    }

    private EditionRank rank(String name, String documentId) {
        Long changed = present.get(documentId);
        return new EditionRank(changed == null ? GONE : THERE, changed == null ? 0 : changed, name, documentId);
    }

    /**
     * Whether the warehouse holds this content already; then there is nothing to add.
     *
     * @param changed when the file was last changed, as the loader is told it
     */
    public synchronized boolean holds(String documentId, @Nullable Long changed) {
        present.merge(documentId, changed == null ? 0 : changed, Math::max);
        return client.sql("SELECT COUNT(*) FROM source_document WHERE document_id = ?")
                        .param(documentId)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** Adds a document whose content the warehouse does not hold. */
    public synchronized void add(ExtractedDocument extracted, @Nullable Long changed) {
        SourceFile file = extracted.document().file();
        SourceFile held = new SourceFile(
                file.id(), ColumnText.fit(file.name(), ColumnText.NAME), file.format(), file.charset(), file.size());
        EditionRank rank = new EditionRank(THERE, changed == null ? 0 : changed, held.name(), held.id());
        List<ArticleEdition> articles = ArticleEdition.of(extracted.document());
        documents.add(new IncomingDocument(
                held,
                rank,
                articles,
                EarlierReading.of(client, held, extracted.document().text(), articles)));
        for (int i = 0; i < articles.size(); i++) {
            texts.merge(
                    articles.get(i).key(),
                    new Ranked(rank, extracted.articles().get(i)),
                    (a, b) -> a.rank().compareTo(b.rank()) > 0 ? a : b);
        }
    }

    /** Tells also what corrections would do then. The tables must be those of this version. */
    public synchronized void correct(Collection<CorrectedNumber> numbers) {
        decided = List.copyOf(numbers);
    }

    /** What loading the documents added so far would do. */
    public synchronized LoadForecast forecast() {
        return new Forecast().make();
    }

    /** The decisions on all documents, and what is held before and after them. */
    private final class Forecast {

        private final Map<ProvinceYearKey, Set<String>> articles = new HashMap<>();
        private final Map<String, HeldArticle> now = new HashMap<>();
        private final Map<String, HeldArticle> then = new HashMap<>();
        private final List<Decision> decisions = new ArrayList<>();
        private final List<ForecastArticle> told = new ArrayList<>();
        private final Set<String> corrected = new HashSet<>();

        LoadForecast make() {
            for (IncomingDocument document : documents) {
                document.articles().forEach(this::read);
                document.readings().forEach(reading -> read(reading.article()));
            }
            then.putAll(now);
            decide();
            ForecastCorrections corrections = decided == null ? ForecastCorrections.NONE : correct(decided);
            SortedMap<ProvinceYearKey, ForecastProvinceYear> all = new TreeMap<>();
            for (ProvinceYearKey key : provinceYears.keys()) {
                all.put(
                        key,
                        new ForecastProvinceYear(
                                provinceYears.vintage(key), provinceYears.files(key), false, 0, 0, FigureChanges.NONE));
            }
            articles.keySet().forEach(key -> all.put(key, forecast(key)));
            all.values().removeIf(provinceYear -> provinceYear.files().isEmpty());
            return new LoadForecast(told, all, corrections);
        }

        private void read(ArticleEdition article) {
            read(article.provinceYear(), now).add(article.key());
        }

        /** The keys of the articles of a province and year, after putting them where {@code into} says. */
        private Set<String> read(ProvinceYearKey provinceYear, Map<String, HeldArticle> into) {
            return articles.computeIfAbsent(provinceYear, key -> {
                Map<String, HeldArticle> held = heldArticles.of(key);
                now.putAll(held);
                held.forEach(into::putIfAbsent);
                return new HashSet<>(held.keySet());
            });
        }

        private ForecastCorrections correct(Collection<CorrectedNumber> numbers) {
            Map<String, ExtractedArticle> planned = new HashMap<>();
            then.forEach((key, held) -> {
                if (held.current() != null && held.current().isPlanned()) {
                    planned.put(key, Objects.requireNonNull(texts.get(key)).article());
                }
            });
            int applied = 0;
            int toReview = 0;
            CorrectionLedger ledger = new CorrectionLedger(jdbc, Units.load());
            for (Due due : ledger.assign(numbers, planned).due()) {
                String key = due.articleKey();
                read(due.provinceYear(), then);
                if (then.getOrDefault(key, HeldArticle.NONE).current() == null) {
                    continue; // taken back
                }
                corrected.add(key);
                ExtractedArticle read = planned.get(key);
                for (Correction correction :
                        (read == null ? ledger.plan(due) : ledger.corrected(due, read)).corrections()) {
                    applied += correction.applied() ? 1 : 0;
                    toReview += correction.applied() ? 0 : 1;
                }
            }
            return new ForecastCorrections(corrected.size(), applied, toReview);
        }

        /** What is taken back first, then the files from the last to the first: so an article that is placed stays. */
        private void decide() {
            documents.sort(Comparator.comparing(IncomingDocument::rank).reversed());
            Set<IncomingDocument> restated = new HashSet<>();
            for (IncomingDocument document : documents) {
                List<Decision> takenBack = Decision.takeBack(then, document);
                if (!takenBack.isEmpty()) {
                    restated.add(document);
                    apply(takenBack, document);
                }
            }
            for (IncomingDocument document : documents) {
                apply(Decision.place(then, document, restated.contains(document)), document);
            }
        }

        private void apply(List<Decision> taken, IncomingDocument document) {
            decisions.addAll(taken);
            for (Decision decision : taken) {
                ArticleEdition article = decision.article();
                then.put(article.key(), decision.then(document));
                if (decision.outcome() != null) {
                    told.add(new ForecastArticle(
                            document.file().id(), article.title(), article.provinceYear(), decision.outcome()));
                }
            }
        }

        private ForecastProvinceYear forecast(ProvinceYearKey key) {
            SortedSet<SourceFile> files =
                    new TreeSet<>(Comparator.comparing(SourceFile::name).thenComparing(SourceFile::id));
            boolean changed = false;
            boolean newVintage = false;
            FigureChanges figures = FigureChanges.NONE;
            for (String article : Objects.requireNonNull(articles.get(key))) {
                Edition held = now.getOrDefault(article, HeldArticle.NONE).current();
                HeldArticle after = then.getOrDefault(article, HeldArticle.NONE);
                boolean correct = corrected.contains(article);
                changed |= correct || !Objects.equals(held, after.current());
                newVintage |= correct || !Objects.equals(after.before(), after.current());
                if (after.current() != null) {
                    files.add(after.current().file());
                } else if (held != null) {
                    figures = figures.plus(new FigureChanges(0, 0, removed(held)));
                }
            }
            int added = 0;
            int superseded = 0;
            for (Decision decision : decisions) {
                if (decision.article().provinceYear().equals(key) && decision.brings()) {
                    added += decision.outcome() == ArticleOutcome.ADDED ? 1 : 0;
                    superseded += decision.outcome() == ArticleOutcome.SUPERSEDED ? 1 : 0;
                    figures = figures.plus(changes(decision));
                }
            }
            long others = Vintages.runs(client, key.region(), key.year()).stream()
                    .filter(run -> run != continued)
                    .count();
            newVintage |= changedByContinued(key);
            int vintage = Math.toIntExact(others) + (newVintage ? 1 : 0);
            return new ForecastProvinceYear(vintage, List.copyOf(files), changed, added, superseded, figures);
        }

        /** Whether the run that would be continued has corrected something already. */
        private boolean changedByContinued(ProvinceYearKey key) {
            // Its own documents it may still supersede; what it corrected of earlier ones stays.
            return client.sql("""
                                    SELECT COUNT(*) FROM article a JOIN source_document d ON d.document_id = a.document_id
                                    WHERE a.ref_area = ? AND a.ref_year = ? AND a.valid_from_run = ?
                                    AND a.valid_to_run IS NULL AND d.run_id <> a.valid_from_run""")
                            .params(key.region(), key.year(), continued)
                            .query(Integer.class)
                            .single()
                    > 0;
        }

        private int removed(Edition held) {
            return Revisions.removed(reader.read(List.of(held.articleId())).get(0))
                    .size();
        }

        private FigureChanges changes(Decision decision) {
            Edition before = decision.held().before();
            ExtractedArticle held = before == null
                    ? null
                    : reader.read(List.of(before.articleId())).get(0);
            Ranked text = Objects.requireNonNull(texts.get(decision.article().key()));
            int added = 0;
            int revised = 0;
            int removed = 0;
            for (Revision revision : Revisions.between(held, text.article())) {
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
    }
}
