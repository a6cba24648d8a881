package org.fupin.report.excel;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.PageMargin;
import org.apache.poi.ss.usermodel.PaperSize;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.fupin.report.table.Cell;
import org.fupin.report.table.Column;
import org.fupin.report.table.Fact;
import org.fupin.report.table.Row;
import org.fupin.report.table.Table;

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

    private static final double HEADING_HEIGHT = 30;

    /** In a point: the unit in which spreadsheets keep heights. */
    private static final int TWIPS = 20;

    /** The line before the first: where a sheet's title stands. */
    static final int TITLE_LINE = 1 - Sheets.HEADER_ROW;

    private final StreamedSheet sheet;
    private final SheetRows rows;
    private final Styles styles;
    private final Sheets places;

    TableSheet(StreamedSheet sheet, Styles styles, Sheets places) {
        this.sheet = sheet;
        this.rows = sheet.rows();
        this.styles = styles;
        this.places = places;
    }

    /** @param below how many rows below the table its charts take */
    void write(Table table, int below) {
        List<String> intro = SheetIntro.of(table);
        line(1, table.title(), styles.title());
        for (int i = 0; i < intro.size(); i++) {
            line(i + 2, intro.get(i), styles.lead());
        }
        line(intro.size() + 2, "Back to the contents", styles.link());
        rows.link("'" + ReportWorkbook.COVER + "'!A1");
        int last = table(table, Sheets.HEADER_ROW, true);
        printArea(table, last + below);
        sheet.createFreezePane(1, Sheets.HEADER_ROW);
        sheet.setActiveCell(CellAddress.A1);
        page(table.title(), Sheets.HEADER_ROW);
    }

    /** The heading of a part of the sheet, with space before it. */
    void heading(int row, String text) {
        rows.row(row, HEADING_HEIGHT);
        rows.text(0, styles.heading(), ExcelText.clean(text));
    }

    /** A line of text outside of the table, rows counting from 1. */
    void line(int row, String text, XSSFCellStyle style) {
        rows.row(row);
        rows.text(0, style, ExcelText.clean(text));
    }

    /**
     * A text that goes on in further lines, and beside it where it leads. Apart from it, because LibreOffice does not go on in a
     * further line in cells that are links.
     *
     * @param width of the text's column in characters
     */
    void fact(int row, Fact fact, int width) {
        String text = (fact.label().isEmpty() ? "" : fact.label() + ": ")
                + fact.value().text();
        rows.row(row, height(TextFit.lines(text, width)));
        rows.text(0, styles.wrappedLead(), ExcelText.clean(text));
        if (fact.value() instanceof Cell.Linked linked) {
            rows.text(1, styles.link(), places.name(linked.table(), linked.line()));
            rows.link(places.address(linked.table(), linked.line()));
        }
    }

    /**
     * Writes the table with its header at row {@code headerRow}, counting from 1; one without lines has a line that says so.
     *
     * @return its last row
     */
    int table(Table table, int headerRow, boolean filters) {
        int[] shown = IntStream.range(0, table.columns().size())
                .filter(at -> table.columns().get(at).isOnSheet())
                .toArray();
        List<Column> columns =
                Arrays.stream(shown).mapToObj(table.columns()::get).toList();
        header(table, headerRow, columns, shown);
        int row = headerRow;
        for (Row line : table.rows()) {
            row++;
            rows.row(row, height(lines(line, columns, shown)));
            for (int c = 0; c < shown.length; c++) {
                cell(table, row, c, line.cells().get(shown[c]), columns.get(c).wrapped());
            }
        }
        if (table.rows().isEmpty()) {
            row++;
            rows.row(row, height(1));
            cell(table, row, 0, new Cell.Text(table.ifEmpty()), false);
            for (int c = 1; c < shown.length; c++) {
                cell(table, row, c, Cell.EMPTY, false);
            }
        }
        for (int c = 0; c < shown.length; c++) {
            sheet.setColumnWidth(c, Math.min(columns.get(c).sheetWidth(), MAX_WIDTH) * WIDTH_UNITS);
        }
        sheet.markUp(
                table.code(),
                headerRow,
                row,
                columns.stream().map(Column::title).toList(),
                filters);
        return row;
    }

    private void header(Table table, int headerRow, List<Column> columns, int[] shown) {
        int lines = 1;
        for (Column column : columns) {
            lines = Math.max(lines, TextFit.lines(column.title(), column.sheetWidth() - 2));
        }
        rows.row(headerRow, height(lines));
        for (int c = 0; c < shown.length; c++) {
            int at = shown[c];
            boolean numeric =
                    table.rows().stream().anyMatch(row -> row.cells().get(at).isNumber());
            rows.text(
                    c,
                    numeric ? styles.numericHeader() : styles.header(),
                    ExcelText.clean(columns.get(c).title()));
        }
    }

    private static int lines(Row line, List<Column> columns, int[] shown) {
        int lines = 1;
        for (int c = 0; c < shown.length; c++) {
            Column column = columns.get(c);
            if (column.wrapped()) {
                lines = Math.max(lines, TextFit.lines(line.cells().get(shown[c]).text(), column.sheetWidth()));
            }
        }
        return lines;
    }

    /** Set rather than left to the program that opens it, because not all fit rows to their text. In points. */
    private double height(int textLines) {
        float points = Math.min(styles.lineHeight() * textLines + PADDING, MAX_HEIGHT);
        return (int) (points * TWIPS) / (double) TWIPS;
    }

    /** The leading columns, as far as they are readable on a page; what lies beyond is for the screen. */
    private void printArea(Table table, int lastRow) {
        List<Column> columns =
                table.columns().stream().filter(Column::isOnSheet).toList();
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

    private void cell(Table table, int row, int column, Cell value, boolean wrapped) {
        if (value instanceof Cell.Linked linked) {
            cell(table, row, column, linked.value(), wrapped, true);
            rows.link(places.address(linked.table(), linked.line()));
        } else {
            cell(table, row, column, value, wrapped, false);
        }
    }

    private void cell(Table table, int row, int column, Cell value, boolean wrapped, boolean link) {
        if (value instanceof Cell.Text text) {
            text(column, text.text(), wrapped, link, false);
        } else if (value instanceof Cell.Missing missing) {
            rows.text(column, styles.text(false, false, false, true, false), missing.mark());
        } else if (value instanceof Cell.Alert alert) {
            text(column, alert.text(), wrapped, link, true);
        } else if (value instanceof Cell.Amount amount) {
            rows.number(
                    column,
                    styles.number(amount.decimals(), link),
                    amount.value().doubleValue());
        } else if (value instanceof Cell.Formula formula) {
            rows.formula(
                    column,
                    styles.number(formula.decimals(), link),
                    places.formula(table, row, formula),
                    formula.value().doubleValue());
        } else {
            rows.empty(column, styles.text(false, false, false, false, false));
        }
    }

    private void text(int column, String text, boolean wrapped, boolean link, boolean alert) {
        String clean = ExcelText.clean(text);
        rows.text(column, styles.text(wrapped, link, alert, false, ExcelText.looksLikeFormula(clean)), clean);
    }
}
