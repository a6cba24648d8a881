package org.fupin.warehouse.ledger;

import java.time.Duration;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What has to be known of the server to judge who is alive. */
final class Server {

    private final JdbcTemplate jdbc;

    Server(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    boolean isH2() {
        return "H2".equals(jdbc.execute((ConnectionCallback<String>)
                connection -> connection.getMetaData().getDatabaseProductName()));
    }

    /** For how long anybody can have been silent: before the server was started, nobody could give a sign of life. */
    Duration longestSilence() {
        if (isH2()) {
            return Duration.ofSeconds(Integer.MAX_VALUE);
        }
        return JdbcClient.create(jdbc)
                .sql("SHOW GLOBAL STATUS LIKE 'Uptime'")
                .query((row, n) -> Duration.ofSeconds(row.getLong("Value")))
                .single();
    }
}
