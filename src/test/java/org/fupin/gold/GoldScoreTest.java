package org.fupin.gold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.assertj.core.api.SoftAssertions;
import org.fupin.extraction.Extractor;
import org.fupin.observation.Observation;
import org.fupin.observation.document.ExtractedArticle;
import org.fupin.observation.document.ExtractedDocument;
import org.fupin.reading.DocumentReader;
import org.junit.jupiter.api.Test;

/** The extraction's scores on gold may not fall below the committed floors (raise them when the extraction gets better). */
class GoldScoreTest {

    private static final Path SAMPLE = Path.of("jobs/sample/inbox");
    private static final Path REPORTS = Path.of("src/test/resources/gold/reports");
    private static final Path SHARED = Path.of("../shared");

    @Test
    void ownGold() throws Exception {
        check(SAMPLE, Path.of("src/test/resources/gold"), "own");
    }

    /**
     * Reports of other provinces and years, written and annotated by people who knew the guide but not the extraction,
     * in other words than those it was written for: how far the rules carry.
     */
    @Test
    void writtenReports() throws Exception {
        check(REPORTS, REPORTS, "reports");
    }

    @Test
    void sharedGold() throws Exception {
        assumeTrue(Files.isDirectory(SHARED.resolve("gold/dev")), "no gold beside this checkout, nothing to score");
        check(SHARED.resolve("corpus"), SHARED.resolve("gold/dev"), "shared");
    }

    /** Reports of the corpus annotated here, as offsets and codes (see the README beside them). */
    @Test
    void corpusReports() throws Exception {
        Path corpus = SHARED.resolve("corpus");
        assumeTrue(Files.isDirectory(corpus), "no corpus beside this checkout, nothing to score");
        check(corpus, Path.of("src/test/resources/gold/corpus"), "corpus");
    }

    /** Those that were annotated when most rules had been written (see the README beside them). */
    @Test
    void laterCorpusReports() throws Exception {
        Path corpus = SHARED.resolve("corpus");
        assumeTrue(Files.isDirectory(corpus), "no corpus beside this checkout, nothing to score");
        check(corpus, Path.of("src/test/resources/gold/corpus/later"), "later");
    }

    private static void check(Path documents, Path gold, String floors) throws Exception {
        List<GoldStretch> files = GoldFolder.in(gold);
        assertThat(files).isNotEmpty();
        Score score = new Score();
        DocumentReader reader = DocumentReader.create();
        Extractor extractor = Extractor.create();
        DoubtScore doubt = new DoubtScore();
        for (GoldStretch file : files) {
            Path path = documents.resolve(file.document());
            ExtractedDocument document = extractor.extract(reader.read(file.document(), Files.readAllBytes(path)));
            List<Observation> observations = document.articles().stream()
                    .flatMap(ExtractedArticle::observations)
                    .toList();
            Set<Integer> right = score.add(
                    file, observations.stream().map(AnnotatedFigure::of).toList());
            observations.stream()
                    .filter(figure -> file.span().contains(figure.begin()))
                    .forEach(figure -> doubt.add(figure, right.contains(figure.begin())));
        }
        Map<String, BigDecimal> result = score.result().shares();
        result.putAll(doubt.result());
        SoftAssertions softly = new SoftAssertions();
        floors(floors).forEach((field, floor) -> softly.assertThat(result.get(field))
                .as(floors + " gold, " + field)
                .isNotNull()
                .isGreaterThanOrEqualTo(new BigDecimal((String) floor)));
        softly.assertAll();
    }

    private static Properties floors(String name) throws IOException {
        Properties floors = new Properties();
        try (InputStream in = GoldScoreTest.class.getResourceAsStream("/gold/" + name + ".floors.properties")) {
            floors.load(in);
        }
        assertThat(floors).isNotEmpty();
        return floors;
    }
}
