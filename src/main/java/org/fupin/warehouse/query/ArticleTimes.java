package org.fupin.warehouse.query;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.fupin.observation.document.SourceFile;
import org.fupin.warehouse.row.SourceFileRow;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which article of a province and year held when, in runs: of all identities, from the first row to the last. */
final class ArticleTimes {

    private static final String ROWS = """
            SELECT a.article_id, a.article_key, a.valid_from_run, a.valid_to_run, a.read_article_id, a.corrections_sha256,
                   d.document_id, d.name, d.format, d.charset, d.byte_size, d.run_id
            FROM article a JOIN source_document d ON d.document_id = a.document_id
            WHERE a.ref_area = ? AND a.ref_year = ? ORDER BY a.article_id""";

    /**
     * A row.
     *
     * @param key of its identity
     * @param loadedBy the run that took the document in
     * @param from the run since which it holds
     * @param to the run since which it does not; null if it does
     * @param readId of the same article as the program read it: its own id where nobody corrected it
     * @param corrections hash of what was corrected; null for nothing
     */
    record Row(
            long id,
            String key,
            SourceFile file,
            long loadedBy,
            long from,
            @Nullable Long to,
            long readId,
            @Nullable String corrections) {

        boolean heldAfter(long run) {
            return from <= run && (to == null || to > run);
        }

        boolean isOfDocument(Row other) {
            return file.id().equals(other.file().id());
        }

        boolean isAsRead() {
            return readId == id;
        }
    }

    private final List<Row> rows;

    private ArticleTimes(List<Row> rows) {
        this.rows = rows;
    }

    static ArticleTimes of(JdbcClient client, ProvinceYearKey key) {
        return new ArticleTimes(client.sql(ROWS)
                .params(key.region(), key.year())
                .query((row, n) -> new Row(
                        row.getLong("article_id"),
                        row.getString("article_key"),
                        SourceFileRow.read(row),
                        row.getLong("run_id"),
                        row.getLong("valid_from_run"),
                        row.getObject("valid_to_run", Long.class),
                        Optional.ofNullable(row.getObject("read_article_id", Long.class))
                                .orElse(row.getLong("article_id")),
                        row.getString("corrections_sha256")))
                .list());
    }

    /** The runs that changed what holds, see {@link Vintages}. */
    List<Long> changes() {
        TreeSet<Long> runs = new TreeSet<>();
        for (Row row : rows) {
            if (row.to() == null || row.to() != row.from()) {
                runs.add(row.from());
                if (row.to() != null) {
                    runs.add(row.to());
                }
            }
        }
        return List.copyOf(runs);
    }

    /** What held after a run, by identity. */
    Map<String, Row> heldAfter(long run) {
        Map<String, Row> held = new HashMap<>();
        rows.stream().filter(row -> row.heldAfter(run)).forEach(row -> held.put(row.key(), row));
        return held;
    }

    /** What was put in the place of something else by a run, or added, or taken back, in the order of the rows. */
    List<Change> changedBy(long run) {
        Map<String, Row> before = heldAfter(run - 1);
        Map<String, Row> after = heldAfter(run);
        return rows.stream()
                .map(Row::key)
                .distinct()
                .map(key -> new Change(before.get(key), after.get(key)))
                .filter(change -> change.before() != change.after())
                .toList();
    }

    /** An article before and after a run. @param before null for none @param after null for none */
    record Change(@Nullable Row before, @Nullable Row after) {}

    /** The reading of a document before this one, as the program read it. */
    Optional<Row> readBefore(Row row) {
        return rows.stream()
                .filter(other -> other.isAsRead()
                        && other.key().equals(row.key())
                        && other.isOfDocument(row)
                        && other.id() < row.readId())
                .reduce((earlier, later) -> later);
    }
}
