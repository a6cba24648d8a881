package org.fupin.report.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDMarkedContent;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionURI;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.text.PDFMarkedContentExtractor;
import org.apache.pdfbox.text.TextPosition;
import org.fupin.observation.FundingSource;
import org.fupin.observation.Kind;
import org.fupin.observation.Measure;
import org.fupin.observation.Programme;
import org.fupin.report.ProvinceYearReport;
import org.fupin.report.Publisher;
import org.fupin.report.figure.FigureText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProvinceYearPdfTest {

    private static final ProvinceYearPdf PDF = new ProvinceYearPdf();

    private static final ProvinceYearReport SMALL = SampleProvince.small("CN-HE", 2012)
            .report(SampleProvince.small("CN-HE", 2010).provinceYear());

    /** Nobody, who wants all lists in PDFs. */
    private static final Publisher COMPLETE = new Publisher("", "", "", "", true);

    private static WrittenPdf write(ProvinceYearReport report) {
        return WrittenPdf.of(out -> PDF.write(report, COMPLETE, out));
    }

    @Test
    void theFirstPageSaysWhoPublishes() throws IOException {
        Publisher desk = new Publisher("Statistics Desk", "desk@statistics.example", "CC-BY-4.0", "2026-12-15");

        String first =
                WrittenPdf.of(out -> PDF.write(SMALL, desk, out)).pages().get(0).replaceAll("\\s+", " ");

        assertThat(first)
                .contains("Published by Statistics Desk. Questions: desk@statistics.example. Licence: CC-BY-4.0."
                        + " Next release: 15 December 2026.");
        assertThat(write(SMALL).pages().get(0)).doesNotContain("Published by");
    }

    /** A programme with so many figures, each in a sentence of its own. */
    private static ProvinceYearReport figures(int count) {
        return figures(count, "");
    }

    private static ProvinceYearReport figures(int count, String more) {
        SampleProvince sample = new SampleProvince("CN-GS", 2012, "Poverty Alleviation in a Long Report");
        sample.section("Building", Programme.INFRASTRUCTURE);
        for (int i = 1; i <= count; i++) {
            sample.sentence(
                    "In place " + i + " the works took " + (1000 + i) + " wells to bring water to the fields." + more);
            sample.figure(
                    Integer.toString(1000 + i),
                    Integer.toString(1000 + i),
                    "1",
                    Kind.LEVEL,
                    Measure.FACILITIES,
                    "wells of place " + i,
                    null,
                    null);
        }
        return sample.report();
    }

    private static ProvinceYearReport nothing() {
        return new SampleProvince("CN-QH", 2012, "Poverty Alleviation in Silence")
                .sentence("The work went on as before.")
                .report();
    }

    private static final String LONG_SENTENCE = "It began in the spring "
            + "and went on from valley to valley without a rest ".repeat(140) + "until omega.";

    private static ProvinceYearReport hostile() {
        SampleProvince sample = new SampleProvince("CN-XJ", 2012, "<style size='90'>Title</style> & \u0007 \"quoted\"");
        sample.section("<b>Bold</b> 【新疆】 &lt;", Programme.OVERVIEW);
        sample.sentence(
                "<b>12 wells</b> & <i>more</i>\u0000\u0008 in 新疆维吾尔自治区\u202e at 50% \ud83d\ude00 \udc00 \u20ac.");
        sample.figure("12", "12", "1", Kind.LEVEL, Measure.FACILITIES, "wells </td> & \u0001 乌鲁木齐", null, null);
        sample.sentence("A".repeat(900) + " 13 dams");
        sample.figure("13", "13", "1", Kind.LEVEL, Measure.FACILITIES, "W".repeat(400), null, null);
        sample.sentence(LONG_SENTENCE + " 14 roads");
        sample.figure("14", "14", "1", Kind.LEVEL, Measure.FUNDS, "${roads} $P{x} $F{y}", FundingSource.OTHER, null);
        return sample.report();
    }

    @Test
    void theFirstPageSaysWhatItIsAndTheHeadlines() throws IOException {
        WrittenPdf pdf = write(SMALL);
        String page = pdf.pages().get(0);

        assertThat(page)
                .contains("Hebei Province", "河北省", "2012", "Edition of March 2013", "Provisional (vintage 1)")
                .contains("Poverty alleviation funds 2.355 billion yuan Doubted by a check up 15.1%")
                .contains("Funds: central government 1.9 billion yuan", "2010: 1.9 billion yuan")
                .contains("People lifted out of poverty", "318,000")
                .contains("Money by payer", "Central government", "1.9 billion", "Not broken down", "25 million")
                .contains("Money by programme", "Entire village advancement", "640 million")
                .contains("1 error and 1 warning", "9 figures and 1 left out")
                .contains("Page 1 of ");
    }

    @Test
    void thePartsFollowInOrderAndAreBookmarked() throws IOException {
        WrittenPdf pdf = write(SampleProvince.small("CN-HE", 2012).revised().report());
        List<String> parts = List.of(
                "Main points",
                "Headline figures",
                "Money",
                "Figures by programme",
                "Checks and findings",
                "Revisions",
                "Sources",
                "Numbers left out",
                "Notes");
        List<String> bookmarks = new ArrayList<>();
        try (PDDocument document = pdf.open()) {
            for (PDOutlineItem item :
                    document.getDocumentCatalog().getDocumentOutline().children()) {
                bookmarks.add(item.getTitle());
                assertThat(item.findDestinationPage(document)).isNotNull();
            }
        }
        assertThat(bookmarks).isEqualTo(parts);
        assertThat(String.join(" ", pdf.pages().subList(1, pdf.pages().size()))).containsSubsequence(parts);
        assertThat(pdf.text()).contains("Revised (vintage 2)");
    }

    @Test
    void tablesTellFiguresFindingsAndSources() throws IOException {
        String text = write(SMALL).text();

        assertThat(text)
                .contains("The parts of the funds make 25 million Yuan less than their total.")
                .contains("2.355 billion Yuan 2.33 billion Yuan")
                .contains("Over the years", "2010 2012")
                .contains("Section: Villages moving as one")
                .contains(
                        "sample.txt",
                        "text, UTF-8",
                        SMALL.sources().files().get(0).id())
                .contains("Works began in 552 villages at a cost of 640 million yuan.")
                .contains("Number of a document 1 100.0% No. 7")
                .contains("[u] low reliability")
                .doesNotContain("null");
    }

    @Test
    void everyPageIsNumberedAndNoneIsEmpty() throws IOException {
        assertThatPagesAreFull(write(figures(90)).pages());
    }

    @Test
    void theFirstPageHoldsANameOfTwoLines() throws IOException {
        List<String> pages =
                write(SampleProvince.small("CN-XJ-XPCC", 2011).report()).pages();

        assertThatPagesAreFull(pages);
        assertThat(pages.get(0)).contains("How far the figures can be trusted", "provisional.");
        assertThat(pages.get(1)).contains("Main points");
    }

    private static void assertThatPagesAreFull(List<String> pages) {
        for (int i = 0; i < pages.size(); i++) {
            assertThat(pages.get(i)).contains("Page " + (i + 1) + " of " + pages.size());
            assertThat(pages.get(i).length()).isGreaterThan(200);
        }
    }

    static Stream<ProvinceYearReport> allKinds() {
        return Stream.of(
                SMALL, SampleProvince.small("CN-XJ-XPCC", 2011).revised().report(), nothing(), hostile(), figures(60));
    }

    @ParameterizedTest
    @MethodSource("allKinds")
    void isPdfA1aAndPdfUa1(ProvinceYearReport report) throws Exception {
        assertThat(write(report).violations()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("allKinds")
    void embedsAllFonts(ProvinceYearReport report) throws IOException {
        assertThat(write(report).fonts())
                .isNotEmpty()
                .allSatisfy(
                        font -> assertThat(font.isEmbedded()).as(font.getName()).isTrue())
                .anySatisfy(font -> assertThat(font.getName()).contains("NotoSansSC"))
                .anySatisfy(font -> assertThat(font.getName()).contains("Roboto-Regular"));
    }

    @Test
    void bearsTitleLanguageAndTheDateOfTheEdition() throws IOException {
        try (PDDocument document = write(SMALL).open()) {
            assertThat(document.getDocumentInformation().getTitle())
                    .isEqualTo("Poverty alleviation in Hebei Province, 2012");
            assertThat(document.getDocumentInformation().getCreationDate().toInstant())
                    .isEqualTo("2013-03-01T00:00:00Z");
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("en");
            assertThat(document.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
            assertThat(document.getDocumentCatalog().getViewerPreferences().displayDocTitle())
                    .isTrue();
            assertThat(document.getDocumentCatalog().getOutputIntents()).hasSize(1);
        }
    }

    @Test
    void tagsHeadingsAndKeepsATableOneOverItsPages() throws IOException {
        int figures = 120;
        try (PDDocument document = write(figures(figures)).open()) {
            assertThat(WrittenPdf.elements(document, "H1")).hasSize(1);
            assertThat(WrittenPdf.elements(document, "H2")).hasSizeGreaterThan(4);
            List<PDStructureElement> tables = WrittenPdf.elements(document, "Table");
            List<Integer> rows = tables.stream()
                    .map(table -> WrittenPdf.elements(table, "TR").size())
                    .toList();
            // The figures and the sentences they cite: one row each, and one of heads.
            assertThat(rows.stream().filter(count -> count == figures + 1)).hasSize(2);
            assertThat(tables).allSatisfy(table -> {
                List<PDStructureElement> all = WrittenPdf.elements(table, "TR");
                assertThat(WrittenPdf.elements(all.get(0), "TH")).isNotEmpty();
                assertThat(all.subList(1, all.size())).isNotEmpty().allSatisfy(row -> assertThat(
                                WrittenPdf.elements(row, "TD"))
                        .isNotEmpty());
            });
        }
    }

    @Test
    void runningHeadsAndFeetAreNoContent() throws IOException {
        try (PDDocument document = write(SMALL).open()) {
            PDPage second = document.getPage(1);
            PDFMarkedContentExtractor extractor = new PDFMarkedContentExtractor();
            extractor.processPage(second);
            StringBuilder artifacts = new StringBuilder();
            StringBuilder content = new StringBuilder();
            for (PDMarkedContent marked : extractor.getMarkedContents()) {
                StringBuilder to = "Artifact".equals(marked.getTag()) ? artifacts : content;
                marked.getContents().stream()
                        .filter(TextPosition.class::isInstance)
                        .forEach(text -> to.append(((TextPosition) text).getUnicode()));
                to.append('\n');
            }
            assertThat(artifacts).contains("Poverty alleviation in Hebei Province, 2012", "Page 2 of");
            assertThat(content).contains("Headline figures").doesNotContain("Page 2 of");
        }
    }

    @Test
    void withoutTheListsAReportIsSixPagesAtMostAndLeadsToTheReviewPage() throws IOException {
        ProvinceYearReport report = figures(400);
        WrittenPdf pdf = WrittenPdf.of(out -> PDF.write(report, Publisher.UNKNOWN, out));
        assertThat(pdf.pages()).hasSizeLessThanOrEqualTo(6);
        assertThat(pdf.text()).contains("Sources").doesNotContain("Sentences cited");

        WrittenPdf small = WrittenPdf.of(out -> PDF.write(SMALL, Publisher.UNKNOWN, out));
        assertThat(small.text())
                .containsSubsequence(
                        "Headline figures", "Main points", "Money", "Over the years", "Findings", "Sources");
        List<String> addresses = new ArrayList<>();
        try (PDDocument document = small.open()) {
            for (PDAnnotation annotation : document.getPage(0).getAnnotations()) {
                addresses.add(((PDActionURI) ((PDAnnotationLink) annotation).getAction()).getURI());
            }
        }
        assertThat(addresses).isNotEmpty().allSatisfy(address -> assertThat(address)
                .startsWith("CN-HE-2012.html#o-"));
    }

    @Test
    void theSameReportGivesTheSameBytes() {
        byte[] first = write(SMALL).bytes;

        assertThat(WrittenPdf.of(out -> new ProvinceYearPdf().write(SMALL, COMPLETE, out)).bytes)
                .isEqualTo(first);
        assertThat(write(figures(3)).bytes).isNotEqualTo(first);
    }

    @Test
    void severalThreadsWriteWhatOneWrites() throws Exception {
        List<ProvinceYearReport> reports = List.of(SMALL, hostile(), figures(40), nothing());
        List<byte[]> alone = reports.stream().map(report -> write(report).bytes).toList();
        ExecutorService pool = Executors.newFixedThreadPool(4);
        try {
            List<Callable<byte[]>> tasks = new ArrayList<>();
            for (int i = 0; i < 3 * reports.size(); i++) {
                ProvinceYearReport report = reports.get(i % reports.size());
                tasks.add(() -> write(report).bytes);
            }
            List<Future<byte[]>> written = pool.invokeAll(tasks);
            for (int i = 0; i < written.size(); i++) {
                assertThat(written.get(i).get()).isEqualTo(alone.get(i % reports.size()));
            }
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void whatLooksLikeMarkupIsText() throws IOException {
        String text = write(hostile()).text();

        assertThat(text)
                .contains("<b>12 wells</b> & <i>more</i> in 新疆维吾尔自治区 at 50% 〓 〓 €.")
                .contains("<style size='90'>Title</style> & \"quoted\"")
                .contains("<b>Bold</b> 【新疆】 &lt;")
                .contains("wells </td> & 乌鲁木齐")
                .contains("${roads} $P{x} $F{y}");
    }

    @Test
    void longTextIsWrappedAndNeverCut() throws IOException {
        String text = write(hostile()).text();

        assertThat(text).contains("until omega. 14 roads");
        // Wherever lines and pages break, all the words are there.
        assertThat(Pattern.compile("valley to").matcher(text).results().count()
                        + Pattern.compile("valley (?!to)")
                                .matcher(text)
                                .results()
                                .count())
                .isGreaterThanOrEqualTo(280);
        assertThat(text.chars().filter(c -> c == 'W').count()).isGreaterThanOrEqualTo(400);
        assertThat(text.chars().filter(c -> c == 'A').count()).isGreaterThanOrEqualTo(900);
    }

    @Test
    void aReportWithoutFiguresSaysSo() throws IOException {
        WrittenPdf pdf = write(nothing());

        assertThat(pdf.pages().get(0))
                .contains("Qinghai Province", "0 numbers", "The sources state none of the headline figures.")
                .doesNotContain("Money by payer", "null");
        assertThat(pdf.pages()).hasSizeLessThanOrEqualTo(4);
        assertThat(pdf.text()).contains("Not stated [x]").doesNotContain("Figures by programme");
    }

    @Test
    void threeThousandFiguresAreAllThere() throws IOException {
        int count = 3000;
        List<String> pages = write(figures(count)).pages();
        String text = String.join(" ", pages);

        for (int i : IntStream.of(1, 2, 999, 1500, 2999, 3000).toArray()) {
            assertThat(text)
                    .contains(i + " wells of place " + i + " " + FigureText.grouped(BigDecimal.valueOf(1000 + i)));
            assertThat(text).contains("In place " + i + " the works took");
        }
        // Each page in the middle of a table bears its heads again, but for those of columns without anything.
        List<String> continued = pages.stream()
                .filter(page -> page.contains("Infrastructure (continued)"))
                .toList();
        assertThat(continued).hasSizeGreaterThan(20).allSatisfy(page -> assertThat(page)
                .contains("No. Item Figure Sentence"));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51})
    void noHeadingStandsWithoutItsRows(int figures) throws IOException {
        assertThatRowsFollowHeadings(figures, figures(figures));
        assertThatRowsFollowHeadings(
                figures, figures(figures, " And on they went from hill to hill, from well to well.".repeat(15)));
    }

    private static void assertThatRowsFollowHeadings(int figures, ProvinceYearReport report) throws IOException {
        List<List<WrittenPdf.Line>> pages = write(report).lines();
        assertThat(pages.stream().flatMap(List::stream).filter(line -> line.size() == 15 || line.size() == 10))
                .hasSizeGreaterThan(8);
        for (List<WrittenPdf.Line> page : pages) {
            // Without the footer.
            List<WrittenPdf.Line> body =
                    page.stream().filter(line -> line.y() > 55).toList();
            for (WrittenPdf.Line heading : body) {
                // Parts are set in 15 points, tables in 10, heads of columns in 7 and all rows in 8.
                boolean continued = heading.text().endsWith("(continued)");
                if (heading.size() == 15 || heading.size() == 10 || continued) {
                    float next = (float) body.stream()
                            .filter(line -> line.size() == 10 && line.y() < heading.y() - 1)
                            .mapToDouble(WrittenPdf.Line::y)
                            .max()
                            .orElse(0);
                    float until = heading.size() == 15 ? 0 : next;
                    assertThat(body.stream()
                                    .filter(line -> line.size() == 8 && line.y() < heading.y() - 1 && line.y() > until))
                            .as("rows below '" + heading.text() + "' with " + figures + " figures")
                            .isNotEmpty();
                }
            }
        }
    }
}
