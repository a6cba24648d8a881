package org.fupin.gold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.fupin.extraction.Extractor;
import org.fupin.observation.document.ExtractedArticle;
import org.fupin.observation.document.ExtractedDocument;
import org.fupin.reading.DocumentReader;
import org.fupin.reference.Language;
import org.junit.jupiter.api.Test;

/**
 * How far the vocabulary carries to documents that it was not written for. Two gold documents at a time are held out: every
 * word or phrase of the reference files that stands in them, but in none of the other four and in none of our own samples,
 * is taken out, and the two are scored. That is a lower bound, since many of those words are in any dictionary of the field;
 * rules in code cannot be taken out so.
 */
class CrossValidationTest {

    private static final Path SHARED = Path.of("../shared");
    private static final Path SAMPLE = Path.of("jobs/sample/inbox");

    /** Of the documents in the order of their names: the two that are held out. */
    private static final List<List<Integer>> FOLDS = List.of(List.of(0, 3), List.of(1, 4), List.of(2, 5));

    private final DocumentReader reader = DocumentReader.create();

    @Test
    void vocabularyCarriesToDocumentsHeldOut() throws Exception {
        assumeTrue(Files.isDirectory(SHARED.resolve("gold/dev")), "no gold beside this checkout, nothing to hold out");
        List<GoldStretch> gold = GoldFolder.in(SHARED.resolve("gold/dev"));
        assertThat(gold).hasSize(6);
        Language full = Language.load();
        Score seen = new Score();
        Score heldOut = new Score();
        for (List<Integer> fold : FOLDS) {
            Set<String> known = words(samples());
            for (int i = 0; i < gold.size(); i++) {
                if (!fold.contains(i)) {
                    known.addAll(words(text(gold.get(i))));
                }
            }
            Score ofFold = new Score();
            int[] taken = new int[1];
            for (int i : fold) {
                Set<String> own = words(text(gold.get(i)));
                own.removeAll(known);
                Language less = without(
                        full, phrase -> Arrays.stream(phrase.split("[ -]")).anyMatch(own::contains), taken);
                score(gold.get(i), Extractor.create(less), ofFold, heldOut);
                score(gold.get(i), Extractor.create(full), seen);
            }
            System.out.printf(
                    Locale.ROOT,
                    "held out %s: %d phrases taken out, %s%n",
                    fold,
                    taken[0],
                    ofFold.result().shares());
        }
        System.out.println("all words: " + seen.result().shares());
        System.out.println("held out:  " + heldOut.result().shares());
        assertThat(heldOut.result().strictF1())
                .as("strict F1 of documents whose own words were taken out of the reference files")
                .isGreaterThanOrEqualTo(new BigDecimal("0.90"));
        assertThat(heldOut.result().f1()).isGreaterThanOrEqualTo(new BigDecimal("0.98"));
    }

    private void score(GoldStretch file, Extractor extractor, Score... scores) throws Exception {
        ExtractedDocument document = extractor.extract(reader.read(
                file.document(), Files.readAllBytes(SHARED.resolve("corpus").resolve(file.document()))));
        for (Score score : scores) {
            score.add(
                    file,
                    document.articles().stream()
                            .flatMap(ExtractedArticle::observations)
                            .map(AnnotatedFigure::of)
                            .toList());
        }
    }

    private static String text(GoldStretch file) throws IOException {
        return Files.readString(SHARED.resolve("corpus").resolve(file.document()))
                .substring(file.span().begin(), file.span().end());
    }

    private static String samples() throws IOException {
        StringBuilder text = new StringBuilder();
        try (Stream<Path> files = Files.list(SAMPLE)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                text.append(new String(Files.readAllBytes(file), StandardCharsets.UTF_8))
                        .append(' ');
            }
        }
        return text.toString();
    }

    /** Words in lower case, without plural endings. */
    private static Set<String> words(String text) {
        Set<String> words = new HashSet<>();
        for (String word : text.toLowerCase(Locale.ROOT).split("[^a-z']+")) {
            words.add(word);
            if (word.endsWith("s")) {
                words.add(word.substring(0, word.length() - 1));
            }
        }
        return words;
    }

    /** The language without the phrases that contain a word of the held out documents alone. */
    private static Language without(Language all, Predicate<String> unknown, int[] taken) {
        Predicate<String> kept = word -> {
            taken[0] += unknown.test(word) ? 1 : 0;
            return !unknown.test(word);
        };
        return new Language(
                all.unitWords(),
                all.numberWords(),
                all.nouns().stream().filter(row -> kept.test(row.word())).toList(),
                all.topics().stream().filter(row -> kept.test(row.word())).toList(),
                all.contexts().stream().filter(row -> kept.test(row.word())).toList(),
                all.payers().stream().filter(row -> kept.test(row.word())).toList(),
                all.payerLevels(),
                all.payerNouns(),
                all.cues().stream().filter(row -> kept.test(row.word())).toList(),
                all.places());
    }
}
