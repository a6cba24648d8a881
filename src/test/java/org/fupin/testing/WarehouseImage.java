package org.fupin.testing;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a warehouse holds, without what differs between two warehouses that hold the same: numbers that the database gives
 * out and times. Where a row points to another by such a number, the keys of the other stand in its place.
 */
public final class WarehouseImage {

    /** Given out by the database, in the order in which threads come by, or times, or how often it was tried. */
    private static final Set<String> BY_CHANCE = Set.of(
            "article_id",
            "current_article_id",
            "read_article_id",
            "left_out_id",
            "finding_id",
            "outbox_id",
            "attempt",
            "attempts",
            "started",
            "attempt_started",
            "finished",
            "queued",
            "sent",
            "first_attempt",
            "next_attempt");

    private static final String ARTICLE = "a.article_key, a.document_id AS of_document, a.span_begin AS article_begin";

    private static final String FINDING = "f.finding_key, f.ref_area AS finding_area, f.ref_year AS finding_year";

    private static final Map<String, String> TABLES = Map.ofEntries(
            whole("run"),
            whole("source_document"),
            whole("source_document_alias"),
            Map.entry(
                    "article_identity",
                    "SELECT t.*, a.document_id AS of_document, a.span_begin AS article_begin FROM article_identity t"
                            + " LEFT JOIN article a ON a.article_id = t.current_article_id"),
            pointing("article", ARTICLE, "LEFT JOIN article a ON a.article_id = t.read_article_id"),
            pointing("article_copy", ARTICLE, "JOIN article a ON a.article_id = t.article_id"),
            pointing("section", ARTICLE, "JOIN article a ON a.article_id = t.article_id"),
            pointing("sentence", ARTICLE, "JOIN article a ON a.article_id = t.article_id"),
            pointing("fact_observation", ARTICLE, "JOIN article a ON a.article_id = t.article_id"),
            pointing("left_out_number", ARTICLE, "LEFT JOIN article a ON a.article_id = t.article_id"),
            whole("finding"),
            pointing("finding_observation", FINDING, "JOIN finding f ON f.finding_id = t.finding_id"),
            whole("audit"),
            pointing("headline", ARTICLE, "JOIN article a ON a.article_id = t.article_id"),
            whole("correction"),
            whole("report_file"),
            whole("rejected_file"),
            whole("outbox"),
            pointing("outbox_file", "o.message_id", "JOIN outbox o ON o.outbox_id = t.outbox_id"),
            pointing("outbox_delivery", "o.message_id", "JOIN outbox o ON o.outbox_id = t.outbox_id"));

    private WarehouseImage() {}

    /** The rows of each table in an order of their own, each as {@code column=value} and so on. */
    public static SortedMap<String, List<String>> of(Connection connection) throws SQLException {
        SortedMap<String, List<String>> image = new TreeMap<>();
        Set<String> tables = tables(connection);
        if (!tables.equals(new TreeSet<>(TABLES.keySet()))) {
            throw new AssertionError("the tables are now " + tables + ", and those looked into " + TABLES.keySet());
        }
        try (Statement statement = connection.createStatement()) {
            Map<String, Integer> runs = runs(statement);
            for (Map.Entry<String, String> table : TABLES.entrySet()) {
                try (ResultSet rows = statement.executeQuery(table.getValue())) {
                    image.put(table.getKey(), rows(rows, runs));
                }
            }
        }
        return image;
    }

    /** Those that hold what runs bring: no dimensions, nothing of Spring Batch and Flyway, no lock, and nothing of workers and the disk. */
    private static Set<String> tables(Connection connection) throws SQLException {
        Set<String> tables = new TreeSet<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT table_name AS name FROM information_schema.tables"
                        + " WHERE LOWER(table_schema) = LOWER(SCHEMA())")) {
            while (rows.next()) {
                String table = rows.getString("name").toLowerCase(Locale.ROOT);
                if (!table.matches("batch_.*|flyway_.*|dim_.*|run_lock|run_heartbeat"
                        + "|report_state|warehouse_mark|shared_run|worker|partition_claim")) {
                    tables.add(table);
                }
            }
        }
        return tables;
    }

    /** Their places in the order of their numbers: a number is lost where a transaction is broken off. */
    private static Map<String, Integer> runs(Statement statement) throws SQLException {
        Map<String, Integer> runs = new HashMap<>();
        try (ResultSet rows = statement.executeQuery("SELECT run_id FROM run ORDER BY run_id")) {
            while (rows.next()) {
                runs.put(rows.getString(1), runs.size() + 1);
            }
        }
        return runs;
    }

    private static List<String> rows(ResultSet rows, Map<String, Integer> runs) throws SQLException {
        ResultSetMetaData columns = rows.getMetaData();
        List<String> all = new ArrayList<>();
        while (rows.next()) {
            StringBuilder row = new StringBuilder();
            for (int i = 1; i <= columns.getColumnCount(); i++) {
                String name = columns.getColumnLabel(i).toLowerCase(Locale.ROOT);
                if (!BY_CHANCE.contains(name)) {
                    String value = rows.getString(i);
                    boolean run = name.equals("run_id") || name.endsWith("_run");
                    row.append(name)
                            .append('=')
                            .append(run && runs.containsKey(value) ? runs.get(value) : value)
                            .append(' ');
                }
            }
            all.add(row.toString());
        }
        all.sort(null);
        return all;
    }

    private static Map.Entry<String, String> whole(String table) {
        return Map.entry(table, "SELECT * FROM " + table);
    }

    private static Map.Entry<String, String> pointing(String table, String keys, String join) {
        return Map.entry(table, "SELECT t.*, " + keys + " FROM " + table + " t " + join);
    }
}
