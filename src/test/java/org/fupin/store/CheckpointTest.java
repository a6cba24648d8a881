package org.fupin.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Files;
import java.nio.file.Path;
import org.fupin.settings.Credentials;
import org.fupin.settings.DatabaseUrl;
import org.fupin.settings.LockTiming;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

/** A copy of an open file is what a program leaves behind that is killed at that moment. */
class CheckpointTest {

    /** Nothing is put on the disk by itself within the time of the test. */
    private static final String LATE = ";WRITE_DELAY=600000";

    @TempDir
    private Path folder;

    @Test
    void whatWasCommittedOutlivesTheProgram() throws Exception {
        try (HikariDataSource database = open("warehouse" + LATE)) {
            JdbcTemplate jdbc = new JdbcTemplate(database);
            jdbc.execute("CREATE TABLE note (text VARCHAR(20))");
            new Checkpoint(jdbc).run();
            jdbc.update("INSERT INTO note VALUES ('first')");
            assertThat(notesInCopy("before")).isZero();

            new Checkpoint(jdbc).run();
            jdbc.update("INSERT INTO note VALUES ('second')");

            assertThat(notesInCopy("after")).isOne();
        }
    }

    private int notesInCopy(String name) throws Exception {
        Files.copy(folder.resolve("warehouse.mv.db"), folder.resolve(name + ".mv.db"));
        try (HikariDataSource copy = open(name)) {
            Integer notes = new JdbcTemplate(copy).queryForObject("SELECT COUNT(*) FROM note", Integer.class);
            return notes == null ? -1 : notes;
        }
    }

    private HikariDataSource open(String name) throws Exception {
        return Database.open(DatabaseUrl.parse(name, folder), new Credentials(null, null), 2, LockTiming.DEFAULT);
    }
}
