package org.fupin.report.excel;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.fupin.report.Publisher;
import org.fupin.report.table.Cell;
import org.fupin.report.table.Chart;
import org.fupin.report.table.ColumnType;
import org.fupin.report.table.Fact;
import org.fupin.report.table.Layout;
import org.fupin.report.table.Table;

/** A workbook under construction: a cover that lists the sheets, and a sheet for each table. */
final class ReportWorkbook {

    static final String COVER = "Cover";

    private static final int LABEL_WIDTH = 30;
    private static final int TEXT_WIDTH = 100;

    /** The last column that a chart reaches, from 0, so that it is as wide as a screen. */
    private static final int CHART_END = 6;

    /** In percent: a chart of all provinces fits on a page. */
    private static final short CHART_SCALE = 80;

    private final Theme theme = Theme.plain();
    private final Styles styles;
    private final List<Table> tables;
    private final Sheets places;
    private final XSSFSheet cover;
    private final Map<String, XSSFSheet> sheets = new HashMap<>();

    /**
     * Makes the sheets at once, so that formulas and links of one can lead to any other.
     *
     * @param page file name of the review page, which lies beside the workbook; empty if there is none
     */
    ReportWorkbook(XSSFWorkbook workbook, List<Table> all, String page) {
        this.styles = new Styles(workbook, theme);
        this.tables = all.stream().filter(Table::isOnSheet).toList();
        this.places = new Sheets(tables, page);
        this.cover = workbook.createSheet(COVER);
        tables.forEach(table -> sheets.put(table.code(), workbook.createSheet(table.name())));
    }

    /** @param facts of the report; what holds for all workbooks follows them */
    void write(String title, String description, List<Fact> facts, Publisher publisher) {
        List<Fact> all = new ArrayList<>(facts);
        all.add(new Fact(
                "Blank cells",
                "The field does not apply to the line, or the source does not state it. A blank is never zero; a figure"
                        + " that is missed is marked [x]"));
        all.add(new Fact(
                "Worksheets",
                (tables.size() + 1) + ", this one included; each has one table, which begins in column A and has one"
                        + " row of headers"));
        all.addAll(facts(publisher));
        cover(title, description, all);
        for (Table table : places.inOrder()) {
            new TableSheet(sheets.get(table.code()), styles, places).write(table);
            charts(table);
        }
    }

    private static List<Fact> facts(Publisher publisher) {
        return Stream.of(
                        new Fact("Publisher", publisher.name()),
                        new Fact(
                                "Questions",
                                publisher.contact().isEmpty()
                                        ? "Reply to the office that sent you this workbook"
                                        : publisher.contact()),
                        new Fact("Licence", publisher.licence()),
                        new Fact("Next release", publisher.release()))
                .filter(fact -> !fact.value().text().isEmpty())
                .toList();
    }

    private void cover(String title, String description, List<Fact> facts) {
        TableSheet sheet = new TableSheet(cover, styles, places);
        sheet.text(1, 0, title, styles.title());
        sheet.text(2, 0, description, styles.lead());
        int row = 2;
        for (Fact fact : facts) {
            row++;
            sheet.text(row, 0, fact.label(), styles.strong());
            sheet.fact(row, 1, fact.value());
            sheet.height(row, TextFit.lines(fact.value().text(), TEXT_WIDTH));
        }
        row++;
        sheet.text(row, 0, "Contents", styles.heading());
        Table contents = Layout.<Table>ofSheet("Contents", COVER, "")
                .cell(
                        "Sheet",
                        ColumnType.LINK,
                        LABEL_WIDTH,
                        table -> new Cell.Linked(new Cell.Text(table.name()), table.code(), TableSheet.TITLE_LINE))
                .text("What it holds", TEXT_WIDTH, Table::holds)
                .build()
                .table(Table.Texts.ofSheet("", "", ""), tables);
        sheet.table(contents, row + 1);
        cover.setActiveCell(CellAddress.A1);
        sheet.page(title, row + 1);
    }

    /** Below the table; each on a page of its own where the data stand on another sheet. */
    private void charts(Table table) {
        XSSFSheet sheet = sheets.get(table.code());
        boolean pages = table.charts().stream().anyMatch(chart -> !chart.table().equals(table.code()));
        if (pages) {
            // Page breaks of one's own and scaling to the page exclude each other.
            sheet.setFitToPage(false);
            sheet.getPrintSetup().setScale(CHART_SCALE);
        }
        int row = Sheets.row(Math.max(table.rows().size(), 1)) + 2;
        int end = Math.min(
                CHART_END,
                (int) table.columns().stream().filter(c -> c.isOnSheet()).count() - 1);
        for (Chart chart : table.charts()) {
            if (pages) {
                sheet.setRowBreak(row - 2);
            }
            BarChart bars = new BarChart(chart, sheets.get(chart.table()), places);
            bars.draw(sheet, row, end, theme);
            row += bars.height() + 1;
        }
    }
}
