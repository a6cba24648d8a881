package org.fupin.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Breakdowns, shares and growths that chance makes: nothing is found where they are consistent, and one changed figure is. */
class ConsistentFiguresTest {

    private static final List<String> THINGS = List.of("wells", "roads", "trees", "schools", "sheep");

    static IntStream seeds() {
        return IntStream.range(0, 200);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void breakdown(int seed) {
        Random random = new Random(seed);
        List<BigDecimal> parts = new ArrayList<>();
        int count = 2 + random.nextInt(4);
        for (int i = 0; i < count; i++) {
            parts.add(BigDecimal.valueOf(20 + random.nextInt(9_000), 1));
        }
        BigDecimal total = parts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(failing(breakdown(total, parts))).isEmpty();
        int changed = random.nextInt(count);
        BigDecimal more = parts.get(changed).multiply(new BigDecimal("1.3")).add(BigDecimal.ONE);
        parts.set(changed, more.setScale(1, RoundingMode.HALF_UP));
        assertThat(failing(breakdown(total, parts)))
                .as(breakdown(total, parts))
                .hasSize(1)
                .allMatch(outcome -> outcome.startsWith("sum"));
    }

    private static String breakdown(BigDecimal total, List<BigDecimal> parts) {
        StringBuilder text = new StringBuilder("The office spent {t|" + total + " million yuan}, of which ");
        for (int i = 0; i < parts.size(); i++) {
            text.append(i == 0 ? "" : i + 1 == parts.size() ? " and " : ", ");
            text.append("{p").append(i).append('|').append(parts.get(i)).append(" million yuan|part=t}");
            text.append(i == 0 ? " was for " : " for ").append(THINGS.get(i));
        }
        return text.append('.').toString();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void share(int seed) {
        Random random = new Random(seed);
        BigDecimal whole = BigDecimal.valueOf(1_000 + random.nextInt(90_000), 1);
        BigDecimal part =
                whole.multiply(BigDecimal.valueOf(5 + random.nextInt(85), 2)).setScale(1, RoundingMode.HALF_UP);
        BigDecimal percent = part.movePointRight(2).divide(whole, 1, RoundingMode.HALF_UP);
        assertThat(failing(share(whole, part, percent))).isEmpty();
        BigDecimal changed = percent.add(new BigDecimal("3.1"));
        assertThat(failing(share(whole, part, changed)))
                .as(share(whole, part, changed))
                .containsExactly("share error w p s");
    }

    private static String share(BigDecimal whole, BigDecimal part, BigDecimal percent) {
        return "The office spent {w|%s million yuan}, of which {p|%s million yuan|part=w} was for wells, accounting for {s|%s%%|share|of=p} of the total."
                .formatted(whole, part, percent);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void growth(int seed) {
        Random random = new Random(seed);
        BigDecimal before = BigDecimal.valueOf(1_000 + random.nextInt(90_000), 1);
        BigDecimal change =
                before.multiply(BigDecimal.valueOf(5 + random.nextInt(60), 2)).setScale(1, RoundingMode.HALF_UP);
        BigDecimal percent = change.movePointRight(2).divide(before, 1, RoundingMode.HALF_UP);
        assertThat(failing(growth(before.add(change), change, percent))).isEmpty();
        BigDecimal changed = percent.add(new BigDecimal("3.1"));
        assertThat(failing(growth(before.add(change), change, changed))).containsExactly("growth error l c g");
    }

    private static String growth(BigDecimal level, BigDecimal change, BigDecimal percent) {
        return "The office spent {l|%s million yuan}, an increase of {c|%s million yuan|change|up|of=l}, up {g|%s%%|growth|up|of=l}."
                .formatted(level, change, percent);
    }

    private static List<String> failing(String text) {
        return Passage.of(text).audit().stream()
                .filter(outcome -> !outcome.contains(" holds "))
                .toList();
    }
}
