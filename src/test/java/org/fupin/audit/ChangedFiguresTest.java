package org.fupin.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.fupin.extraction.Extractor;
import org.fupin.observation.finding.Finding;
import org.fupin.observation.finding.ObservationRef;
import org.fupin.observation.finding.Severity;
import org.fupin.reading.DocumentReader;
import org.fupin.reading.limits.UnreadableDocumentException;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * One figure after another of the sample's stated identities is changed in the text, and the audit must notice: a zero more, two
 * digits swapped, or 7 percent more. A change is noticed where a finding that the report as written does not have names the
 * figure, and another of the identity where it names several.
 */
class ChangedFiguresTest {

    private static final Path GOLD = Path.of("src/test/resources/gold");
    private static final Path SAMPLE = Path.of("jobs/sample/inbox");

    private static final Pattern NUMBER = Pattern.compile("\\d[\\d,]*(?:\\.\\d+)?");

    /** Share of the changes that must be noticed: a little less than is. */
    private static final double NOTICED = 0.75;

    /** So many errors may be told elsewhere because of all changes together. */
    private static final int ELSEWHERE = 3;

    private final DocumentReader reader = DocumentReader.create();
    private final Extractor extractor = Extractor.create();
    private final Auditor auditor = Auditor.create();

    private int changes;
    private int noticed;
    private final List<String> missed = new ArrayList<>();
    private final List<String> elsewhere = new ArrayList<>();

    @Test
    void aChangedFigureIsNoticed() throws IOException {
        for (Path identities : files()) {
            Path gold = identities.resolveSibling(
                    identities.getFileName().toString().replace(".identities", ""));
            List<JsonNode> lines = GoldArticles.lines(gold);
            String text =
                    Files.readString(SAMPLE.resolve(lines.get(0).get("document").asString()));
            Map<Integer, String> figures = new HashMap<>();
            lines.subList(1, lines.size())
                    .forEach(line -> figures.put(
                            line.get("begin").asInt(), line.get("text").asString()));
            Set<Set<Integer>> known = new HashSet<>();
            failing(text).forEach(finding -> known.add(places(finding, 0, 0)));
            for (JsonNode identity : GoldArticles.lines(identities)) {
                Set<Integer> begins = new HashSet<>();
                identity.get("begin").forEach(begin -> begins.add(begin.asInt()));
                for (int begin : begins) {
                    for (String changed : changed(figures.getOrDefault(begin, ""))) {
                        check(text, begin, figures.get(begin), changed, begins, known);
                    }
                }
            }
        }
        assertThat(changes).isGreaterThan(100);
        assertThat((double) noticed / changes).as("not noticed: %s", missed).isGreaterThanOrEqualTo(NOTICED);
        assertThat(elsewhere).hasSizeLessThanOrEqualTo(ELSEWHERE);
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(GOLD)) {
            return files.filter(file -> file.toString().endsWith(".identities.jsonl"))
                    .sorted()
                    .toList();
        }
    }

    private void check(String text, int at, String before, String after, Set<Integer> begins, Set<Set<Integer>> known) {
        String changed = text.substring(0, at) + after + text.substring(at + before.length());
        boolean found = false;
        for (Finding finding : failing(changed)) {
            Set<Integer> places = places(finding, at, after.length() - before.length());
            Set<Integer> common = new HashSet<>(places);
            common.retainAll(begins);
            if (known.contains(places)) {
                continue;
            }
            found |= places.contains(at) && (places.size() == 1 || common.size() > 1);
            if (finding.severity() == Severity.ERROR && common.isEmpty()) {
                elsewhere.add(before + " -> " + after + ": " + finding.message());
            }
        }
        changes++;
        noticed += found ? 1 : 0;
        if (!found) {
            missed.add(before + " -> " + after);
        }
    }

    private List<Finding> failing(String text) {
        try {
            return auditor
                    .audit(extractor
                            .extract(reader.read("report.txt", text.getBytes(StandardCharsets.UTF_8)))
                            .articles())
                    .stream()
                    .filter(finding -> !finding.holds())
                    .toList();
        } catch (UnreadableDocumentException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Where the figures of a finding stand in the text as written. */
    private static Set<Integer> places(Finding finding, int at, int longer) {
        Set<Integer> places = new HashSet<>();
        for (ObservationRef ref : finding.observations()) {
            places.add(ref.begin() > at ? ref.begin() - longer : ref.begin());
        }
        return places;
    }

    /** The figure's text with its number changed; none where a change would be within twice the stated precision. */
    private static List<String> changed(String text) {
        Matcher matcher = NUMBER.matcher(text);
        if (!matcher.find() || matcher.group().matches("[0,.]*")) {
            return List.of();
        }
        String number = matcher.group();
        String digits = number.replace(",", "");
        BigDecimal value = new BigDecimal(digits);
        List<BigDecimal> values = new ArrayList<>();
        values.add(value.multiply(BigDecimal.TEN).setScale(value.scale(), RoundingMode.UNNECESSARY));
        if (digits.length() > 1
                && Character.isDigit(digits.charAt(1))
                && digits.charAt(1) != '0'
                && digits.charAt(1) != digits.charAt(0)) {
            values.add(new BigDecimal("" + digits.charAt(1) + digits.charAt(0) + digits.substring(2)));
        }
        BigDecimal more = value.multiply(new BigDecimal("1.07")).setScale(value.scale(), RoundingMode.HALF_EVEN);
        if (value.scale() + digits.length() > 2
                && more.subtract(value)
                                .compareTo(BigDecimal.ONE
                                        .movePointLeft(value.scale())
                                        .multiply(new BigDecimal(2)))
                        > 0) {
            values.add(more);
        }
        String format = number.contains(",") ? "%,." + value.scale() + "f" : "%." + value.scale() + "f";
        return values.stream()
                .map(changed -> text.substring(0, matcher.start())
                        + String.format(Locale.ROOT, format, changed)
                        + text.substring(matcher.end()))
                .toList();
    }
}
