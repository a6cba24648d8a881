package org.fupin.steps;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.fupin.reference.Language;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Reading and extraction take steps in proportion to the text, whatever the text: no timer, steps are counted. */
class LinearityTest {

    private static final int SHORT = 4_000;
    private static final int GROWTH = 8;

    /** What steps may grow over the text: lists double, an unlucky cut at the end. */
    private static final double SLACK = 1.15;

    private static Consumer<String> extraction;
    private static Consumer<String> reading;

    @BeforeAll
    @SuppressWarnings("unchecked")
    static void load() throws ReflectiveOperationException {
        CountingClassLoader loader = new CountingClassLoader();
        extraction = loader.copy(ExtractionRun.class, Consumer.class);
        reading = loader.copy(ReadingRun.class, Consumer.class);
    }

    static Stream<String> hostile() {
        return Stream.of("12 yuan, ", "12 ", ", ", "12 households and ");
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void extractionIsLinear(String period) {
        assertThat(growth(extraction, period)).as(period).isLessThan(SLACK);
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void readingIsLinear(String period) {
        assertThat(growth(reading, period)).as(period).isLessThan(SLACK);
    }

    /** How much more steps a character takes in a text {@link #GROWTH} times as long. */
    private static double growth(Consumer<String> subject, String period) {
        String text = period.repeat(Math.max(1, SHORT / period.length()));
        Steps.of(subject, text);
        long few = Steps.of(subject, text);
        return Steps.of(subject, text.repeat(GROWTH)) / (double) few / GROWTH;
    }

    @Test
    void explore() {
        Language language = Language.load();
        TreeSet<String> words = new TreeSet<>();
        language.cues().forEach(c -> words.addAll(c.words()));
        List<String> common = List.of(
                "12",
                "3.5",
                "2012",
                "2011",
                "5",
                "million",
                "yuan",
                "%",
                ",",
                ",",
                "and",
                ";",
                "(",
                ")",
                "\"",
                ":",
                ".",
                "-",
                "of",
                "which",
                "the",
                "from",
                "to",
                "in",
                "households",
                "villages",
                "of which",
                "including",
                "respectively",
                "among them",
                "per capita",
                "percentage points",
                "times",
                "person-times",
                "projects",
                "funds",
                "loans",
                "income",
                "county",
                "City",
                "Zunyi",
                "Renhuai County",
                "one",
                "ten",
                "three",
                "was",
                "invested",
                "by",
                "up",
                "increase",
                "plan",
                "target",
                "bank",
                "each",
                "June",
                "‘",
                "’",
                "“",
                "”",
                "[",
                "]",
                "foo",
                "bar",
                "a",
                "had",
                "will",
                "city",
                "provincial",
                "with",
                "mu",
                "accounting for",
                "over",
                "about",
                "No",
                "3",
                "planned",
                "rate",
                "enterprises");
        List<String> rare = new ArrayList<>(words);
        Random random = new Random(Long.getLong("seed", 1));
        int runs = Integer.getInteger("runs", 400);
        var subject = Boolean.getBoolean("reading") ? reading : extraction;
        record Found(double growth, String period) {}
        List<Found> found = new ArrayList<>();
        for (int i = 0; i < runs; i++) {
            int size = 1 + random.nextInt(6);
            StringBuilder period = new StringBuilder();
            IntStream.range(0, size).forEach(k -> period.append(
                            random.nextInt(4) > 0
                                    ? common.get(random.nextInt(common.size()))
                                    : rare.get(random.nextInt(rare.size())))
                    .append(random.nextInt(6) == 0 ? "" : " "));
            found.add(new Found(growth(subject, period.toString()), period.toString()));
        }
        found.sort((a, b) -> Double.compare(b.growth, a.growth));
        System.out.println(
                "over 1.1: " + found.stream().filter(f -> f.growth > 1.1).count() + " of " + runs);
        found.stream().limit(40).forEach(f -> System.out.printf("%.2f %s%n", f.growth, f.period));
    }
}
