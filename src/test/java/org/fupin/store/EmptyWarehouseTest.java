package org.fupin.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.fupin.settings.Credentials;
import org.fupin.settings.DatabaseUrl;
import org.fupin.settings.LockTiming;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

class EmptyWarehouseTest {

    private static final Credentials NOBODY = new Credentials(null, null);

    @TempDir
    private Path folder;

    private EmptyWarehouse empty;

    @BeforeEach
    void makeOneByAllMigrations() throws Exception {
        Schema.upgrade(DatabaseUrl.parse("release/fupin", folder), NOBODY, LockTiming.DEFAULT);
        Path file = folder.resolve("release/fupin.mv.db");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--r--r--"));
        empty = new EmptyWarehouse(Optional.of(file));
    }

    @Test
    void aNewWarehouseBeginsAsACopy() throws Exception {
        DatabaseUrl url = DatabaseUrl.parse("data/w", folder);

        empty.copyTo(url, NOBODY);

        assertThat(files("data")).as("nothing is left beside it").containsExactly("w.mv.db");
        try (HikariDataSource database = Database.open(url, NOBODY, 1, LockTiming.DEFAULT)) {
            assertThatCode(() -> Schema.requireCurrent(url, database)).doesNotThrowAnyException();
            assertThat(tables(database)).isEqualTo(tablesOfMigrations());
            assertThatCode(() -> new JdbcTemplate(database).execute("CREATE TABLE written (c INT)"))
                    .as("it can be written to, though the release cannot")
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void leavesAWarehouseThatIsThereAlone() throws Exception {
        Path there = Files.writeString(folder.resolve("w.mv.db"), "somebody's");

        empty.copyTo(DatabaseUrl.parse("w", folder), NOBODY);

        assertThat(there).hasContent("somebody's");
    }

    @Test
    void leavesWhatIsNotTheUsualFileToTheMigrations() throws Exception {
        empty.copyTo(DatabaseUrl.parse("jdbc:h2:file:" + folder + "/data/c;CIPHER=AES", folder), NOBODY);
        empty.copyTo(DatabaseUrl.parse("jdbc:h2:mem:" + folder.getFileName(), folder), NOBODY);
        empty.copyTo(DatabaseUrl.parse("data/u", folder), new Credentials("office", "secret"));
        new EmptyWarehouse(Optional.empty()).copyTo(DatabaseUrl.parse("data/n", folder), NOBODY);
        new EmptyWarehouse(Optional.of(folder.resolve("gone"))).copyTo(DatabaseUrl.parse("data/g", folder), NOBODY);

        assertThat(files("data")).isEmpty();
    }

    @Test
    void doesNotBringBackWhatAnUpgradeThatBrokeOffHasStillToUndo() throws Exception {
        Files.createFile(folder.resolve("w.before-upgrade.zip"));

        empty.copyTo(DatabaseUrl.parse("w", folder), NOBODY);

        assertThat(folder.resolve("w.mv.db")).doesNotExist();
    }

    private List<String> files(String name) throws Exception {
        if (!Files.exists(folder.resolve(name))) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder.resolve(name))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private List<String> tablesOfMigrations() throws Exception {
        DatabaseUrl url = DatabaseUrl.parse("migrated", folder);
        Schema.upgrade(url, NOBODY, LockTiming.DEFAULT);
        try (HikariDataSource database = Database.open(url, NOBODY, 1, LockTiming.DEFAULT)) {
            return tables(database);
        }
    }

    /** All statements that make them. */
    private static List<String> tables(HikariDataSource database) {
        return new JdbcTemplate(database)
                .queryForList("SCRIPT NODATA NOSETTINGS", String.class).stream()
                        .filter(statement -> !statement.startsWith("CREATE USER"))
                        .toList();
    }
}
