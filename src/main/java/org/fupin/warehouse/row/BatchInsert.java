package org.fupin.warehouse.row;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Inserts values into a table in JDBC batches. Column and value stand side by side, so that wide tables cannot get out
 * of step.
 */
public final class BatchInsert<T> {

    /** Rows a batch: enough to pay for the round trip, small enough for every server's packet limit. */
    private static final int BATCH = 500;

    private record Column<T>(String name, Function<T, @Nullable Object> value) {}

    private final String table;
    private final List<Column<T>> columns;
    private final String onDuplicate;

    private BatchInsert(String table, List<Column<T>> columns, String onDuplicate) {
        this.table = table;
        this.columns = columns;
        this.onDuplicate = onDuplicate;
    }

    public static <T> BatchInsert<T> into(String table) {
        return new BatchInsert<>(table, List.of(), "");
    }

    /** With one column more. */
    public BatchInsert<T> column(String name, Function<T, @Nullable Object> value) {
        List<Column<T>> more = new ArrayList<>(columns);
        more.add(new Column<>(name, value));
        return new BatchInsert<>(table, more, onDuplicate);
    }

    /** Takes the new values of {@code updated} where a row with the same key is there. */
    public BatchInsert<T> onDuplicateUpdate(Collection<String> updated) {
        return new BatchInsert<>(
                table,
                columns,
                " ON DUPLICATE KEY UPDATE "
                        + updated.stream().map(c -> c + " = VALUES(" + c + ")").collect(Collectors.joining(", ")));
    }

    /** All columns, in their order. */
    List<String> columnNames() {
        return columns.stream().map(Column::name).toList();
    }

    public void insert(JdbcTemplate jdbc, Collection<T> rows) {
        if (rows.isEmpty()) {
            return;
        }
        String sql = "INSERT INTO " + table + " (" + String.join(", ", columnNames()) + ") VALUES ("
                + String.join(", ", Collections.nCopies(columns.size(), "?")) + ")" + onDuplicate;
        jdbc.batchUpdate(sql, rows, BATCH, (statement, row) -> {
            int parameter = 1;
            for (Column<T> column : columns) {
                statement.setObject(parameter++, column.value().apply(row));
            }
        });
    }
}
