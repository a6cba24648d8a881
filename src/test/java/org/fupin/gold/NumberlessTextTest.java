package org.fupin.gold;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.fupin.extraction.Extractor;
import org.fupin.observation.Programme;
import org.fupin.observation.Span;
import org.fupin.observation.document.Article;
import org.fupin.observation.document.ExtractedSection;
import org.fupin.observation.document.Section;
import org.fupin.observation.document.Sentence;
import org.fupin.reading.DocumentReader;
import org.fupin.reading.limits.UnreadableDocumentException;
import org.junit.jupiter.api.Test;

/**
 * Property: text without digits or number words yields neither an observation nor a left-out number, whatever words of
 * the reports it is made of: units, magnitudes and cue words among them.
 */
class NumberlessTextTest {

    private static final Pattern A_MAGNITUDE =
            Pattern.compile("\\b(a|an) (hundred|thousand|million|billion)\\b", Pattern.CASE_INSENSITIVE);

    private static final Path SAMPLE = Path.of("jobs/sample/inbox");

    /** English cardinals, ordinals, fractions and multiples. */
    private static final Set<String> NUMBER_WORDS = Set.of(
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
            "twenty",
            "thirty",
            "forty",
            "fifty",
            "sixty",
            "seventy",
            "eighty",
            "ninety",
            "first",
            "second",
            "third",
            "fourth",
            "fifth",
            "half",
            "halves",
            "quarter",
            "quarters",
            "double",
            "doubled",
            "doubling",
            "twice",
            "thrice",
            "triple",
            "tripled",
            "once",
            "zero");

    /** Words that stand beside numbers, and vague ones that are none. */
    private static final List<String> BESIDE = List.of(
            "hundred",
            "hundreds of",
            "thousand",
            "thousands of",
            "tens of thousands of",
            "million",
            "billion",
            "several",
            "a few",
            "dozens of",
            "many",
            "yuan",
            "Yuan",
            "RMB",
            "US$",
            "¥",
            "%",
            "percent",
            "percentage points",
            "mu",
            "kilometers",
            "km",
            "tons",
            "jin",
            "households",
            "person-times",
            "per capita",
            "per",
            "each",
            "respectively",
            "of which",
            "including",
            "accounting for",
            "up",
            "down",
            "increased by",
            "from",
            "to",
            "more than",
            "nearly",
            "over the previous year",
            "times",
            "a third party",
            "No.",
            "a number of",
            "both",
            "another",
            "-",
            "–",
            "/",
            ":",
            "(",
            ")",
            "“",
            "”",
            "【",
            "】");

    @Test
    void yieldsNothing() throws IOException, UnreadableDocumentException {
        List<String> words = words();
        assertThat(words).hasSizeGreaterThan(500);
        Extractor extractor = Extractor.create();
        for (int seed = 0; seed < 5_000; seed++) {
            RandomGenerator random = new SplittableRandom(seed);
            List<String> parts = new ArrayList<>();
            for (int i = 1 + random.nextInt(40); i > 0; i--) {
                List<String> list = random.nextInt(3) == 0 ? BESIDE : words;
                parts.add(list.get(random.nextInt(list.size())));
            }
            // "a million" is a number, "million" is none
            String text = A_MAGNITUDE.matcher(String.join(" ", parts)).replaceAll("the $2") + ".";
            Programme programme = Programme.values()[random.nextInt(Programme.values().length)];
            ExtractedSection found = extract(extractor, programme, text);
            assertThat(found.observations()).as("seed %d: %s", seed, text).isEmpty();
            assertThat(found.leftOut()).as("seed %d: %s", seed, text).isEmpty();
        }
    }

    private static ExtractedSection extract(Extractor extractor, Programme programme, String text) {
        Span all = new Span(0, text.length());
        Section section = new Section("", programme, 0, all, List.of(new Sentence(all, 0, text)));
        Article article = new Article("0".repeat(64), "", "CN-GS", "CN-TJ", 2012, all, "", List.of(section));
        return extractor.extract(article, section);
    }

    /** The words of the sample, without those that hold a digit or a number word. */
    private static List<String> words() throws IOException, UnreadableDocumentException {
        DocumentReader reader = DocumentReader.create();
        Set<String> words = new TreeSet<>();
        try (Stream<Path> files = Files.list(SAMPLE)) {
            for (Path file : files.sorted().toList()) {
                String text = reader.read(file.getFileName().toString(), Files.readAllBytes(file))
                        .text();
                for (String word : text.split("[\\s\\p{Z}]+")) {
                    boolean number = word.chars().anyMatch(Character::isDigit)
                            || Arrays.stream(word.toLowerCase(Locale.ROOT).split("[^a-z]+"))
                                    .anyMatch(NUMBER_WORDS::contains);
                    if (!number) {
                        words.add(word);
                    }
                }
            }
        }
        return List.copyOf(words);
    }
}
