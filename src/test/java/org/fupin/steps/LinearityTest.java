package org.fupin.steps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertAll;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Reading, extraction and audit take steps in proportion to the text, whatever the text: no timer, steps are counted. */
class LinearityTest {

    private static final int GROWTH = 4;

    /** Steps in a text four times as long: four times as many, and a quarter more for bounds that are not yet reached. */
    private static final double LIMIT = 5;

    /**
     * Most steps for a character: what is linear may be far too slow. Reports take a small part of it; texts in which a number
     * begins at every second character, and those in which every figure opens a whole ("7 out of"), take the most, since the
     * rows that might apply are tried at each figure.
     */
    private static final int STEPS_PER_CHARACTER = 6_500;

    /** The same for the audit, which looks at the figures around each: texts of nothing but figures take the most. */
    private static final int STEPS_OF_AUDIT = 8_500;

    /** The audit looks further back and ahead than the extraction, so that its bounds are reached later. */
    private static final double LIMIT_OF_AUDIT = 6;

    private static Consumer<String> extraction;
    private static Consumer<String> reading;
    private static Consumer<String> audit;

    @BeforeAll
    static void load() throws ReflectiveOperationException {
        CountingClassLoader loader = new CountingClassLoader();
        extraction = loader.copy(ExtractionRun.class);
        reading = loader.copy(ReadingRun.class);
        audit = loader.copy(AuditRun.class);
    }

    static Stream<HostileText> sentences() {
        return HostileText.sentences();
    }

    static Stream<HostileText> files() {
        return HostileText.files();
    }

    @ParameterizedTest
    @MethodSource("sentences")
    void extractionIsLinearAndSoIsTheAudit(HostileText text) {
        assertAll(() -> isLinear(extraction, text), () -> isLinear(audit, text, LIMIT_OF_AUDIT, STEPS_OF_AUDIT));
    }

    @ParameterizedTest
    @MethodSource("files")
    void readingIsLinear(HostileText text) {
        isLinear(reading, text);
    }

    @Test
    void extractionIsLinearInWhatChanceWrites() {
        HostileText.drawn(150).forEach(text -> isLinear(extraction, text));
    }

    /** The counting itself: steps that grow with the square of the text are seen, in loops and in the JDK's methods. */
    @Test
    void workThatIsNotLinearIsNoticed() throws ReflectiveOperationException {
        for (Class<? extends Consumer<String>> slow : List.of(
                SquareWork.Loops.class, SquareWork.Copies.class, SquareWork.Lookups.class, SquareWork.Regexes.class)) {
            Consumer<String> counted = new CountingClassLoader().copy(slow);
            long few = Steps.of(counted, "a".repeat(100));
            assertThat(Steps.of(counted, "a".repeat(100 * GROWTH)))
                    .as(slow.getSimpleName())
                    .isGreaterThan((long) (few * LIMIT));
        }
    }

    private static void isLinear(Consumer<String> subject, HostileText text) {
        isLinear(subject, text, LIMIT, STEPS_PER_CHARACTER);
    }

    private static void isLinear(Consumer<String> subject, HostileText text, double limit, int perCharacter) {
        String few = text.text(1);
        String many = text.text(GROWTH);
        Steps.of(subject, text.once());
        long stepsOfFew = Steps.of(subject, few);
        long stepsOfMany = Steps.of(subject, many);
        assertThat(stepsOfMany)
                .as("steps for \"%s\": %,d for %,d characters", text, stepsOfFew, few.length())
                .isLessThan((long) (stepsOfFew * limit))
                .isLessThan((long) many.length() * perCharacter);
    }
}
