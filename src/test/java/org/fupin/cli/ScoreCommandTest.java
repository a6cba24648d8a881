package org.fupin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.fupin.observation.Sha256;
import org.fupin.testing.Inbox;
import org.fupin.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** How gold leaves a warehouse, and how well the program reads by it. */
class ScoreCommandTest {

    private static final Path OWN = Path.of("src/test/resources/gold");
    private static final Path SAMPLE = Path.of("jobs/sample/inbox");

    private static final String PAGE = "<html><body><h1>Poverty Alleviation and Development in Gansu</h1>\n"
            + "<p>In 2011, Gansu Province trained 30,000 farmers.</p>"
            + "<table><tr><th>2011</th><th>Funds (million yuan)</th></tr><tr><td>Total</td><td>75</td></tr></table>"
            + "</body></html>\n";

    @TempDir
    private Path folder;

    private Path job;
    private final List<String> corrections = new ArrayList<>();

    @BeforeEach
    void job() throws IOException {
        Files.createDirectories(folder.resolve("inbox/later"));
        Files.createDirectories(folder.resolve("corrections"));
        job = Files.writeString(folder.resolve("monthly.yml"), """
                job: province-year-reports
                inbox: inbox
                out: reports
                period: 2026-03
                corrections: corrections
                """);
    }

    @Test
    void scoresTheGoldOfTheSample() throws Exception {
        Outcome text = Outcome.of("score", OWN, "--texts", SAMPLE);
        Outcome json = Outcome.of("score", OWN, "--texts", SAMPLE, "--json", "--list");

        assertThat(text.code()).isZero();
        JsonNode score = JsonMapper.shared().readTree(json.out());
        assertThat(text.out())
                .startsWith("5 documents, 5 annotated stretches: 406 figures in the gold, ")
                .contains("  strict_f1    "
                        + score.get("strict_f1").decimalValue().setScale(4));
        assertThat(score.get("gold").intValue()).isEqualTo(406);
        assertThat(score.get("strict_f1").doubleValue()).isBetween(0.9, 1.0);
        assertThat(score.get("wrong").valueStream())
                .filteredOn(wrong -> wrong.get("field").asString().equals("kind"))
                .as("those that are found with another kind")
                .hasSize((int) Math.round(
                        score.get("same").intValue() - score.get("kind").doubleValue() * 406));
    }

    @Test
    void exportsWhatPeopleReviewedAndMeasuresTheReading() throws Exception {
        Files.writeString(folder.resolve("inbox/later/hebei.txt"), Inbox.HEBEI_2011);
        Files.writeString(folder.resolve("inbox/gansu.html"), PAGE);
        assertThat(Outcome.of("run", job).code()).isZero();
        String page = Outcome.of("export", "observations", "--job", job)
                .out()
                .lines()
                .filter(line -> line.contains("\"30,000\""))
                .findFirst()
                .orElseThrow();
        int begin = JsonMapper.shared().readTree(page).get("begin").intValue();
        correct(
                Inbox.HEBEI_2011,
                Inbox.HEBEI_2011.indexOf("120 million yuan"),
                "120 million yuan",
                "figure",
                "confirmed");
        correct(Inbox.HEBEI_2011, Inbox.HEBEI_2011.indexOf("80 million yuan"), "80 million yuan", "source", "social");
        correct(PAGE, begin, "30,000", "figure", "none");
        assertThat(Outcome.of("run", job).code()).isZero();

        Outcome ofWarehouse = Outcome.of("score", "--job", job, "--list");

        assertThat(ofWarehouse.code()).as(ofWarehouse.err()).isZero();
        assertThat(ofWarehouse.out())
                .startsWith("2 documents, 2 annotated stretches: 2 figures in the gold, 3 read, 2 the same")
                .contains("  precision    0.6667", "  recall       1.0000", "  source       0.5000   (2 in the gold)")
                .endsWith(String.join(
                        System.lineSeparator(),
                        "gansu.html@" + begin + " \"30,000\": expected no figure, read 30000 person",
                        "later/hebei.txt@" + Inbox.HEBEI_2011.indexOf("80 million yuan")
                                + " \"80 million yuan\": source: expected social, read fiscal",
                        ""));

        Path gold = folder.resolve("gold");
        assertThat(Outcome.of("export", "gold", "--job", job, "--out", gold).code())
                .isZero();
        assertThat(names(gold))
                .containsExactly(
                        "gansu.html.txt", "gansu.html.txt.1.jsonl", "later/hebei.txt", "later_hebei.txt.1.jsonl");
        assertThat(gold.resolve("later/hebei.txt")).hasContent(Inbox.HEBEI_2011);
        assertThat(Outcome.of("score", gold).out())
                .as("without the warehouse")
                .isEqualTo(Outcome.of("score", "--job", job).out());
        Path stream = folder.resolve("gold.jsonl");
        Files.writeString(stream, Outcome.of("export", "gold", "--job", job).out());
        assertThat(Outcome.of("score", stream, "--texts", folder.resolve("inbox"))
                        .out())
                .as("of the files as they came")
                .isEqualTo(Outcome.of("score", "--job", job).out());
    }

    @Test
    void writesTheSameGoldOnMariaDb() throws Exception {
        Files.writeString(folder.resolve("inbox/later/hebei.txt"), Inbox.HEBEI_2011);
        correct(Inbox.HEBEI_2011, Inbox.HEBEI_2011.indexOf("80 million yuan"), "80 million yuan", "source", "social");
        TestDatabase server = TestDatabase.mariaDb();
        String url = WarehouseCommandsTest.withoutPassword(server);

        assertThat(Outcome.of("run", job).code()).isZero();
        assertThat(Outcome.of("run", job, "--database", url).code()).isZero();

        assertThat(Outcome.of("export", "gold", "--database", url).out())
                .isEqualTo(Outcome.of("export", "gold", "--job", job).out())
                .contains("\"source\":\"social\"");
    }

    @Test
    void wantsANewFolderForGold() throws Exception {
        Files.writeString(folder.resolve("inbox/hebei.txt"), Inbox.HEBEI_2011);
        Outcome.of("run", job);

        Outcome refused = Outcome.of("export", "gold", "--job", job, "--out", folder.resolve("inbox"));
        Outcome csv = Outcome.of("export", "gold", "--job", job, "--format", "csv");

        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.err()).contains("--out: ", " is not empty: expected a new folder for gold");
        assertThat(csv.code()).isEqualTo(2);
        assertThat(csv.err()).contains("--format: gold is written as jsonl only");
    }

    @Test
    void keepsWhatAnOperatorStated() throws Exception {
        Files.writeString(folder.resolve("inbox/notes.txt"), "Overview\nIn 2010, 45,000 people got rid of poverty.\n");
        Files.writeString(
                folder.resolve("inbox/notes.txt.meta.yml"), "area: Tongwei County, Gansu\nyear: 2010\ntitle: Notes\n");
        assertThat(Outcome.of("run", job).code()).isZero();
        String record = Outcome.of("export", "observations", "--job", job).out().strip();
        JsonNode observation = JsonMapper.shared().readTree(record);
        String document = JsonMapper.shared()
                .readTree(Files.readString(folder.resolve("reports/manifest.json")))
                .at("/sources/0/documents/0/sha256")
                .asString();
        corrections.add("%s,%d,%d,\"%s\",figure,confirmed,seen,Wang Fang,2013-06-01T08:30:00Z"
                .formatted(
                        document,
                        observation.get("begin").intValue(),
                        observation.get("end").intValue(),
                        observation.get("text").asString()));
        writeCorrections();
        assertThat(Outcome.of("run", job).code()).isZero();

        Path gold = folder.resolve("gold");
        assertThat(Outcome.of("export", "gold", "--job", job, "--out", gold).code())
                .isZero();

        assertThat(Outcome.of("score", gold).out())
                .startsWith("1 document, 1 annotated stretch: 1 figure in the gold, 1 read, 1 the same")
                .contains("  region       1.0000", "  strict_f1    1.0000");
    }

    @Test
    void tellsWhatCannotBeScored() throws Exception {
        Path gold = Files.writeString(
                folder.resolve("gold.jsonl"),
                "{\"document\": \"no.txt\", \"begin\": 0, \"end\": 9}\n"
                        + "{\"document\": \"hebei.txt\", \"begin\": 0, \"end\": 90}\n"
                        + "{\"begin\": 5, \"end\": 8, \"text\": \"120\", \"value\": \"120\"}\n");
        Files.writeString(folder.resolve("hebei.txt"), Inbox.HEBEI_2011);

        Outcome outcome = Outcome.of("score", gold);

        assertThat(outcome.code()).isEqualTo(3);
        assertThat(outcome.err())
                .contains("fupin: not scored: no.txt: ")
                .contains("fupin: not scored: hebei.txt: the gold is of another text: expected '120' at 5");
        assertThat(outcome.out()).startsWith("0 documents, 0 annotated stretches: 0 figures in the gold");
    }

    @Test
    void tellsWrongUse() throws Exception {
        Files.writeString(folder.resolve("bad.jsonl"), "{\"begin\": 0}\n");

        assertThat(Outcome.of("score").err()).contains("which gold? Expected files or folders of it, or --job");
        assertThat(Outcome.of("score", folder, "--job", job).err())
                .contains("--job takes gold and texts from the warehouse: expected no GOLD and no --texts");
        Outcome bad = Outcome.of("score", folder, folder.resolve("no.jsonl"));
        assertThat(bad.code()).isEqualTo(2);
        assertThat(bad.err())
                .contains(
                        "bad.jsonl:1: expected the document and the stretch of it first",
                        "no.jsonl: there is no such file");
    }

    private void correct(String document, int begin, String text, String field, String value) throws IOException {
        corrections.add("%s,%d,%d,\"%s\",%s,%s,seen,Wang Fang,2013-06-01T08:30:00Z"
                .formatted(
                        Sha256.of(document.getBytes(StandardCharsets.UTF_8)),
                        begin,
                        begin + text.length(),
                        text,
                        field,
                        value));
        writeCorrections();
    }

    private void writeCorrections() throws IOException {
        Files.writeString(
                folder.resolve("corrections/wang.csv"),
                "document_sha256,begin,end,text,field,value,reason,by,at\n" + String.join("\n", corrections) + "\n");
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }
}
