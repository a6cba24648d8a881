package org.fupin.store;

import java.sql.Statement;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Puts on the disk what was committed so far. An H2 file gets commits up to two seconds late, many at once, and a program
 * that is killed meanwhile loses the last of them, in the order in which they were made. So this comes between a commit and
 * whatever is done outside of the database that relies on it: mail that is handed over, a file that says what the database
 * holds, a backup that is thrown away. A server has a commit on its disk before it answers, as it is set up.
 */
public final class Checkpoint implements Runnable {

    private final JdbcTemplate jdbc;

    public Checkpoint(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** @throws DataAccessException if the disk does not take it */
    @Override
    public void run() {
        jdbc.execute((ConnectionCallback<Boolean>) connection -> {
            if (!"H2".equals(connection.getMetaData().getDatabaseProductName())) {
                return false;
            }
            try (Statement statement = connection.createStatement()) {
                return statement.execute("CHECKPOINT SYNC");
            }
        });
    }
}
