package org.fupin.batch;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.fupin.batch.RunPlan.DatabaseState;
import org.fupin.warehouse.WarehouseConfiguration;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A warehouse as it is, opened so that nothing can be written: no row, no table, no file. Where there is none yet, or none
 * in the database, an empty one in memory stands in for it.
 */
final class ReadOnlyWarehouse implements AutoCloseable {

    private final HikariDataSource database;
    private final DatabaseState state;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate snapshot;

    private ReadOnlyWarehouse(HikariDataSource database, DatabaseState state) {
        this.database = database;
        this.state = state;
        this.jdbc = new JdbcTemplate(database);
        this.snapshot = new TransactionTemplate(new JdbcTransactionManager(database));
        this.snapshot.setReadOnly(true);
        this.snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    static ReadOnlyWarehouse open(DatabaseUrl url, Credentials credentials, LockTiming timing)
            throws DatabaseUnreachableException, RunInProgressException {
        HikariDataSource database =
                Database.openToRead(url, credentials, timing).orElse(null);
        if (database != null) {
            try {
                new JdbcTemplate(database).queryForObject("SELECT COUNT(*) FROM run", Long.class);
                boolean earlier = Schema.of(url, database).isEarlier();
                return new ReadOnlyWarehouse(database, earlier ? DatabaseState.EARLIER : DatabaseState.READY);
            } catch (BadSqlGrammarException e) {
                // Its tables are not there yet.
                database.close();
            } catch (RuntimeException e) {
                database.close();
                throw e;
            }
        }
        return new ReadOnlyWarehouse(empty(), DatabaseState.MISSING);
    }

    private static HikariDataSource empty() {
        DatabaseUrl url = new DatabaseUrl(
                "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1" + WarehouseConfiguration.H2_SETTINGS);
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url.jdbc());
        HikariDataSource database = new HikariDataSource(config);
        Schema.of(url, database).migrate();
        return database;
    }

    DatabaseState state() {
        return state;
    }

    JdbcTemplate jdbc() {
        return jdbc;
    }

    /** Reads in one transaction: what others commit meanwhile is not seen. */
    <T> T read(Supplier<T> work) {
        return Objects.requireNonNull(snapshot.execute(status -> work.get()));
    }

    @Override
    public void close() {
        if (state == DatabaseState.MISSING) {
            jdbc.execute("SHUTDOWN");
        }
        database.close();
    }
}
