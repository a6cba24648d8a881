package org.fupin.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Month;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fupin.audit.Auditor;
import org.fupin.cli.output.Counted;
import org.fupin.cli.record.RecordFormat;
import org.fupin.cli.record.RecordType;
import org.fupin.cli.record.RecordWriter;
import org.fupin.observation.LeftOutNumber;
import org.fupin.observation.Printable;
import org.fupin.observation.document.Article;
import org.fupin.observation.document.ExtractedArticle;
import org.fupin.observation.document.ExtractedDocument;
import org.fupin.observation.document.Section;
import org.fupin.observation.document.SourceFile;
import org.fupin.observation.edition.ProvinceYear;
import org.fupin.observation.finding.Finding;
import org.fupin.observation.finding.ObservationRef;
import org.fupin.report.headline.HeadlineRecord;
import org.fupin.warehouse.query.ProvinceYearKey;
import org.fupin.warehouse.query.WarehouseExport.ArticleRecord;
import org.fupin.warehouse.query.WarehouseExport.FindingRecord;
import org.fupin.warehouse.query.WarehouseExport.LeftOutRecord;
import org.fupin.warehouse.query.WarehouseExport.ObservationRecord;
import org.fupin.warehouse.query.WarehouseExport.SectionRecord;

/**
 * What {@code check} found; its records come in the order in which the warehouse exports them. Files of the same content are one
 * document, which is extracted and audited once; its records are written under the name of each of them, so that nobody looks
 * for a file in vain.
 *
 * @param documents by name
 * @param findings of all province-years, by document and place in the text
 * @param headlines of all province-years, by region and year
 * @param copies the names of further files of a document's content, by its id
 */
record CheckResult(
        List<ExtractedDocument> documents,
        List<FindingRecord> findings,
        List<HeadlineRecord> headlines,
        Map<String, List<String>> copies) {

    /** One of the files that were checked, with what was extracted from its content. */
    private record Checked(String name, ExtractedDocument document) {}

    /** Audits each province and year over all documents, as the warehouse does. */
    static CheckResult of(Collection<ExtractedDocument> unordered, Map<String, List<String>> copies, Auditor auditor) {
        List<ExtractedDocument> documents = unordered.stream()
                .sorted(Comparator.<ExtractedDocument, String>comparing(
                                document -> file(document).name())
                        .thenComparing(document -> file(document).id()))
                .toList();
        Map<String, String> names = new LinkedHashMap<>();
        Map<ProvinceYearKey, List<ExtractedArticle>> provinceYears = new TreeMap<>();
        for (ExtractedDocument document : documents) {
            names.put(file(document).id(), file(document).name());
            for (ExtractedArticle article : document.articles()) {
                ProvinceYearKey key = new ProvinceYearKey(
                        article.article().region(), article.article().year());
                provinceYears.computeIfAbsent(key, any -> new ArrayList<>()).add(article);
            }
        }
        List<FindingRecord> findings = new ArrayList<>();
        List<HeadlineRecord> headlines = new ArrayList<>();
        List<SourceFile> files = documents.stream().map(CheckResult::file).toList();
        provinceYears.forEach((key, articles) -> {
            List<Finding> found = auditor.audit(articles, names);
            found.forEach(finding -> findings.add(record(key, finding, names)));
            headlines.addAll(HeadlineRecord.of(provinceYear(key, articles, files, found)));
        });
        List<String> order = List.copyOf(names.keySet());
        findings.sort(Comparator.<FindingRecord>comparingInt(
                        record -> order.indexOf(first(record.finding()).documentId()))
                .thenComparingInt(record -> first(record.finding()).begin()));
        return new CheckResult(documents, findings, headlines, copies);
    }

    /** The first vintage of it, as a run over these files alone would make it. */
    private static ProvinceYear provinceYear(
            ProvinceYearKey key, List<ExtractedArticle> articles, List<SourceFile> files, List<Finding> findings) {
        Set<String> own =
                articles.stream().map(article -> article.article().documentId()).collect(Collectors.toSet());
        return new ProvinceYear(
                key.region(),
                key.year(),
                1,
                YearMonth.of(key.year(), Month.DECEMBER),
                files.stream().filter(file -> own.contains(file.id())).toList(),
                articles,
                findings,
                List.of(),
                List.of(),
                false,
                List.of());
    }

    private static FindingRecord record(ProvinceYearKey key, Finding finding, Map<String, String> names) {
        List<String> documents = finding.observations().stream()
                .map(observation -> names.get(observation.documentId()))
                .toList();
        return new FindingRecord(documents.get(0), documents, key.region(), key.year(), finding);
    }

    /** Writes the six files of records into a folder that is there. */
    void write(Path folder) throws IOException {
        List<Checked> files = documents.stream()
                .flatMap(document ->
                        names(file(document).id(), file(document).name()).map(name -> new Checked(name, document)))
                .sorted(Comparator.comparing(Checked::name))
                .toList();
        write(folder, RecordType.ARTICLES, files.stream().flatMap(CheckResult::articles));
        write(folder, RecordType.SECTIONS, files.stream().flatMap(CheckResult::sections));
        write(folder, RecordType.OBSERVATIONS, files.stream().flatMap(CheckResult::observations));
        write(folder, RecordType.LEFT_OUT, files.stream().flatMap(CheckResult::leftOut));
        write(folder, RecordType.FINDINGS, findings.stream().flatMap(record -> names(
                        first(record.finding()).documentId(), record.document())
                .map(name -> new FindingRecord(
                        name, record.documents(), record.region(), record.year(), record.finding()))));
        write(folder, RecordType.HEADLINES, headlines.stream());
    }

    private Stream<String> names(String document, String name) {
        return Stream.concat(Stream.of(name), copies.getOrDefault(document, List.of()).stream());
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

    /** What was found, for people: each document with its articles, then what an auditor should look at. */
    void print(PrintWriter out) {
        for (ExtractedDocument document : documents) {
            SourceFile file = file(document);
            out.println("%s: %s, %s, %s"
                    .formatted(
                            Printable.line(file.name()),
                            file.format(),
                            file.charset(),
                            Counted.of(document.document().text().length(), "character")));
            for (ExtractedArticle extracted : document.articles()) {
                Article article = extracted.article();
                String area = article.subArea().isEmpty() ? "" : ", " + article.subArea();
                out.println("  %d %s%s  %s".formatted(article.year(), article.region(), area, article.title()));
                if (!article.stated().isEmpty()) {
                    out.println("      stated by the operator: " + Printable.line(article.stated()));
                }
                out.println("      %s, %s, %s left out"
                        .formatted(
                                Counted.of(article.sections().size(), "section"),
                                Counted.of(extracted.observations().count(), "observation"),
                                Counted.of(extracted.leftOut().count(), "number")));
            }
        }
        findings.stream().filter(record -> !record.finding().holds()).forEach(record -> {
            Finding finding = record.finding();
            out.println("%s: %s, %s at %d: %s"
                    .formatted(
                            finding.severity().code(),
                            finding.rule().code(),
                            Printable.line(record.document()),
                            first(finding).begin(),
                            finding.message()));
        });
    }

    /** @param listed where all findings stand, empty where they have been printed */
    String summary(String listed) {
        long held = findings.stream().filter(record -> record.finding().holds()).count();
        return "%s, %s, %s, %s left out, %s; %s"
                .formatted(
                        Counted.of(documents.size(), "file"),
                        Counted.of(count(document -> document.articles().stream()), "article"),
                        Counted.of(
                                count(document -> document.articles().stream().flatMap(ExtractedArticle::observations)),
                                "observation"),
                        Counted.of(count(CheckResult::leftOutOf), "number"),
                        Counted.of(findings.size() - held, "finding")
                                + (listed.isEmpty() || findings.size() == held ? "" : " (see " + listed + ")"),
                        held == 1
                                ? "1 stated identity holds"
                                : String.format(Locale.ROOT, "%,d stated identities hold", held));
    }

    private long count(Function<ExtractedDocument, Stream<?>> records) {
        return documents.stream().flatMap(records).count();
    }

    private static Stream<ArticleRecord> articles(Checked file) {
        return file.document().articles().stream()
                .map(ExtractedArticle::article)
                .map(article -> new ArticleRecord(
                        file.name(),
                        article.documentId(),
                        article.title(),
                        article.region(),
                        article.partner(),
                        article.year(),
                        article.span(),
                        article.author(),
                        article.subArea(),
                        article.stated()));
    }

    private static Stream<SectionRecord> sections(Checked file) {
        return file.document().articles().stream()
                .map(ExtractedArticle::article)
                .flatMap(article -> article.sections().stream()
                        .map(section -> new SectionRecord(
                                file.name(),
                                article.title(),
                                section.heading(),
                                section.programme(),
                                section.begin())));
    }

    private static Stream<ObservationRecord> observations(Checked file) {
        return file.document().articles().stream()
                .flatMap(article -> article.sections().stream().flatMap(extracted -> {
                    Section section = extracted.section();
                    return extracted.observations().stream()
                            .map(observation -> new ObservationRecord(
                                    file.name(),
                                    article.article().title(),
                                    section.heading(),
                                    section.programme(),
                                    observation));
                }));
    }

    private static Stream<LeftOutRecord> leftOut(Checked file) {
        return leftOutOf(file.document())
                .sorted(Comparator.comparing(LeftOutNumber::span))
                .map(number -> new LeftOutRecord(file.name(), number));
    }

    private static Stream<LeftOutNumber> leftOutOf(ExtractedDocument document) {
        return Stream.concat(
                document.articles().stream().flatMap(ExtractedArticle::leftOut), document.outside().stream());
    }

    private static ObservationRef first(Finding finding) {
        return finding.observations().get(0);
    }

    private static SourceFile file(ExtractedDocument document) {
        return document.document().file();
    }
}
