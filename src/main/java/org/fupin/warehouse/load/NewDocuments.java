package org.fupin.warehouse.load;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.fupin.observation.document.ExtractedArticle;
import org.fupin.observation.document.ExtractedDocument;
import org.fupin.observation.document.SourceFile;
import org.fupin.warehouse.load.Decision.Placement;
import org.fupin.warehouse.load.LoadResult.LoadedArticle;
import org.fupin.warehouse.row.ColumnText;
import org.fupin.warehouse.row.ContentRows;
import org.fupin.warehouse.row.Periods;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Loads the articles of documents that have their rows, all in the transaction of the caller. What is asked of the database is
 * asked for many of them at once: for those that have no article in common.
 */
final class NewDocuments {

    private record Next(ExtractedDocument extracted, IncomingDocument incoming) {}

    private final JdbcTemplate jdbc;
    private final JdbcClient client;
    private final long runId;

    NewDocuments(JdbcTemplate jdbc, JdbcClient client, long runId) {
        this.jdbc = jdbc;
        this.client = client;
        this.runId = runId;
    }

    /** What became of each, by its id. */
    Map<String, LoadResult> load(List<ExtractedDocument> documents) {
        Map<String, LoadResult> results = new HashMap<>();
        if (documents.isEmpty()) {
            return results;
        }
        // Before anything is read, and of all documents in one order: two transactions do not wait for each other in a
        // circle.
        ArticleIdentity.hold(
                jdbc,
                documents.stream()
                        .map(extracted -> extracted.document().articles())
                        .toList());
        Periods.add(
                client,
                jdbc,
                documents.stream()
                        .flatMap(extracted -> extracted.articles().stream())
                        .flatMap(ExtractedArticle::observations));
        Map<String, EditionRank> ranks = ranks(documents);
        List<ExtractedDocument> left = new ArrayList<>(documents);
        while (!left.isEmpty()) {
            loadApart(next(left, ranks)).forEach(result -> results.put(result.documentId(), result));
        }
        return results;
    }

    private Map<String, EditionRank> ranks(List<ExtractedDocument> documents) {
        return client
                .sql("SELECT " + EditionRank.COLUMNS + " FROM source_document d WHERE d.document_id IN (:ids)")
                .param("ids", documents.stream().map(NewDocuments::id).toList())
                .query((row, n) -> EditionRank.read(row))
                .list()
                .stream()
                .collect(Collectors.toMap(EditionRank::documentId, rank -> rank));
    }

    /** Takes those out of the list that come next: no article of one is in another that comes before it. */
    private List<Next> next(List<ExtractedDocument> left, Map<String, EditionRank> ranks) {
        Set<String> known = namesKnown(left);
        Set<String> keys = new HashSet<>();
        List<Next> next = new ArrayList<>();
        for (Iterator<ExtractedDocument> each = left.iterator(); each.hasNext(); ) {
            ExtractedDocument extracted = each.next();
            SourceFile file = extracted.document().file();
            List<ArticleEdition> articles = ArticleEdition.of(extracted.document());
            IncomingDocument incoming = new IncomingDocument(
                    file,
                    Objects.requireNonNull(ranks.get(file.id()), file.id()),
                    articles,
                    known.contains(name(file))
                            ? EarlierReading.of(
                                    client, file, extracted.document().text(), articles)
                            : List.of());
            boolean apart = incoming.keys().stream().noneMatch(keys::contains);
            keys.addAll(incoming.keys());
            if (apart) {
                next.add(new Next(extracted, incoming));
                each.remove();
            }
        }
        return next;
    }

    /** The names under which another document is held. */
    private Set<String> namesKnown(List<ExtractedDocument> documents) {
        Map<String, String> ids = new HashMap<>();
        documents.forEach(extracted -> ids.put(name(extracted.document().file()), id(extracted)));
        Set<String> known = new HashSet<>();
        client.sql("SELECT name, document_id FROM source_document WHERE name IN (:names)")
                .param("names", ids.keySet())
                .query(row -> {
                    if (!row.getString("document_id").equals(ids.get(row.getString("name")))) {
                        known.add(row.getString("name"));
                    }
                });
        return known;
    }

    private static String id(ExtractedDocument extracted) {
        return extracted.document().file().id();
    }

    private static String name(SourceFile file) {
        return ColumnText.fit(file.name(), ColumnText.NAME);
    }

    /** @param documents that have no article in common */
    private List<LoadResult> loadApart(List<Next> documents) {
        Map<String, HeldArticle> held = new HeldArticles(
                        client, runId, EditionRank.COLUMNS, (row, n) -> EditionRank.read(row))
                .lock(keys(documents));
        ContentRows rows = new ContentRows();
        List<LoadResult> results = documents.stream()
                .map(next -> apply(Decision.decide(held, next.incoming()), next, rows))
                .toList();
        rows.insert(jdbc);
        return results;
    }

    private static Collection<String> keys(List<Next> documents) {
        return documents.stream()
                .flatMap(next -> next.incoming().keys().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private LoadResult apply(List<Decision> decisions, Next next, ContentRows rows) {
        ExtractedDocument extracted = next.extracted();
        SourceFile file = next.incoming().file();
        List<ArticleIdentity> identities =
                ArticleIdentity.of(extracted.document().articles());
        ArticleRows articleRows = new ArticleRows(client, jdbc, file.id(), runId);
        int observations = rows.observations();
        int leftOut = rows.leftOut();
        List<LoadedArticle> loaded = new ArrayList<>();
        for (Decision decision : decisions) {
            if (decision.placement() == Placement.TAKE_BACK) {
                articleRows.takeBack(decision);
                continue;
            }
            int number = loaded.size();
            ExtractedArticle article = extracted.articles().get(number);
            Long articleId = articleRows.write(decision, article.article());
            if (articleId != null) {
                rows.add(articleId, article, runId, decision.placement() == Placement.OUTRANK ? runId : null);
            }
            loaded.add(new LoadedArticle(
                    article.article().title(),
                    decision.article().provinceYear(),
                    identities.get(number).occurrence(),
                    Objects.requireNonNull(decision.outcome())));
        }
        rows.addOutside(file.id(), extracted.outside());
        return new LoadResult(
                LoadResult.Outcome.LOADED,
                file.id(),
                file.name(),
                loaded,
                decisions.stream()
                        .map(Decision::displaced)
                        .filter(Objects::nonNull)
                        .toList(),
                decisions.stream()
                        .filter(Decision::changesCurrent)
                        .map(decision -> decision.article().provinceYear())
                        .collect(Collectors.toCollection(TreeSet::new)),
                rows.observations() - observations,
                rows.leftOut() - leftOut);
    }
}
