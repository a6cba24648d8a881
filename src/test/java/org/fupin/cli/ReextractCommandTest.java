package org.fupin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.fupin.cli.output.ExitCode;
import org.fupin.testing.Inbox;
import org.fupin.warehouse.WarehouseConfiguration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ReextractCommandTest {

    @TempDir
    private Path folder;

    private Path job;

    @BeforeEach
    void run() throws IOException {
        new Inbox(Files.createDirectory(folder.resolve("inbox"))).put("hebei.txt", Inbox.HEBEI_2011);
        job = Files.writeString(folder.resolve("monthly.yml"), """
                job: province-year-reports
                inbox: inbox
                out: reports
                period: 2026-03
                """);
        Outcome first = Outcome.of("run", job);
        assertThat(first.code()).isZero();
        assertThat(first.err()).doesNotContain("reextract");
    }

    @Test
    void showsAndMakesTheEdition() throws Exception {
        execute(
                "UPDATE fact_observation SET obs_value = 44000, base_value = 44000 WHERE quoted_text = '45,000'",
                "UPDATE source_document SET read_by_rules = 'others'");

        Outcome warned = Outcome.of("run", job);
        assertThat(warned.code()).isZero();
        assertThat(warned.err())
                .contains(
                        "warning: 1 document of the warehouse was read by another version of the program or its rules;"
                                + " fupin reextract monthly.yml --dry-run shows what this one would read");
        assertThat(JsonMapper.shared()
                        .readTree(Outcome.of("run", job, "--json").out())
                        .get("documents_outdated")
                        .asInt())
                .isEqualTo(1);

        Outcome planned = Outcome.of("reextract", job, "--dry-run");
        assertThat(planned.code()).isZero();
        assertThat(planned.out().lines())
                .containsExactly(
                        "reading monthly again: it changes",
                        "  documents     1 read, 1 of them last by another version of the program or its rules",
                        "  figures       0 added, 0 removed, 1 changed (value 1)",
                        "  headlines     1 changed",
                        "  findings      0 new, 0 gone",
                        "                                            figures                               findings",
                        "                             year  articles   added removed changed   headlines        new    gone",
                        "    CN-HE Hebei              2011         1       0       0       1           1          0       0",
                        "      poverty_reduced: 44000 person -> 45000 person",
                        "nothing was written");

        Outcome made = Outcome.of("reextract", job);
        assertThat(made.code()).isZero();
        assertThat(made.out())
                .startsWith("reading monthly again: it changes")
                .endsWith("; the next run makes the reports that change" + System.lineSeparator());
        assertThat(Outcome.of("history", "--job", job).out()).contains("of monthly (reading) for 2026-03: completed");
        Outcome next = Outcome.of("run", job);
        assertThat(next.err()).doesNotContain("reextract");
        assertThat(next.out()).doesNotContain("nothing new");

        JsonNode again = JsonMapper.shared()
                .readTree(Outcome.of("reextract", job, "--json").out());
        assertThat(again.get("run").isNull()).isTrue();
        assertThat(again.get("documents").asInt()).isEqualTo(1);
        assertThat(again.get("province_years")).isEmpty();
        assertThat(Outcome.of("reextract", job).out())
                .contains("reading monthly again: nothing changes", "no new edition");
    }

    @Test
    void saysWhatItCannotReadAgain() throws Exception {
        execute("UPDATE source_document SET content = REPLACE(content, 'Hebei', 'Nowhere'), read_by_version = NULL");

        Outcome outcome = Outcome.of("reextract", job);

        assertThat(outcome.code()).isEqualTo(ExitCode.REJECTED.number());
        assertThat(outcome.out())
                .contains(
                        "nothing changes",
                        "not read    1 document, which stays as it is",
                        "      hebei.txt: no article found",
                        "no new edition");
        assertThat(Outcome.of("export", "observations", "--job", job).out()).contains("45,000");
    }

    @Test
    void refusesAMissingWarehouse() throws IOException {
        Path other = Files.writeString(folder.resolve("other.yml"), Files.readString(job));

        assertThat(Outcome.of("reextract", other).code()).isEqualTo(ExitCode.DATABASE.number());
        assertThat(folder.resolve("data/other.mv.db")).doesNotExist();
    }

    private void execute(String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                        "jdbc:h2:file:" + folder.resolve("data/monthly") + WarehouseConfiguration.H2_SETTINGS,
                        "sa",
                        "");
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
