package org.fupin.report.excel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.fupin.reference.Regions;
import org.fupin.report.MarkedReport;
import org.fupin.report.ProvinceYearReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a source may hold that a spreadsheet must not act upon or choke on. */
class HostileContentTest {

    private static byte[] workbookOf(String heading, String sentence, String item) {
        return Workbooks.write(MarkedReport.empty("CN-QH", 2013)
                .text("# overview | " + heading + "\n" + sentence + " {a|5,000|trained|level|5000|person|" + item
                        + "}.")
                .provinceYear());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=HYPERLINK(\"http://example.org\",\"click\")",
                "+1+1",
                "-2+3",
                "@SUM(A1:A9)",
                "=cmd|' /C calc'!A0",
                "\t=1+1"
            })
    void textThatLooksLikeAFormulaStaysText(String hostile) throws IOException {
        byte[] bytes = workbookOf(hostile.strip(), hostile, hostile.replace("|", "/"));
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(bytes))) {
            int quoted = 0;
            for (String name : List.of("Summary", "Programmes", "Observations", "Sources")) {
                for (Row row : workbook.getSheet(name)) {
                    for (Cell cell : row) {
                        if (cell.getCellType() == CellType.STRING
                                && ExcelText.looksLikeFormula(cell.getStringCellValue())) {
                            assertThat(cell.getCellStyle().getQuotePrefixed()).isTrue();
                            quoted++;
                        }
                        assertThat(cell.getCellType()).isNotEqualTo(CellType.FORMULA);
                    }
                }
            }
            assertThat(quoted).isGreaterThanOrEqualTo(3);
        }
    }

    @Test
    void aSentenceLongerThanACellIsShortenedAndSaysSo() {
        String text = sources("long \uD83C\uDF3E".repeat(9000)).get("Text").toString();
        assertThat(text)
                .hasSizeLessThanOrEqualTo(ExcelText.MAX_LENGTH)
                .endsWith("[shortened; the document has it all]");
        assertThat(text.codePoints().noneMatch(c -> c >= 0xD800 && c <= 0xDFFF)).isTrue();
    }

    @Test
    void whatXmlCannotHoldIsReplaced() {
        assertThat(sources("a\u0000b\u0008c\uFFFFd\uD800e\u001Ff").get("Text").toString())
                .startsWith("a\uFFFDb\uFFFDc\uFFFDd\uFFFDe\uFFFDf");
    }

    @Test
    void chineseAndEmojiArriveAsTheyAre() {
        assertThat(sources("青海省 \uD83D\uDC02 培训").get("Text").toString()).startsWith("青海省 \uD83D\uDC02 培训 5,000");
    }

    @Test
    void textThatExcelWouldTakeForAnEscapeIsReadAsItStands() throws IOException {
        byte[] bytes = workbookOf("Heading", "The code _x0041_ stands here, _x0041 does not.", "people");
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(bytes))) {
            assertThat(workbook.getSheet("Sources")
                            .getRow(Sheets.HEADER_ROW)
                            .getCell(2)
                            .getStringCellValue())
                    .startsWith("The code _x0041_ stands here, _x0041 does not.");
        }
    }

    @Test
    void markupAndAmpersandsAreText() {
        assertThat(sources("<b>Wood & Co.</b> ]]> &amp;").get("Text").toString())
                .startsWith("<b>Wood & Co.</b> ]]> &amp;");
    }

    @Test
    void aReportWithoutFiguresHasAllItsSheets() {
        byte[] empty = Workbooks.write(MarkedReport.empty("CN-TJ", 2013)
                .text("# other | Nothing\nNothing was done.")
                .provinceYear());
        assertThat(Workbooks.sheets(empty)).hasSize(17);
        assertThat(Workbooks.table(empty, "Observations")).singleElement().satisfies(line -> assertThat(line)
                .containsEntry("Figure", "No figure is stated"));
        assertThat(Workbooks.table(empty, "Summary"))
                .allSatisfy(line -> assertThat(line).containsEntry("Value", "[x]"));
    }

    @Test
    void aReportWithoutAnyTextHasAllItsSheets() {
        byte[] empty = Workbooks.write(MarkedReport.empty("CN-TJ", 2013).provinceYear());
        assertThat(Workbooks.table(empty, "Sources")).hasSize(1);
    }

    @Test
    void fiveThousandFiguresFit() {
        StringBuilder text = new StringBuilder();
        for (int section = 0; section < 10; section++) {
            text.append("# ")
                    .append(section == 0 ? "overview" : "village")
                    .append(" | Part ")
                    .append(section)
                    .append('\n');
            for (int i = 0; i < 250; i++) {
                String id = section + "x" + i;
                text.append(
                        "{t%s|%d million yuan|funds|level|%d|CNY|funds of village %s|source=fiscal} were given, of which "
                                .formatted(id, i + 2, (i + 2) * 1_000_000L, id));
                text.append(
                        "{p%s|1 million yuan|funds|level|1000000|CNY|funds for roads|source=fiscal part=t%s} for roads.\n"
                                .formatted(id, id));
            }
        }
        ProvinceYearReport report = ProvinceYearReport.of(
                MarkedReport.empty("CN-QH", 2013).text(text.toString()).provinceYear(), List.of(), Regions.load());
        assertThat(report.figures()).hasSize(5000);
        byte[] workbook = Workbooks.write(report);
        List<Map<String, Object>> lines = Workbooks.table(workbook, "Observations");
        assertThat(lines).hasSize(5000);
        assertThat(lines.get(4999)).containsEntry("Item", "funds for roads");
        assertThat(Workbooks.table(workbook, "Breakdowns")).hasSize(2500);
    }

    private static Map<String, Object> sources(String sentence) {
        return Workbooks.table(workbookOf("Heading", sentence, "people"), "Sources")
                .get(0);
    }
}
