package org.fupin.gold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.fupin.extraction.Extractor;
import org.fupin.observation.Coded;
import org.fupin.observation.Observation;
import org.fupin.observation.Span;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The project's own gold by phenomenon: short texts in {@code gold/cases}, annotated by the guide. Exactly the expected
 * observations must be found, with the fields that the case names.
 */
class CasesTest {

    private static final Path FOLDER = Path.of("src/test/resources/gold/cases");

    private static final Extractor EXTRACTOR = Extractor.create();

    /** By file: cases that pass, that fail as known, and that fail. */
    private static final Map<String, int[]> COUNTS = new TreeMap<>();

    static List<GoldCase> cases() {
        return new GoldCases().in(FOLDER);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void isReadAsTheGuideSays(GoldCase gold) {
        List<String> faults =
                faults(gold, EXTRACTOR.extract(gold.article(), gold.section()).observations());
        int[] counts = COUNTS.computeIfAbsent(gold.file(), file -> new int[3]);
        if (faults.isEmpty()) {
            counts[0]++;
        } else {
            counts[gold.known() == null ? 2 : 1]++;
        }
        if (gold.known() == null && !faults.isEmpty()) {
            fail(gold + "\n  text: " + gold.text() + "\n  " + String.join("\n  ", faults));
        }
        if (gold.known() != null && faults.isEmpty()) {
            fail(gold + " passes now: take the line 'known: " + gold.known() + "' out of it");
        }
    }

    /** The cases are a gold of their own only as long as there are enough of them, on both sides. */
    @Test
    void positiveAndNegativeSideBySide() {
        List<GoldCase> cases = cases();
        assertThat(cases.stream().mapToInt(c -> c.expected().size()).sum())
                .as("observations")
                .isGreaterThanOrEqualTo(250);
        assertThat(cases.stream().filter(c -> c.expected().isEmpty()).count())
                .as("texts without an observation")
                .isGreaterThanOrEqualTo(50);
    }

    @AfterAll
    static void report() {
        COUNTS.forEach((file, counts) -> System.out.printf(
                "%-20s %3d of %3d cases pass%s%s%n",
                file,
                counts[0],
                counts[0] + counts[1] + counts[2],
                counts[1] > 0 ? ", " + counts[1] + " fail as known" : "",
                counts[2] > 0 ? ", " + counts[2] + " fail" : ""));
        System.out.printf(
                "known failures: %d of %d cases%n",
                COUNTS.values().stream().mapToInt(c -> c[1]).sum(),
                COUNTS.values().stream().mapToInt(c -> c[0] + c[1] + c[2]).sum());
    }

    private static List<String> faults(GoldCase gold, List<Observation> found) {
        String text = gold.text();
        Map<Span, Observation> left = new HashMap<>();
        found.forEach(o -> left.put(o.span(), o));
        List<String> faults = new ArrayList<>();
        for (GoldCase.Expected expected : gold.expected()) {
            Observation got = left.remove(expected.span());
            if (got == null) {
                faults.add("not found: '" + expected.span().in(text) + "' at "
                        + expected.span().begin() + " " + expected.fields());
                continue;
            }
            expected.fields().forEach((field, value) -> {
                String is = field(got, field);
                if (!same(field, value, is)) {
                    faults.add("'" + got.text() + "' " + field + ": expected "
                            + shown(field, value, text, gold.expected()) + ", got "
                            + shown(field, is, text, gold.expected()));
                }
            });
        }
        left.values().stream()
                .sorted((a, b) -> a.span().compareTo(b.span()))
                .forEach(o -> faults.add("not expected: '"
                        + o.text() + "' at " + o.begin() + " "
                        + List.of("value", "low", "high", "unit", "kind", "measure", "item").stream()
                                .filter(field -> !field(o, field).isEmpty())
                                .map(field -> field + "=" + field(o, field))
                                .collect(Collectors.joining(", "))));
        return faults;
    }

    /** Values are the same as numbers; an item in whatever case. */
    private static boolean same(String field, String expected, String got) {
        return switch (field) {
            case "value", "low", "high" ->
                !got.isEmpty() && new BigDecimal(expected).compareTo(new BigDecimal(got)) == 0;
            case "item" -> expected.equalsIgnoreCase(got);
            default -> expected.equals(got);
        };
    }

    /** A link as the text that it leads to, all else as it is. */
    private static String shown(String field, String value, String text, List<GoldCase.Expected> expected) {
        if (value.isEmpty()) {
            return "none";
        }
        if (!field.equals("part_of") && !field.equals("about")) {
            return value;
        }
        int begin = Integer.parseInt(value);
        return expected.stream()
                        .filter(e -> e.span().begin() == begin)
                        .findFirst()
                        .map(e -> "'" + e.span().in(text) + "'")
                        .orElse("something")
                + " at " + value;
    }

    /** A field as the annotation guide writes it, empty for none. */
    private static String field(Observation o, String field) {
        return switch (field) {
            case "value" -> plain(o.quantity().value());
            case "low" -> plain(o.quantity().low());
            case "high" -> plain(o.quantity().high());
            case "unit" -> o.quantity().unit().code();
            case "kind" -> o.kind().code();
            case "direction" -> code(o.direction());
            case "measure" -> o.measure().code();
            case "source" -> code(o.source());
            case "per" -> code(o.per());
            case "status" -> o.status().code();
            case "qualifier" -> o.qualifier().code();
            case "period" -> o.period().iso();
            case "region" -> o.region();
            case "item" -> o.item();
            case "part_of" -> o.partOf() == null ? "" : o.partOf().toString();
            case "about" -> o.about() == null ? "" : o.about().toString();
            default -> throw new IllegalArgumentException(field);
        };
    }

    private static String code(@Nullable Coded coded) {
        return coded == null ? "" : coded.code();
    }

    private static String plain(@Nullable BigDecimal number) {
        return number == null ? "" : number.stripTrailingZeros().toPlainString();
    }
}
