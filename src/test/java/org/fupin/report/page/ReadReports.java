package org.fupin.report.page;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.fupin.audit.Auditor;
import org.fupin.extraction.Extractor;
import org.fupin.observation.document.Article;
import org.fupin.observation.document.ArticleText;
import org.fupin.observation.document.ExtractedArticle;
import org.fupin.observation.document.ExtractedDocument;
import org.fupin.observation.document.SourceFile;
import org.fupin.observation.edition.ProvinceYear;
import org.fupin.reading.DocumentReader;
import org.fupin.reading.limits.UnreadableDocumentException;
import org.fupin.reference.Regions;
import org.fupin.report.ProvinceYearReport;

/** Reads files as a run does, and makes the reports and pages of what is in them. */
public final class ReadReports {

    public static final Path SAMPLE = Path.of("jobs/sample/inbox");

    private static final DocumentReader READER = DocumentReader.create();
    private static final Extractor EXTRACTOR = Extractor.create();

    private ReadReports() {}

    /** The report on each province and year of the files of a folder, by code and year, such as {@code CN-GS-2012}. */
    public static Map<String, ProvinceYearReport> of(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            List<ExtractedDocument> documents = new ArrayList<>();
            for (Path file : files.sorted().toList()) {
                documents.add(extract(file.getFileName().toString(), Files.readAllBytes(file)));
            }
            return of(documents);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ExtractedDocument extract(String name, byte[] content) {
        try {
            return EXTRACTOR.extract(READER.read(name, content));
        } catch (UnreadableDocumentException e) {
            throw new IllegalArgumentException(name, e);
        }
    }

    static Map<String, ProvinceYearReport> of(List<ExtractedDocument> documents) {
        Map<String, List<ExtractedArticle>> articles = new TreeMap<>();
        Map<String, ExtractedDocument> byId = new TreeMap<>();
        Map<String, String> names = new TreeMap<>();
        for (ExtractedDocument document : documents) {
            SourceFile file = document.document().file();
            byId.put(file.id(), document);
            names.put(file.id(), file.name());
            for (ExtractedArticle article : document.articles()) {
                articles.computeIfAbsent(
                                article.article().region() + "-"
                                        + article.article().year(),
                                any -> new ArrayList<>())
                        .add(article);
            }
        }
        Auditor auditor = Auditor.create();
        Map<String, ProvinceYearReport> reports = new TreeMap<>();
        articles.forEach((key, all) -> {
            Article first = all.get(0).article();
            ProvinceYear provinceYear = new ProvinceYear(
                            first.region(),
                            first.year(),
                            1,
                            YearMonth.of(2013, 5),
                            all.stream()
                                    .map(article -> byId.get(article.article().documentId())
                                            .document()
                                            .file())
                                    .distinct()
                                    .sorted(Comparator.comparing(SourceFile::name))
                                    .toList(),
                            all,
                            auditor.audit(all, names),
                            List.of())
                    .withTexts(all.stream()
                            .map(ExtractedArticle::article)
                            .map(article -> new ArticleText(
                                    article.documentId(),
                                    article.span().begin(),
                                    article.span()
                                            .in(byId.get(article.documentId())
                                                    .document()
                                                    .text())))
                            .toList());
            reports.put(key, ProvinceYearReport.of(provinceYear, List.of(), Regions.load()));
        });
        return reports;
    }

    static byte[] page(ProvinceYearReport report) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            new ProvinceYearPage().write(report, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** Writes the pages of a folder's reports into another: for looking at them. */
    public static void main(String[] folders) throws IOException {
        Path out = Files.createDirectories(Path.of(folders[1]));
        for (Map.Entry<String, ProvinceYearReport> report :
                of(Path.of(folders[0])).entrySet()) {
            Files.write(out.resolve(report.getKey() + ".html"), page(report.getValue()));
        }
    }
}
