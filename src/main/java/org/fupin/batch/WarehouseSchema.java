package org.fupin.batch;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.MigrationVersion;
import org.jspecify.annotations.Nullable;

/**
 * The tables of a warehouse: of which version they are, and bringing them up to date. They only go forward: a program
 * does not work with tables that a newer one has changed.
 */
public final class WarehouseSchema {

    /**
     * What happened.
     *
     * @param from the version before, null if there were no tables
     * @param to the version now; equal to {@code from} if they were up to date
     */
    public record Change(@Nullable String from, String to) {}

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

    private final DataSource database;
    private final DatabaseUrl url;
    private final Flyway flyway;

    WarehouseSchema(DataSource database, DatabaseUrl url) {
        this.database = database;
        this.url = url;
        this.flyway = Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/migration", "classpath:db/batch/" + (url.isH2() ? "h2" : "mysql"))
                .load();
    }

    /**
     * Brings the tables of a database up to date, or makes them.
     *
     * @throws SchemaException if the user may not, or the tables are of a newer program, or a change broke off
     */
    public static Change migrate(DatabaseUrl url, Credentials credentials)
            throws DatabaseUnreachableException, RunInProgressException {
        try (HikariDataSource database = Database.open(url, credentials, 2)) {
            return new WarehouseSchema(database, url).bringUpToDate();
        }
    }

    /**
     * Does nothing where the tables are up to date: a user without the right to change them is enough then.
     *
     * @throws SchemaException see {@link #migrate}; nothing was tried where the user has no right to
     */
    Change bringUpToDate() {
        MigrationInfo[] all = flyway.info().all();
        String needed = version(Arrays.stream(all).filter(m -> !OF_A_NEWER_PROGRAM.contains(m.getState())));
        String held = version(Arrays.stream(all).filter(m -> m.getState().isApplied()));
        if (Arrays.stream(all).anyMatch(m -> OF_A_NEWER_PROGRAM.contains(m.getState()))) {
            throw new SchemaException("the tables of " + url + " are of version " + held
                    + ", made by a newer fupin; this one knows them up to version " + needed
                    + ": use the newer program, or restore the backup from before its first run");
        }
        if (Arrays.stream(all).anyMatch(m -> m.getState() == MigrationState.FAILED)) {
            throw new SchemaException("a change of the tables of " + url + " to version " + held
                    + " broke off half-way: restore the backup from before the upgrade, and migrate again");
        }
        if (flyway.info().pending().length == 0) {
            return new Change(held, needed);
        }
        String user = userWithoutRights();
        if (user != null) {
            throw new SchemaException((held == null
                            ? "there are no tables in " + url + " yet"
                            : "the tables of " + url + " are of version " + held + ", this fupin needs " + needed)
                    + ", and " + user + " may not change them: run 'fupin migrate' once with a user that may");
        }
        try {
            flyway.migrate();
        } catch (FlywayException e) {
            throw new SchemaException(
                    "the tables of " + url + " could not be brought to version " + needed + ": "
                            + e.getMessage().strip().lines().findFirst().orElse(""),
                    e);
        }
        return new Change(held, needed);
    }

    private static @Nullable String version(Stream<MigrationInfo> migrations) {
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
        try (Connection connection = database.getConnection();
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
            throw new SchemaException("the rights on " + url + " could not be found out: " + e.getMessage(), e);
        }
    }
}
