package org.fupin.gold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.fupin.extraction.Extractor;
import org.fupin.observation.ExtractedDocument;
import org.fupin.observation.LeftOutNumber;
import org.fupin.observation.Observation;
import org.fupin.observation.Span;
import org.fupin.reading.DocumentReader;
import org.junit.jupiter.api.Test;

/** Every digit of a document lies in exactly one observation or left-out number, and every link leads to an observation. */
class AccountingTest {

    @Test
    void sample() throws Exception {
        check(Path.of("jobs/sample/inbox"));
    }

    @Test
    void corpus() throws Exception {
        Path corpus = Path.of("../shared/corpus");
        assumeTrue(Files.isDirectory(corpus), "no corpus beside this checkout, nothing to account for");
        check(corpus);
    }

    private static void check(Path folder) throws Exception {
        DocumentReader reader = DocumentReader.create();
        Extractor extractor = Extractor.create();
        List<Path> files = files(folder);
        assertThat(files).isNotEmpty();
        for (Path file : files) {
            ExtractedDocument document =
                    extractor.extract(reader.read(file.getFileName().toString(), Files.readAllBytes(file)));
            String text = document.document().text();
            int[] covered = new int[text.length()];
            List<Observation> observations = new ArrayList<>();
            List<LeftOutNumber> leftOut = new ArrayList<>(document.outside());
            document.articles().forEach(article -> {
                article.observations().forEach(observations::add);
                article.leftOut().forEach(leftOut::add);
            });
            observations.forEach(o -> cover(covered, o.span(), o.text(), text));
            leftOut.forEach(l -> cover(covered, l.span(), l.text(), text));
            for (int at = 0; at < text.length(); at++) {
                if (Character.isDigit(text.charAt(at))) {
                    assertThat(covered[at])
                            .as("%s: digit at %d, ...%s...", file, at, around(text, at))
                            .isEqualTo(1);
                }
            }
            List<Integer> begins = observations.stream().map(Observation::begin).toList();
            for (Observation o : observations) {
                assertThat(begins).as("%s: links of %s", file, o).containsAll(links(o));
            }
        }
    }

    private static List<Integer> links(Observation o) {
        return Stream.of(o.partOf(), o.about()).filter(link -> link != null).toList();
    }

    private static void cover(int[] covered, Span span, String written, String text) {
        assertThat(span.in(text)).isEqualTo(written);
        for (int at = span.begin(); at < span.end(); at++) {
            covered[at]++;
        }
    }

    private static String around(String text, int at) {
        return text.substring(Math.max(0, at - 30), Math.min(text.length(), at + 30));
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
