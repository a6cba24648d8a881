package org.fupin.report.excel;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.common.usermodel.HyperlinkType;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.Hyperlink;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;

/**
 * The cells of a workbook, read once, to be written again as a program would that has nothing but the library: values, formulas
 * with their values, styles, links, heights, widths, frozen panes and print set-up; without tables, charts and named styles.
 */
final class PlainWorkbook {

    private record Look(
            String font,
            short size,
            boolean bold,
            byte underline,
            HorizontalAlignment align,
            VerticalAlignment vertical,
            boolean wrap,
            BorderStyle below,
            String format,
            boolean quoted) {}

    /** @param value a text or a number; null for an empty cell */
    private record Value(int column, @Nullable Object value, @Nullable String formula, Look look, @Nullable String link) {}

    private record Line(int row, float height, List<Value> values) {}

    private record Page(String name, int[] widths, int frozen, List<Line> lines) {}

    private final List<Page> pages = new ArrayList<>();

    PlainWorkbook(byte[] workbook) throws IOException {
        try (XSSFWorkbook file = new XSSFWorkbook(new ByteArrayInputStream(workbook))) {
            for (int i = 0; i < file.getNumberOfSheets(); i++) {
                pages.add(page(file.getSheetAt(i)));
            }
        }
    }

    int cells() {
        return pages.stream()
                .flatMap(page -> page.lines().stream())
                .mapToInt(line -> line.values().size())
                .sum();
    }

    private static Page page(XSSFSheet sheet) {
        Map<String, String> links = new HashMap<>();
        sheet.getHyperlinkList().forEach(link -> links.put(link.getCellRef(), link.getAddress()));
        List<Line> lines = new ArrayList<>();
        int columns = 0;
        for (Row row : sheet) {
            List<Value> values = new ArrayList<>();
            for (Cell cell : row) {
                boolean formula = cell.getCellType() == CellType.FORMULA;
                Object value = formula || cell.getCellType() == CellType.NUMERIC
                        ? (Object) cell.getNumericCellValue()
                        : cell.getCellType() == CellType.STRING ? cell.getStringCellValue() : null;
                values.add(new Value(
                        cell.getColumnIndex(),
                        value,
                        formula ? cell.getCellFormula() : null,
                        look((XSSFCellStyle) cell.getCellStyle()),
                        links.get(cell.getAddress().formatAsString())));
            }
            columns = Math.max(columns, row.getLastCellNum());
            lines.add(new Line(row.getRowNum(), row.getHeightInPoints(), values));
        }
        int[] widths = new int[columns];
        for (int c = 0; c < columns; c++) {
            widths[c] = sheet.getColumnWidth(c);
        }
        int frozen = sheet.getPaneInformation() == null
                ? 0
                : sheet.getPaneInformation().getHorizontalSplitPosition();
        return new Page(sheet.getSheetName(), widths, frozen, lines);
    }

    private static Look look(XSSFCellStyle style) {
        return new Look(
                style.getFont().getFontName(),
                style.getFont().getFontHeightInPoints(),
                style.getFont().getBold(),
                style.getFont().getUnderline(),
                style.getAlignment(),
                style.getVerticalAlignment(),
                style.getWrapText(),
                style.getBorderBottom(),
                style.getDataFormatString(),
                style.getQuotePrefixed());
    }

    /** Writes the cells by SXSSF. */
    void write(OutputStream out) throws IOException {
        try (SXSSFWorkbook workbook = new SXSSFWorkbook(100)) {
            Map<Look, CellStyle> styles = new HashMap<>();
            for (Page page : pages) {
                Sheet sheet = workbook.createSheet(page.name());
                setUp(sheet, page);
                for (Line line : page.lines()) {
                    Row row = sheet.createRow(line.row());
                    row.setHeightInPoints(line.height());
                    for (Value value : line.values()) {
                        Cell cell = row.createCell(value.column());
                        set(workbook, cell, value);
                        cell.setCellStyle(styles.computeIfAbsent(value.look(), look -> style(workbook, look)));
                    }
                }
            }
            workbook.write(out);
        }
    }

    private static void set(Workbook workbook, Cell cell, Value value) {
        if (value.formula() != null) {
            cell.setCellFormula(value.formula());
        }
        if (value.value() instanceof Double number) {
            cell.setCellValue(number);
        } else if (value.value() instanceof String text) {
            cell.setCellValue(text);
        }
        if (value.link() != null) {
            Hyperlink link = workbook.getCreationHelper().createHyperlink(HyperlinkType.DOCUMENT);
            link.setAddress(value.link());
            cell.setHyperlink(link);
        }
    }

    private static void setUp(Sheet sheet, Page page) {
        for (int c = 0; c < page.widths().length; c++) {
            sheet.setColumnWidth(c, page.widths()[c]);
        }
        if (page.frozen() > 0) {
            sheet.createFreezePane(1, page.frozen());
            sheet.setRepeatingRows(new CellRangeAddress(page.frozen() - 1, page.frozen() - 1, -1, -1));
        }
        sheet.setFitToPage(true);
        sheet.getPrintSetup().setLandscape(true);
        sheet.getPrintSetup().setFitHeight((short) 0);
        sheet.getFooter().setRight("Page &P of &N");
        sheet.setDisplayGridlines(false);
    }

    private static CellStyle style(Workbook workbook, Look look) {
        Font font = workbook.createFont();
        font.setFontName(look.font());
        font.setFontHeightInPoints(look.size());
        font.setBold(look.bold());
        font.setUnderline(look.underline());
        CellStyle style = workbook.createCellStyle();
        style.setFont(font);
        style.setAlignment(look.align());
        style.setVerticalAlignment(look.vertical());
        style.setWrapText(look.wrap());
        style.setBorderBottom(look.below());
        style.setDataFormat(workbook.createDataFormat().getFormat(look.format()));
        style.setQuotePrefixed(look.quoted());
        return style;
    }
}
