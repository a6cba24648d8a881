package org.fupin.gold;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fupin.gold.Score.Wrong;
import org.fupin.observation.CorrectedField;
import org.fupin.observation.Span;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ScoreTest {

    private static final Path GOLD = Path.of("src/test/resources/gold");
    private static final Path CASE = Path.of("src/test/resources/score");

    /** The gold of the sample, and a reading of it with mistakes of each kind, which another scorer has counted. */
    @Test
    void countsWhatAnotherScorerOfTheGuideCounts() throws Exception {
        JsonNode expected = JsonMapper.shared().readTree(Files.readString(CASE.resolve("expected.json")));
        Map<String, List<AnnotatedFigure>> read = new HashMap<>();
        for (GoldStretch stretch : GoldLines.read("read.jsonl", Files.readAllLines(CASE.resolve("read.jsonl")))) {
            read.put(stretch.document(), stretch.figures());
        }
        Score score = new Score();
        for (GoldStretch stretch : GoldFolder.in(GOLD)) {
            score.add(stretch, read.get(stretch.document()));
        }

        ScoreResult result = score.result();

        assertThat(result.gold()).isEqualTo(expected.get("gold").intValue());
        assertThat(result.read()).isEqualTo(expected.get("exported").intValue());
        result.shares().forEach((name, share) -> assertThat(share)
                .as(name)
                .isEqualByComparingTo(expected.get(name).decimalValue()));
        assertThat(score.wrong())
                .as("each figure that is missing or spurious is named")
                .filteredOn(one -> one.field() == CorrectedField.FIGURE)
                .hasSize(result.gold() + result.read() - 2 * result.paired());
        assertThat(score.wrong())
                .as("each that has another source of funds, where both have the figure")
                .filteredOn(one -> one.field() == CorrectedField.SOURCE)
                .hasSize(result.paired()
                        - result.fields().get(CorrectedField.SOURCE).right());
    }

    @Test
    void namesWhatIsReadWrong() {
        Score score = new Score();
        GoldStretch stretch = new GoldStretch(
                "a.txt",
                new Span(0, 100),
                List.of(figure(10, 14, "source", "central", "part_of", "60"), figure(30, 34), figure(60, 64)));

        Set<Integer> right = score.add(
                stretch,
                List.of(
                        figure(10, 14, "part_of", "61"),
                        figure(40, 44),
                        figure(61, 64, "unit", "mu"),
                        figure(150, 154)));

        assertThat(right).containsExactly(10);
        assertThat(score.wrong())
                .as("the link leads to the same figure; what is outside of the stretch is not judged")
                .containsExactly(
                        new Wrong("a.txt", 10, "10-14", CorrectedField.SOURCE, "central", ""),
                        new Wrong("a.txt", 30, "30-34", CorrectedField.FIGURE, "7 CNY", ""),
                        new Wrong("a.txt", 40, "40-44", CorrectedField.FIGURE, "", "7 CNY"),
                        new Wrong("a.txt", 60, "60-64", CorrectedField.UNIT, "CNY", "mu"));
    }

    @Test
    void aStretchWithoutFiguresCountsAgainstPrecisionOnly() {
        Score score = new Score();
        score.add(
                new GoldStretch("a.txt", new Span(0, 20), List.of(figure(5, 7))),
                List.of(figure(5, 7), figure(25, 27)));
        score.add(new GoldStretch("a.txt", new Span(20, 40), List.of()), List.of(figure(5, 7), figure(25, 27)));

        assertThat(score.result().precision()).isEqualByComparingTo("0.5");
        assertThat(score.result().recall()).isEqualByComparingTo("1");
    }

    @Test
    void ofNothingAllIsNought() {
        assertThat(new Score().result().shares().values()).allMatch(share -> share.signum() == 0);
    }

    /** Seven yuan, but for the fields given as code and value. */
    private static AnnotatedFigure figure(int begin, int end, String... fields) {
        Map<CorrectedField, String> values = new EnumMap<>(CorrectedField.class);
        values.put(CorrectedField.VALUE, "7");
        values.put(CorrectedField.UNIT, "CNY");
        for (int i = 0; i < fields.length; i += 2) {
            String code = fields[i];
            for (CorrectedField field : CorrectedField.values()) {
                if (field.code().equals(code)) {
                    values.put(field, fields[i + 1]);
                }
            }
        }
        return new AnnotatedFigure(new Span(begin, end), begin + "-" + end, values);
    }
}
