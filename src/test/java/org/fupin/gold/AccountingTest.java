package org.fupin.gold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.fupin.extraction.Extractor;
import org.fupin.observation.document.ExtractedDocument;
import org.fupin.reading.DocumentReader;
import org.fupin.reading.limits.UnreadableDocumentException;
import org.fupin.testing.Accounting;
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

    /** Small texts, pages, documents and mails in many forms; those that are rejected hold no figures to account for. */
    @Test
    void cases() throws Exception {
        Path cases = Path.of("../shared/cases");
        assumeTrue(Files.isDirectory(cases), "no cases beside this checkout, nothing to account for");
        DocumentReader reader = DocumentReader.create();
        Extractor extractor = Extractor.create();
        int read = 0;
        for (String group : List.of("reading", "extraction", "audit")) {
            for (Path file : files(cases.resolve(group))) {
                byte[] content = Files.readAllBytes(file);
                try {
                    ExtractedDocument document =
                            extractor.extract(reader.read(file.getFileName().toString(), content));
                    assertThat(Accounting.faults(document)).as(file.toString()).isEmpty();
                    read++;
                } catch (UnreadableDocumentException e) {
                    assertThat(e.reason().code()).as(file.toString()).isIn("not_english", "several_regions");
                }
            }
        }
        assertThat(read).isGreaterThan(50);
    }

    private static void check(Path folder) throws Exception {
        DocumentReader reader = DocumentReader.create();
        Extractor extractor = Extractor.create();
        List<Path> files = files(folder);
        assertThat(files).isNotEmpty();
        for (Path file : files) {
            ExtractedDocument document =
                    extractor.extract(reader.read(file.getFileName().toString(), Files.readAllBytes(file)));
            assertThat(document.articles()).as(file.toString()).isNotEmpty();
            assertThat(Accounting.faults(document)).as(file.toString()).isEmpty();
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
