package org.fupin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.fupin.testing.Inbox;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code fupin history --area --year} and {@code fupin run --as-of}. */
class EditionCommandsTest {

    @TempDir
    private Path folder;

    private Path job;

    @BeforeEach
    void twoEditions() throws IOException {
        Inbox inbox = new Inbox(Files.createDirectory(folder.resolve("inbox"))).put("hebei.txt", Inbox.HEBEI_2011);
        job = Files.writeString(folder.resolve("monthly.yml"), """
                job: province-year-reports
                inbox: inbox
                out: reports
                """);
        assertThat(Outcome.of("run", job, "--period", "2026-03").code()).isZero();
        inbox.put("corrected.txt", Inbox.HEBEI_2011_CORRECTED);
        assertThat(Outcome.of("run", job, "--period", "2026-04").code()).isZero();
    }

    @Test
    void listsTheEditions() {
        Outcome text = Outcome.of("history", "--job", job, "--area", "CN-HE", "--year", "2011");
        assertThat(text.code()).isZero();
        assertThat(text.out()
                        .lines()
                        .map(line -> line.replaceAll("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d$", "TIME")))
                .containsExactly(
                        "CN-HE 2011 (Hebei): 2 editions",
                        "  2  2026-04  revision by the province; run 2, TIME",
                        "     figures: 0 added, 0 removed, 1 changed",
                        "     corrected.txt",
                        "  1  2026-03  first; run 1, TIME",
                        "     figures: 3 added, 0 removed, 0 changed",
                        "     hebei.txt");

        JsonNode line = JsonMapper.shared()
                .readTree(Outcome.of(
                                "history", "--job", job, "--area", "CN-HE", "--year", "2011", "--json", "--limit", "1")
                        .out());
        assertThat(line.get("vintage").asInt()).isEqualTo(2);
        assertThat(line.get("edition").asString()).isEqualTo("2026-04");
        assertThat(line.get("newest").asBoolean()).isTrue();
        assertThat(line.get("reasons").toString()).isEqualTo("[\"revision\"]");
        assertThat(line.get("documents").get(0).get("name").asString()).isEqualTo("corrected.txt");
        assertThat(line.get("figures_changed").asInt()).isEqualTo(1);

        assertThat(Outcome.of("history", "--job", job).out()).startsWith("run 2 of monthly for 2026-04: completed");
        assertThat(Outcome.of("history", "--job", job, "--area", "CN-GS", "--year", "2012")
                        .out()
                        .strip())
                .isEqualTo("no editions of CN-GS 2012 (Gansu)");
    }

    @Test
    void makesTheReportsOfAPastEdition() {
        Outcome made = Outcome.of("run", job, "--as-of", "1", "--area", "CN-HE", "--year", "2011");
        Path past = folder.resolve("reports/as-of/CN-HE-2011-vintage-1");

        assertThat(made.err()).isEmpty();
        assertThat(made.code()).isZero();
        assertThat(made.out().lines())
                .containsExactly(
                        "reports of monthly as of vintage 1 of CN-HE 2011: 8 files, in " + past,
                        "  CN-HE 2011  vintage 1 of 2, edition of 2026-03");
        assertThat(past.resolve("2011/CN-HE/CN-HE-2011.xlsx")).exists();
        assertThat(past.resolve("manifest.json")).exists();

        JsonNode json = JsonMapper.shared()
                .readTree(Outcome.of("run", job, "--as-of", "2026-03", "--json").out());
        assertThat(json.get("out").asString()).endsWith("as-of/2026-03");
        assertThat(json.get("editions").get(0).get("newest").asInt()).isEqualTo(2);
        assertThat(json.get("reports").toString()).contains("2011/CN-HE/CN-HE-2011.pdf", "index.html");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--as-of 3 --area CN-HE --year 2011 | --as-of: CN-HE 2011 has no vintage 3: expected 1 to 2",
                "--as-of 1 --area CN-HE | --as-of: vintage 1 is one of a province and year: give --area and --year, one of each, or a month such as 2026-03 instead",
                "--as-of 2025-12 | --as-of: there is no edition of 2025-12 or before: the first is of 2026-03",
                "--as-of first | --as-of: invalid edition 'first': expected a number such as 2, or a month such as 2026-03",
                "--as-of 1 --dry-run | --as-of: makes the reports of a past edition and nothing else: leave out --dry-run and --force"
            })
    void refusesInOneLine(String options, String message) {
        Object[] arguments = ("run " + job + " " + options).split(" ");

        Outcome refused = Outcome.of(arguments);

        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.err().strip()).isEqualTo("fupin: " + message);
        assertThat(refused.out()).isEmpty();
        assertThat(folder.resolve("reports/as-of")).doesNotExist();
    }

    @Test
    void areaAndYearGoTogether() {
        assertThat(Outcome.of("history", "--job", job, "--area", "CN-HE").code())
                .isEqualTo(2);
        Outcome unknown = Outcome.of("history", "--job", job, "--area", "CN-XX", "--year", "2011");
        assertThat(unknown.code()).isEqualTo(2);
        assertThat(unknown.err()).startsWith("fupin: --area: invalid region 'CN-XX'");
        assertThat(Outcome.of("history", "--job", job, "--area", "CN-HE", "--year", "2011", "--failed")
                        .err())
                .contains("leave one out");
    }
}
