package org.fupin.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.fupin.extraction.Extractor;
import org.fupin.observation.Span;
import org.fupin.observation.document.ExtractedArticle;
import org.fupin.observation.finding.Finding;
import org.fupin.observation.finding.ObservationRef;
import org.fupin.observation.finding.Severity;
import org.fupin.reading.DocumentReader;
import org.fupin.reading.limits.UnreadableDocumentException;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** The rules against annotated findings and identities, by the measure of the gold files' own script. */
class GoldAuditTest {

    private static final Path SHARED = Path.of("../shared/gold/dev");
    private static final Path CORPUS = Path.of("../shared/corpus");
    private static final Path SAMPLE_GOLD = Path.of("src/test/resources/gold");
    private static final Path SAMPLE = Path.of("jobs/sample/inbox");

    /** The findings as JSONL, for {@code score_findings.py REPORTED GOLD... --list}. */
    private static final Path REPORTED = Path.of("target/audit");

    private static final DocumentReader READER = DocumentReader.create();
    private static final Extractor EXTRACTOR = Extractor.create();

    private record Score(double recall, double precision, double identities) {}

    /** Where the articles with their figures come from: from annotation, or from the program's own reading. */
    private interface Articles {
        List<ExtractedArticle> of(Path gold, Path documents) throws IOException;
    }

    @Test
    void findsWhatAnAuditorFoundInRealReports() throws IOException {
        Assumptions.assumeTrue(Files.isDirectory(SHARED) && Files.isDirectory(CORPUS), SHARED + " is not there");
        Score score = score(SHARED, CORPUS, GoldArticles::read, "real-findings.jsonl");
        assertThat(score.recall()).as("recall of certain findings").isGreaterThanOrEqualTo(0.9);
        assertThat(score.precision()).as("precision of errors").isGreaterThanOrEqualTo(0.9);
        assertThat(score.identities()).as("recall of identities").isGreaterThanOrEqualTo(0.9);
    }

    /** From the text on, so that a link that the extraction loses shows. */
    @Test
    void findsItInTheProgramsOwnReadingToo() throws IOException {
        Assumptions.assumeTrue(Files.isDirectory(SHARED) && Files.isDirectory(CORPUS), SHARED + " is not there");
        Score score = score(SHARED, CORPUS, GoldAuditTest::extracted, "real-findings-of-text.jsonl");
        assertThat(score.recall()).as("recall of certain findings").isEqualTo(1.0);
        assertThat(score.precision()).as("precision of errors").isEqualTo(1.0);
        assertThat(score.identities()).as("recall of identities").isGreaterThanOrEqualTo(0.97);
    }

    @Test
    void findsTheDeliberateContradictionsOfTheSample() throws IOException {
        Score score = score(SAMPLE_GOLD, SAMPLE, GoldArticles::read, "sample-findings.jsonl");
        assertThat(score.recall()).as("recall of certain findings").isEqualTo(1.0);
        assertThat(score.precision()).as("precision of errors").isEqualTo(1.0);
        assertThat(score.identities()).as("recall of identities").isGreaterThanOrEqualTo(0.9);
    }

    @Test
    void findsThemInTheProgramsOwnReadingToo() throws IOException {
        Score score = score(SAMPLE_GOLD, SAMPLE, GoldAuditTest::extracted, "sample-findings-of-text.jsonl");
        assertThat(score.recall()).as("recall of certain findings").isEqualTo(1.0);
        assertThat(score.precision()).as("precision of errors").isEqualTo(1.0);
        assertThat(score.identities()).as("recall of identities").isGreaterThanOrEqualTo(0.89);
    }

    /** The articles of an annotated stretch as the program reads them. */
    private static List<ExtractedArticle> extracted(Path gold, Path documents) throws IOException {
        JsonNode head = GoldArticles.lines(gold).get(0);
        Span stretch = new Span(head.get("begin").asInt(), head.get("end").asInt());
        Path document = documents.resolve(head.get("document").asString());
        try {
            return EXTRACTOR
                    .extract(READER.read(document.getFileName().toString(), Files.readAllBytes(document)))
                    .articles()
                    .stream()
                    .filter(article -> stretch.contains(article.article().span().begin()))
                    .toList();
        } catch (UnreadableDocumentException e) {
            throw new IOException(document.toString(), e);
        }
    }

    private static Score score(Path folder, Path documents, Articles articles, String out) throws IOException {
        int certain = 0;
        int found = 0;
        int errors = 0;
        int right = 0;
        int identities = 0;
        int identitiesFound = 0;
        List<String> lines = new ArrayList<>();
        for (Path gold : golds(folder)) {
            List<Finding> reported = new ArrayList<>();
            for (ExtractedArticle article : articles.of(gold, documents)) {
                List<Finding> findings = Auditor.create().audit(List.of(article));
                findings.forEach(finding -> lines.add(json(article, finding)));
                reported.addAll(findings);
            }
            List<Set<Integer>> bad = places(reported, finding -> !finding.holds());
            List<Set<Integer>> good = places(reported, Finding::holds);
            List<Set<Integer>> expected = new ArrayList<>();
            for (JsonNode node : GoldArticles.lines(beside(gold, ".findings.jsonl"))) {
                Set<Integer> places = places(node);
                expected.add(places);
                if (node.get("certain").asBoolean()) {
                    certain++;
                    found += bad.stream().anyMatch(other -> isHit(other, places)) ? 1 : 0;
                }
            }
            for (Set<Integer> error :
                    places(reported, finding -> !finding.holds() && finding.severity() == Severity.ERROR)) {
                errors++;
                right += expected.stream().anyMatch(other -> isHit(error, other)) ? 1 : 0;
            }
            for (JsonNode node : GoldArticles.lines(beside(gold, ".identities.jsonl"))) {
                Set<Integer> places = places(node);
                identities++;
                identitiesFound += good.stream().anyMatch(other -> 2 * common(other, places) >= places.size()) ? 1 : 0;
            }
        }
        Files.createDirectories(REPORTED);
        Files.write(REPORTED.resolve(out), lines);
        return new Score((double) found / certain, (double) right / errors, (double) identitiesFound / identities);
    }

    /** {@code NAME.jsonl} where {@code NAME.findings.jsonl} stands beside it. */
    private static List<Path> golds(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> Files.exists(beside(file, ".findings.jsonl"))
                            && !file.equals(beside(file, ".findings.jsonl")))
                    .sorted()
                    .toList();
        }
    }

    private static Path beside(Path gold, String suffix) {
        return gold.resolveSibling(gold.getFileName().toString().replace(".jsonl", suffix));
    }

    private static Set<Integer> places(JsonNode node) {
        Set<Integer> places = new HashSet<>();
        node.get("begin").forEach(begin -> places.add(begin.asInt()));
        return places;
    }

    private static List<Set<Integer>> places(List<Finding> findings, java.util.function.Predicate<Finding> which) {
        return findings.stream()
                .filter(which)
                .map(finding -> {
                    Set<Integer> places = new HashSet<>();
                    finding.observations().stream().map(ObservationRef::begin).forEach(places::add);
                    return places;
                })
                .toList();
    }

    private static boolean isHit(Set<Integer> one, Set<Integer> other) {
        int common = common(one, other);
        return common >= 2 || common == 1 && Math.min(one.size(), other.size()) == 1;
    }

    private static int common(Set<Integer> one, Set<Integer> other) {
        Set<Integer> common = new HashSet<>(one);
        common.retainAll(other);
        return common.size();
    }

    private static String json(ExtractedArticle article, Finding finding) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("document", article.article().documentId());
        line.put("rule", finding.rule().code());
        line.put("severity", finding.severity().code());
        line.put("holds", finding.holds());
        line.put(
                "begin",
                finding.observations().stream().map(ObservationRef::begin).toList());
        line.put("stated", finding.stated());
        line.put("expected", finding.expected());
        line.put("message", finding.message());
        return new ObjectMapper().writeValueAsString(line);
    }
}
