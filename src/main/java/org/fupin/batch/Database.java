package org.fupin.batch;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Properties;

/** Opens databases, or says in a line why not. */
final class Database {

    /** H2's error code for a file that another process has open; it lets in one at a time. */
    private static final int IN_USE = 90020;

    /** H2's own user of a new database. */
    private static final String H2_USER = "sa";

    private Database() {}

    /**
     * A pool of connections.
     *
     * @param connections at most so many
     * @throws DatabaseUnreachableException if not even one can be had
     * @throws RunInProgressException if another process has the file of an H2 database open
     */
    static HikariDataSource open(DatabaseUrl url, Credentials credentials, int connections)
            throws DatabaseUnreachableException, RunInProgressException {
        Properties login = new Properties();
        String user = credentials.user() == null && url.isH2() ? H2_USER : credentials.user();
        if (user != null) {
            login.setProperty("user", user);
            login.setProperty("password", Objects.requireNonNullElse(credentials.password(), ""));
        }
        // Tried before there is a pool: a pool tries for longer, and reports its failure in pages.
        try (Connection first = DriverManager.getConnection(url.jdbc(), login)) {
            HikariConfig config = new HikariConfig();
            config.setPoolName("warehouse");
            config.setJdbcUrl(url.jdbc());
            config.setDataSourceProperties(login);
            config.setUsername(user);
            config.setPassword(login.getProperty("password"));
            config.setMaximumPoolSize(connections);
            config.setMinimumIdle(1);
            return new HikariDataSource(config);
        } catch (SQLException e) {
            if (url.isH2() && e.getErrorCode() == IN_USE) {
                throw new RunInProgressException("database " + url + " is in use by another process");
            }
            throw new DatabaseUnreachableException("database " + url + " not reachable: " + reason(e), e);
        }
    }

    /** Drivers wrap what happened; the first line of the innermost message says it best. */
    private static String reason(SQLException failure) {
        Throwable innermost = failure;
        while (innermost.getCause() != null && innermost.getCause() != innermost) {
            innermost = innermost.getCause();
        }
        String message = Objects.requireNonNullElse(innermost.getMessage(), innermost.toString());
        String line = message.lines().findFirst().orElse("").strip();
        return failure.getSQLState() != null && failure.getSQLState().startsWith("28")
                ? line + " (user and password are taken from FUPIN_DB_USER and FUPIN_DB_PASSWORD)"
                : line;
    }
}
