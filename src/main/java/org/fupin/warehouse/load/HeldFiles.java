package org.fupin.warehouse.load;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.fupin.warehouse.row.ColumnText;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Under which names the warehouse holds contents. */
public class HeldFiles {

    private static final String NAMES = """
            SELECT d.document_id, d.name FROM source_document d
            WHERE d.document_id IN (:ids) AND d.is_path AND d.run_id <> :run
            UNION ALL
            SELECT a.document_id, a.name FROM source_document_alias a
            JOIN source_document d ON d.document_id = a.document_id
            WHERE a.document_id IN (:ids) AND d.is_path AND d.run_id <> :run""";

    private final JdbcClient client;

    public HeldFiles(JdbcTemplate jdbc) {
        this.client = JdbcClient.create(jdbc);
    }

    /**
     * The names of documents, by their SHA-256. For a file with such a name {@link WarehouseLoader#unchanged} would note nothing.
     *
     * @param documentIds not many more than 500
     * @param runId the run that asks: what it loaded itself is not among them
     */
    public Map<String, Set<String>> names(Collection<String> documentIds, long runId) {
        Map<String, Set<String>> names = new HashMap<>();
        if (!documentIds.isEmpty()) {
            client.sql(NAMES).param("ids", documentIds).param("run", runId).query(row -> {
                names.computeIfAbsent(row.getString("document_id"), any -> new HashSet<>())
                        .add(row.getString("name"));
            });
        }
        return names;
    }

    /** A path as the warehouse holds it. */
    public static String name(String path) {
        return ColumnText.fit(path, ColumnText.NAME);
    }
}
