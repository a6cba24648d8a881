package org.fupin.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.fupin.settings.Credentials;
import org.fupin.settings.DatabaseUrl;
import org.fupin.settings.LockTiming;
import org.fupin.store.Schema.State;
import org.fupin.store.Schema.Upgrade;
import org.fupin.testing.TestDatabase;
import org.fupin.testing.TestDatabase.Server;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

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
        assertThat(versions())
                .as("what tells without Flyway that the tables are up to date")
                .isEqualTo(Schema.VERSIONS);
        assertThat(second).isEqualTo(new Upgrade(first.to(), first.to()));
        execute("SELECT COUNT(*) FROM fact_observation");
    }

    private Set<String> versions() throws SQLException {
        Set<String> versions = new TreeSet<>();
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery("SELECT version FROM flyway_schema_history WHERE version IS NOT NULL")) {
            while (rows.next()) {
                versions.add(rows.getString(1));
            }
        }
        return versions;
    }

    @ParameterizedTest
    @EnumSource
    void bringsOlderTablesUpToDate(Server server) throws Exception {
        open(server);
        upgradeTo(server, 1);

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
    void goesOnWithAChangeThatFailed(Server server) throws Exception {
        open(server);
        String version = upgrade(administrator).to();
        execute("UPDATE flyway_schema_history SET success = " + (server == Server.H2 ? "FALSE" : "0")
                + " WHERE version = '" + version + "'");

        Upgrade rest = upgrade(administrator);

        assertThat(rest.to()).isEqualTo(version);
        assertThat(rest.from()).isNotEqualTo(version);
        assertThat(upgrade(administrator)).isEqualTo(new Upgrade(version, version));
    }

    /**
     * Neither server takes a change of tables back, so a killed program leaves what it had made, and no note of it: here in
     * the midst of each change, one after the other, and at the end of each.
     */
    @ParameterizedTest
    @EnumSource
    void goesOnWithAChangeThatWasKilled(Server server) throws Exception {
        open(server);
        int last = Integer.parseInt(upgrade(administrator).to());
        Set<String> whole = tables(server);
        for (int part : List.of(2, 1)) {
            open(server);
            // Flyway makes its own table first.
            flyway().baselineVersion("0").load().baseline();
            execute("DELETE FROM flyway_schema_history");
            for (int version = 1; version <= last; version++) {
                List<String> statements = statements(server, version);
                for (String statement : statements.subList(0, (statements.size() + part - 1) / part)) {
                    execute(statement);
                }
                if (version < last) {
                    goOnTo(server, version);
                }
            }
            assertThat(upgrade(administrator).to()).isEqualTo(Integer.toString(last));
            assertThat(tables(server))
                    .as("killed after one in %s of each change's statements", part)
                    .isEqualTo(whole);
        }
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

    @ParameterizedTest
    @EnumSource
    void tellsEachEarlierVersionFromTheCurrentOne(Server server) throws Exception {
        open(server);
        assertThat(state()).isEqualTo(State.MISSING);
        assertThatThrownBy(this::look)
                .isInstanceOf(DatabaseUnreachableException.class)
                .hasMessage("database " + url + " holds no warehouse yet: run a job on it first");
        int last = lastVersion();
        for (int version = 1; version < last; version++) {
            upgradeTo(server, version);
            Set<String> before = tables(server);

            assertThat(state()).as("version %s", version).isEqualTo(State.EARLIER);
            assertThatThrownBy(this::look)
                    .isInstanceOf(SchemaException.class)
                    .hasMessage("the tables of " + url + " are of version " + version + ", this fupin needs " + last
                            + ": run 'fupin migrate' or a job on it first");
            assertThat(tables(server)).as("version %s", version).isEqualTo(before);
        }
        upgradeTo(server, last);

        assertThat(state()).isEqualTo(State.CURRENT);
        look();
        execute("INSERT INTO flyway_schema_history (installed_rank, version, description, type, script, checksum,"
                + " installed_by, execution_time, success) VALUES (99, '99', 'later', 'SQL', 'V99__later.sql', 1, 'x', 1, "
                + (server == Server.H2 ? "TRUE" : "1") + ")");
        assertThat(state()).isEqualTo(State.NEWER);
        assertThatThrownBy(this::look)
                .isInstanceOf(SchemaException.class)
                .hasMessageContaining("made by a newer fupin");
    }

    private State state() {
        return Schema.of(url, new DriverManagerDataSource(database.url(), database.user(), database.password()))
                .state();
    }

    private void look() throws Exception {
        WarehouseView.open(url, administrator).close();
    }

    private static int lastVersion() throws IOException {
        int last = 0;
        while (new PathMatchingResourcePatternResolver()
                                .getResources("classpath:db/migration/V" + (last + 1) + "__*.sql")
                                .length
                        > 0
                || last + 1 == 2) {
            last++;
        }
        return last;
    }

    /** As Flyway does it by itself: what it notes has to be the same. */
    private void upgradeTo(Server server, int version) {
        to(server, version).load().migrate();
    }

    /** As the program does, but only so far. */
    private void goOnTo(Server server, int version) {
        to(server, version)
                .skipDefaultResolvers(true)
                .resolvers(new ResumableMigrations())
                .load()
                .migrate();
    }

    private FluentConfiguration to(Server server, int version) {
        return flyway().locations("classpath:db/migration", "classpath:" + batchScripts(server))
                .target(Integer.toString(version));
    }

    private FluentConfiguration flyway() {
        return Flyway.configure().dataSource(database.url(), database.user(), database.password());
    }

    private static String batchScripts(Server server) {
        return "db/batch/" + (server == Server.H2 ? "h2" : "mysql");
    }

    private static List<String> statements(Server server, int version) throws IOException {
        List<String> statements = new ArrayList<>();
        for (String folder : List.of("db/migration", batchScripts(server))) {
            for (Resource script : new PathMatchingResourcePatternResolver()
                    .getResources("classpath:" + folder + "/V" + version + "__*.sql")) {
                for (String statement :
                        script.getContentAsString(StandardCharsets.UTF_8).split(";\\s*\n")) {
                    statements.add(statement);
                }
            }
        }
        assertThat(statements).isNotEmpty();
        return statements;
    }

    /** All columns, indexes and keys. Asked for in one piece each: table by table takes a server with many databases long. */
    private Set<String> tables(Server server) throws SQLException {
        Set<String> all = new TreeSet<>();
        String indexes = server == Server.H2
                ? "SELECT table_name, column_name, ordinal_position FROM information_schema.index_columns"
                : "SELECT table_name, column_name, seq_in_index FROM information_schema.statistics";
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            for (String query : List.of(
                    "SELECT table_name, column_name, data_type, is_nullable FROM information_schema.columns",
                    indexes,
                    "SELECT table_name, column_name, constraint_name FROM information_schema.key_column_usage")) {
                try (ResultSet row = statement.executeQuery(query + " WHERE table_schema = SCHEMA()")) {
                    while (row.next()) {
                        StringBuilder line = new StringBuilder();
                        for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                            line.append(row.getString(i)).append(' ');
                        }
                        // H2 numbers the constraints that have no name.
                        all.add(line.toString().replaceFirst("(?i)constraint_[0-9a-f_]+ $", ""));
                    }
                }
            }
        }
        assertThat(all).hasSizeGreaterThan(100);
        return all;
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
