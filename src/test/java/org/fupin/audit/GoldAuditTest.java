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
import org.fupin.observation.ExtractedArticle;
import org.fupin.observation.Finding;
import org.fupin.observation.ObservationRef;
import org.fupin.observation.Severity;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** The rules against the annotated findings and identities, by the measure of the gold files' own script. */
class GoldAuditTest {

    private static final Path GOLD = Path.of("../shared/gold/dev");
    private static final Path CORPUS = Path.of("../shared/corpus");

    /** The findings as JSONL, for {@code ../shared/gold/score_findings.py --list}. */
    private static final Path REPORTED = Path.of("target/audit/gold-findings.jsonl");

    @Test
    void findsWhatAnAuditorFound() throws IOException {
        Assumptions.assumeTrue(Files.isDirectory(GOLD) && Files.isDirectory(CORPUS), GOLD + " is not there");
        int certain = 0;
        int found = 0;
        int errors = 0;
        int right = 0;
        int identities = 0;
        int identitiesFound = 0;
        List<String> lines = new ArrayList<>();
        for (Path gold : golds()) {
            ExtractedArticle article = GoldArticles.read(gold, CORPUS);
            List<Finding> reported = Auditor.create().audit(List.of(article));
            reported.forEach(finding -> lines.add(json(article, finding)));
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
        Files.createDirectories(REPORTED.getParent());
        Files.write(REPORTED, lines);
        assertThat((double) found / certain).as("recall of certain findings").isGreaterThanOrEqualTo(0.8);
        assertThat((double) right / errors).as("precision of errors").isGreaterThanOrEqualTo(0.9);
        assertThat((double) identitiesFound / identities)
                .as("recall of identities")
                .isGreaterThanOrEqualTo(0.85);
    }

    private static List<Path> golds() throws IOException {
        try (Stream<Path> files = Files.list(GOLD)) {
            return files.filter(file -> file.getFileName().toString().matches("d[0-9]+_[a-z0-9]+\\.jsonl"))
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
