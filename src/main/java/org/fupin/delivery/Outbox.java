package org.fupin.delivery;

import java.time.Clock;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;

/** The ledger of messages. */
public class Outbox {

    /** On a database that is migrated with {@code classpath:db/migration}. */
    public Outbox(JdbcTemplate jdbc, PlatformTransactionManager transactions, Clock clock) {}

    /** The newest messages first, the addresses of a message in their order. */
    public List<OutboxEntry> list(OutboxQuery query) {
        throw new UnsupportedOperationException();
    }

    /** How many are waiting to be sent: pending ones and those in doubt. */
    public int waiting() {
        throw new UnsupportedOperationException();
    }
}
