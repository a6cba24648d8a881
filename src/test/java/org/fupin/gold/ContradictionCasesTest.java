package org.fupin.gold;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.fupin.audit.Auditor;
import org.fupin.extraction.Extractor;
import org.fupin.observation.finding.Finding;
import org.fupin.observation.finding.ObservationRef;
import org.fupin.reading.DocumentReader;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Articles with one contradiction each, and articles that look alike and have none (see the README beside them), from their
 * text on. No fewer may be judged right than are now (raise the numbers when more are).
 */
class ContradictionCasesTest {

    private static final Path FOLDER = Path.of("src/test/resources/gold/contradictions");
    private static final int OPEN_FOUND = 22;
    private static final int OPEN_SILENT = 22;
    private static final int SEALED_FOUND = 10;
    private static final int SEALED_SILENT = 21;

    private static final DocumentReader READER = DocumentReader.create();
    private static final Extractor EXTRACTOR = Extractor.create();
    private static final Auditor AUDITOR = Auditor.create();

    private record Outcome(String file, boolean silence, boolean isRight) {}

    @Test
    void openOnesAreJudgedRight() throws Exception {
        List<Outcome> outcomes = judge("open");
        List<String> wrong = outcomes.stream()
                .filter(outcome -> !outcome.isRight())
                .map(Outcome::file)
                .toList();
        assertThat(right(outcomes, false)).as("found; wrong: %s", wrong).isGreaterThanOrEqualTo(OPEN_FOUND);
        assertThat(right(outcomes, true)).as("silent; wrong: %s", wrong).isGreaterThanOrEqualTo(OPEN_SILENT);
    }

    /** Without saying which: rules are not to be written from them. */
    @Test
    void sealedOnesAreJudgedRight() throws Exception {
        List<Outcome> outcomes = judge("sealed");
        assertThat(right(outcomes, false)).as("found").isGreaterThanOrEqualTo(SEALED_FOUND);
        assertThat(right(outcomes, true)).as("silent").isGreaterThanOrEqualTo(SEALED_SILENT);
    }

    private static long right(List<Outcome> outcomes, boolean silence) {
        return outcomes.stream()
                .filter(outcome -> outcome.silence() == silence && outcome.isRight())
                .count();
    }

    private static List<Outcome> judge(String folder) throws Exception {
        List<Outcome> outcomes = new ArrayList<>();
        for (String line : Files.readAllLines(FOLDER.resolve(folder).resolve("expected.jsonl"))) {
            JsonNode expected = JsonMapper.shared().readTree(line);
            String file = expected.get("file").asString();
            List<Finding> contradictions = contradictions(FOLDER.resolve(folder).resolve(file));
            boolean silence = expected.get("check").asString().equals("silence");
            boolean right = silence
                    ? contradictions.isEmpty()
                    : contradictions.stream().anyMatch(finding -> names(finding, expected.get("begin")));
            outcomes.add(new Outcome(file, silence, right));
        }
        return outcomes;
    }

    private static List<Finding> contradictions(Path file) throws Exception {
        return AUDITOR
                .audit(EXTRACTOR
                        .extract(READER.read(file.getFileName().toString(), Files.readAllBytes(file)))
                        .articles())
                .stream()
                .filter(finding -> !finding.holds())
                .toList();
    }

    /** The decisive figure, which stands first, and two thirds of all. */
    private static boolean names(Finding finding, JsonNode figures) {
        Set<Integer> named = new HashSet<>();
        for (ObservationRef ref : finding.observations()) {
            named.add(ref.begin());
        }
        int hits = 0;
        for (JsonNode figure : figures) {
            hits += named.contains(figure.asInt()) ? 1 : 0;
        }
        return named.contains(figures.get(0).asInt()) && hits * 3 >= figures.size() * 2;
    }
}
