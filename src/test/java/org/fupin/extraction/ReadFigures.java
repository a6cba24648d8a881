package org.fupin.extraction;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.fupin.extraction.sentence.Mention;
import org.fupin.extraction.sentence.Pass;
import org.fupin.extraction.sentence.Reader;
import org.fupin.extraction.sentence.Reasons;
import org.fupin.extraction.sentence.SentenceContext;
import org.fupin.gold.GoldCase;
import org.fupin.gold.GoldCases;
import org.fupin.observation.document.Article;
import org.fupin.observation.document.Section;
import org.fupin.observation.document.SourceDocument;
import org.fupin.reading.DocumentReader;
import org.fupin.reading.limits.UnreadableDocumentException;

/** Numbers as the passes leave them, of the texts that tests know, with the pass that added each rule. */
final class ReadFigures implements Reader {

    static final Path SAMPLES = Path.of("jobs/sample/inbox");
    static final Path TABLES = Path.of("src/test/resources/gold/tables");
    static final Path CASES = Path.of("src/test/resources/gold/cases");

    /** A rule that applied, in which pass. */
    record Applied(String rule, String pass) {}

    private static final DocumentReader READER = DocumentReader.create();
    private static final Extractor EXTRACTOR = Extractor.create();

    private final Map<Mention, Integer> seen = new IdentityHashMap<>();
    final List<Mention> mentions = new ArrayList<>();
    final List<Applied> applied = new ArrayList<>();

    @Override
    public void passed(Pass pass, SentenceContext context) {
        for (Mention mention : context.mentions) {
            List<Reasons.Reason> all = mention.rules.all();
            for (Reasons.Reason reason : all.subList(seen.getOrDefault(mention, 0), all.size())) {
                applied.add(new Applied(reason.rule(), pass.name()));
            }
            seen.put(mention, all.size());
        }
    }

    @Override
    public boolean goesOn(SentenceContext context) {
        mentions.addAll(context.mentions);
        return true;
    }

    ReadFigures documents(Path folder) {
        files(folder).forEach(file -> {
            for (Article article : document(file).articles()) {
                article.sections().forEach(section -> EXTRACTOR.read(article, section, this));
            }
        });
        return this;
    }

    ReadFigures cases() {
        for (GoldCase gold : new GoldCases().in(CASES)) {
            EXTRACTOR.read(gold.article(), gold.section(), this);
        }
        return this;
    }

    ReadFigures section(Article article, Section section) {
        EXTRACTOR.read(article, section, this);
        return this;
    }

    static List<Path> files(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().matches(".*\\.(txt|html)"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static SourceDocument document(Path file) {
        try {
            return READER.read(file.getFileName().toString(), Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (UnreadableDocumentException e) {
            throw new IllegalStateException(file + ": " + e.getMessage(), e);
        }
    }
}
