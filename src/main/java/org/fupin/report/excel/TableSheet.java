package org.fupin.report.excel;

import java.util.List;
import org.apache.poi.common.usermodel.HyperlinkType;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.usermodel.CreationHelper;
import org.apache.poi.ss.usermodel.Hyperlink;
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
import org.fupin.report.Flag;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTTable;

/** Writes a sheet: title, description, the way back to the contents, and one table from column A. */
final class TableSheet {

    /** The widest that spreadsheets allow is 255 characters; wider than this does not fit a screen. */
    private static final int MAX_WIDTH = 120;

    private static final int WIDTH_UNITS = 256;

    /** Characters side by side that a landscape page still shows in a readable size. */
    private static final int PRINTED_WIDTH = 235;

    /** In points: the highest that a row can be, and the space between lines of a table. */
    private static final float MAX_HEIGHT = 409;

    private static final float PADDING = 3;

    private final XSSFSheet sheet;
    private final Styles styles;
    private final CreationHelper helper;

    TableSheet(XSSFSheet sheet, Styles styles) {
        this.sheet = sheet;
        this.styles = styles;
        this.helper = sheet.getWorkbook().getCreationHelper();
    }

    XSSFSheet sheet() {
        return sheet;
    }

    /**
     * Writes the sheet.
     *
     * @param ifEmpty what the first cell says when there are no rows: a table has at least one
     */
    <R> void write(
            ReportSheet which,
            String title,
            String description,
            List<Column<R>> columns,
            List<R> rows,
            String ifEmpty) {
        text(1, 0, title, styles.title());
        text(2, 0, description, styles.lead());
        XSSFCell back = text(3, 0, "Back to the contents", styles.link());
        link(back, ReportSheet.COVER, 1);
        table(which, ReportSheet.HEADER_ROW, columns, rows, ifEmpty);
        sheet.createFreezePane(1, ReportSheet.HEADER_ROW);
        sheet.setActiveCell(CellAddress.A1);
        page(title, ReportSheet.HEADER_ROW);
    }

    /** Writes the table with its header at row {@code headerRow}, counting from 1. */
    <R> void table(ReportSheet which, int headerRow, List<Column<R>> columns, List<R> lines, String ifEmpty) {
        boolean[] numeric = new boolean[columns.size()];
        int row = headerRow;
        for (R line : lines) {
            row++;
            int textLines = 1;
            for (int c = 0; c < columns.size(); c++) {
                Column<R> column = columns.get(c);
                CellValue value = column.value().of(line, row);
                set(row, c, value, column.wrapped());
                numeric[c] |= value.isNumber();
                if (column.wrapped()) {
                    textLines = Math.max(textLines, TextFit.lines(value.shownText(), column.width()));
                }
            }
            height(row, textLines);
        }
        if (lines.isEmpty()) {
            row++;
            set(row, 0, new CellValue.Text(ifEmpty), false);
            for (int c = 1; c < columns.size(); c++) {
                set(row, c, CellValue.EMPTY, false);
            }
            height(row, 1);
        }
        int headerLines = 1;
        for (int c = 0; c < columns.size(); c++) {
            Column<R> column = columns.get(c);
            text(headerRow, c, column.header(), numeric[c] ? styles.numericHeader() : styles.header());
            sheet.setColumnWidth(c, Math.min(column.width(), MAX_WIDTH) * WIDTH_UNITS);
            headerLines = Math.max(headerLines, TextFit.lines(column.header(), column.width() - 2));
        }
        height(headerRow, headerLines);
        markUp(which, headerRow, row, columns.size());
        printArea(columns, row);
    }

    /** Set rather than left to the program that opens it, because not all fit rows to their text. */
    void height(int row, int textLines) {
        float height = styles.lineHeight() * textLines + PADDING;
        sheet.getRow(row - 1).setHeightInPoints(Math.min(height, MAX_HEIGHT));
    }

    /** The leading columns, as far as they are readable on a page; what lies beyond is for the screen. */
    private <R> void printArea(List<Column<R>> columns, int lastRow) {
        int width = 0;
        int last = -1;
        while (last + 1 < columns.size() && width + columns.get(last + 1).width() <= PRINTED_WIDTH) {
            last++;
            width += columns.get(last).width();
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

    void link(XSSFCell cell, ReportSheet to, int row) {
        Hyperlink link = helper.createHyperlink(HyperlinkType.DOCUMENT);
        link.setAddress(to.cell("A", row));
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
        sheet.getHeader().setLeft(title.replace("&", "&&"));
        sheet.getHeader().setRight("&A");
        sheet.getFooter().setRight("Page &P of &N");
        sheet.setDisplayGridlines(false);
    }

    private void set(int row, int column, CellValue value, boolean wrapped) {
        if (value instanceof CellValue.Linked linked) {
            set(row, column, linked.value(), wrapped, true);
            link(cell(row, column), linked.sheet(), linked.row());
        } else {
            set(row, column, value, wrapped, false);
        }
    }

    private void set(int row, int column, CellValue value, boolean wrapped, boolean link) {
        XSSFCell cell = cell(row, column);
        if (value instanceof CellValue.Text text) {
            setText(cell, text.text(), wrapped, link, false);
        } else if (value instanceof CellValue.Missing) {
            cell.setCellValue(Flag.NOT_AVAILABLE.mark());
            cell.setCellStyle(styles.text(false, false, false, true, false));
        } else if (value instanceof CellValue.Alert alert) {
            setText(cell, alert.text(), wrapped, link, true);
        } else if (value instanceof CellValue.Amount amount) {
            cell.setCellValue(amount.value().doubleValue());
            cell.setCellStyle(styles.number(amount.decimals(), link));
        } else if (value instanceof CellValue.Formula formula) {
            cell.setCellFormula(formula.expression());
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

    private void markUp(ReportSheet which, int headerRow, int lastRow, int columns) {
        AreaReference area = new AreaReference(
                new CellReference(headerRow - 1, 0),
                new CellReference(lastRow - 1, columns - 1),
                SpreadsheetVersion.EXCEL2007);
        XSSFTable table = sheet.createTable(area);
        table.setName(which.table());
        table.setDisplayName(which.table());
        table.updateHeaders();
        CTTable markup = table.getCTTable();
        markup.addNewAutoFilter().setRef(area.formatAsString());
    }
}
