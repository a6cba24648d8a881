package org.fupin.gold;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.fupin.extraction.Extractor;
import org.fupin.observation.Observation;
import org.fupin.observation.document.ExtractedDocument;
import org.fupin.observation.document.SourceDocument;
import org.fupin.reading.DocumentReader;
import org.fupin.reading.limits.UnreadableDocumentException;
import org.fupin.testing.Accounting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Property: however a report is damaged, offsets match the text, every digit is accounted for once, links lead to
 * observations and nothing throws but the reader's own refusal.
 */
class MutatedTextTest {

    private static final Path SAMPLE = Path.of("jobs/sample/inbox");

    private static final int TRIES = 150;

    private static final DocumentReader READER = DocumentReader.create();
    private static final Extractor EXTRACTOR = Extractor.create();

    /** What is put in at random places: separators, units, wide forms, quotes, brackets, invisible characters. */
    private static final List<String> INSERTS = List.of(
            " ",
            "\n",
            "\n\n",
            "\t",
            ".",
            ",",
            "..",
            ", ",
            ". ",
            "-",
            " - ",
            "–",
            "—",
            "~",
            "/",
            ":",
            "%",
            "％",
            "(",
            ")",
            "（",
            "）",
            "【",
            "】",
            "\"",
            "“",
            "”",
            "'",
            "’",
            "$",
            "US$",
            "¥",
            "RMB",
            "HK$",
            "€",
            "0",
            "1",
            "2012",
            "00",
            "０",
            "４５",
            "，",
            "。",
            "：",
            "\u00A0",
            "\u200B",
            "\u3000",
            "\uFEFF",
            "\uD83D\uDE00",
            "é",
            "扶贫",
            " million",
            " billion",
            " hundred",
            " thousand",
            " dozen",
            " half ",
            " one third",
            " two hundred and five ",
            " double",
            " to ",
            " and ",
            " respectively",
            " of which ",
            " including ",
            " per ",
            " percent",
            " percentage points",
            " yuan",
            " mu",
            " jin",
            " from ",
            " up ",
            " 0 ",
            " 0-0 million ",
            " 3-1607 2 million ",
            " m 2 ",
            "m2",
            " 4:3:1 ",
            " 1/3 ",
            " No. [2012] 9",
            " 1.2.3 ",
            " 1,2,3 ",
            " 5,000,00 ",
            " 99999999999999999999999999999999999999 billion ");

    static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(SAMPLE)) {
            return files.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void isAccountedFor(Path file) throws IOException, UnreadableDocumentException {
        String original = READER.read("original", Files.readAllBytes(file)).text();
        List<String> refused = new ArrayList<>();
        for (int seed = 0; seed < TRIES; seed++) {
            String text = mutated(original, new SplittableRandom(seed));
            SourceDocument document;
            try {
                document = READER.read("mutated.txt", text.getBytes(StandardCharsets.UTF_8));
            } catch (UnreadableDocumentException e) {
                refused.add(e.getMessage());
                continue;
            } catch (RuntimeException e) {
                throw new AssertionError("reading " + file + " mutated with seed " + seed + " throws", e);
            }
            ExtractedDocument extracted;
            try {
                extracted = EXTRACTOR.extract(document);
                explainOne(extracted);
            } catch (RuntimeException e) {
                throw new AssertionError("extracting " + file + " mutated with seed " + seed + " throws", e);
            }
            assertThat(Accounting.faults(extracted))
                    .as("%s mutated with seed %d", file, seed)
                    .isEmpty();
        }
        assertThat(refused).as("texts of %s that are no report any more", file).hasSizeLessThan(TRIES / 2);
    }

    /** The explanation of a figure goes the same way as its extraction. */
    private static void explainOne(ExtractedDocument document) {
        document.articles().stream()
                .flatMap(article -> article.observations())
                .map(Observation::begin)
                .reduce((first, second) -> second)
                .ifPresent(at ->
                        assertThat(EXTRACTOR.explain(document.document(), at)).isNotBlank());
    }

    static String mutated(String original, RandomGenerator random) {
        StringBuilder text = new StringBuilder(original);
        int times = 1 + random.nextInt(2 + text.length() / 150);
        for (int i = 0; i < times; i++) {
            int from = random.nextInt(text.length());
            int to = Math.min(text.length(), from + 1 + random.nextInt(20));
            String piece = text.substring(from, to);
            switch (random.nextInt(7)) {
                case 0 -> text.delete(from, to);
                case 1 -> text.insert(to, piece);
                case 2 -> {
                    int elsewhere = random.nextInt(text.length());
                    text.insert(elsewhere, piece);
                    int there = elsewhere <= from ? from + piece.length() : from;
                    text.delete(there, Math.min(text.length(), there + piece.length()));
                }
                case 3 -> glue(text, from);
                case 4 -> dropDigitOrAdd(text, from, random);
                default -> text.insert(from, INSERTS.get(random.nextInt(INSERTS.size())));
            }
        }
        return text.toString();
    }

    /** The next white space is lost. */
    private static void glue(StringBuilder text, int from) {
        for (int at = from; at < text.length(); at++) {
            if (Character.isWhitespace(text.charAt(at))) {
                text.deleteCharAt(at);
                return;
            }
        }
    }

    /** The next digit is lost, or stands twice, or is parted from its neighbour. */
    private static void dropDigitOrAdd(StringBuilder text, int from, RandomGenerator random) {
        for (int at = from; at < text.length(); at++) {
            if (Character.isDigit(text.charAt(at))) {
                switch (random.nextInt(4)) {
                    case 0 -> text.deleteCharAt(at);
                    case 1 -> text.insert(at, text.charAt(at));
                    case 2 -> text.insert(at, ' ');
                    default -> text.insert(at, random.nextBoolean() ? '.' : ',');
                }
                return;
            }
        }
    }

    /** The same on text that is hardly anything but numbers and what stands around them. */
    @Test
    void soupOfNumbers() {
        int read = 0;
        for (int seed = 0; seed < 2_000; seed++) {
            RandomGenerator random = new SplittableRandom(seed);
            List<String> parts = new ArrayList<>();
            parts.add("Poverty Alleviation and Development in Gansu\n\nOverview\n\nIn 2012, the province built");
            for (int i = 0; i < 40; i++) {
                parts.add(INSERTS.get(random.nextInt(INSERTS.size())));
                parts.add(random.nextInt(3) == 0 ? Integer.toString(random.nextInt(100_000)) : "");
            }
            String text = String.join("", parts);
            ExtractedDocument extracted;
            try {
                extracted = EXTRACTOR.extract(READER.read("soup.txt", text.getBytes(StandardCharsets.UTF_8)));
                read++;
            } catch (UnreadableDocumentException e) {
                continue;
            } catch (RuntimeException e) {
                throw new AssertionError("seed " + seed + " throws on: " + text, e);
            }
            assertThat(Accounting.faults(extracted))
                    .as("seed %d: %s", seed, text)
                    .isEmpty();
        }
    }
}
