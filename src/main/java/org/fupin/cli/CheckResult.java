package org.fupin.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.fupin.audit.Auditor;
import org.fupin.cli.RecordType.ArticleRecord;
import org.fupin.cli.RecordType.FindingRecord;
import org.fupin.cli.RecordType.LeftOutRecord;
import org.fupin.cli.RecordType.ObservationRecord;
import org.fupin.cli.RecordType.SectionRecord;
import org.fupin.observation.Article;
import org.fupin.observation.ExtractedArticle;
import org.fupin.observation.ExtractedDocument;
import org.fupin.observation.ExtractedSection;
import org.fupin.observation.Finding;
import org.fupin.observation.LeftOutNumber;
import org.fupin.observation.SourceFile;

/**
 * What {@code check} found.
 *
 * @param documents in the order in which they were given
 * @param findings of all province-years, in the order of documents and of the text
 */
record CheckResult(List<ExtractedDocument> documents, List<Finding> findings) {

    /** Audits each province and year over all documents, as the warehouse does. */
    static CheckResult of(List<ExtractedDocument> documents, Auditor auditor) {
        Map<String, List<ExtractedArticle>> provinceYears = new TreeMap<>();
        Map<String, Integer> order = new HashMap<>();
        for (ExtractedDocument document : documents) {
            order.put(document.document().file().id(), order.size());
            for (ExtractedArticle article : document.articles()) {
                provinceYears
                        .computeIfAbsent(
                                article.article().region() + " " + article.article().year(), key -> new ArrayList<>())
                        .add(article);
            }
        }
        List<Finding> findings = new ArrayList<>();
        provinceYears.values().forEach(articles -> findings.addAll(auditor.audit(articles)));
        findings.sort(Comparator.<Finding>comparingInt(
                        finding -> order.get(finding.observations().get(0).documentId()))
                .thenComparingInt(finding -> finding.observations().get(0).begin()));
        return new CheckResult(documents, findings);
    }

    /** Writes the five files of records into a folder that is there. */
    void write(Path folder) throws IOException {
        write(folder, RecordType.ARTICLES, articles().map(article -> new ArticleRecord(name(article), article)));
        write(
                folder,
                RecordType.SECTIONS,
                articles().flatMap(article -> article.sections().stream()
                        .map(section -> new SectionRecord(name(article), section))));
        write(folder, RecordType.OBSERVATIONS, documents.stream().flatMap(CheckResult::observations));
        write(
                folder,
                RecordType.LEFT_OUT,
                documents.stream().flatMap(document -> leftOut(document)
                        .map(number ->
                                new LeftOutRecord(document.document().file().name(), number))));
        write(folder, RecordType.FINDINGS, findings.stream().map(finding -> new FindingRecord(name(finding), finding)));
    }

    private static <T> void write(Path folder, RecordType<T> type, Stream<T> records) throws IOException {
        Path file = folder.resolve(type.name() + ".jsonl");
        Path unfinished = folder.resolve(type.name() + ".jsonl.tmp");
        try (Writer out = Files.newBufferedWriter(unfinished);
                RecordWriter<T> writer = RecordFormat.JSONL.open(type, out)) {
            for (T record : (Iterable<T>) records::iterator) {
                writer.write(record);
            }
        }
        Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
    }

    /** What was found, for people. */
    void print(PrintWriter out) {
        for (ExtractedDocument document : documents) {
            SourceFile file = document.document().file();
            out.printf(
                    "%s: %s, %s, %,d characters%n",
                    file.name(),
                    file.format(),
                    file.charset(),
                    document.document().text().length());
            for (ExtractedArticle article : document.articles()) {
                print(article, out);
            }
        }
        for (Finding finding : findings) {
            if (!finding.holds()) {
                out.printf(
                        "%s %s, %s at %d: %s%n",
                        finding.severity().code(),
                        finding.rule().code(),
                        name(finding),
                        finding.observations().get(0).begin(),
                        finding.message());
            }
        }
    }

    private static void print(ExtractedArticle extracted, PrintWriter out) {
        Article article = extracted.article();
        out.printf(
                "  %d  %-10s %s%n    %d sections, %d observations, %d numbers left out%n",
                article.year(),
                article.region(),
                article.title(),
                article.sections().size(),
                extracted.observations().count(),
                extracted.leftOut().count());
    }

    String summary(int rejected) {
        long held = findings.stream().filter(Finding::holds).count();
        return "%s%s, %s, %s, %s left out, %s, %s"
                .formatted(
                        Counted.of(documents.size(), "file"),
                        rejected == 0 ? "" : " (and " + rejected + " rejected)",
                        Counted.of(articles().count(), "article"),
                        Counted.of(documents.stream().flatMap(CheckResult::observations).count(), "observation"),
                        Counted.of(documents.stream().flatMap(CheckResult::leftOut).count(), "number"),
                        Counted.of(findings.size() - held, "finding"),
                        held == 1 ? "1 stated identity holds" : "%,d stated identities hold".formatted(held));
    }

    private Stream<Article> articles() {
        return documents.stream().flatMap(document -> document.articles().stream()).map(ExtractedArticle::article);
    }

    private static Stream<ObservationRecord> observations(ExtractedDocument document) {
        return document.articles().stream()
                .flatMap(article -> article.sections().stream()
                        .flatMap((ExtractedSection section) -> section.observations().stream()
                                .map(observation -> new ObservationRecord(
                                        document.document().file().name(),
                                        article.article().title(),
                                        section.section(),
                                        observation))));
    }

    private static Stream<LeftOutNumber> leftOut(ExtractedDocument document) {
        return Stream.concat(
                        document.articles().stream().flatMap(ExtractedArticle::leftOut), document.outside().stream())
                .sorted(Comparator.comparing(LeftOutNumber::span));
    }

    private String name(Article article) {
        return name(article.documentId());
    }

    private String name(Finding finding) {
        return name(finding.observations().get(0).documentId());
    }

    private String name(String documentId) {
        return documents.stream()
                .map(document -> document.document().file())
                .filter(file -> file.id().equals(documentId))
                .findFirst()
                .orElseThrow()
                .name();
    }
}
