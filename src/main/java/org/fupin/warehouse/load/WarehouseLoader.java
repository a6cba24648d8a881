package org.fupin.warehouse.load;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fupin.observation.document.Article;
import org.fupin.observation.document.ExtractedArticle;
import org.fupin.observation.document.ExtractedDocument;
import org.fupin.observation.document.ExtractedSection;
import org.fupin.observation.document.Section;
import org.fupin.observation.document.SourceDocument;
import org.fupin.observation.document.SourceFile;
import org.fupin.warehouse.ledger.Runs;
import org.fupin.warehouse.load.LoadResult.LoadedArticle;
import org.fupin.warehouse.row.ColumnText;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Loads documents, article by article.
 *
 * <ul>
 *   <li>Content that the warehouse holds already, by its SHA-256, changes nothing; a new path for it is noted, and it goes
 *       on under the path where it was first found. Where only its bare name is known, from an earlier version, the path
 *       takes its place.
 *   <li>An article that differs from the current vintage of its identity supersedes it; one that is word for word the
 *       same does not, so a corrected compilation makes new vintages of its corrected articles only.
 *   <li>Where several files of one run hold the same article, the {@linkplain Decision last} of them speaks, whichever is
 *       loaded first: the outcome does not hang on threads. It is the one that was changed last where the job takes the
 *       newest, else the one whose name sorts last. Where a file was corrected under its name between two attempts of one
 *       run, what stands there in the later attempt speaks.
 *   <li>Where a file comes with the text that it had, and the operator states something else of it than before, what was read
 *       of it before is taken back, see {@link EarlierReading}: the articles that it has now supersede it.
 *   <li>Several articles of one identity within a file stand side by side, see {@link LoadedArticle#occurrence()}.
 * </ul>
 *
 * Loads of different files may run at the same time: each takes its locks in one order (document, identities by key,
 * periods), so that they wait for each other and never in a circle.
 */
public class WarehouseLoader {

    private final JdbcTemplate jdbc;
    private final JdbcClient client;

    public WarehouseLoader(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
        this.client = JdbcClient.create(jdbc);
    }

    /**
     * Notes that a file came whose content the warehouse may hold already. Lets a caller skip reading it.
     *
     * <p>Needs no transaction of the caller.
     *
     * @param fileName its path in the inbox; of more than 500 characters the beginning and the end are kept, here and in
     *     {@link #load}
     * @param changed when the file was last changed, in milliseconds since 1970, if the job takes the newest of several with
     *     one article; null if it does not
     * @return the result for an unchanged file, or empty if the content is new
     */
    public Optional<LoadResult> unchanged(String documentId, String fileName, @Nullable Long changed, long runId) {
        String name = ColumnText.fit(fileName, ColumnText.NAME);
        record Held(String name, boolean isPath, long run) {}
        Optional<Held> held = client.sql("SELECT name, is_path, run_id FROM source_document WHERE document_id = ?")
                .param(documentId)
                .query((row, n) -> new Held(row.getString("name"), row.getBoolean("is_path"), row.getLong("run_id")))
                .optional();
        if (held.filter(document -> document.run() == runId).isPresent()) {
            noteAttempt(documentId, changed, runId);
        }
        if (held.isPresent()
                && !held.get().isPath()
                && isPathOf(name, held.get().name())) {
            notePath(documentId, name);
        } else if (held.isPresent() && !held.get().name().equals(name)) {
            noteName(documentId, name, runId);
        }
        return held.map(any -> LoadResult.unchanged(documentId, name));
    }

    /**
     * A document that came.
     *
     * @param changed as of {@link #unchanged}
     */
    public record Arrived(
            ExtractedDocument extracted, @Nullable Long changed) {}

    /** Loads a document; see {@link #load(List, ReadBy, long)}. */
    public LoadResult load(ExtractedDocument extracted, @Nullable Long changed, long runId) {
        return load(List.of(new Arrived(extracted, changed)), null, runId).get(0);
    }

    /**
     * Loads documents.
     *
     * <p>The caller must hold a transaction, and should not have read in it before: under MySQL's repeatable read it would not
     * see what a concurrent load has just committed. Two loads that both bring new periods can meet in a deadlock on MySQL:
     * one of them then ends with a {@code TransientDataAccessException}, leaves nothing behind, and is to be tried again.
     *
     * @param by what read them; null where nobody says
     * @param runId of a {@link Runs#start started} run
     * @return what became of each
     * @throws IllegalArgumentException if the parts of a document do not fit together; nothing is written then
     */
    public List<LoadResult> load(List<Arrived> documents, @Nullable ReadBy by, long runId) {
        documents.forEach(document -> verify(document.extracted()));
        List<ExtractedDocument> added = new ArrayList<>();
        for (Arrived document : documents) {
            if (add(document, by, runId)) {
                added.add(document.extracted());
            }
        }
        Map<String, LoadResult> loaded = new NewDocuments(jdbc, client, runId).load(added);
        return documents.stream()
                .map(document -> {
                    SourceFile file = document.extracted().document().file();
                    // The first of two with one content is the one that was loaded.
                    LoadResult result = loaded.remove(file.id());
                    return result == null ? held(file, document.changed(), runId) : result;
                })
                .toList();
    }

    private LoadResult held(SourceFile file, @Nullable Long changed, long runId) {
        return unchanged(file.id(), file.name(), changed, runId)
                .orElseThrow(() -> new IllegalStateException("document " + file.id() + " vanished"));
    }

    private boolean add(Arrived arrived, @Nullable ReadBy by, long runId) {
        SourceDocument document = arrived.extracted().document();
        SourceFile file = document.file();
        try {
            client.sql(
                            "INSERT INTO source_document (document_id, name, is_path, format, charset, byte_size, content,"
                                    + " tables, changed, run_id, attempt, read_by_version, read_by_rules)"
                                    + " VALUES (?, ?, TRUE, ?, ?, ?, ?, ?, ?, ?, (SELECT attempts FROM run WHERE run_id = ?), ?, ?)")
                    .params(
                            file.id(),
                            ColumnText.fit(file.name(), ColumnText.NAME),
                            file.format(),
                            file.charset(),
                            file.size(),
                            document.text(),
                            document.tables(),
                            arrived.changed(),
                            runId,
                            runId,
                            by == null ? null : by.version(),
                            by == null ? null : by.rules())
                    .update();
            return true;
        } catch (DuplicateKeyException e) {
            return false;
        }
    }

    /**
     * A document that an earlier attempt of this run loaded is still there. One that is not, and whose name now holds
     * other content, was replaced before the run was through: the other content has to speak then.
     */
    private void noteAttempt(String documentId, @Nullable Long changed, long runId) {
        client.sql("UPDATE source_document SET attempt = (SELECT attempts FROM run WHERE run_id = ?), changed = ?"
                        + " WHERE document_id = ?"
                        + " AND (attempt <> (SELECT attempts FROM run WHERE run_id = ?) OR changed < ?)")
                .param(runId)
                .param(changed)
                .param(documentId)
                .param(runId)
                .param(changed)
                .update();
    }

    /** A file's bare name leads to no member of an archive: the name of one has always had its archive's in front. */
    private static boolean isPathOf(String path, String bareName) {
        return path.equals(bareName)
                || path.endsWith("/" + bareName)
                        && !path.substring(0, path.length() - bareName.length()).contains("!/");
    }

    private void notePath(String documentId, String path) {
        client.sql("UPDATE source_document SET name = ?, is_path = TRUE WHERE document_id = ? AND is_path = FALSE")
                .params(path, documentId)
                .update();
    }

    private void noteName(String documentId, String name, long runId) {
        client.sql("INSERT INTO source_document_alias (document_id, name, run_id) VALUES (?, ?, ?)"
                        + " ON DUPLICATE KEY UPDATE document_id = VALUES(document_id)")
                .params(documentId, name, runId)
                .update();
    }

    private static void verify(ExtractedDocument extracted) {
        String name = extracted.document().file().name();
        List<Article> articles =
                extracted.articles().stream().map(ExtractedArticle::article).toList();
        if (!articles.equals(extracted.document().articles())) {
            throw new IllegalArgumentException(name + ": the extracted articles are not those of the document");
        }
        Set<Integer> begins = new HashSet<>();
        for (ExtractedArticle article : extracted.articles()) {
            String title = article.article().title();
            List<Section> sections =
                    article.sections().stream().map(ExtractedSection::section).toList();
            if (!sections.equals(article.article().sections())) {
                throw new IllegalArgumentException(
                        name + ", " + title + ": the extracted sections are not those of the article");
            }
            article.observations().forEach(observation -> {
                if (!begins.add(observation.begin())) {
                    throw new IllegalArgumentException(
                            name + ", " + title + ": two observations begin at " + observation.begin());
                }
            });
        }
    }
}
