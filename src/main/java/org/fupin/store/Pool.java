package org.fupin.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A pool of connections that, once somebody has waited for one in vain, fails at once for a while: where the database is
 * gone, the end of a run asks for it a dozen times, and would come minutes later.
 */
final class Pool extends HikariDataSource {

    private static final long WHILE = Duration.ofSeconds(30).toNanos();

    private record Failure(SQLException cause, long at) {}

    private volatile @Nullable Failure last;

    Pool(HikariConfig config) {
        super(config);
    }

    @Override
    public Connection getConnection() throws SQLException {
        Failure failure = last;
        if (failure != null && System.nanoTime() - failure.at() < WHILE) {
            throw new SQLTransientConnectionException(
                    failure.cause().getMessage(), failure.cause().getSQLState(), failure.cause());
        }
        try {
            Connection connection = super.getConnection();
            last = null;
            return connection;
        } catch (SQLTransientConnectionException e) {
            last = new Failure(e, System.nanoTime());
            throw e;
        }
    }
}
