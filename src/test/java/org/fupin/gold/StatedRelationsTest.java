package org.fupin.gold;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.fupin.audit.Auditor;
import org.fupin.extraction.Extractor;
import org.fupin.observation.finding.Finding;
import org.fupin.reading.DocumentReader;
import org.fupin.reading.limits.UnreadableDocumentException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Properties of reading and audit together, over relations of random figures: what is consistent within its stated precision
 * gives no finding, and where one figure of it is changed beyond that, a finding names the changed figure.
 */
class StatedRelationsTest {

    private static final int TRIES = 40;

    /** What a changed figure is multiplied by: more than any rounding and less than what would be another magnitude. */
    private static final BigDecimal CHANGE = new BigDecimal("1.37");

    private static final String REPORT = "Poverty Alleviation and Development in Hubei Province in 2012\n\n【Overview】 ";

    private static final DocumentReader READER = DocumentReader.create();
    private static final Extractor EXTRACTOR = Extractor.create();
    private static final Auditor AUDITOR = Auditor.create();

    private static final Pattern MARK = Pattern.compile("\\{([^}]+)}");
    private static final Pattern NUMBER = Pattern.compile("\\d[\\d,]*(?:\\.\\d+)?");

    /**
     * A relation.
     *
     * @param sentence writes it with consistent figures, each in braces
     */
    record Relation(String name, Function<RandomGenerator, String> sentence) {

        @Override
        public String toString() {
            return name;
        }
    }

    private record Figure(int begin, String text) {}

    private record Report(String text, List<Figure> figures) {}

    static Stream<Relation> relations() {
        return Stream.of(
                new Relation("sum, told off", random -> {
                    long a = between(random, 120, 400);
                    long b = between(random, 120, 400);
                    long c = between(random, 120, 400);
                    return "The year's money was divided into three parts: {%d million yuan} from the central government, {%d million yuan} from the province and {%d million yuan} from cities and counties, {%d million yuan} in total."
                            .formatted(a, b, c, a + b + c);
                }),
                new Relation("sum, respectively", random -> {
                    long a = between(random, 200, 900);
                    long b = between(random, 200, 900);
                    return "Altogether {%s} farmers were trained, of whom {%s} learned farming skills and {%s} learned other trades respectively."
                            .formatted(count(a + b), count(a), count(b));
                }),
                new Relation("share of a whole", random -> {
                    long whole = between(random, 4_000, 60_000);
                    long part = whole * between(random, 15, 80) / 100;
                    return "Of the {%s} households that joined the societies, {%s} were poor households, accounting for {%s%%}."
                            .formatted(count(whole), count(part), percent(part, whole));
                }),
                new Relation("growth with its change", random -> {
                    long before = between(random, 2_000, 6_000);
                    long change = between(random, 150, 900);
                    return "The per capita net income of farmers in the key counties reached {%s yuan}, an increase of {%s yuan} or {%s%%} over the previous year."
                            .formatted(count(before + change), count(change), percent(change, before));
                }),
                new Relation("growth from and to", random -> {
                    long before = between(random, 2_000, 6_000);
                    long change = between(random, 150, 900);
                    return "The per capita net income of farmers in the key counties rose from {%s yuan} in 2011 to {%s yuan} in 2012, up by {%s%%}."
                            .formatted(count(before), count(before + change), percent(change, before));
                }),
                new Relation("plan and what was done", random -> {
                    long plan = between(random, 300, 900);
                    long done = plan * between(random, 60, 98) / 100;
                    return "It was planned to build {%d kilometers} of village roads, and {%d kilometers} were actually built, {%s%%} of the plan."
                            .formatted(plan, done, percent(done, plan));
                }),
                new Relation("average for each", random -> {
                    long households = between(random, 1_200, 9_000);
                    long each = between(random, 20, 90) * 100;
                    return "Loans of {%s yuan} were issued to {%s} households, averagely {%s yuan} per household."
                            .formatted(count(households * each), count(households), count(each));
                }));
    }

    @ParameterizedTest
    @MethodSource("relations")
    void consistentFiguresGiveNoFinding(Relation relation) throws Exception {
        for (int seed = 0; seed < TRIES; seed++) {
            Report report = report(relation, seed);
            assertThat(contradictions(report.text()).stream().map(Finding::message))
                    .as(report.text())
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("relations")
    void oneChangedFigureIsNamed(Relation relation) throws Exception {
        for (int seed = 0; seed < TRIES; seed++) {
            Report report = report(relation, seed);
            Figure figure = report.figures().get(seed % report.figures().size());
            String changed = report.text().substring(0, figure.begin())
                    + changed(figure.text())
                    + report.text().substring(figure.begin() + figure.text().length());
            assertThat(contradictions(changed)).as(changed).anyMatch(finding -> finding.observations().stream()
                    .anyMatch(ref -> ref.begin() == figure.begin()));
        }
    }

    private static Report report(Relation relation, int seed) {
        Matcher marked = MARK.matcher(REPORT + relation.sentence().apply(new SplittableRandom(seed)) + "\n");
        StringBuilder text = new StringBuilder();
        List<Figure> figures = new ArrayList<>();
        while (marked.find()) {
            marked.appendReplacement(text, "");
            figures.add(new Figure(text.length(), marked.group(1)));
            text.append(marked.group(1));
        }
        return new Report(marked.appendTail(text).toString(), figures);
    }

    private static String changed(String figure) {
        Matcher number = NUMBER.matcher(figure);
        if (!number.find()) {
            throw new IllegalStateException(figure + " has no digits");
        }
        BigDecimal value = new BigDecimal(number.group().replace(",", ""));
        BigDecimal changed = value.multiply(CHANGE).setScale(value.scale(), RoundingMode.HALF_UP);
        String digits = number.group().contains(",") ? count(changed.longValueExact()) : changed.toPlainString();
        return figure.substring(0, number.start()) + digits + figure.substring(number.end());
    }

    private static List<Finding> contradictions(String text) throws UnreadableDocumentException {
        return AUDITOR
                .audit(EXTRACTOR
                        .extract(READER.read("report.txt", text.getBytes(StandardCharsets.UTF_8)))
                        .articles())
                .stream()
                .filter(finding -> !finding.holds())
                .toList();
    }

    private static long between(RandomGenerator random, int low, int high) {
        return random.nextLong(low, high);
    }

    private static String count(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    private static String percent(long part, long whole) {
        return BigDecimal.valueOf(part * 100)
                .divide(BigDecimal.valueOf(whole), 1, RoundingMode.HALF_UP)
                .toPlainString();
    }
}
