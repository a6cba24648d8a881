package org.fupin.store;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.fupin.settings.Credentials;
import org.fupin.settings.DatabaseUrl;
import org.fupin.settings.LockTiming;
import org.fupin.warehouse.ledger.RunLocks;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The tables of a warehouse: of which version they are, and bringing them up to date. They only go forward: a program
 * does not work with tables that a newer one has changed.
 */
public final class Schema {

    /** How the tables of a database stand to those that this program works with. */
    public enum State {
        /** There are none; a run would make them, or the whole database. */
        MISSING,
        /** They are of an earlier version, or a change of them broke off; a run would first bring them up to date. */
        EARLIER,
        CURRENT,
        /** They are of a newer program; this one leaves them alone. */
        NEWER
    }

    /**
     * What an upgrade did.
     *
     * @param from the version before, null if there were no tables
     * @param to the version now; equal to {@code from} if they were up to date
     */
    public record Upgrade(@Nullable String from, String to) {}

    private static final Set<MigrationState> OF_A_NEWER_PROGRAM =
            Set.of(MigrationState.FUTURE_SUCCESS, MigrationState.FUTURE_FAILED);

    /** No table is called so: where a user may, the statement says that it is missing, else that it is not allowed. */
    private static final List<String> PROBES = List.of(
            "CREATE TABLE fupin_probe_new LIKE fupin_probe_missing",
            "ALTER TABLE fupin_probe_missing ADD COLUMN c INT",
            "CREATE INDEX fupin_probe ON fupin_probe_missing (c)",
            "DROP TABLE fupin_probe_missing");

    /** MySQL's and MariaDB's error code for a statement that a user has no right to. */
    private static final int DENIED = 1142;

    /** Of the migrations in {@code db}. A test compares. */
    static final Set<String> VERSIONS =
            Set.of("1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12", "13", "14", "15");

    private final DatabaseUrl url;
    private final Flyway flyway;

    private Schema(DatabaseUrl url, FluentConfiguration configuration) {
        this.url = url;
        this.flyway = configuration
                .locations("classpath:db/migration", "classpath:db/batch/" + (url.isH2() ? "h2" : "mysql"))
                .skipDefaultResolvers(true)
                .resolvers(new ResumableMigrations())
                .load();
    }

    private Schema(DatabaseUrl url, Credentials credentials) {
        this(url, Flyway.configure().dataSource(url.jdbc(), Database.user(url, credentials), credentials.password()));
    }

    /** Of a database that is open already. */
    static Schema of(DatabaseUrl url, DataSource database) {
        return new Schema(url, Flyway.configure().dataSource(database));
    }

    /**
     * Brings the tables of a database up to date, or makes them, as a run does before it begins.
     *
     * @throws RunInProgressException if a run is at work on the database; nothing is done then
     * @throws SchemaException see {@link #migrate}
     */
    public static Upgrade upgrade(DatabaseUrl url, Credentials credentials, LockTiming timing)
            throws DatabaseUnreachableException, RunInProgressException {
        try (HikariDataSource reachable = Database.open(url, credentials, 1, timing)) {
            RunLock.refuseWhileAtWork(new RunLocks(new JdbcTemplate(reachable)), url, timing);
            Schema schema = new Schema(url, credentials);
            Upgrade upgrade = new Upgrade(schema.held(), schema.needed());
            schema.migrate();
            return upgrade;
        }
    }

    /**
     * Applies the migrations that the database does not have; where it has all, a user without the right to change tables
     * is enough. Of two that come at the same time one waits for the other: Flyway sees to that. It has connections of its
     * own, without the limits that the pool's have: a migration of a large table takes the time that it takes.
     *
     * <p>A migration that failed or was killed half-way is gone on with.
     *
     * @throws SchemaException if the user may not (nothing was tried then), if the tables are of a newer program, or if a
     *     migration fails
     */
    public static void migrate(DatabaseUrl url, Credentials credentials, DataSource database) {
        if (!isCurrent(database)) {
            new Schema(url, credentials).migrate();
        }
    }

    /** Whether the tables are those of this program, by Flyway's own notes but without Flyway, which takes long to wake up. */
    private static boolean isCurrent(DataSource database) {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet applied = statement.executeQuery("SELECT version, success FROM flyway_schema_history")) {
            Set<String> versions = new HashSet<>();
            while (applied.next()) {
                if (!applied.getBoolean("success")) {
                    return false;
                }
                versions.add(String.valueOf(applied.getString("version")));
            }
            // Where Flyway made the schema, too, it notes that without a version.
            versions.remove("null");
            return versions.equals(VERSIONS);
        } catch (SQLException e) {
            // There is no such table, or Flyway will say what is wrong.
            return false;
        }
    }

    /** Reads only. */
    State state() {
        MigrationInfoService info = flyway.info();
        if (has(info, OF_A_NEWER_PROGRAM)) {
            return State.NEWER;
        }
        if (held(info) == null) {
            return State.MISSING;
        }
        return brokeOff(info) || info.pending().length > 0 ? State.EARLIER : State.CURRENT;
    }

    /**
     * Checks that a database has the tables that this program works with, for those who do not change them.
     *
     * @throws DatabaseUnreachableException if it has none
     * @throws SchemaException if they are of another version
     */
    public static void requireCurrent(DatabaseUrl url, DataSource database) throws DatabaseUnreachableException {
        if (isCurrent(database)) {
            return;
        }
        Schema schema = of(url, database);
        switch (schema.state()) {
            case MISSING -> throw missing(url);
            case EARLIER -> throw schema.earlier();
            case NEWER -> throw schema.newer();
            case CURRENT -> {}
        }
    }

    static DatabaseUnreachableException missing(DatabaseUrl url) {
        return new DatabaseUnreachableException(
                "database " + url + " holds no warehouse yet: run a job on it first", null);
    }

    private SchemaException earlier() {
        return new SchemaException("the tables of " + url + " are of version " + held() + ", this fupin needs "
                + needed() + ": run 'fupin migrate' or a job on it first");
    }

    SchemaException newer() {
        return new SchemaException("the tables of " + url + " are of version " + held()
                + ", made by a newer fupin; this one knows them up to version " + needed()
                + ": use the newer program, or restore the backup from before its first run");
    }

    void migrate() {
        switch (state()) {
            case NEWER -> throw newer();
            case CURRENT -> {
                return;
            }
            case MISSING, EARLIER -> bringUpToDate();
        }
    }

    private void bringUpToDate() {
        requireRights();
        SchemaBackup backup = url.file().map(SchemaBackup::new).orElse(null);
        try {
            if (backup != null) {
                try (Connection connection =
                        flyway.getConfiguration().getDataSource().getConnection()) {
                    backup.make(connection);
                }
            }
            if (brokeOff(flyway.info())) {
                // Takes the note of the failure away, which would keep Flyway from trying again.
                flyway.repair();
            }
            flyway.migrate();
            if (backup != null) {
                new Checkpoint(new JdbcTemplate(flyway.getConfiguration().getDataSource())).run();
                backup.delete();
            }
        } catch (FlywayException | SQLException | IOException e) {
            throw new SchemaException(
                    "the tables of " + url + " could not be brought to version " + needed() + ": "
                            + Reason.innermost(e),
                    e);
        }
    }

    /**
     * Changes nothing.
     *
     * @throws SchemaException if the user may not bring the tables up to date
     */
    static void requireRights(DatabaseUrl url, Credentials credentials) {
        new Schema(url, credentials).requireRights();
    }

    private void requireRights() {
        String user = userWithoutRights();
        if (user != null) {
            String held = held();
            String state = held == null
                    ? "there are no tables in " + url + " yet"
                    : "the tables of " + url + " are of version " + held + ", this fupin needs " + needed();
            throw new SchemaException(
                    state + ", and " + user + " may not change them: run 'fupin migrate' once with a user that may");
        }
    }

    private static boolean brokeOff(MigrationInfoService info) {
        return has(info, Set.of(MigrationState.FAILED));
    }

    private static boolean has(MigrationInfoService info, Set<MigrationState> states) {
        return Arrays.stream(info.all()).anyMatch(migration -> states.contains(migration.getState()));
    }

    private @Nullable String held() {
        return held(flyway.info());
    }

    private static @Nullable String held(MigrationInfoService info) {
        return last(Arrays.stream(info.applied()).filter(migration -> migration.getState() != MigrationState.FAILED));
    }

    private String needed() {
        return Objects.requireNonNull(
                last(Arrays.stream(flyway.info().all())
                        .filter(migration -> !OF_A_NEWER_PROGRAM.contains(migration.getState()))),
                "the program contains no migrations");
    }

    private static @Nullable String last(Stream<MigrationInfo> migrations) {
        return migrations
                .map(MigrationInfo::getVersion)
                .max(MigrationVersion::compareTo)
                .map(MigrationVersion::getVersion)
                .orElse(null);
    }

    /**
     * Asked before anything is tried: MySQL cannot roll a change of tables back, and would note it as failed. Rights that
     * come from roles count, as no list of grants shows them.
     *
     * @return the user, if one of the statements that migrations need is not allowed; else null
     */
    private @Nullable String userWithoutRights() {
        if (url.isH2()) {
            return null;
        }
        try (Connection connection = flyway.getConfiguration().getDataSource().getConnection();
                Statement statement = connection.createStatement()) {
            for (String probe : PROBES) {
                try {
                    statement.execute(probe);
                } catch (SQLException e) {
                    if (e.getErrorCode() == DENIED) {
                        return connection.getMetaData().getUserName();
                    }
                }
            }
            return null;
        } catch (SQLException e) {
            throw new SchemaException("the privileges on " + url + " could not be determined: " + e.getMessage(), e);
        }
    }
}
