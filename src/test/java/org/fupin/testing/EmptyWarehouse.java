package org.fupin.testing;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.fupin.settings.Credentials;
import org.fupin.settings.DatabaseUrl;
import org.fupin.settings.LockTiming;
import org.fupin.store.Schema;

/**
 * The statements that make the tables of a warehouse as its migrations leave them. The migrations run once for each server
 * and JVM: to run them for each test would take a fifth of the time of all tests on whole runs.
 */
final class EmptyWarehouse {

    private static final Map<TestDatabase.Server, EmptyWarehouse> MADE = new EnumMap<>(TestDatabase.Server.class);

    private final List<String> statements;

    private EmptyWarehouse(List<String> statements) {
        this.statements = statements;
    }

    static synchronized EmptyWarehouse on(TestDatabase.Server server) {
        return MADE.computeIfAbsent(server, EmptyWarehouse::make);
    }

    void putInto(TestDatabase database) {
        try (Connection connection = connection(database);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the tables of a warehouse cannot be copied", e);
        }
    }

    private static EmptyWarehouse make(TestDatabase.Server server) {
        TestDatabase migrated = server.newDatabase();
        try {
            Schema.upgrade(
                    DatabaseUrl.parse(migrated.url(), Path.of("")),
                    new Credentials(migrated.user(), migrated.password()),
                    LockTiming.DEFAULT);
            try (Connection connection = connection(migrated);
                    Statement statement = connection.createStatement()) {
                return new EmptyWarehouse(
                        server == TestDatabase.Server.H2
                                ? ofH2(statement)
                                : ofMySql(statement, connection.getCatalog()));
            }
        } catch (Exception e) {
            throw new IllegalStateException("no warehouse on " + server, e);
        }
    }

    private static List<String> ofH2(Statement statement) throws SQLException {
        List<String> all = strings(statement, "SCRIPT NOPASSWORDS NOSETTINGS", 1);
        all.removeIf(sql -> sql.startsWith("CREATE USER"));
        return all;
    }

    private static List<String> ofMySql(Statement statement, String database) throws SQLException {
        List<String> all = new ArrayList<>(List.of("SET FOREIGN_KEY_CHECKS = 0"));
        for (String table : strings(statement, "SHOW TABLES", 1)) {
            all.addAll(strings(statement, "SHOW CREATE TABLE `" + table + "`", 2));
            all.add("INSERT INTO `%2$s` SELECT * FROM `%1$s`.`%2$s`".formatted(database, table));
        }
        return all;
    }

    private static List<String> strings(Statement statement, String query, int column) throws SQLException {
        List<String> strings = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                strings.add(rows.getString(column));
            }
        }
        return strings;
    }

    private static Connection connection(TestDatabase database) throws SQLException {
        return DriverManager.getConnection(database.url(), database.user(), database.password());
    }
}
