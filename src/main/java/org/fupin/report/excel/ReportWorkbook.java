package org.fupin.report.excel;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** A workbook under construction: its sheets in their order, and the cover that lists them. */
final class ReportWorkbook {

    private static final int LABEL_WIDTH = 30;
    private static final int TEXT_WIDTH = 100;

    private final XSSFWorkbook workbook;
    private final Theme theme;
    private final Styles styles;
    private final Map<ReportSheet, XSSFSheet> sheets = new EnumMap<>(ReportSheet.class);

    /** Makes the sheets at once, so that formulas and links of one can lead to any other. */
    ReportWorkbook(XSSFWorkbook workbook, Theme theme, List<ReportSheet> order) {
        this.workbook = workbook;
        this.theme = theme;
        this.styles = new Styles(workbook, theme);
        order.forEach(sheet -> sheets.put(sheet, workbook.createSheet(sheet.tab())));
    }

    XSSFWorkbook workbook() {
        return workbook;
    }

    Theme theme() {
        return theme;
    }

    TableSheet on(ReportSheet sheet) {
        return new TableSheet(sheets.get(sheet), styles);
    }

    XSSFSheet sheet(ReportSheet sheet) {
        return sheets.get(sheet);
    }

    /** A line of the cover. */
    record Fact(String label, String text) {}

    void cover(String title, String description, List<Fact> facts) {
        TableSheet cover = on(ReportSheet.COVER);
        cover.text(1, 0, title, styles.title());
        cover.text(2, 0, description, styles.lead());
        int row = 2;
        for (Fact fact : facts) {
            row++;
            cover.text(row, 0, fact.label(), styles.strong());
            cover.text(row, 1, fact.text(), styles.wrappedLead());
            cover.height(row, TextFit.lines(fact.text(), TEXT_WIDTH));
        }
        row++;
        cover.text(row, 0, "Contents", styles.strong());
        List<ReportSheet> listed =
                sheets.keySet().stream().filter(s -> s != ReportSheet.COVER).toList();
        List<Column<ReportSheet>> columns = List.of(
                Column.of(
                        "Sheet", LABEL_WIDTH, sheet -> new CellValue.Linked(new CellValue.Text(sheet.tab()), sheet, 1)),
                Column.text("What it holds", TEXT_WIDTH, ReportSheet::content));
        cover.table(ReportSheet.COVER, row + 1, columns, listed, "");
        cover.sheet().setActiveCell(CellAddress.A1);
        cover.page(title, row + 1);
    }
}
