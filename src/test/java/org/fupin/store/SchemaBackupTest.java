package org.fupin.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.fupin.settings.Credentials;
import org.fupin.settings.DatabaseUrl;
import org.fupin.settings.LockTiming;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SchemaBackupTest {

    private static final Credentials NOBODY = new Credentials(null, null);

    @TempDir
    private Path folder;

    private DatabaseUrl url;
    private SchemaBackup backup;

    @BeforeEach
    void makeTables() throws Exception {
        Path database = folder.resolve("it's/monthly");
        url = DatabaseUrl.parse(database.toString(), folder);
        backup = new SchemaBackup(database);
        upgrade();
        execute("INSERT INTO run (job, period, status, started) VALUES ('monthly', '2026-03', 'completed', NOW())");
    }

    @Test
    void isGoneWhenTheChangeHasEnded() throws Exception {
        assertThat(backup.isThere()).isFalse();
        try (var files = Files.list(folder.resolve("it's"))) {
            assertThat(files.map(file -> file.getFileName().toString())).containsExactly("monthly.mv.db");
        }
    }

    @Test
    void isPutBackWhereAChangeBrokeOff() throws Exception {
        try (Connection connection = connect()) {
            backup.make(connection);
        }
        // What H2 leaves when it is killed while it adds a column.
        execute("ALTER TABLE run RENAME TO run_copy_14_0");
        execute("DROP TABLE outbox_delivery");

        assertThatThrownBy(() -> Database.openToRead(url, NOBODY, LockTiming.DEFAULT))
                .as("a dry run writes nothing")
                .isInstanceOf(DatabaseUnreachableException.class)
                .hasMessageContaining("the next run undoes it");
        upgrade();

        assertThat(backup.isThere()).isFalse();
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            assertThat(statement.executeQuery("SELECT 1 FROM run").next()).isTrue();
            assertThat(statement.executeQuery("SELECT 1 FROM outbox_delivery").next())
                    .isFalse();
        }
    }

    @Test
    void isLeftAloneWhileTheChangeIsUnderWay() throws Exception {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            backup.make(connection);
            statement.execute("CREATE TABLE half (c INT)");

            backup.restore();

            assertThat(backup.isThere()).isTrue();
            statement.execute("SELECT * FROM half");
        }
    }

    @Test
    void doesNotBringBackADatabaseThatWasDeleted() throws Exception {
        try (Connection connection = connect()) {
            backup.make(connection);
        }
        Files.delete(folder.resolve("it's/monthly.mv.db"));

        upgrade();

        assertThat(backup.isThere()).isFalse();
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            assertThat(statement.executeQuery("SELECT 1 FROM run").next()).isFalse();
        }
    }

    private void upgrade() throws Exception {
        Schema.upgrade(url, NOBODY, LockTiming.DEFAULT);
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(url.jdbc(), "sa", "");
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
