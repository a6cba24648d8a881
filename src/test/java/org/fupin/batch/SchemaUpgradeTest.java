package org.fupin.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.fupin.batch.Schema.Upgrade;
import org.fupin.testing.TestDatabase;
import org.fupin.testing.TestDatabase.Server;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SchemaUpgradeTest {

    private TestDatabase database;
    private DatabaseUrl url;
    private Credentials administrator;

    @ParameterizedTest
    @EnumSource
    void makesTheTablesOnce(Server server) throws Exception {
        open(server);

        Upgrade first = upgrade(administrator);
        Upgrade second = upgrade(administrator);

        assertThat(first.from()).isNull();
        assertThat(second).isEqualTo(new Upgrade(first.to(), first.to()));
        execute("SELECT COUNT(*) FROM fact_observation");
    }

    @ParameterizedTest
    @EnumSource
    void bringsOlderTablesUpToDate(Server server) throws Exception {
        open(server);
        Flyway.configure()
                .dataSource(database.url(), database.user(), database.password())
                .locations("classpath:db/migration")
                .target("1")
                .load()
                .migrate();

        Upgrade change = upgrade(administrator);

        assertThat(change.from()).isEqualTo("1");
        assertThat(change.to()).isNotEqualTo("1");
        execute("SELECT COUNT(*) FROM BATCH_JOB_INSTANCE");
    }

    @ParameterizedTest
    @EnumSource
    void refusesTablesOfANewerProgram(Server server) throws Exception {
        open(server);
        String known = upgrade(administrator).to();
        execute("INSERT INTO flyway_schema_history (installed_rank, version, description, type, script, checksum,"
                + " installed_by, execution_time, success) VALUES (99, '99', 'later', 'SQL', 'V99__later.sql', 1, 'x', 1, "
                + (server == Server.H2 ? "TRUE" : "1") + ")");

        assertThatThrownBy(() -> upgrade(administrator))
                .isInstanceOf(SchemaException.class)
                .hasMessage(
                        "the tables of " + url + " are of version 99, made by a newer fupin; this one knows them up to"
                                + " version " + known
                                + ": use the newer program, or restore the backup from before its first run");
    }

    @ParameterizedTest
    @EnumSource
    void refusesTablesThatWereLeftHalfChanged(Server server) throws Exception {
        open(server);
        String version = upgrade(administrator).to();
        execute("UPDATE flyway_schema_history SET success = " + (server == Server.H2 ? "FALSE" : "0")
                + " WHERE version = '" + version + "'");

        assertThatThrownBy(() -> upgrade(administrator))
                .isInstanceOf(SchemaException.class)
                .hasMessageContaining("broke off half-way: restore the backup");
    }

    @ParameterizedTest
    @EnumSource(names = {"MARIADB", "ENVIRONMENT"})
    void triesNothingWithoutTheRightTo(Server server) throws Exception {
        open(server);
        String user = "fupin_rows" + UUID.randomUUID().toString().substring(0, 8);
        execute("CREATE USER '" + user + "'@'%' IDENTIFIED BY 'rows'");
        try {
            execute("GRANT SELECT, INSERT, UPDATE, DELETE ON "
                    + url.jdbc().replaceFirst(".*/([^/?]+)(\\?.*)?$", "$1") + ".* TO '" + user
                    + "'@'%'");
            Credentials rows = new Credentials(user, "rows");

            assertThatThrownBy(() -> upgrade(rows))
                    .isInstanceOf(SchemaException.class)
                    .hasMessageStartingWith("there are no tables in " + url + " yet, and " + user + "@")
                    .hasMessageEndingWith("run 'fupin migrate' once with a user that may");
            String version = upgrade(administrator).to();
            assertThat(upgrade(rows)).isEqualTo(new Upgrade(version, version));

            // As if the program had been upgraded since.
            execute("DELETE FROM flyway_schema_history WHERE version = '" + version + "'");
            assertThatThrownBy(() -> upgrade(rows))
                    .isInstanceOf(SchemaException.class)
                    .hasMessageContaining("this fupin needs " + version + ", and " + user + "@");
            try (Connection connection = connect();
                    Statement statement = connection.createStatement()) {
                assertThat(statement
                                .executeQuery("SELECT 1 FROM flyway_schema_history WHERE success = 0")
                                .next())
                        .as("a failed change is noted")
                        .isFalse();
            }
        } finally {
            execute("DROP USER '" + user + "'@'%'");
        }
    }

    private Upgrade upgrade(Credentials credentials) throws Exception {
        return Schema.upgrade(url, credentials, LockTiming.DEFAULT);
    }

    private void open(Server server) {
        database = server.newDatabase();
        url = DatabaseUrl.parse(database.url(), Path.of("").toAbsolutePath());
        administrator = new Credentials(database.user(), database.password());
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(url.jdbc(), database.user(), database.password());
    }
}
