package org.fupin.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.fupin.job.run.Count;
import org.fupin.job.run.Progress;
import org.fupin.report.Publisher;
import org.fupin.settings.Credentials;
import org.fupin.settings.DatabaseUrl;
import org.fupin.settings.IntakeLimits;
import org.fupin.settings.JobDefinition;
import org.fupin.settings.LockTiming;
import org.fupin.settings.RunRequest;
import org.fupin.settings.RunScope;
import org.fupin.store.DatabaseUnreachableException;
import org.fupin.store.Schema;
import org.fupin.store.SchemaException;
import org.fupin.store.WarehouseView;
import org.fupin.testing.Inbox;
import org.fupin.testing.TestDatabase;
import org.fupin.testing.TestDatabase.Server;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.jdbc.datasource.init.ScriptUtils;

/** The users that {@code jobs/mysql/users.sql} makes can do what they are for, and nothing else. */
class DatabaseUsersTest {

    private static final Path SCRIPT = Path.of("jobs/mysql/users.sql");

    /** Users belong to the server, which other tests use too. */
    private final String suffix = UUID.randomUUID().toString().substring(0, 8);

    private final List<String> cleanUp = new ArrayList<>();

    @TempDir
    private Path folder;

    private TestDatabase administrator;
    private String other;
    private DatabaseUrl url;

    @ParameterizedTest
    @EnumSource(names = {"MARIADB", "ENVIRONMENT"})
    void runTheJobAndNothingElse(Server server) throws Exception {
        makeUsers(server);
        Inbox inbox = new Inbox(Files.createDirectory(folder.resolve("inbox")));
        inbox.put("hebei-2011.txt", Inbox.HEBEI_2011);

        JobDefinition definition = new JobDefinition(
                "monthly",
                inbox.folder(),
                folder.resolve("out"),
                url,
                null,
                2,
                RunScope.ALL,
                IntakeLimits.DEFAULT,
                Publisher.UNKNOWN,
                null,
                null);

        assertThatThrownBy(() -> ReportJob.open(url, user("run", 2), 2, Progress.NONE))
                .isInstanceOf(SchemaException.class)
                .hasMessageContaining("run 'fupin migrate' once with a user that may");
        assertThatThrownBy(() -> DryRun.of(
                        new RunRequest(definition, YearMonth.of(2026, 3), false),
                        null,
                        user("run", 2),
                        LockTiming.DEFAULT,
                        Progress.NONE))
                .as("the plan says so, too")
                .isInstanceOf(SchemaException.class)
                .hasMessageContaining("run 'fupin migrate' once with a user that may");
        Schema.upgrade(url, user("migrate", 1), LockTiming.DEFAULT);
        try (ReportJob job = ReportJob.open(url, user("run", 2), 2, Progress.NONE)) {
            YearMonth march = YearMonth.of(2026, 3);
            RunResult first = job.run(new RunRequest(definition, march, false));
            assertThat(first.failures()).isEmpty();
            assertThat(first.count(Count.LOADED)).isEqualTo(1);
            // A correction, so that rows are changed, too.
            inbox.put("hebei-2011.txt", Inbox.HEBEI_2011_CORRECTED);
            RunResult second = job.run(new RunRequest(definition, march, false));
            assertThat(second.failures()).isEmpty();
            assertThat(second.count(Count.SUPERSEDED)).isEqualTo(1);
        }
        try (WarehouseView warehouse = WarehouseView.open(url, user("audit", 3))) {
            assertThat(warehouse.runs(5)).hasSize(2);
            assertThat(warehouse.provinceYears()).hasSize(1);
        }

        try (ReportJob job = ReportJob.open(url, user("audit", 3), 2, Progress.NONE)) {
            assertThatThrownBy(() -> job.run(new RunRequest(definition, YearMonth.of(2026, 4), false)))
                    .isInstanceOf(DatabaseUnreachableException.class)
                    .hasMessageStartingWith("database " + url + " does not let the user do what a run does: ")
                    .hasMessageContaining("denied");
        }

        for (String sql : List.of(
                "DROP TABLE finding",
                "TRUNCATE TABLE finding",
                "ALTER TABLE run ADD COLUMN more INT",
                "CREATE TABLE more (id INT)",
                "CREATE DATABASE more" + suffix,
                "CREATE USER more" + suffix,
                "GRANT SELECT ON " + database() + ".* TO fupin_audit" + suffix,
                "SELECT * FROM mysql.user",
                "SELECT * FROM " + other + ".secret",
                "SELECT 1 INTO OUTFILE '/tmp/fupin" + suffix + "'")) {
            assertRefused(user("run", 2), sql);
            assertRefused(user("audit", 3), sql);
        }
        for (String sql : List.of(
                "DELETE FROM finding",
                "UPDATE run SET job = 'other'",
                "INSERT INTO rejected_file (run_id, name, reason, message) VALUES (1, 'a', 'b', 'c')")) {
            assertRefused(user("audit", 3), sql);
        }
        for (String sql :
                List.of("SELECT * FROM mysql.user", "SELECT * FROM " + other + ".secret", "DROP DATABASE " + other)) {
            assertRefused(user("migrate", 1), sql);
        }
    }

    @AfterEach
    void removeUsers() throws SQLException {
        if (administrator != null) {
            asAdministrator(cleanUp);
        }
    }

    /** Runs the operators' script, for a database and users of the test's own. */
    private void makeUsers(Server server) throws IOException, SQLException {
        administrator = server.newDatabase();
        other = server.newDatabase().url().replaceFirst(".*/([^/?]+)(\\?.*)?$", "$1");
        url = DatabaseUrl.parse(administrator.url().replaceFirst("/[^/?]+\\?", "/" + database() + "?"), folder);
        String script = Files.readString(SCRIPT)
                .replace("EXISTS fupin ", "EXISTS " + database() + " ")
                .replace("fupin.*", database() + ".*")
                .replaceAll("'fupin_(migrate|run|audit)'", "'fupin_$1" + suffix + "'");
        for (String name : List.of("migrate", "run", "audit")) {
            cleanUp.add("DROP USER IF EXISTS 'fupin_" + name + suffix + "'@'%'");
        }
        cleanUp.add("DROP DATABASE IF EXISTS " + database());
        asAdministrator(List.of("CREATE TABLE " + other + ".secret (id INT)"));
        try (Connection connection = connect(new Credentials(administrator.user(), administrator.password()))) {
            ByteArrayResource resource = new ByteArrayResource(script.getBytes(StandardCharsets.UTF_8));
            ScriptUtils.executeSqlScript(connection, resource);
            // Again: it says that this changes nothing.
            ScriptUtils.executeSqlScript(connection, resource);
        }
    }

    private String database() {
        return "fupinusers" + suffix;
    }

    private Credentials user(String name, int number) {
        return new Credentials("fupin_" + name + suffix, "change-me-" + number);
    }

    private void assertRefused(Credentials user, String sql) {
        assertThatThrownBy(() -> {
                    try (Connection connection = DriverManager.getConnection(url.jdbc(), user.user(), user.password());
                            Statement statement = connection.createStatement()) {
                        statement.execute(sql);
                    }
                })
                .as("%s: %s", user.user(), sql)
                .isInstanceOf(SQLException.class)
                // "DROP command denied to user", "Access denied for user", "Access denied; you need ... privilege"
                .hasMessageMatching("(?s).*(denied|need .* privilege).*");
    }

    private void asAdministrator(List<String> statements) throws SQLException {
        try (Connection connection = connect(new Credentials(administrator.user(), administrator.password()));
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private Connection connect(Credentials credentials) throws SQLException {
        return DriverManager.getConnection(administrator.url(), credentials.user(), credentials.password());
    }
}
