package org.fupin.gold;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fupin.extraction.Extractor;
import org.fupin.observation.Coded;
import org.fupin.observation.CorrectedField;
import org.fupin.observation.Observation;
import org.fupin.observation.document.ExtractedArticle;
import org.fupin.reading.DocumentReader;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Small texts of the constructions that reports are made of, each with what single fields must be, written by readers who
 * knew the guide but not the extraction. No fewer may be right than are now (raise the numbers when more are).
 */
class ExpectationsTest {

    private static final Path FOLDER = Path.of("src/test/resources/gold/expectations");
    private static final int OPEN = 517;
    private static final int SEALED = 497;

    private final Map<Path, List<Observation>> read = new HashMap<>();

    @Test
    void openOnesAreRight() throws Exception {
        List<String> wrong = new ArrayList<>();
        int all = judge(FOLDER.resolve("open"), wrong);
        assertThat(all - wrong.size())
                .as("right of %d; wrong:%n%s", all, String.join("\n", wrong))
                .isGreaterThanOrEqualTo(OPEN);
    }

    /** Without saying which: rules are not to be written from them. */
    @Test
    void sealedOnesAreRight() throws Exception {
        List<String> wrong = new ArrayList<>();
        int all = judge(FOLDER.resolve("sealed"), wrong);
        assertThat(all - wrong.size()).as("right of %d", all).isGreaterThanOrEqualTo(SEALED);
    }

    private int judge(Path folder, List<String> wrong) throws Exception {
        int all = 0;
        for (String line : Files.readAllLines(folder.resolve("expected.jsonl"))) {
            JsonNode expectation = JsonMapper.shared().readTree(line);
            Path file =
                    folder.resolve("extraction").resolve(expectation.get("file").asString());
            String problem = problem(observations(file), expectation);
            if (!problem.isEmpty()) {
                wrong.add(file.getFileName() + ": " + expectation.get("span").asString() + ": " + problem);
            }
            all++;
        }
        return all;
    }

    private List<Observation> observations(Path file) throws Exception {
        if (!read.containsKey(file)) {
            read.put(file, extract(file));
        }
        return read.get(file);
    }

    private static final Extractor EXTRACTOR = Extractor.create();
    private static final DocumentReader READER = DocumentReader.create();

    private static List<Observation> extract(Path file) throws Exception {
        byte[] bytes = Files.readAllBytes(file);
        return EXTRACTOR.extract(READER.read(file.getFileName().toString(), bytes)).articles().stream()
                .flatMap(ExtractedArticle::observations)
                .toList();
    }

    /** What is wrong, empty if nothing is. */
    private static String problem(List<Observation> observations, JsonNode expectation) {
        int begin = expectation.get("begin").asInt();
        String field = expectation.get("field").asString();
        String expected = expectation.get("expected").asString();
        Observation found = observations.stream()
                .filter(o -> o.span().contains(begin))
                .findFirst()
                .orElse(null);
        if (field.equals("detection")) {
            return found == null ? "" : "read as " + found.text();
        }
        if (found == null) {
            return "no observation";
        }
        boolean same = field.equals("value")
                ? found.quantity().value() != null && found.quantity().value().compareTo(new BigDecimal(expected)) == 0
                : Coded.of(CorrectedField.class, field).of(found).equals(expected);
        return same
                ? ""
                : field + " "
                        + (field.equals("value")
                                ? found.quantity()
                                : Coded.of(CorrectedField.class, field).of(found)) + ", expected " + expected;
    }
}
