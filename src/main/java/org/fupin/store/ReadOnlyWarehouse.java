package org.fupin.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.fupin.delivery.Delivery;
import org.fupin.delivery.compose.Publication;
import org.fupin.delivery.compose.QueuedMessage;
import org.fupin.delivery.outbox.Outbox;
import org.fupin.delivery.recipients.Recipients;
import org.fupin.settings.Credentials;
import org.fupin.settings.DatabaseUrl;
import org.fupin.settings.LockTiming;
import org.fupin.store.Schema.State;
import org.fupin.warehouse.WarehouseConfiguration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A warehouse as it is, opened so that nothing can be written: no row, no table, no file. Where there is none yet, or none
 * in the database, an empty one in memory stands in for it.
 */
public final class ReadOnlyWarehouse implements AutoCloseable {

    private final HikariDataSource database;
    private final State state;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate snapshot;

    private ReadOnlyWarehouse(HikariDataSource database, State state) {
        this.database = database;
        this.state = state;
        this.jdbc = new JdbcTemplate(database);
        this.snapshot = new TransactionTemplate(new JdbcTransactionManager(database));
        this.snapshot.setReadOnly(true);
        this.snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    /** @throws SchemaException if a run could not work with it, or not bring it up to date */
    public static ReadOnlyWarehouse open(DatabaseUrl url, Credentials credentials, LockTiming timing)
            throws DatabaseUnreachableException, RunInProgressException {
        HikariDataSource database =
                Database.openToRead(url, credentials, timing).orElse(null);
        if (database != null) {
            try {
                Schema schema = Schema.of(url, database);
                State state = schema.state();
                if (state == State.NEWER) {
                    throw schema.newer();
                }
                if (state != State.CURRENT) {
                    Schema.requireRights(url, credentials);
                }
                if (state != State.MISSING) {
                    return new ReadOnlyWarehouse(database, state);
                }
                database.close();
            } catch (RuntimeException e) {
                database.close();
                throw e;
            }
        }
        return new ReadOnlyWarehouse(empty(), State.MISSING);
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

    public State state() {
        return state;
    }

    /**
     * See {@link Schema#requireCurrent}.
     *
     * @param url of the database that was opened
     */
    public void requireCurrent(DatabaseUrl url) throws DatabaseUnreachableException {
        if (state == State.MISSING) {
            throw Schema.missing(url);
        }
        Schema.requireCurrent(url, database);
    }

    public JdbcTemplate jdbc() {
        return jdbc;
    }

    /** The mail that would be put into the outbox. A warehouse of a version without one has sent nothing yet. */
    public List<QueuedMessage> plan(Recipients recipients, Publication publication, YearMonth period) {
        if (state == State.EARLIER) {
            HikariDataSource stand = empty();
            try {
                return plan(stand, recipients, publication, period);
            } finally {
                new JdbcTemplate(stand).execute("SHUTDOWN");
                stand.close();
            }
        }
        return plan(database, recipients, publication, period);
    }

    private static List<QueuedMessage> plan(
            DataSource ledger, Recipients recipients, Publication publication, YearMonth period) {
        Outbox outbox = new Outbox(new JdbcTemplate(ledger), new JdbcTransactionManager(ledger), Clock.systemUTC());
        return new Delivery(recipients, outbox).plan(publication, period);
    }

    /** Reads in one transaction: what others commit meanwhile is not seen. */
    public <T> T read(Supplier<T> work) {
        return Objects.requireNonNull(snapshot.execute(status -> work.get()));
    }

    @Override
    public void close() {
        if (state == State.MISSING) {
            jdbc.execute("SHUTDOWN");
        }
        database.close();
    }
}
