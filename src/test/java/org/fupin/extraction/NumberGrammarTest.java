package org.fupin.extraction;

import static org.junit.jupiter.api.Assertions.fail;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.fupin.observation.Observation;
import org.fupin.observation.Quantity;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Property: any number that the grammar of {@link NumberExpressions} can write is read back with its value and unit. */
class NumberGrammarTest {

    private static final int TRIES = 400;

    /** Per form, why it is not always read yet. */
    private static final Map<String, String> KNOWN = Map.of();

    /** Sentences that say nothing more about the quantity; {@code #} stands for it. */
    private static final List<String> MONEY = List.of(
            "The county used # for the new roads.",
            "A total of # was spent on drinking water.",
            "Funds of # were allocated to the villages.",
            "The cost of the bridge (#) was paid from several funds.",
            "In 2012, the investment reached #.");

    private static final List<String> SHARE = List.of(
            "The survival rate of the trees was #.",
            "In 2012, the coverage of the insurance reached #.",
            "The loans, of which # went to women, were repaid in time.");

    private static final List<String> MEASURED = List.of(
            "The county finished works of # in autumn.",
            "A total of # was recorded by the office.",
            "In 2012, the villages reached #.",
            "The new works (#) were checked in December.");

    private record Miss(String sentence, String expected, String got) {}

    @ParameterizedTest(name = "{0}")
    @MethodSource("forms")
    void readsBack(NumberExpressions.Form form) {
        List<Miss> misses = new ArrayList<>();
        for (int seed = 0; seed < TRIES; seed++) {
            NumberExpressions expressions = new NumberExpressions(new SplittableRandom(seed));
            NumberExpressions.Expression expression = form.write().apply(expressions);
            String sentence = expressions.pick(carriers(expression.unit())).replace("#", expression.text());
            List<Observation> found = Sentences.extract(sentence).observations();
            if (found.size() != 1 || !isThat(expression, found.get(0))) {
                misses.add(new Miss(sentence, shown(expression), shown(found)));
            }
        }
        String known = KNOWN.get(form.name());
        if (known == null && !misses.isEmpty()) {
            misses.sort(Comparator.comparingInt(miss -> miss.sentence().length()));
            StringBuilder message = new StringBuilder();
            misses.stream().distinct().limit(5).forEach(miss -> message.append("\n  ")
                    .append(miss.sentence())
                    .append("\n    expected ")
                    .append(miss.expected())
                    .append(", got ")
                    .append(miss.got()));
            fail(form.name() + ": " + misses.size() + " of " + TRIES + " are not read back, the shortest:" + message);
        }
        if (known != null && misses.isEmpty()) {
            fail(form.name() + " is read back now: take it out of the known failures");
        }
    }

    static List<NumberExpressions.Form> forms() {
        return NumberExpressions.FORMS;
    }

    private static List<String> carriers(String unit) {
        return switch (unit) {
            case "CNY", "USD", "HKD", "EUR" -> MONEY;
            case "percent", "pp" -> SHARE;
            default -> MEASURED;
        };
    }

    private static boolean isThat(NumberExpressions.Expression expression, Observation found) {
        Quantity quantity = found.quantity();
        return found.text().equals(expression.text())
                && quantity.unit().is(expression.unit())
                && same(expression.value(), quantity.value())
                && same(expression.low(), quantity.low())
                && same(expression.high(), quantity.high());
    }

    private static boolean same(@Nullable BigDecimal expected, @Nullable BigDecimal got) {
        return expected == null ? got == null : got != null && expected.compareTo(got) == 0;
    }

    private static String shown(NumberExpressions.Expression e) {
        String number = e.value() == null
                ? e.low().toPlainString() + ".." + e.high().toPlainString()
                : e.value().toPlainString();
        return "'" + e.text() + "' = " + number + " " + e.unit();
    }

    private static String shown(List<Observation> found) {
        return found.stream()
                .map(o -> "'" + o.text() + "' = " + Sentences.text(o.quantity()))
                .toList()
                .toString();
    }
}
