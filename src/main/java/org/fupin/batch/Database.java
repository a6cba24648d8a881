package org.fupin.batch;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;

/** Opens databases, or says in a line why not. */
final class Database {

    /** H2's error code for a file that another process has open; it lets in one at a time. */
    private static final int IN_USE = 90020;

    /** H2's error code for a database that is not there and must not be made. */
    private static final int NOT_THERE = 90146;

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
        return open(url, credentials, connections, false);
    }

    private static HikariDataSource open(DatabaseUrl url, Credentials credentials, int connections, boolean readOnly)
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
            config.setReadOnly(readOnly);
            return new HikariDataSource(config);
        } catch (SQLException e) {
            if (url.isH2() && e.getErrorCode() == IN_USE) {
                throw new RunInProgressException("database " + url + " is in use by another process");
            }
            throw new DatabaseUnreachableException("database " + url + " not reachable: " + reason(e), e);
        }
    }

    /**
     * A pool of connections that cannot write.
     *
     * @return empty if an H2 database has no file yet
     * @throws RunInProgressException if another process has the file of an H2 database open
     */
    static Optional<HikariDataSource> openToRead(DatabaseUrl url, Credentials credentials)
            throws DatabaseUnreachableException, RunInProgressException {
        try {
            return Optional.of(open(url.readOnly(), credentials, 2, true));
        } catch (DatabaseUnreachableException e) {
            if (url.isH2() && e.getCause() instanceof SQLException failure && failure.getErrorCode() == NOT_THERE) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** Where the migrations of a database are: the warehouse's and Spring Batch's. */
    static String[] migrations(boolean h2) {
        return new String[] {"classpath:db/migration", "classpath:db/batch/" + (h2 ? "h2" : "mysql")};
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
