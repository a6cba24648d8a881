package org.fupin.delivery;

import com.zaxxer.hikari.HikariDataSource;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.fupin.delivery.outbox.Outbox;
import org.fupin.delivery.outbox.OutboxEntry;
import org.fupin.delivery.outbox.OutboxQuery;
import org.fupin.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionException;

/** A test of the ledger that runs on each kind of server. The tests of a server share one database, emptied before each. */
@ParameterizedClass(name = "{0}")
@EnumSource(TestDatabase.Server.class)
abstract class OutboxTestCase {

    static final Instant NOON = Instant.parse("2026-05-06T12:00:00.123Z");

    /** Goes only when it is told to. */
    static final class HandClock extends Clock {

        private Instant now = NOON;

        void forward(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.ofHours(8);
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return Clock.fixed(now, zone);
        }
    }

    /** Loses the connection on statements with some words in them, as often as it is told. */
    static final class BreakableDataSource extends DelegatingDataSource {

        private final AtomicInteger left = new AtomicInteger();
        private final AtomicInteger away = new AtomicInteger();
        private String words = "";

        BreakableDataSource(DataSource target) {
            super(target);
        }

        void breakOn(String sql, int times) {
            words = sql;
            left.set(times);
        }

        /** There is no connection to be had, so often. */
        void goAway(int times) {
            away.set(times);
        }

        @Override
        public Connection getConnection() throws SQLException {
            if (away.getAndUpdate(times -> Math.max(0, times - 1)) > 0) {
                throw new SQLTransientConnectionException("the database is gone");
            }
            Connection connection = super.getConnection();
            return (Connection) Proxy.newProxyInstance(
                    getClass().getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                        if (method.getName().equals("prepareStatement")
                                && left.get() > 0
                                && ((String) arguments[0]).contains(words)) {
                            left.decrementAndGet();
                            throw new SQLTransientConnectionException("the database is gone");
                        }
                        try {
                            return method.invoke(connection, arguments);
                        } catch (InvocationTargetException e) {
                            throw e.getCause();
                        }
                    });
        }
    }

    private static final Map<TestDatabase.Server, DataSource> OPEN = new EnumMap<>(TestDatabase.Server.class);

    @Parameter
    TestDatabase.Server server;

    HandClock clock;
    BreakableDataSource database;
    JdbcTemplate jdbc;
    Outbox outbox;
    long run;

    /** How often what was committed was put on the disk. */
    final AtomicInteger toDisk = new AtomicInteger();

    @BeforeEach
    void openEmptyOutbox() {
        clock = new HandClock();
        database = new BreakableDataSource(OPEN.computeIfAbsent(server, OutboxTestCase::migrated));
        jdbc = new JdbcTemplate(database);
        outbox = new Outbox(
                jdbc,
                new JdbcTransactionManager(database),
                clock,
                toDisk::incrementAndGet,
                RetryPolicy.builder()
                        .includes(DataAccessException.class, TransactionException.class)
                        .maxRetries(2)
                        .delay(Duration.ofMillis(1))
                        .build());
        List.of("outbox_delivery", "outbox_file", "outbox", "run")
                .forEach(table -> jdbc.update("DELETE FROM " + table));
        run = startRun("2026-05");
    }

    long startRun(String period) {
        jdbc.update(
                "INSERT INTO run (job, period, status, started) VALUES ('monthly', ?, 'started', ?)",
                period,
                LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
        return Objects.requireNonNull(jdbc.queryForObject("SELECT MAX(run_id) FROM run", Long.class));
    }

    /** "gansu@office.example sent" and so on, in the order in which they were queued. */
    List<String> ledger() {
        return outbox.list(new OutboxQuery(null, null, null, 100)).stream()
                .sorted(Comparator.comparingLong(OutboxEntry::id))
                .map(entry -> entry.kind().code() + " " + entry.address() + " "
                        + entry.status().code())
                .toList();
    }

    private static DataSource migrated(TestDatabase.Server server) {
        TestDatabase database = server.newWarehouse();
        HikariDataSource source = new HikariDataSource();
        source.setJdbcUrl(database.url());
        source.setUsername(database.user());
        source.setPassword(database.password());
        source.setMaximumPoolSize(3);
        return source;
    }
}
