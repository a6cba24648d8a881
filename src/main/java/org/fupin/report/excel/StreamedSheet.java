package org.fupin.report.excel;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.util.AreaReference;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFTable;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTTable;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTTableColumn;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTTableColumns;

/**
 * A sheet whose rows are text from the start ({@link #rows}); the library sees none of them, and writes all else. {@link
 * StreamedParts} has workbooks make such sheets.
 */
final class StreamedSheet extends XSSFSheet {

    private static final String NO_ROWS = "<sheetData/>";

    private final SheetRows rows;

    StreamedSheet(SharedTexts texts) {
        this.rows = new SheetRows(texts);
    }

    SheetRows rows() {
        return rows;
    }

    /**
     * Marks a table up.
     *
     * @param firstRow that of its headers, from 1
     * @param filters whether its columns have filters
     */
    void markUp(String name, int firstRow, int lastRow, List<String> headers, boolean filters) {
        String area = new AreaReference(
                        new CellReference(firstRow - 1, 0),
                        new CellReference(lastRow - 1, headers.size() - 1),
                        SpreadsheetVersion.EXCEL2007)
                .formatAsString();
        XSSFTable table = createTable(null);
        table.setName(name);
        table.setDisplayName(name);
        CTTable markup = table.getCTTable();
        markup.setRef(area);
        if (filters) {
            markup.addNewAutoFilter().setRef(area);
        }
        // The library takes the names of the columns from the cells, of which it knows none here.
        CTTableColumns columns = markup.addNewTableColumns();
        columns.setCount(headers.size());
        for (int c = 0; c < headers.size(); c++) {
            CTTableColumn column = columns.addNewTableColumn();
            column.setId(c + 1L);
            column.setName(headers.get(c));
        }
    }

    @Override
    protected void write(OutputStream out) throws IOException {
        setDimensionOverride(new CellRangeAddress(0, Math.max(rows.lastRow(), 1) - 1, 0, rows.lastColumn()));
        ByteArrayOutputStream frame = new ByteArrayOutputStream();
        super.write(frame);
        String xml = frame.toString(StandardCharsets.UTF_8);
        int data = xml.indexOf(NO_ROWS);
        int options = xml.indexOf("<printOptions", data);
        int print = options < 0 ? xml.indexOf("<pageMargins", data) : options;
        if (data < 0 || print < 0) {
            throw new IllegalStateException("the library wrote a sheet without an empty sheetData, or without margins");
        }
        write(out, xml.substring(0, data));
        write(out, rows.rowsElement());
        write(out, xml.substring(data + NO_ROWS.length(), print));
        write(out, rows.linksElement());
        write(out, xml.substring(print));
    }

    private static void write(OutputStream out, String xml) throws IOException {
        out.write(xml.getBytes(StandardCharsets.UTF_8));
    }
}
