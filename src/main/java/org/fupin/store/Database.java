package org.fupin.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import javax.net.ssl.SSLException;
import org.fupin.settings.Credentials;
import org.fupin.settings.DatabaseUrl;
import org.fupin.settings.LockTiming;
import org.fupin.warehouse.ledger.LockHolder;
import org.jspecify.annotations.Nullable;

/** Opens databases, or says in a line why not. */
public final class Database {

    /** H2's error code for a file that another process has open; it lets in one at a time. */
    private static final int IN_USE = 90020;

    /** H2's error code for a database that is not there and must not be made. */
    private static final int NOT_THERE = 90146;

    /** H2's error codes for a file that cannot be read as a database: of a wrong length, or broken inside. */
    private static final Set<Integer> DAMAGED = Set.of(90028, 90030);

    /** H2's own user of a new database. */
    private static final String H2_USER = "sa";

    /** How long a command that only looks into an H2 file may keep others waiting before they give up. */
    private static final Duration H2_TIMEOUT = Duration.ofSeconds(5);

    private static final String H2_ENDING = ".mv.db";
    private static final Duration H2_PAUSE = Duration.ofMillis(250);

    /**
     * A server that no longer answers is given up after forty seconds, longer than any statement waits for a lock. The
     * server in turn gives up a client that has been silent for two minutes and undoes what it had open: else a host that
     * vanished would keep its locks for hours. A pool's idle connections are kept awake, see {@link #open}.
     */
    private static final String SOCKET_TIMEOUT = "40000";

    /** Who only looks may ask for all there is, which takes the server long to sort. */
    private static final String QUERY_TIMEOUT = "600000";

    private static final String SESSION = "innodb_lock_wait_timeout=30,wait_timeout=120";
    private static final Duration KEEP_AWAKE = Duration.ofSeconds(40);

    /**
     * The part of the time after which a run is given up for dead that a thread waits for a connection when the server does not
     * answer, five seconds of a minute; {@link DatabaseRetry} waits for longer.
     */
    private static final int CONNECTION_TIMEOUT_PART = 12;

    /** The least that the pool waits. */
    private static final Duration SHORTEST = Duration.ofMillis(250);

    private Database() {}

    /**
     * A pool of connections for short transactions.
     *
     * @param connections at most so many
     * @throws DatabaseUnreachableException if not even one can be had
     * @throws RunInProgressException if another process has the file of an H2 database open
     */
    public static HikariDataSource open(DatabaseUrl url, Credentials credentials, int connections, LockTiming timing)
            throws DatabaseUnreachableException, RunInProgressException {
        return open(url, hurried(url, credentials), connections, timing, false);
    }

    /** A pool of connections to look with: a query over all that there is may take its time. Else as {@link #open}. */
    static HikariDataSource openToLook(DatabaseUrl url, Credentials credentials, int connections, LockTiming timing)
            throws DatabaseUnreachableException, RunInProgressException {
        return open(url, patient(url, credentials), connections, timing, false);
    }

    private static HikariDataSource open(
            DatabaseUrl url, Properties login, int connections, LockTiming timing, boolean readOnly)
            throws DatabaseUnreachableException, RunInProgressException {
        takeBackHalfUpgrade(url, readOnly);
        // Tried before there is a pool: a pool tries for longer, and reports its failure in pages.
        try (Connection first = connect(url, login)) {
            HikariConfig config = new HikariConfig();
            config.setPoolName("warehouse");
            config.setJdbcUrl(url.jdbc());
            config.setDataSourceProperties(login);
            config.setUsername(login.getProperty("user"));
            config.setPassword(login.getProperty("password"));
            config.setMaximumPoolSize(connections);
            config.setMinimumIdle(1);
            config.setReadOnly(readOnly);
            config.setConnectionTimeout(
                    Math.max(SHORTEST.toMillis(), timing.timeout().toMillis() / CONNECTION_TIMEOUT_PART));
            config.setKeepaliveTime(KEEP_AWAKE.toMillis());
            return new HikariDataSource(config);
        } catch (SQLException e) {
            if (isInUse(url, e)) {
                throw inUse(url, timing);
            }
            throw new DatabaseUnreachableException("database " + url + " not reachable: " + reason(e), e);
        }
    }

    private static void takeBackHalfUpgrade(DatabaseUrl url, boolean readOnly) throws DatabaseUnreachableException {
        SchemaBackup backup = url.file().map(SchemaBackup::new).orElse(null);
        if (backup == null) {
            return;
        }
        if (readOnly && backup.isThere()) {
            throw new DatabaseUnreachableException(
                    "database " + url + " is being upgraded, or an upgrade was interrupted: the next run undoes it",
                    null);
        }
        try {
            if (!readOnly) {
                backup.restore();
            }
        } catch (IOException e) {
            throw new DatabaseUnreachableException(
                    "database " + url + " was left by an interrupted upgrade, which could not be undone: "
                            + Reason.innermost(e),
                    e);
        }
    }

    /**
     * A pool of connections that cannot write.
     *
     * @return empty if an H2 database has no file yet
     * @throws RunInProgressException if another process has the file of an H2 database open
     */
    static Optional<HikariDataSource> openToRead(DatabaseUrl url, Credentials credentials, LockTiming timing)
            throws DatabaseUnreachableException, RunInProgressException {
        try {
            return Optional.of(open(url.readOnly(), patient(url, credentials), 2, timing, true));
        } catch (DatabaseUnreachableException e) {
            if (url.isH2() && e.getCause() instanceof SQLException failure && failure.getErrorCode() == NOT_THERE) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** Why the database does not answer; empty if it does. */
    public static Optional<String> silence(DatabaseUrl url, Credentials credentials) {
        try (Connection connection = DriverManager.getConnection(url.jdbc(), hurried(url, credentials))) {
            return connection.isValid(10) ? Optional.empty() : Optional.of("it does not answer");
        } catch (SQLException e) {
            return Optional.of(reason(e));
        }
    }

    /** A look into an H2 file lasts a second or two; a run lasts longer and says so in the file beside it. */
    private static Connection connect(DatabaseUrl url, Properties login) throws SQLException {
        long end = System.nanoTime() + H2_TIMEOUT.toNanos();
        while (true) {
            try {
                return DriverManager.getConnection(url.jdbc(), login);
            } catch (SQLException e) {
                if (!isInUse(url, e) || atWork(url).isPresent() || System.nanoTime() - end > 0) {
                    throw e;
                }
                try {
                    Thread.sleep(H2_PAUSE.toMillis());
                } catch (InterruptedException interrupted) {
                    Thread.currentThread().interrupt();
                    throw e;
                }
            }
        }
    }

    private static boolean isInUse(DatabaseUrl url, SQLException failure) {
        return url.isH2() && failure.getErrorCode() == IN_USE;
    }

    private static RunInProgressException inUse(DatabaseUrl url, LockTiming timing) {
        String message = "database " + url + " is in use by another process";
        return atWork(url)
                .map(holder -> RunAtWork.of(holder, timing))
                .map(other -> new RunInProgressException(message + ": " + other, other))
                .orElseGet(() -> new RunInProgressException(message, null));
    }

    private static Optional<LockHolder> atWork(DatabaseUrl url) {
        return url.file().flatMap(file -> new OwnerFile(file, Clock.systemUTC()).read());
    }

    static @Nullable String user(DatabaseUrl url, Credentials credentials) {
        return credentials.user() == null && url.isH2() ? H2_USER : credentials.user();
    }

    // What the URL says wins over these.

    private static Properties hurried(DatabaseUrl url, Credentials credentials) {
        Properties login = login(url, credentials);
        setUnlessUrlDoes(login, url, "socketTimeout", SOCKET_TIMEOUT);
        setUnlessUrlDoes(login, url, "sessionVariables", SESSION);
        return login;
    }

    private static Properties patient(DatabaseUrl url, Credentials credentials) {
        Properties login = login(url, credentials);
        setUnlessUrlDoes(login, url, "socketTimeout", QUERY_TIMEOUT);
        return login;
    }

    /** The driver would take these before what the operator wrote into the URL. */
    private static void setUnlessUrlDoes(Properties login, DatabaseUrl url, String option, String value) {
        if (!url.isH2() && !url.sets(option)) {
            login.setProperty(option, value);
        }
    }

    private static Properties login(DatabaseUrl url, Credentials credentials) {
        Properties login = new Properties();
        String user = user(url, credentials);
        if (user != null) {
            login.setProperty("user", user);
            login.setProperty("password", Objects.requireNonNullElse(credentials.password(), ""));
        }
        if (!url.isH2()) {
            login.setProperty("tcpKeepAlive", "true");
        }
        return login;
    }

    private static String reason(SQLException failure) {
        String line = Reason.innermost(failure);
        if (failure.getSQLState() != null && failure.getSQLState().startsWith("28")) {
            return line + " (user and password are taken from FUPIN_DB_USER and FUPIN_DB_PASSWORD)";
        }
        if (DAMAGED.contains(failure.getErrorCode()) && failure.getMessage().contains(H2_ENDING)) {
            return line + " (the file is damaged or truncated: restore it from a backup)";
        }
        return isOfTls(failure)
                ? "the server's certificate was not accepted: " + line
                        + " (sslMode and trustCertificateKeyStoreUrl in the JDBC URL say which are)"
                : line;
    }

    private static boolean isOfTls(Throwable failure) {
        return failure instanceof SSLException
                || failure instanceof GeneralSecurityException
                || (failure.getCause() != null && failure.getCause() != failure && isOfTls(failure.getCause()));
    }
}
