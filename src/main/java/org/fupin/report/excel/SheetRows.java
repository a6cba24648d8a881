package org.fupin.report.excel;

import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;

/**
 * The rows of a sheet as the text of its file (ECMA-376, part 1, 18.3.1). They are written once, from top to bottom and from
 * left to right: a tree of objects for all cells costs four times as much. Rows count from 1, columns from 0.
 */
final class SheetRows {

    private final SharedTexts texts;
    private final StringBuilder rows = new StringBuilder(1 << 14);
    private final StringBuilder links = new StringBuilder();
    private final List<String> letters = new ArrayList<>();
    private int row;
    private int column = -1;
    private int lastColumn;

    SheetRows(SharedTexts texts) {
        this.texts = texts;
    }

    /** Begins a row that is as high as the program that opens it makes it. */
    void row(int number) {
        begin(number);
        rows.append('>');
    }

    /** Begins a row, its height in points. */
    void row(int number, double height) {
        begin(number);
        rows.append(" ht=\"").append(height).append("\" customHeight=\"1\">");
    }

    private void begin(int number) {
        if (number <= row) {
            throw new IllegalStateException("row " + number + " after row " + row + ": expected one further down");
        }
        end();
        row = number;
        column = -1;
        rows.append("<row r=\"").append(number).append('"');
    }

    private void end() {
        if (row > 0) {
            rows.append("</row>");
        }
    }

    /** @param text that XML can hold and a cell can be long, see {@link ExcelText} */
    void text(int at, XSSFCellStyle style, String text) {
        cell(at, style);
        rows.append(" t=\"s\"><v>").append(texts.number(text)).append("</v></c>");
    }

    void number(int at, XSSFCellStyle style, double value) {
        cell(at, style);
        number(rows.append("><v>"), value).append("</v></c>");
    }

    /**
     * A formula and the value that it makes.
     *
     * @param expression without the equals sign; nothing here checks it
     */
    void formula(int at, XSSFCellStyle style, String expression, double value) {
        cell(at, style);
        XmlText.append(rows.append("><f>"), expression);
        number(rows.append("</f><v>"), value).append("</v></c>");
    }

    void empty(int at, XSSFCellStyle style) {
        cell(at, style);
        rows.append("/>");
    }

    /** Makes the last cell lead to a place of the workbook: {@code 'Sheet'!A1}. */
    void link(String place) {
        links.append("<hyperlink ref=\"").append(letters(column)).append(row).append("\" location=\"");
        XmlText.append(links, place).append("\"/>");
    }

    private void cell(int at, XSSFCellStyle style) {
        if (at <= column) {
            throw new IllegalStateException(
                    "column " + at + " after column " + column + " in row " + row + ": expected one further right");
        }
        column = at;
        lastColumn = Math.max(lastColumn, at);
        rows.append("<c r=\"")
                .append(letters(at))
                .append(row)
                .append("\" s=\"")
                .append(style.getIndex())
                .append('"');
    }

    private String letters(int at) {
        while (letters.size() <= at) {
            letters.add(CellReference.convertNumToColString(letters.size()));
        }
        return letters.get(at);
    }

    /** Whole numbers as such: that is shorter, and faster to write and to read. */
    private static StringBuilder number(StringBuilder xml, double value) {
        long whole = (long) value;
        return whole == value && Math.abs(whole) < 1L << 53 ? xml.append(whole) : xml.append(value);
    }

    /** Number of the last row, 0 if there is none. */
    int lastRow() {
        return row;
    }

    int lastColumn() {
        return lastColumn;
    }

    /** The element that holds the rows; nothing can be added afterwards. */
    String rowsElement() {
        end();
        return rows.insert(0, "<sheetData>").append("</sheetData>").toString();
    }

    /** The element that holds the links, or nothing. */
    String linksElement() {
        return links.isEmpty() ? "" : "<hyperlinks>" + links + "</hyperlinks>";
    }
}
