package org.fupin.report.excel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.poi.ss.formula.FormulaParser;
import org.apache.poi.ss.formula.FormulaType;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.FormulaEvaluator;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFEvaluationWorkbook;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFTable;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.fupin.reference.Regions;
import org.fupin.report.MarkedReport;
import org.fupin.report.Publisher;
import org.fupin.report.YearSummary;
import org.fupin.report.page.ReadReports;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The rows of workbooks are written as text, which nothing checks as it is written: what is written must be as a library reads it. */
class StreamedWorkbookTest {

    /** The elements of a sheet in the order that the schema demands (ECMA-376, part 1, 18.3.1.99). */
    private static final List<String> ORDER = List.of(
            "sheetPr",
            "dimension",
            "sheetViews",
            "sheetFormatPr",
            "cols",
            "sheetData",
            "hyperlinks",
            "printOptions",
            "pageMargins",
            "pageSetup",
            "headerFooter",
            "rowBreaks",
            "drawing",
            "tableParts");

    private static final Pattern CELL = Pattern.compile("<c r=\"([A-Z]+\\d+)\" s=\"\\d+\"(?: t=\"s\"><v>(\\d+)</v>)?");

    static Stream<Arguments> workbooks() {
        Map<String, byte[]> workbooks = new TreeMap<>();
        ReadReports.of(ReadReports.SAMPLE).forEach((name, report) -> workbooks.put(name, Workbooks.write(report)));
        workbooks.put(
                "with earlier years",
                Workbooks.write(
                        MarkedReport.qinghai2013().provinceYear(),
                        MarkedReport.qinghai2012().provinceYear()));
        workbooks.put(
                "revised",
                Workbooks.write(
                        MarkedReport.qinghai2013().revised("poor", "640000").provinceYear()));
        workbooks.put(
                "without any text",
                Workbooks.write(MarkedReport.empty("CN-TJ", 2013).provinceYear()));
        workbooks.put(
                "summary",
                Workbooks.write(YearSummary.of(
                        2013,
                        List.of(
                                MarkedReport.qinghai2013().provinceYear(),
                                MarkedReport.shaanxi2013().provinceYear()),
                        Regions.load())));
        return workbooks.entrySet().stream().map(workbook -> Arguments.of(workbook.getKey(), workbook.getValue()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("workbooks")
    void everyFormulaIsOneAndMakesTheValueThatIsShown(String name, byte[] bytes) throws IOException {
        try (XSSFWorkbook workbook = open(bytes)) {
            XSSFEvaluationWorkbook names = XSSFEvaluationWorkbook.create(workbook);
            FormulaEvaluator evaluator = workbook.getCreationHelper().createFormulaEvaluator();
            cells(workbook, (sheet, cell) -> {
                if (cell.getCellType() == CellType.FORMULA) {
                    String where = sheet.getSheetName() + " " + cell.getAddress() + " " + cell.getCellFormula();
                    assertThat(FormulaParser.parse(
                                    cell.getCellFormula(),
                                    names,
                                    FormulaType.CELL,
                                    workbook.getSheetIndex(sheet),
                                    cell.getRowIndex()))
                            .as(where)
                            .isNotEmpty();
                    double shown = cell.getNumericCellValue();
                    var made = evaluator.evaluate(cell);
                    assertThat(made.getCellType()).as(where).isEqualTo(CellType.NUMERIC);
                    assertThat(made.getNumberValue())
                            .as(where)
                            .isCloseTo(shown, within(Math.max(1e-6, Math.abs(shown) * 1e-9)));
                }
            });
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("workbooks")
    void tablesNameTheirColumnsAsTheirHeadersDo(String name, byte[] bytes) throws IOException {
        try (XSSFWorkbook workbook = open(bytes)) {
            for (XSSFSheet sheet : sheets(workbook)) {
                XSSFTable table = sheet.getTables().get(0);
                Row header = sheet.getRow(table.getStartRowIndex());
                assertThat(table.getColumns()).hasSize(header.getLastCellNum()).allSatisfy(column -> assertThat(
                                column.getName())
                        .isEqualTo(header.getCell(column.getColumnIndex()).getStringCellValue()));
                assertThat(table.getEndRowIndex()).isEqualTo(sheet.getLastRowNum());
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("workbooks")
    void chartsShowWhatTheirCellsHold(String name, byte[] bytes) throws IOException {
        try (XSSFWorkbook workbook = open(bytes)) {
            for (XSSFSheet sheet : sheets(workbook)) {
                if (sheet.getDrawingPatriarch() != null) {
                    sheet.getDrawingPatriarch().getCharts().forEach(chart -> {
                        var bars = chart.getCTChart()
                                .getPlotArea()
                                .getBarChartArray(0)
                                .getSerArray(0);
                        var names = bars.getCat().getStrRef();
                        names.getStrCache().getPtList().forEach(point -> assertThat(
                                        cell(workbook, names.getF(), point.getIdx())
                                                .getStringCellValue())
                                .isEqualTo(point.getV()));
                        var amounts = bars.getVal().getNumRef();
                        amounts.getNumCache().getPtList().forEach(point -> assertThat(
                                        cell(workbook, amounts.getF(), point.getIdx())
                                                .getNumericCellValue())
                                .isEqualTo(Double.parseDouble(point.getV())));
                        assertThat(names.getStrCache().sizeOfPtArray())
                                .isEqualTo(amounts.getNumCache().sizeOfPtArray())
                                .isGreaterThan(1);
                    });
                }
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("workbooks")
    void sheetsHaveTheirElementsInTheOrderOfTheSchema(String name, byte[] bytes) throws IOException {
        Map<String, String> parts = parts(bytes);
        Matcher texts =
                Pattern.compile("count=\"(\\d+)\" uniqueCount=\"(\\d+)\"").matcher(parts.get("xl/sharedStrings.xml"));
        assertThat(texts.find()).isTrue();
        Set<Integer> used = new HashSet<>();
        int uses = 0;
        for (Map.Entry<String, String> part : parts.entrySet()) {
            if (!part.getKey().startsWith("xl/worksheets/sheet")) {
                continue;
            }
            String sheet = part.getValue();
            List<String> found = ORDER.stream()
                    .filter(element -> sheet.contains("<" + element + ">") || sheet.contains("<" + element + " "))
                    .sorted((a, b) -> Integer.compare(begin(sheet, a), begin(sheet, b)))
                    .toList();
            assertThat(found).as(part.getKey()).isSortedAccordingTo((a, b) -> ORDER.indexOf(a) - ORDER.indexOf(b));
            assertThat(found).contains("dimension", "sheetData", "pageMargins", "tableParts");
            Matcher cells = CELL.matcher(sheet);
            CellReference last = new CellReference("A1");
            while (cells.find()) {
                CellReference at = new CellReference(cells.group(1));
                assertThat(at.getRow() > last.getRow() || at.getCol() >= last.getCol())
                        .as("%s after %s", at, last)
                        .isTrue();
                last = at;
                if (cells.group(2) != null) {
                    uses++;
                    used.add(Integer.valueOf(cells.group(2)));
                }
            }
            assertThat(sheet).contains("<dimension ref=\"A1:");
        }
        assertThat(texts.group(1)).isEqualTo(String.valueOf(uses));
        assertThat(used).hasSize(Integer.parseInt(texts.group(2)));
    }

    @Test
    void rowsAreWrittenFromTopToBottomAndCellsFromLeftToRight() throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook(new StreamedParts())) {
            SheetRows rows = ((StreamedSheet) workbook.createSheet("One")).rows();
            XSSFCellStyle style = workbook.createCellStyle();
            rows.row(2);
            rows.number(3, style, 1);
            assertThatThrownBy(() -> rows.empty(3, style))
                    .hasMessage("column 3 after column 3 in row 2: expected one further right");
            assertThatThrownBy(() -> rows.row(2)).hasMessage("row 2 after row 2: expected one further down");
        }
    }

    @Test
    void numbersAndTextsArriveAsTheyAre() throws IOException {
        List<Double> numbers =
                List.of(0d, -0.1, 1e-7, 12.345678901234567, -9007199254740993d, 1e15 + 0.5, 1.7e308, 3.264e9);
        List<String> texts =
                List.of("a < b & \"c\" > 'd'", " around ", "two\nlines", "\ttab", "]]>", "", "扶贫 \uD83D\uDC02");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (XSSFWorkbook workbook = new XSSFWorkbook(new StreamedParts())) {
            StreamedSheet sheet = (StreamedSheet) workbook.createSheet("Tom & \"Jerry\"");
            Styles styles = new Styles(workbook, Theme.plain());
            SheetRows rows = sheet.rows();
            rows.row(1);
            for (int c = 0; c < numbers.size(); c++) {
                rows.number(c, styles.lead(), numbers.get(c));
            }
            rows.row(3, 20);
            for (int c = 0; c < texts.size(); c++) {
                rows.text(c * 100, styles.lead(), ExcelText.clean(texts.get(c)));
                rows.link("'Tom & \"Jerry\"'!A1");
            }
            WorkbookFile.write(workbook, "Title", "Text", Publisher.UNKNOWN, YearMonth.of(2014, 5), out);
        }
        try (XSSFWorkbook workbook = open(out.toByteArray())) {
            XSSFSheet sheet = workbook.getSheetAt(0);
            for (int c = 0; c < numbers.size(); c++) {
                assertThat(sheet.getRow(0).getCell(c).getNumericCellValue()).isEqualTo(numbers.get(c));
            }
            assertThat(sheet.getRow(2).getHeightInPoints()).isEqualTo(20);
            for (int c = 0; c < texts.size(); c++) {
                assertThat(sheet.getRow(2).getCell(c * 100).getStringCellValue())
                        .isEqualTo(texts.get(c));
                assertThat(sheet.getRow(2).getCell(c * 100).getHyperlink().getAddress())
                        .isEqualTo("'Tom & \"Jerry\"'!A1");
            }
        }
    }

    private static int begin(String sheet, String element) {
        return sheet.indexOf("<" + element);
    }

    private static Cell cell(XSSFWorkbook workbook, String range, long at) {
        CellReference first = new CellReference(range.substring(0, range.indexOf(':')));
        return workbook.getSheet(first.getSheetName())
                .getRow(first.getRow() + (int) at)
                .getCell(first.getCol());
    }

    private static void cells(XSSFWorkbook workbook, BiConsumer<XSSFSheet, Cell> test) {
        for (XSSFSheet sheet : sheets(workbook)) {
            sheet.forEach(row -> row.forEach(cell -> test.accept(sheet, cell)));
        }
    }

    private static List<XSSFSheet> sheets(XSSFWorkbook workbook) {
        return Stream.iterate(0, i -> i < workbook.getNumberOfSheets(), i -> i + 1)
                .map(workbook::getSheetAt)
                .toList();
    }

    private static Map<String, String> parts(byte[] workbook) throws IOException {
        Map<String, String> parts = new TreeMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(workbook))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return parts;
    }

    private static XSSFWorkbook open(byte[] workbook) throws IOException {
        return new XSSFWorkbook(new ByteArrayInputStream(workbook));
    }
}
