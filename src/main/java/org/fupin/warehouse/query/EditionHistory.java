package org.fupin.warehouse.query;

import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.fupin.observation.Observation;
import org.fupin.observation.document.ExtractedArticle;
import org.fupin.observation.document.SourceFile;
import org.fupin.observation.edition.Edition;
import org.fupin.observation.edition.EditionOrigin;
import org.fupin.observation.edition.EditionReason;
import org.fupin.observation.edition.Revision;
import org.fupin.reference.Units;
import org.fupin.warehouse.ledger.Runs;
import org.fupin.warehouse.query.ArticleTimes.Change;
import org.fupin.warehouse.query.ArticleTimes.Row;
import org.fupin.warehouse.row.ArticleReader;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The editions of provinces and years: when and why each was made, and what it changed. Reads only; a caller that wants one
 * consistent picture while loads go on holds a transaction.
 */
public final class EditionHistory {

    private static final String RUNS = "SELECT r.run_id, r.period FROM (" + Vintages.CHANGES
            + ") c JOIN run r ON r.run_id = c.run_id WHERE c.ref_area = ? AND c.ref_year = ? ORDER BY r.run_id";

    private static final String RUN = "SELECT period, started, reason FROM run WHERE run_id = ?";

    private record MakingRun(YearMonth period, LocalDateTime started, boolean reading) {}

    private final JdbcClient client;
    private final ArticleReader articles;

    public EditionHistory(JdbcTemplate jdbc, Units units) {
        this.client = JdbcClient.create(jdbc);
        this.articles = new ArticleReader(client, units);
    }

    /** All of a province and year, the first first; none if the warehouse never held anything on it. */
    public List<Edition> of(ProvinceYearKey key) {
        ArticleTimes times = ArticleTimes.of(client, key);
        List<Edition> editions = new ArrayList<>();
        for (long runId : times.changes()) {
            MakingRun run = run(runId);
            List<Change> changes = times.changedBy(runId);
            List<Revision> revisions =
                    changes.stream().flatMap(change -> figures(change).stream()).toList();
            editions.add(new Edition(
                    editions.size() + 1,
                    run.period(),
                    runId,
                    run.started().toInstant(ZoneOffset.UTC),
                    reasons(changes, runId, run.reading(), editions.isEmpty()),
                    files(changes),
                    (int) revisions.stream().filter(one -> one.before() == null).count(),
                    (int) revisions.stream().filter(one -> one.after() == null).count(),
                    (int) revisions.stream()
                            .filter(one -> one.before() != null && one.after() != null)
                            .count()));
        }
        return editions;
    }

    /** The runs that made them, the first first; less to ask for than all that is to be known of them. */
    public List<EditionRun> runs(ProvinceYearKey key) {
        return client.sql(RUNS)
                .params(key.region(), key.year())
                .query((row, n) ->
                        new EditionRun(n + 1, YearMonth.parse(row.getString("period")), row.getLong("run_id")))
                .list();
    }

    /**
     * How the last edition up to a run came about.
     *
     * @param run that changed the province and year, or any later one
     */
    EditionOrigin origin(ProvinceYearKey key, long run) {
        ArticleTimes times = ArticleTimes.of(client, key);
        List<Long> runs =
                times.changes().stream().filter(change -> change <= run).toList();
        if (runs.isEmpty()) {
            return EditionOrigin.UNKNOWN;
        }
        long last = runs.get(runs.size() - 1);
        List<EditionReason> reasons =
                reasons(times.changedBy(last), last, run(last).reading(), runs.size() == 1);
        return new EditionOrigin(reasons, reread(times, runs), null);
    }

    private MakingRun run(long runId) {
        return client.sql(RUN)
                .param(runId)
                .query((row, n) -> new MakingRun(
                        YearMonth.parse(row.getString("period")),
                        row.getObject("started", LocalDateTime.class),
                        Runs.READING.equals(row.getString("reason"))))
                .single();
    }

    private static List<EditionReason> reasons(List<Change> changes, long run, boolean reading, boolean first) {
        List<EditionReason> reasons = new ArrayList<>();
        if (reading) {
            reasons.add(EditionReason.READING);
        } else if (changes.stream().anyMatch(change -> isByFiles(change, run))) {
            reasons.add(first ? EditionReason.FIRST : EditionReason.REVISION);
        }
        if (changes.stream().anyMatch(EditionHistory::isCorrected) || reasons.isEmpty()) {
            reasons.add(EditionReason.CORRECTION);
        }
        return reasons;
    }

    private static boolean isByFiles(Change change, long run) {
        return change.after() == null || change.after().loadedBy() == run;
    }

    /** Whether other corrections than before are made of it: those that followed it into a new text are the same. */
    private static boolean isCorrected(Change change) {
        return change.after() != null
                && !Objects.equals(
                        change.after().corrections(),
                        change.before() == null ? null : change.before().corrections());
    }

    private static List<SourceFile> files(List<Change> changes) {
        return changes.stream()
                .map(change -> change.after() == null ? change.before() : change.after())
                .map(row -> Objects.requireNonNull(row).file())
                .distinct()
                .sorted(Comparator.comparing(SourceFile::name).thenComparing(SourceFile::id))
                .toList();
    }

    private List<Revision> figures(Change change) {
        Row before = change.before();
        Row after = change.after();
        if (after == null) {
            return Revisions.removed(article(Objects.requireNonNull(before).id()));
        }
        return before != null && before.isOfDocument(after)
                ? Rereading.between(article(before.id()), article(after.id()))
                : Revisions.between(before == null ? null : article(before.id()), article(after.id()));
    }

    /** What the last reading by a newer program changed, as far as the documents that it read hold still. */
    private List<Revision> reread(ArticleTimes times, List<Long> runs) {
        Long reading = null;
        for (long run : runs) {
            reading = run(run).reading() ? Long.valueOf(run) : reading;
        }
        if (reading == null) {
            return List.of();
        }
        Map<String, Row> held = times.heldAfter(runs.get(runs.size() - 1));
        List<Revision> revisions = new ArrayList<>();
        for (Change change : times.changedBy(reading)) {
            Row read = change.after();
            if (read == null) {
                Row gone = Objects.requireNonNull(change.before());
                if (!held.containsKey(gone.key())) {
                    revisions.addAll(Revisions.removed(article(gone.readId())));
                }
            } else {
                Row now = held.get(read.key());
                if (now != null && now.isOfDocument(read)) {
                    revisions.addAll(reread(times.readBefore(read).orElse(null), read, now));
                }
            }
        }
        return revisions;
    }

    private List<Revision> reread(@Nullable Row before, Row read, Row now) {
        ExtractedArticle after = article(read.readId());
        List<Revision> revisions =
                before == null ? Revisions.between(null, after) : Rereading.between(article(before.readId()), after);
        return now.id() == read.readId() ? revisions : holding(revisions, article(now.id()));
    }

    private ExtractedArticle article(long articleId) {
        return articles.read(List.of(articleId)).get(0);
    }

    /** Revisions with the figures as they hold; what a person called no figure is none. */
    static List<Revision> holding(List<Revision> revisions, ExtractedArticle now) {
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
}
