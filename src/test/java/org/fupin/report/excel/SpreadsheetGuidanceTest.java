package org.fupin.report.excel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.AreaReference;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFHyperlink;
import org.apache.poi.xssf.usermodel.XSSFRelation;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFTable;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.fupin.reference.Regions;
import org.fupin.report.MarkedReport;
import org.fupin.report.YearSummary;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The items of "Making spreadsheets accessible: a checklist of the basics" and of "Releasing statistics in spreadsheets" (both of
 * the Government Analysis Function, United Kingdom), each a test. (E) marks what the checklist holds to be essential. Where an
 * item is not followed to the letter, the test states what is done instead. Left to people: spelling, and the checker of Excel.
 */
@ParameterizedClass(name = "{0}")
@MethodSource("workbooks")
class SpreadsheetGuidanceTest {

    @Parameter(0)
    String name;

    @Parameter(1)
    byte[] bytes;

    private XSSFWorkbook workbook;

    static Stream<Arguments> workbooks() {
        return Stream.of(
                Arguments.of(
                        "province and year",
                        Workbooks.write(
                                MarkedReport.qinghai2013().provinceYear(),
                                MarkedReport.qinghai2012().provinceYear())),
                Arguments.of(
                        "without any text",
                        Workbooks.write(MarkedReport.empty("CN-TJ", 2013).provinceYear())),
                Arguments.of(
                        "summary",
                        Workbooks.write(YearSummary.of(
                                2013,
                                List.of(
                                        MarkedReport.qinghai2013().provinceYear(),
                                        MarkedReport.shaanxi2013().provinceYear()),
                                Regions.load()))));
    }

    @BeforeEach
    void open() throws IOException {
        workbook = new XSSFWorkbook(new ByteArrayInputStream(bytes));
    }

    @AfterEach
    void close() throws IOException {
        workbook.close();
    }

    @Test
    @DisplayName("Tables 1 (E): mark up tables")
    void tablesAreMarkedUp() {
        sheets().forEach(sheet -> {
            XSSFTable table = table(sheet);
            assertThat(table.getHeaderRowCount()).as(sheet.getSheetName()).isEqualTo(1);
            assertThat(table.getEndRowIndex()).as(sheet.getSheetName()).isEqualTo(sheet.getLastRowNum());
        });
    }

    @Test
    @DisplayName("Tables 2: give tables meaningful names")
    void tablesHaveNamesOfTheirOwn() {
        Set<String> names = new HashSet<>();
        sheets().forEach(sheet -> {
            assertThat(table(sheet).getName()).matches("[A-Z][a-z]+(_[a-z]+)*").doesNotMatch("Table\\d+");
            assertThat(names.add(table(sheet).getName())).isTrue();
        });
        assertThat(table(cover()).getName()).isEqualTo("Table_of_contents");
    }

    @Test
    @DisplayName("Tables 3 (E): remove merged cells, split cells and nested tables")
    void noCellsAreMerged() {
        sheets().forEach(sheet ->
                assertThat(sheet.getMergedRegions()).as(sheet.getSheetName()).isEmpty());
    }

    @Test
    @DisplayName("Tables 4 (E): remove blank rows and columns within tables")
    void noRowIsBlankAndEveryColumnHasAHeader() {
        sheets().forEach(sheet -> {
            for (int r = 0; r <= sheet.getLastRowNum(); r++) {
                assertThat((Object) sheet.getRow(r))
                        .as("%s %s", sheet.getSheetName(), r)
                        .isNotNull();
                assertThat(filled(sheet.getRow(r)))
                        .as("%s %s", sheet.getSheetName(), r)
                        .isPositive();
            }
        });
    }

    @Test
    @DisplayName("Tables 5 (E): all tables should have one tagged header row, each header a text of its own")
    void headersAreUniqueTexts() {
        sheets().forEach(sheet -> {
            Set<String> headers = new HashSet<>();
            Row header = header(sheet);
            for (int c = 0; c <= table(sheet).getEndColIndex(); c++) {
                assertThat(header.getCell(c).getStringCellValue()).isNotBlank();
                assertThat(headers.add(header.getCell(c).getStringCellValue().toLowerCase(Locale.ROOT)))
                        .isTrue();
            }
        });
    }

    @Test
    @DisplayName("Tables 6 (E): wrap text within cells, in rows high enough for it")
    void textOfTablesIsAllVisible() {
        sheets().forEach(sheet -> lines(sheet)
                .forEach(row -> row.forEach(cell -> {
                    if (cell.getCellType() == CellType.STRING) {
                        int width = sheet.getColumnWidth(cell.getColumnIndex()) / 256;
                        int lines = TextFit.lines(cell.getStringCellValue(), width);
                        boolean visible = lines == 1
                                || cell.getCellStyle().getWrapText()
                                        && row.getHeightInPoints() >= Math.min(15 * lines, 409);
                        // Long names of sections, articles and files, beyond what is printed, may be cut: their sheet
                        // has them in full.
                        boolean name = Set.of("Section", "Article", "Document", "Sentence", "Rules", "Made from")
                                .contains(header(sheet)
                                        .getCell(cell.getColumnIndex())
                                        .getStringCellValue());
                        assertThat(visible
                                        || name
                                        || cell.getColumnIndex() == 0
                                                && lines(sheet).size() == 1)
                                .as("%s %s: %s", sheet.getSheetName(), cell.getAddress(), cell)
                                .isTrue();
                    }
                })));
    }

    @Test
    @DisplayName("Tables 7: where there are filters and frozen panes, say so above the table and how to turn them off")
    void filtersAndFrozenPanesAreExplained() {
        sheets().forEach(sheet -> {
            boolean filters = table(sheet).getCTTable().isSetAutoFilter();
            assertThat(sheet.getPaneInformation() != null).isEqualTo(filters);
            if (filters) {
                assertThat(String.join(" ", above(sheet)))
                        .contains("filters: Ctrl, Shift and L turn them off")
                        .contains("stay in view: Alt, W, F, F turns that off");
            }
        });
        assertThat(table(cover()).getCTTable().isSetAutoFilter()).isFalse();
    }

    @Test
    @DisplayName("Tables 8 (E): leave cells empty for one reason only, and give it above the table")
    void blankCellsAreExplained() {
        for (XSSFSheet sheet : sheets().subList(1, workbook.getNumberOfSheets())) {
            boolean blanks = lines(sheet).stream()
                    .anyMatch(row -> filled(row) <= table(sheet).getEndColIndex());
            assertThat(above(sheet).stream().anyMatch(line -> line.contains("A blank cell: the field does not apply")))
                    .as(sheet.getSheetName())
                    .isEqualTo(blanks);
        }
        assertThat(lines(cover())).allSatisfy(row -> assertThat(filled(row)).isEqualTo(2));
    }

    @Test
    @DisplayName("Tables 9: avoid hiding rows, columns or worksheets")
    void nothingIsHidden() {
        sheets().forEach(sheet -> {
            assertThat(workbook.isSheetHidden(workbook.getSheetIndex(sheet))).isFalse();
            sheet.forEach(row -> assertThat(row.getZeroHeight()).isFalse());
            for (int c = 0; c <= table(sheet).getEndColIndex(); c++) {
                assertThat(sheet.isColumnHidden(c)).isFalse();
            }
        });
    }

    @Test
    @DisplayName("Tables 10: columns should be a sensible width")
    void columnsFitAScreen() {
        sheets().forEach(sheet -> {
            for (int c = 0; c <= table(sheet).getEndColIndex(); c++) {
                assertThat(sheet.getColumnWidth(c) / 256).isBetween(8, 120);
            }
        });
    }

    @Test
    @DisplayName("Footnotes 1 and 2 (E): no symbols or superscript to signpost to notes, shorthand in square brackets")
    void marksAreWordsOrLettersInBrackets() {
        sheets().forEach(sheet -> sheet.forEach(row -> row.forEach(cell -> {
            assertThat(font(cell).getTypeOffset()).isEqualTo(Font.SS_NONE);
            if (cell.getCellType() == CellType.STRING
                    && cell.getStringCellValue().length() < 5
                    && !cell.getStringCellValue().isEmpty()) {
                assertThat(cell.getStringCellValue()).doesNotContainPattern("[*†‡§]|^\\.\\.?$|^-$");
            }
        })));
    }

    @Test
    @DisplayName("Footnotes 3: marks that concern a cell stand in a column of their own, numbers are numbers")
    void numbersAreNotMixedWithMarks() {
        sheets().forEach(sheet -> lines(sheet)
                .forEach(row -> row.forEach(cell -> {
                    if (cell.getCellType() == CellType.STRING) {
                        assertThat(cell.getStringCellValue()).doesNotMatch("[\\d,.]+ ?\\[[a-z]\\]");
                    }
                })));
    }

    @Test
    @DisplayName("Footnotes 4: put note text in a table on a worksheet of notes, which explains each mark")
    void notesExplainTheMarks() {
        List<String> explained = new ArrayList<>();
        lines(workbook.getSheet("Notes"))
                .forEach(row -> explained.add(row.getCell(1).toString()));
        for (XSSFSheet sheet : sheets()) {
            lines(sheet)
                    .forEach(row -> row.forEach(cell -> {
                        if (cell.getCellType() == CellType.STRING
                                && cell.getStringCellValue().matches("\\[[a-z]\\]")) {
                            assertThat(explained).contains(cell.getStringCellValue());
                        }
                    }));
        }
        assertThat(explained).contains("[r]", "[x]");
    }

    @Test
    @DisplayName("Formatting 1 and 4: text is text, links say where they lead, no text is an address or a symbol")
    void linksLeadSomewhereAndSayWhere() {
        sheets().forEach(sheet -> {
            for (XSSFHyperlink link : sheet.getHyperlinkList()) {
                XSSFCell cell = sheet.getRow(link.getFirstRow()).getCell(link.getFirstColumn());
                String text = cell.getCellType() == CellType.STRING
                        ? cell.getStringCellValue()
                        : String.valueOf((int) cell.getNumericCellValue());
                assertThat(text)
                        .isNotBlank()
                        .doesNotContainIgnoringCase("click here")
                        .doesNotContain("http");
                assertThat(font(cell).getUnderline()).isEqualTo(Font.U_SINGLE);
            }
        });
    }

    @Test
    @DisplayName("Formatting 2: sans serif, 12 points or more, no italics, horizontal, left outside of tables")
    void textIsLegible() {
        sheets().forEach(sheet -> sheet.forEach(row -> row.forEach(cell -> {
            XSSFFont font = font(cell);
            assertThat(font.getFontName()).isEqualTo("Arial");
            assertThat(font.getFontHeightInPoints()).isGreaterThanOrEqualTo((short) 12);
            assertThat(font.getItalic()).isFalse();
            assertThat(cell.getCellStyle().getRotation()).isZero();
            assertThat(cell.getCellStyle().getBorderTop()).isEqualTo(BorderStyle.NONE);
            assertThat(cell.getCellStyle().getBorderLeft()).isEqualTo(BorderStyle.NONE);
        })));
    }

    @Test
    @DisplayName("Formatting 2: text without emphasis has the automatic colour")
    void plainTextHasNoColour() {
        sheets().forEach(sheet -> sheet.forEach(row -> row.forEach(cell -> {
            XSSFFont font = font(cell);
            if (!font.getBold() && font.getUnderline() == Font.U_NONE) {
                assertThat(font.getXSSFColor())
                        .as(sheet.getSheetName() + cell.getAddress())
                        .isNull();
            }
        })));
    }

    @Test
    @DisplayName(
            "Formatting 3 (E): a descriptive title in A1 of each worksheet, tagged as Heading 1, subheadings as Heading 2")
    void titlesAreTaggedAsHeadings() {
        Set<String> titles = new HashSet<>();
        sheets().forEach(sheet -> {
            assertThat(titles.add(sheet.getRow(0).getCell(0).getStringCellValue()))
                    .isTrue();
            assertThat(sheet.getRow(0).getCell(0).getStringCellValue()).contains("2013");
            assertThat(styleName(sheet.getRow(0).getCell(0))).isEqualTo("Heading 1");
            assertThat(styleName(sheet.getRow(1).getCell(0))).isEqualTo("Normal");
        });
        List<String> parts = new ArrayList<>();
        cover().forEach(row -> {
            if (styleName(row.getCell(0)).equals("Heading 2")) {
                parts.add(row.getCell(0).getStringCellValue());
            }
        });
        assertThat(parts)
                .contains("About this workbook", "Publisher and contact")
                .endsWith("Contents");
    }

    @Test
    @DisplayName("Formatting 5 (E): headers and footers of pages say nothing that the sheet does not, no text boxes")
    void pageHeadersRepeatTheTitle() {
        sheets().forEach(sheet -> {
            assertThat(sheet.getHeader().getLeft().replace("&&", "&"))
                    .isEqualTo(sheet.getRow(0).getCell(0).getStringCellValue());
            assertThat(sheet.getHeader().getRight()).isEqualTo("&A");
            assertThat(sheet.getFooter().getRight()).isEqualTo("Page &P of &N");
            if (sheet.getDrawingPatriarch() != null) {
                assertThat(sheet.getDrawingPatriarch().getShapes())
                        .hasSameSizeAs(sheet.getDrawingPatriarch().getCharts());
            }
        });
    }

    @Test
    @DisplayName("Formatting 6 and 7: no fill, and no device that divides the regions of a table")
    void nothingIsFilled() {
        sheets().forEach(sheet -> {
            sheet.forEach(row -> row.forEach(
                    cell -> assertThat(cell.getCellStyle().getFillPattern()).isEqualTo(FillPatternType.NO_FILL)));
            assertThat(table(sheet).getStyle()).isNull();
            assertThat(sheet.getSheetConditionalFormatting().getNumConditionalFormattings())
                    .isZero();
        });
    }

    @Test
    @DisplayName("Formatting 8 and 9 (E): colour is never alone, and has a contrast with white of at least 4.5 to 1")
    void colourIsNeverAlone() {
        sheets().forEach(sheet -> sheet.forEach(row -> row.forEach(cell -> {
            XSSFColor color = font(cell).getXSSFColor();
            if (color != null) {
                assertThat(font(cell).getBold() || font(cell).getUnderline() != Font.U_NONE)
                        .as("%s %s", sheet.getSheetName(), cell.getAddress())
                        .isTrue();
                assertThat(contrastWithWhite(color.getRGB())).isGreaterThanOrEqualTo(4.5);
            }
        })));
    }

    @Test
    @DisplayName("Formatting 10: charts have alternative texts with their numbers")
    void chartsHaveAlternativeTexts() {
        sheets().forEach(sheet -> {
            if (sheet.getDrawingPatriarch() != null) {
                for (var anchor : sheet.getDrawingPatriarch().getCTDrawing().getTwoCellAnchorList()) {
                    assertThat(anchor.getGraphicFrame()
                                    .getNvGraphicFramePr()
                                    .getCNvPr()
                                    .getDescr())
                            .startsWith("Bar chart. ")
                            .containsPattern("\\d");
                }
            }
        });
    }

    @Test
    @DisplayName("Formatting 11: no macros; formulas show their values")
    void thereAreNoMacros() throws Exception {
        assertThat(workbook.isMacroEnabled()).isFalse();
        assertThat(workbook.getPackage().getPartsByContentType(XSSFRelation.VBA_MACROS.getContentType()))
                .isEmpty();
    }

    @Test
    @DisplayName("Structure 1 (E): worksheets have unique names, listed with links in a table of contents")
    void contentsListAllSheets() {
        List<String> listed = new ArrayList<>();
        lines(cover()).forEach(row -> {
            listed.add(row.getCell(0).getStringCellValue());
            assertThat(((XSSFCell) row.getCell(0)).getHyperlink().getAddress())
                    .isEqualTo("'" + row.getCell(0).getStringCellValue() + "'!A1");
        });
        assertThat(listed)
                .isEqualTo(
                        sheets().stream().skip(1).map(XSSFSheet::getSheetName).toList());
        assertThat(sheets()).extracting(XSSFSheet::getSheetName).allMatch(sheet -> sheet.equals(sheet.strip()));
        assertThat(cover().getSheetName()).isEqualTo("Cover");
    }

    @Test
    @DisplayName("Structure 2 (E): remove blank worksheets: an empty table says that it is")
    void noSheetIsBlank() {
        sheets().forEach(sheet -> assertThat(lines(sheet).get(0).getCell(0).toString())
                .as(sheet.getSheetName())
                .isNotBlank());
    }

    @Test
    @DisplayName(
            "Structure 3 (E): use cells in column A wisely: title, what the sheet holds, how many tables, then the table")
    void columnASaysWhatIsToBeKnown() {
        for (XSSFSheet sheet : sheets().subList(1, workbook.getNumberOfSheets())) {
            List<String> above = above(sheet);
            boolean charted = sheet.getDrawingPatriarch() != null;
            assertThat(above).hasSize(SheetIntro.LINES + 2);
            assertThat(String.join(" ", above))
                    .contains("This sheet has one table" + (charted ? " and, below it, " : "."));
            assertThat(above.get(above.size() - 1)).isEqualTo("Back to the contents");
            for (int r = 0; r < table(sheet).getStartRowIndex(); r++) {
                assertThat((int) sheet.getRow(r).getLastCellNum()).isEqualTo(1);
            }
        }
    }

    @Test
    @DisplayName("Structure 3: the cover lists its information in column A; only links stand beside it")
    void theCoverIsAListInColumnA() {
        for (int r = 0; r < table(cover()).getStartRowIndex(); r++) {
            assertThat(cover().getRow(r).getCell(0).getStringCellValue()).isNotBlank();
            if (cover().getRow(r).getCell(1) != null) {
                assertThat(cover().getRow(r).getCell(1).getHyperlink()).isNotNull();
            }
        }
    }

    @Test
    @DisplayName("Structure 4 (E): position tables against the left-hand edge")
    void tablesBeginInColumnA() {
        sheets().forEach(sheet -> assertThat(table(sheet).getStartColIndex()).isZero());
    }

    @Test
    @DisplayName("Structure 5: no text below a table, only charts of it, which the text above announces")
    void onlyChartsAreBelowTables() {
        sheets().forEach(sheet -> {
            assertThat(sheet.getLastRowNum()).isEqualTo(table(sheet).getEndRowIndex());
            if (sheet.getDrawingPatriarch() != null) {
                for (var anchor : sheet.getDrawingPatriarch().getCTDrawing().getTwoCellAnchorList()) {
                    assertThat(anchor.getFrom().getRow()).isGreaterThan(sheet.getLastRowNum());
                }
            }
        });
    }

    @Test
    @DisplayName("Structure 6: avoid worksheets with multiple tables")
    void oneTableASheet() {
        sheets().forEach(sheet ->
                assertThat(sheet.getTables()).as(sheet.getSheetName()).hasSize(1));
    }

    @Test
    @DisplayName("Before publishing 3 (E): document information: title, author, keywords, language")
    void documentInformationIsComplete() {
        var core = workbook.getProperties().getCoreProperties();
        assertThat(core.getTitle())
                .isEqualTo(cover().getRow(0).getCell(0).getStringCellValue())
                .doesNotContain("_");
        assertThat(core.getCreator()).isEqualTo("Statistics Desk");
        assertThat(core.getKeywords()).contains(",");
        assertThat(core.getUnderlyingProperties().getLanguageProperty()).hasValue("en-GB");
    }

    @Test
    @DisplayName("Before publishing 4 (E): opens in A1 of the first worksheet, at its natural size")
    void opensAtTheBeginning() {
        assertThat(workbook.getActiveSheetIndex()).isZero();
        assertThat(workbook.getFirstVisibleTab()).isZero();
        sheets().forEach(sheet -> {
            assertThat(sheet.getActiveCell().formatAsString()).isEqualTo("A1");
            assertThat(sheet.getCTWorksheet()
                            .getSheetViews()
                            .getSheetViewArray(0)
                            .isSetZoomScale())
                    .isFalse();
        });
    }

    @Test
    @DisplayName(
            "Cover sheet: what it is on, source, contact, publisher, licence, next release, shorthand, uncertainty")
    void theCoverSaysWhatIsToBeKnown() {
        List<String> lines = above(cover());
        assertThat(lines)
                .contains("Publisher: Statistics Desk")
                .contains("Questions: desk@statistics.example")
                .contains("Licence: CC-BY-4.0")
                .contains("Next release: December 2026")
                .anyMatch(line -> line.startsWith("Edition: "))
                .anyMatch(line -> line.startsWith("Checks: "))
                .anyMatch(line -> line.startsWith("Flags: ") && line.contains("[x] not available"))
                .anyMatch(line -> line.startsWith("Blank cells: ") && line.contains("never zero"))
                .anyMatch(
                        line -> line.startsWith("Worksheets: " + workbook.getNumberOfSheets() + ", this one included"));
    }

    @Test
    @DisplayName("In print: 8 points or more, with the remarks and the sentences among what is printed")
    void printedPagesAreLegible() {
        double points = (297 / 25.4 - 0.8) * 72;
        sheets().forEach(sheet -> {
            String area = workbook.getPrintArea(workbook.getSheetIndex(sheet));
            int last = area == null
                    ? table(sheet).getEndColIndex()
                    : new AreaReference(area, SpreadsheetVersion.EXCEL2007)
                            .getLastCell()
                            .getCol();
            double width = 0;
            for (int c = 0; c <= last; c++) {
                // The widest digit of Arial at 12 points is 9 of 96 pixels an inch wide.
                width += sheet.getColumnWidth(c) / 256.0 * 9 * 72 / 96;
            }
            assertThat(12 * Math.min(1, points / width))
                    .as(sheet.getSheetName())
                    .isGreaterThanOrEqualTo(8);
            String toRead = sheet.getSheetName().equals("Sources") ? "Text" : "Remark";
            header(sheet).forEach(cell -> {
                if (cell.getStringCellValue().equals(toRead)) {
                    assertThat(cell.getColumnIndex()).as(sheet.getSheetName()).isLessThanOrEqualTo(last);
                }
            });
            assertThat(sheet.getPrintSetup().getLandscape()).isTrue();
            assertThat(sheet.getRepeatingRows().getFirstRow())
                    .isEqualTo(table(sheet).getStartRowIndex());
        });
    }

    private List<XSSFSheet> sheets() {
        return Stream.iterate(0, i -> i < workbook.getNumberOfSheets(), i -> i + 1)
                .map(workbook::getSheetAt)
                .toList();
    }

    private XSSFSheet cover() {
        return workbook.getSheetAt(0);
    }

    private static XSSFTable table(XSSFSheet sheet) {
        return sheet.getTables().get(0);
    }

    private static Row header(XSSFSheet sheet) {
        return sheet.getRow(table(sheet).getStartRowIndex());
    }

    /** The lines of the table, without its header. */
    private static List<Row> lines(XSSFSheet sheet) {
        List<Row> lines = new ArrayList<>();
        for (int r = table(sheet).getStartRowIndex() + 1; r <= table(sheet).getEndRowIndex(); r++) {
            lines.add(sheet.getRow(r));
        }
        return lines;
    }

    /** What column A says above the table. */
    private static List<String> above(XSSFSheet sheet) {
        List<String> texts = new ArrayList<>();
        for (int r = 0; r < table(sheet).getStartRowIndex(); r++) {
            texts.add(sheet.getRow(r).getCell(0).getStringCellValue());
        }
        return texts;
    }

    private static int filled(Row row) {
        int filled = 0;
        for (Cell cell : row) {
            filled += cell.toString().isEmpty() ? 0 : 1;
        }
        return filled;
    }

    private static XSSFFont font(Cell cell) {
        return ((XSSFCellStyle) cell.getCellStyle()).getFont();
    }

    private static String styleName(Cell cell) {
        return List.of("Normal", "Heading 1", "Heading 2")
                .get((int) ((XSSFCellStyle) cell.getCellStyle()).getCoreXf().getXfId());
    }

    /** By WCAG 2.1. */
    private static double contrastWithWhite(byte[] rgb) {
        double[] linear = new double[3];
        for (int i = 0; i < 3; i++) {
            double part = (rgb[i] & 0xFF) / 255.0;
            linear[i] = part <= 0.03928 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
        }
        return 1.05 / (0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2] + 0.05);
    }
}
