package org.fupin.gold;

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
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.fupin.audit.Auditor;
import org.fupin.extraction.Extractor;
import org.fupin.observation.ExtractedArticle;
import org.fupin.observation.Finding;
import org.fupin.observation.ObservationRef;
import org.fupin.observation.Severity;
import org.fupin.observation.Span;
import org.fupin.reading.DocumentReader;
import org.fupin.reading.UnreadableDocumentException;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * How many wrong figures the audit notices: each figure of each relation that an auditor marked as holding in the sample is
 * made wrong (one digit more, two digits swapped, 7 % more, one after another), and the report is read anew. It counts as noticed where a
 * finding that the right text has not names the figure and, of several, another of its relation.
 */
class MutatedFiguresTest {

    private static final Path GOLD = Path.of("src/test/resources/gold");
    private static final Path SAMPLE = Path.of("jobs/sample/inbox");

    private static final DocumentReader READER = DocumentReader.create();
    private static final Extractor EXTRACTOR = Extractor.create();
    private static final Auditor AUDITOR = Auditor.create();

    private static final Pattern NUMBER = Pattern.compile("\\d[\\d,]*(?:\\.\\d+)?");
    private static final BigDecimal MORE = new BigDecimal("1.07");

    /** Of the wrong figures, the share that must be noticed, and most errors that they may bring elsewhere. Raise the first. */
    private static final double NOTICED = 0.5;

    private static final int ELSEWHERE = 0;

    /**
     * A relation that holds, in its article alone.
     *
     * @param text of the article
     * @param figures their texts, by their begins in it
     */
    private record Identity(String text, Map<Integer, String> figures) {}

    @Test
    void wrongFiguresOfTheSampleAreNoticed() throws Exception {
        int changes = 0;
        int noticed = 0;
        List<String> missed = new ArrayList<>();
        List<String> elsewhere = new ArrayList<>();
        for (Identity identity : identities()) {
            Set<Set<Integer>> before = new HashSet<>();
            findings(identity.text()).forEach(finding -> before.add(begins(finding)));
            for (Map.Entry<Integer, String> figure : identity.figures().entrySet()) {
                List<String> ways = wrong(figure.getValue());
                if (!ways.isEmpty()) {
                    String wrong = ways.get(changes % ways.size());
                    changes++;
                    List<Finding> fresh = fresh(identity.text(), figure.getKey(), figure.getValue(), wrong, before);
                    Set<Integer> related = identity.figures().keySet();
                    boolean found = fresh.stream().anyMatch(finding -> names(finding, figure.getKey(), related));
                    noticed += found ? 1 : 0;
                    if (!found) {
                        missed.add(figure.getValue() + " as " + wrong);
                    }
                    fresh.stream()
                            .filter(finding -> finding.severity() == Severity.ERROR
                                    && begins(finding).stream().noneMatch(related::contains))
                            .forEach(finding -> elsewhere.add(wrong + ": " + finding.message()));
                }
            }
        }
        assertThat((double) noticed / changes)
                .as("noticed of %d; not: %s", changes, missed)
                .isGreaterThanOrEqualTo(NOTICED);
        assertThat(elsewhere).hasSizeLessThanOrEqualTo(ELSEWHERE);
    }

    private static boolean names(Finding finding, int begin, Set<Integer> related) {
        Set<Integer> begins = begins(finding);
        if (!begins.contains(begin)) {
            return false;
        }
        return begins.size() == 1 || begins.stream().filter(related::contains).count() >= 2;
    }

    private static Set<Integer> begins(Finding finding) {
        Set<Integer> begins = new TreeSet<>();
        for (ObservationRef ref : finding.observations()) {
            begins.add(ref.begin());
        }
        return begins;
    }

    /** What is found with the wrong figure but not before, its offsets those of the right text. */
    private static List<Finding> fresh(String text, int begin, String figure, String wrong, Set<Set<Integer>> before)
            throws UnreadableDocumentException {
        int shift = wrong.length() - figure.length();
        String changed = text.substring(0, begin) + wrong + text.substring(begin + figure.length());
        return findings(changed).stream()
                .map(finding -> shifted(finding, begin, shift))
                .filter(finding -> !before.contains(begins(finding)))
                .toList();
    }

    private static Finding shifted(Finding finding, int begin, int shift) {
        List<ObservationRef> back = finding.observations().stream()
                .map(ref -> ref.begin() > begin ? new ObservationRef(ref.documentId(), ref.begin() - shift) : ref)
                .toList();
        return new Finding(
                finding.rule(),
                finding.severity(),
                finding.holds(),
                back,
                finding.stated(),
                finding.expected(),
                finding.message());
    }

    /** What does not hold in an article. */
    private static List<Finding> findings(String text) throws UnreadableDocumentException {
        return AUDITOR.audit(articles(text)).stream()
                .filter(finding -> !finding.holds())
                .toList();
    }

    private static List<ExtractedArticle> articles(String text) throws UnreadableDocumentException {
        return EXTRACTOR
                .extract(READER.read("sample.txt", text.getBytes(StandardCharsets.UTF_8)))
                .articles();
    }

    /** The text of a figure, wrong in up to three ways that no tolerance hides. */
    private static List<String> wrong(String figure) {
        Matcher matcher = NUMBER.matcher(figure);
        if (!matcher.find() || matcher.group().matches("[0.,]*")) {
            return List.of();
        }
        String digits = matcher.group().replace(",", "");
        BigDecimal value = new BigDecimal(digits);
        List<String> wrong = new ArrayList<>();
        wrong.add(put(figure, matcher, value.multiply(BigDecimal.TEN)));
        if (digits.length() > 1
                && Character.isDigit(digits.charAt(1))
                && digits.charAt(1) != digits.charAt(0)
                && digits.charAt(1) != '0') {
            String swapped = "" + digits.charAt(1) + digits.charAt(0) + digits.substring(2);
            wrong.add(put(figure, matcher, new BigDecimal(swapped)));
        }
        BigDecimal more = value.multiply(MORE).setScale(value.scale(), RoundingMode.HALF_UP);
        boolean isSeen = more.subtract(value).compareTo(value.ulp().add(value.ulp())) > 0
                && value.scale() + digits.length() > 2;
        if (isSeen) {
            wrong.add(put(figure, matcher, more));
        }
        return wrong;
    }

    private static String put(String figure, Matcher number, BigDecimal value) {
        int places = Math.max(0, new BigDecimal(number.group().replace(",", "")).scale());
        String format = (number.group().contains(",") ? "%,." : "%.") + places + "f";
        return figure.substring(0, number.start()) + String.format(Locale.ROOT, format, value)
                + figure.substring(number.end());
    }

    private static List<Identity> identities() throws IOException, UnreadableDocumentException {
        List<Identity> identities = new ArrayList<>();
        try (Stream<Path> files = Files.list(GOLD)) {
            for (Path file : files.filter(file -> file.toString().endsWith(".identities.jsonl"))
                    .sorted()
                    .toList()) {
                List<JsonNode> gold =
                        lines(file.resolveSibling(file.getFileName().toString().replace(".identities", "")));
                String text =
                        Files.readString(SAMPLE.resolve(gold.get(0).get("document").asString()));
                Map<Integer, String> figures = new HashMap<>();
                for (JsonNode figure : gold.subList(1, gold.size())) {
                    figures.put(figure.get("begin").asInt(), figure.get("text").asString());
                }
                List<ExtractedArticle> articles = articles(text);
                for (JsonNode identity : lines(file)) {
                    identities.add(identity(text, articles, figures, identity.get("begin")));
                }
            }
        }
        return identities;
    }

    private static Identity identity(
            String text, List<ExtractedArticle> articles, Map<Integer, String> figures, JsonNode begins) {
        Span span = articles.stream()
                .map(article -> article.article().span())
                .filter(article -> article.contains(begins.get(0).asInt()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no article around " + begins));
        Map<Integer, String> related = new TreeMap<>();
        begins.forEach(begin -> related.put(begin.asInt() - span.begin(), figures.get(begin.asInt())));
        return new Identity(text.substring(span.begin(), span.end()), related);
    }

    private static List<JsonNode> lines(Path file) throws IOException {
        List<JsonNode> lines = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            if (!line.isBlank()) {
                lines.add(JsonMapper.shared().readTree(line));
            }
        }
        return lines;
    }
}
