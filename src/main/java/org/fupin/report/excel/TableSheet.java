package org.fupin.report.excel;

import java.util.List;
import java.util.stream.IntStream;
import org.apache.poi.common.usermodel.HyperlinkType;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.usermodel.CreationHelper;
import org.apache.poi.ss.usermodel.Hyperlink;
import org.apache.poi.ss.usermodel.PageMargin;
import org.apache.poi.ss.usermodel.PaperSize;
import org.apache.poi.ss.util.AreaReference;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFTable;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.fupin.report.table.Cell;
import org.fupin.report.table.Column;
import org.fupin.report.table.Row;
import org.fupin.report.table.Table;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTTable;

/** Writes a sheet: title, description, the way back to the contents, and one table from column A. */
final class TableSheet {

    /** The widest that spreadsheets allow is 255 characters; wider than this does not fit a screen. */
    private static final int MAX_WIDTH = 120;

    private static final int WIDTH_UNITS = 256;

    /** Characters side by side that a landscape page shows in 8 points or more. */
    private static final int PRINTED_WIDTH = 170;

    /** In inches, left and right. */
    private static final double MARGIN = 0.4;

    /** In points: the highest that a row can be, and the space between lines of a table. */
    private static final float MAX_HEIGHT = 409;

    private static final float PADDING = 3;

    /** The line before the first: where a sheet's title stands. */
    static final int TITLE_LINE = 1 - Sheets.HEADER_ROW;

    private final XSSFSheet sheet;
    private final Styles styles;
    private final Sheets places;
    private final CreationHelper helper;

    TableSheet(XSSFSheet sheet, Styles styles, Sheets places) {
        this.sheet = sheet;
        this.styles = styles;
        this.places = places;
        this.helper = sheet.getWorkbook().getCreationHelper();
    }

    void write(Table table) {
        text(1, 0, table.title(), styles.title());
        text(2, 0, described(table), styles.lead());
        XSSFCell back = text(3, 0, "Back to the contents", styles.link());
        link(back, "'" + ReportWorkbook.COVER + "'!A1");
        table(table, Sheets.HEADER_ROW);
        sheet.createFreezePane(1, Sheets.HEADER_ROW);
        sheet.setActiveCell(CellAddress.A1);
        page(table.title(), Sheets.HEADER_ROW);
    }

    /** The description, and what there is to read on the sheet. */
    private static String described(Table table) {
        int charts = table.charts().size();
        return table.description() + (table.description().isEmpty() ? "" : " ") + "This sheet has one table"
                + (charts == 0
                        ? "."
                        : charts == 1 ? " and, below it, one chart." : " and, below it, " + charts + " charts.");
    }

    /** Writes the table with its header at row {@code headerRow}, counting from 1; one without lines has a line that says so. */
    void table(Table table, int headerRow) {
        List<Integer> shown = IntStream.range(0, table.columns().size())
                .filter(at -> table.columns().get(at).isOnSheet())
                .boxed()
                .toList();
        List<Column> columns = shown.stream().map(table.columns()::get).toList();
        boolean[] numeric = new boolean[columns.size()];
        int row = headerRow;
        for (Row line : table.rows()) {
            row++;
            int textLines = 1;
            for (int c = 0; c < columns.size(); c++) {
                Column column = columns.get(c);
                Cell value = line.cells().get(shown.get(c));
                set(table, row, c, value, column.wrapped());
                numeric[c] |= value.isNumber();
                if (column.wrapped()) {
                    textLines = Math.max(textLines, TextFit.lines(value.text(), column.sheetWidth()));
                }
            }
            height(row, textLines);
        }
        if (table.rows().isEmpty()) {
            row++;
            set(table, row, 0, new Cell.Text(table.ifEmpty()), false);
            for (int c = 1; c < columns.size(); c++) {
                set(table, row, c, Cell.EMPTY, false);
            }
            height(row, 1);
        }
        int headerLines = 1;
        for (int c = 0; c < columns.size(); c++) {
            Column column = columns.get(c);
            text(headerRow, c, column.title(), numeric[c] ? styles.numericHeader() : styles.header());
            sheet.setColumnWidth(c, Math.min(column.sheetWidth(), MAX_WIDTH) * WIDTH_UNITS);
            headerLines = Math.max(headerLines, TextFit.lines(column.title(), column.sheetWidth() - 2));
        }
        height(headerRow, headerLines);
        markUp(table.code(), headerRow, row, columns.size());
        printArea(columns, row);
    }

    /** Set rather than left to the program that opens it, because not all fit rows to their text. */
    void height(int row, int textLines) {
        float height = styles.lineHeight() * textLines + PADDING;
        sheet.getRow(row - 1).setHeightInPoints(Math.min(height, MAX_HEIGHT));
    }

    /** The leading columns, as far as they are readable on a page; what lies beyond is for the screen. */
    private void printArea(List<Column> columns, int lastRow) {
        int width = 0;
        int last = -1;
        while (last + 1 < columns.size() && width + columns.get(last + 1).sheetWidth() <= PRINTED_WIDTH) {
            last++;
            width += columns.get(last).sheetWidth();
        }
        if (last + 1 < columns.size()) {
            XSSFWorkbook workbook = sheet.getWorkbook();
            workbook.setPrintArea(workbook.getSheetIndex(sheet), 0, Math.max(last, 0), 0, lastRow - 1);
        }
    }

    /** A cell outside of the table; rows count from 1, columns from 0. */
    XSSFCell text(int row, int column, String text, XSSFCellStyle style) {
        XSSFCell cell = cell(row, column);
        cell.setCellValue(ExcelText.clean(text));
        cell.setCellStyle(style);
        return cell;
    }

    /** A text outside of the table that goes on in further lines, and leads to where it says. */
    void fact(int row, int column, Cell value) {
        XSSFCell cell = text(row, column, value.text(), styles.wrappedLead());
        if (value instanceof Cell.Linked linked) {
            link(cell, places.address(linked.table(), linked.line()));
            cell.setCellStyle(styles.wrappedLink());
        }
    }

    private void link(XSSFCell cell, String address) {
        Hyperlink link = helper.createHyperlink(HyperlinkType.DOCUMENT);
        link.setAddress(address);
        cell.setHyperlink(link);
    }

    /** Landscape on A4, as wide as the page, the header on each page; {@code title} above and the page below. */
    void page(String title, int headerRow) {
        sheet.setRepeatingRows(new CellRangeAddress(headerRow - 1, headerRow - 1, -1, -1));
        sheet.setFitToPage(true);
        sheet.setAutobreaks(true);
        sheet.getPrintSetup().setLandscape(true);
        sheet.getPrintSetup().setPaperSize(PaperSize.A4_PAPER);
        sheet.getPrintSetup().setFitWidth((short) 1);
        sheet.getPrintSetup().setFitHeight((short) 0);
        sheet.setMargin(PageMargin.LEFT, MARGIN);
        sheet.setMargin(PageMargin.RIGHT, MARGIN);
        sheet.getHeader().setLeft(title.replace("&", "&&"));
        sheet.getHeader().setRight("&A");
        sheet.getFooter().setRight("Page &P of &N");
        sheet.setDisplayGridlines(false);
    }

    private void set(Table table, int row, int column, Cell value, boolean wrapped) {
        if (value instanceof Cell.Linked linked) {
            set(table, row, column, linked.value(), wrapped, true);
            link(cell(row, column), places.address(linked.table(), linked.line()));
        } else if (value instanceof Cell.OnPage linked) {
            set(table, row, column, linked.value(), wrapped, true);
            Hyperlink link = helper.createHyperlink(HyperlinkType.URL);
            link.setAddress(places.page() + linked.address());
            cell(row, column).setHyperlink(link);
        } else {
            set(table, row, column, value, wrapped, false);
        }
    }

    private void set(Table table, int row, int column, Cell value, boolean wrapped, boolean link) {
        XSSFCell cell = cell(row, column);
        if (value instanceof Cell.Text text) {
            setText(cell, text.text(), wrapped, link, false);
        } else if (value instanceof Cell.Missing missing) {
            cell.setCellValue(missing.mark());
            cell.setCellStyle(styles.text(false, false, false, true, false));
        } else if (value instanceof Cell.Alert alert) {
            setText(cell, alert.text(), wrapped, link, true);
        } else if (value instanceof Cell.Amount amount) {
            cell.setCellValue(amount.value().doubleValue());
            cell.setCellStyle(styles.number(amount.decimals(), link));
        } else if (value instanceof Cell.Formula formula) {
            cell.setCellFormula(places.formula(table, row, formula));
            cell.setCellValue(formula.value().doubleValue());
            cell.setCellStyle(styles.number(formula.decimals(), link));
        } else {
            cell.setCellStyle(styles.text(false, false, false, false, false));
        }
    }

    private void setText(XSSFCell cell, String text, boolean wrapped, boolean link, boolean alert) {
        String clean = ExcelText.clean(text);
        cell.setCellValue(clean);
        cell.setCellStyle(styles.text(wrapped, link, alert, false, ExcelText.looksLikeFormula(clean)));
    }

    private XSSFCell cell(int row, int column) {
        XSSFRow line = sheet.getRow(row - 1);
        if (line == null) {
            line = sheet.createRow(row - 1);
        }
        XSSFCell cell = line.getCell(column);
        return cell == null ? line.createCell(column) : cell;
    }

    private void markUp(String code, int headerRow, int lastRow, int columns) {
        AreaReference area = new AreaReference(
                new CellReference(headerRow - 1, 0),
                new CellReference(lastRow - 1, columns - 1),
                SpreadsheetVersion.EXCEL2007);
        XSSFTable marked = sheet.createTable(area);
        marked.setName(code);
        marked.setDisplayName(code);
        marked.updateHeaders();
        CTTable markup = marked.getCTTable();
        markup.addNewAutoFilter().setRef(area.formatAsString());
    }
}
