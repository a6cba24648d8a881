package org.fupin.report.excel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.poi.common.usermodel.HyperlinkType;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFHyperlink;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.fupin.observation.document.Article;
import org.fupin.observation.edition.DisplacedEdition;
import org.fupin.observation.edition.ProvinceYear;
import org.fupin.reference.Regions;
import org.fupin.report.MarkedReport;
import org.fupin.report.ProvinceYearReport;
import org.fupin.report.figure.Figure;
import org.fupin.report.headline.YearHeadlines;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProvinceYearWorkbookTest {

    private static final MarkedReport SOURCE = MarkedReport.qinghai2013();

    private static final ProvinceYearReport REPORT = ProvinceYearReport.of(
            SOURCE.provinceYear(),
            List.of(YearHeadlines.of(MarkedReport.qinghai2012().provinceYear())),
            Regions.load());

    private static final byte[] WORKBOOK = Workbooks.write(REPORT);

    @Test
    void theSameReportGivesTheSameBytes() throws InterruptedException {
        // Zip entries bear times of two seconds' resolution.
        Thread.sleep(2100);
        assertThat(Workbooks.write(REPORT)).isEqualTo(WORKBOOK);
    }

    @Test
    void hasItsSheetsInTheirOrder() {
        assertThat(Workbooks.sheets(WORKBOOK))
                .containsExactly(
                        "Cover",
                        "Summary",
                        "Funding",
                        "Funding by programme",
                        "Other money",
                        "Breakdowns",
                        "Funding detail",
                        "Programmes",
                        "Observations",
                        "Checks",
                        "Revisions",
                        "Read again",
                        "Corrections",
                        "Sources",
                        "Documents",
                        "Left out",
                        "Notes");
    }

    /** The numbers by which cells name them are checked with the guidance. */
    @Test
    void headingsHaveTheNamedStylesOfHeadings() throws IOException {
        assertThat(part("xl/styles.xml"))
                .contains("<cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/>")
                .contains("<cellStyle name=\"Heading 1\" xfId=\"1\" builtinId=\"16\"/>")
                .contains("<cellStyle name=\"Heading 2\" xfId=\"2\" builtinId=\"17\"/>");
    }

    private static String part(String name) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(WORKBOOK))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals(name)) {
                    return new String(zip.readAllBytes(), StandardCharsets.UTF_8);
                }
            }
            throw new AssertionError("no " + name);
        }
    }

    @Test
    void wordsStandBesideCodes() {
        Map<String, Object> part =
                line(Workbooks.table(WORKBOOK, "Observations"), "Item", "financial funds of the centre");

        assertThat(part)
                .containsEntry("Payer", "central")
                .containsEntry("Payer in words", "Central government")
                .containsEntry("Kind in words", "The amount itself")
                .containsEntry("Unit in words", "Yuan")
                .containsEntry("Direction in words", "")
                .containsEntry("Measure in words", "Funds");
    }

    @Test
    void describesItselfWithoutAClock() throws IOException {
        try (XSSFWorkbook workbook = open(WORKBOOK)) {
            var core = workbook.getProperties().getCoreProperties();
            assertThat(core.getTitle()).isEqualTo("Poverty alleviation in Qinghai Province, 2013");
            assertThat(core.getCreated().toInstant()).hasToString("2014-05-01T00:00:00Z");
            assertThat(core.getModified()).isEqualTo(core.getCreated());
            assertThat(core.getUnderlyingProperties().getLanguageProperty()).hasValue("en-GB");
        }
    }

    @Test
    void observationsHoldEveryFieldAsNumbersAndCodes() {
        List<Map<String, Object>> lines = Workbooks.table(WORKBOOK, "Observations");
        assertThat(lines).hasSize(SOURCE.size());
        Map<String, Object> terraces = line(lines, "Item", "terraced fields");
        assertThat(terraces)
                .containsEntry("As written", "48,200 mu")
                .containsEntry("Value", new BigDecimal("48200"))
                .containsEntry("Unit", "mu")
                .containsEntry("Base unit", "m2")
                .containsEntry("Measure", "area")
                .containsEntry("Status", "actual")
                .containsEntry("Period", "2013")
                .containsEntry("Place", "CN-QH")
                .containsEntry("Direction", "");
        assertThat((BigDecimal) terraces.get("Base value"))
                .isCloseTo(new BigDecimal("32133333.33"), within(BigDecimal.ONE));
        Map<String, Object> range = line(lines, "Item", "length of courses");
        assertThat(range)
                .containsEntry("Value", "")
                .containsEntry("Low", BigDecimal.TEN)
                .containsEntry("High", new BigDecimal("45"));
        Map<String, Object> part = line(lines, "Item", "financial funds of the centre");
        assertThat(part).containsEntry("Part of", number("fiscal")).containsEntry("Payer", "central");
    }

    @Test
    void linksLeadFromEachFigureToItsSentenceAndBack() throws IOException {
        try (XSSFWorkbook workbook = open(WORKBOOK)) {
            XSSFSheet observations = workbook.getSheet("Observations");
            XSSFSheet sources = workbook.getSheet("Sources");
            for (Figure figure : REPORT.figures()) {
                Row row = observations.getRow(Sheets.HEADER_ROW + figure.number() - 1);
                Row sentence = target(workbook, row.getCell(1));
                assertThat((Object) sentence.getSheet()).isSameAs(sources);
                assertThat(sentence.getCell(2).getStringCellValue())
                        .contains(figure.observation().text());
                assertThat(sentence.getCell(1).getStringCellValue().split(", "))
                        .contains(String.valueOf(figure.number()));
                Row back = target(workbook, sentence.getCell(1));
                assertThat((Object) back.getSheet()).isSameAs(observations);
                assertThat((int) back.getCell(0).getNumericCellValue())
                        .isEqualTo(figure.sentence().figures().get(0));
            }
        }
    }

    @Test
    void everyLinkLeadsToARowThatIsThere() throws IOException {
        try (XSSFWorkbook workbook = open(WORKBOOK)) {
            int links = 0;
            for (int i = 0; i < workbook.getNumberOfSheets(); i++) {
                for (XSSFHyperlink link : workbook.getSheetAt(i).getHyperlinkList()) {
                    if (link.getType() != HyperlinkType.DOCUMENT) {
                        continue;
                    }
                    CellReference to = new CellReference(link.getAddress());
                    Row row = workbook.getSheet(to.getSheetName()).getRow(to.getRow());
                    assertThat((Object) row).as(link.getAddress()).isNotNull();
                    links++;
                }
            }
            assertThat(links).isGreaterThan(200);
        }
    }

    @Test
    void figuresAndHeadlinesLeadToTheReviewPageBesideTheWorkbook() throws IOException {
        Set<String> addresses = new HashSet<>();
        REPORT.figures().forEach(figure -> addresses.add("CN-QH-2013.html" + figure.address()));
        try (XSSFWorkbook workbook = open(WORKBOOK)) {
            for (String sheet : List.of("Observations", "Summary")) {
                List<String> links = workbook.getSheet(sheet).getHyperlinkList().stream()
                        .filter(link -> link.getType() != HyperlinkType.DOCUMENT)
                        .map(XSSFHyperlink::getAddress)
                        .toList();
                assertThat(links).as(sheet).isNotEmpty().isSubsetOf(addresses);
                if (sheet.equals("Observations")) {
                    assertThat(links).containsExactlyInAnyOrderElementsOf(addresses);
                }
            }
        }
    }

    @Test
    void summaryShowsHeadlinesWithEarlierYearsAndTheirChange() {
        List<Map<String, Object>> lines = Workbooks.table(WORKBOOK, "Summary");
        Map<String, Object> funds = line(lines, "Indicator", "Poverty alleviation funds");
        assertThat(funds)
                .containsEntry("As stated", "3.264 billion Yuan")
                .containsEntry("Value", new BigDecimal("3264000000"))
                .containsEntry("Unit", "CNY")
                .containsEntry("Flags", "")
                .containsEntry("2012", new BigDecimal("2710000000"));
        assertThat((BigDecimal) funds.get("Percent change on 2012"))
                .isCloseTo(new BigDecimal("20.44"), within(new BigDecimal("0.01")));
        assertThat(line(lines, "Indicator", "Rural income per person")).containsEntry("Stated change", "up 15.7%");
        assertThat(line(lines, "Indicator", "Poverty rate")).containsEntry("2012", "[x]");
    }

    @ParameterizedTest
    @CsvSource({
        "Funding,              Payer,     Central government,         Amount,                 962000000",
        "Funding,              Payer,     Sum of the parts,           Amount,                 3264000000",
        "Funding,              Payer,     Not broken down,            Amount,",
        "Funding,              Payer,     Total less its parts,       Amount,                 0",
        "Funding,              Payer,     Headline total,             Percent of total,       100",
        "Funding,              Payer,     'Government budgets', Amount,                 1284000000",
        "Funding by programme, Programme, Entire village advancement, Sum of counted amounts, 541600000",
        "Funding by programme, Programme, Relocation,                 Amounts counted,        1",
        "Breakdowns,           Item,      funds for industry,         Sum of parts,           416300000",
        "Breakdowns,           Item,      funds for industry,         Difference,             10000000",
        "Breakdowns,           Item,      donations of aiding units,  Parts,                  2"
    })
    void formulasBesideStatedTotalsShowTheirValues(
            String sheet, String key, String line, String column, BigDecimal value) {
        List<Map<String, Object>> found = Workbooks.table(WORKBOOK, sheet).stream()
                .filter(row -> line.equals(row.get(key)))
                .toList();
        if (value == null) {
            assertThat(found).isEmpty();
        } else {
            assertThat(found).hasSize(1);
            assertThat((BigDecimal) found.get(0).get(column)).isEqualByComparingTo(value);
        }
    }

    @Test
    void checksRecomputeTheIdentitiesByFormulas() throws IOException {
        try (XSSFWorkbook workbook = open(WORKBOOK)) {
            XSSFSheet checks = workbook.getSheet("Checks");
            int formulas = 0;
            for (int r = Sheets.HEADER_ROW; r <= checks.getLastRowNum(); r++) {
                Row row = checks.getRow(r);
                Cell recomputed = row.getCell(4);
                if (recomputed.getCellType() == CellType.FORMULA) {
                    formulas++;
                    double stated = row.getCell(3).getNumericCellValue();
                    double difference = Math.abs(row.getCell(5).getNumericCellValue());
                    boolean holds = row.getCell(1).getStringCellValue().equals("holds");
                    assertThat(difference < 0.005 * stated).as("check %s", r).isEqualTo(holds);
                }
            }
            assertThat(formulas).isEqualTo(13);
        }
    }

    @Test
    void theValuesShownAreThoseThatTheFormulasMake() throws IOException {
        try (XSSFWorkbook workbook = open(WORKBOOK)) {
            var evaluator = workbook.getCreationHelper().createFormulaEvaluator();
            int formulas = 0;
            for (int i = 0; i < workbook.getNumberOfSheets(); i++) {
                for (Row row : workbook.getSheetAt(i)) {
                    for (Cell cell : row) {
                        if (cell.getCellType() == CellType.FORMULA) {
                            double shown = cell.getNumericCellValue();
                            assertThat(evaluator.evaluate(cell).getNumberValue())
                                    .as("%s %s %s", workbook.getSheetName(i), cell.getAddress(), cell.getCellFormula())
                                    .isCloseTo(shown, within(Math.max(1, Math.abs(shown)) * 1e-9));
                            formulas++;
                        }
                    }
                }
            }
            assertThat(formulas).isGreaterThan(80);
        }
    }

    @Test
    void changingAnAmountChangesTheSums() throws IOException {
        try (XSSFWorkbook workbook = open(WORKBOOK)) {
            XSSFSheet detail = workbook.getSheet("Funding detail");
            for (Row row : detail) {
                Cell item = row.getCell(2);
                if (item != null && item.getStringCellValue().equals("financial funds of the centre")) {
                    row.getCell(4).setCellValue(1_062_000_000d);
                }
            }
            workbook.getCreationHelper().createFormulaEvaluator().evaluateAll();
            XSSFSheet funding = workbook.getSheet("Funding");
            double sum = 0;
            for (Row row : funding) {
                if (row.getCell(0).getStringCellValue().equals("Sum of the parts")) {
                    sum = row.getCell(2).getNumericCellValue();
                }
            }
            assertThat(sum).isEqualTo(3_364_000_000d);
        }
    }

    @Test
    void chartsHaveBarsThatEveryProgramDraws() throws IOException {
        try (XSSFWorkbook workbook = open(WORKBOOK)) {
            for (String name : List.of("Funding", "Funding by programme")) {
                var charts = workbook.getSheet(name).getDrawingPatriarch().getCharts();
                assertThat(charts).hasSize(1);
                assertThat(charts.get(0).getTitle().getBody().getParagraph(0).getTextRuns())
                        .as("titles say their language")
                        .allMatch(run -> Locale.ENGLISH.equals(run.getLanguage()));
                var bars = charts.get(0)
                        .getCTChart()
                        .getPlotArea()
                        .getBarChartArray(0)
                        .getSerArray(0);
                assertThat(bars.getSpPr().isSetSolidFill()).isTrue();
                assertThat(bars.getVal().getNumRef().getNumCache().sizeOfPtArray())
                        .isGreaterThan(4);
                assertThat(workbook.getSheet(name)
                                .getDrawingPatriarch()
                                .getCTDrawing()
                                .getTwoCellAnchorArray(0)
                                .getGraphicFrame()
                                .getNvGraphicFramePr()
                                .getCNvPr()
                                .getDescr())
                        .startsWith("Bar chart. ")
                        .contains("million Yuan");
            }
        }
    }

    @Test
    void leftOutNumbersAndDocumentsAccountForEveryNumber() {
        assertThat(Workbooks.table(WORKBOOK, "Left out"))
                .extracting(line -> line.get("As written") + " " + line.get("Reason"))
                .containsExactly("2013 date", "2010 date", "2014 date", "27 document_number", "second ordinal");
        Map<String, Object> document = Workbooks.table(WORKBOOK, "Documents").get(0);
        assertThat(document).containsEntry("All numbers", new BigDecimal(SOURCE.size() + 5));
        assertThat((String) document.get("SHA-256")).hasSize(64);
    }

    @Test
    void documentsTellWhichFilesTheyDisplaced() {
        ProvinceYear year = SOURCE.provinceYear();
        Article article = year.articles().get(0).article();
        byte[] displacing = Workbooks.write(new ProvinceYear(
                year.region(),
                year.year(),
                year.vintage(),
                year.edition(),
                year.files(),
                year.articles(),
                year.findings(),
                year.revisions(),
                List.of(
                        new DisplacedEdition(
                                article.documentId(), article.span().begin(), "2013/a.txt"),
                        new DisplacedEdition(
                                article.documentId(), article.span().begin(), "2013/b.txt")),
                year.vintage() > 1,
                List.of()));

        assertThat(Workbooks.table(displacing, "Documents").get(0))
                .containsEntry("Displaced files", "2013/a.txt; 2013/b.txt");
        assertThat(Workbooks.table(WORKBOOK, "Documents").get(0)).containsEntry("Displaced files", "");
    }

    @Test
    void revisionsShowBeforeAndAfter() {
        byte[] revised = Workbooks.write(
                MarkedReport.qinghai2013().revised("poor", "640000").provinceYear());
        assertThat(Workbooks.table(revised, "Revisions")).singleElement().satisfies(line -> assertThat(line)
                .containsEntry("Change", "changed")
                .containsEntry("Value before", new BigDecimal("640000"))
                .containsEntry("Value after", new BigDecimal("634000")));
        assertThat(line(Workbooks.table(revised, "Summary"), "Indicator", "Poor population"))
                .containsEntry("Flags", "[r]");
    }

    private static Map<String, Object> line(List<Map<String, Object>> lines, String column, String value) {
        return lines.stream()
                .filter(line -> value.equals(line.get(column)))
                .findFirst()
                .orElseThrow();
    }

    private static BigDecimal number(String id) {
        return REPORT.figures().stream()
                .filter(figure -> figure.ref().equals(SOURCE.ref(id)))
                .map(figure -> BigDecimal.valueOf(figure.number()))
                .findFirst()
                .orElseThrow();
    }

    private static Row target(XSSFWorkbook workbook, Cell cell) {
        CellReference to = new CellReference(cell.getHyperlink().getAddress());
        return workbook.getSheet(to.getSheetName()).getRow(to.getRow());
    }

    private static XSSFWorkbook open(byte[] workbook) throws IOException {
        return new XSSFWorkbook(new ByteArrayInputStream(workbook));
    }
}
