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
import org.fupin.report.table.FactGroup;
import org.fupin.report.table.Layout;
import org.fupin.report.table.Table;

/** A workbook under construction: a cover that lists the sheets, and a sheet for each table. */
final class ReportWorkbook {

    static final String COVER = "Cover";

    /** As the guidance names it. */
    private static final String CONTENTS = "Table_of_contents";

    /** In characters: the column of the cover that holds its text, and the one where links of it stand. */
    private static final int TEXT_WIDTH = 76;

    private static final int LINK_WIDTH = 62;

    /** The last column that a chart reaches, from 0, so that it is as wide as a screen. */
    private static final int CHART_END = 6;

    /** In percent: a chart of all provinces fits on a page. */
    private static final short CHART_SCALE = 80;

    private final Theme theme = Theme.plain();
    private final Styles styles;
    private final List<Table> tables;
    private final Sheets places;
    private final StreamedSheet cover;
    private final Map<String, StreamedSheet> sheets = new HashMap<>();

    /** @param workbook a new one with {@link StreamedParts} */
    ReportWorkbook(XSSFWorkbook workbook, List<Table> all) {
        this.styles = new Styles(workbook, theme);
        this.tables = all.stream().filter(Table::isOnSheet).toList();
        this.places = new Sheets(tables);
        this.cover = (StreamedSheet) workbook.createSheet(COVER);
        tables.forEach(table -> sheets.put(table.code(), (StreamedSheet) workbook.createSheet(table.name())));
    }

    /** @param facts of the report; what holds for all workbooks follows them */
    void write(String title, String description, List<FactGroup> facts, Publisher publisher) {
        List<FactGroup> all = new ArrayList<>(facts);
        all.add(new FactGroup("About this workbook", about()));
        all.add(new FactGroup("Publisher and contact", facts(publisher)));
        cover(title, description, all);
        for (Table table : tables) {
            int below = table.charts().isEmpty() ? 0 : 1;
            for (Chart chart : table.charts()) {
                below += new BarChart(chart, places).height() + 1;
            }
            new TableSheet(sheets.get(table.code()), styles, places).write(table, below);
            charts(table);
        }
    }

    private List<Fact> about() {
        return List.of(
                new Fact(
                        "Worksheets",
                        (tables.size() + 1)
                                + ", this one included; each has one table, which begins in column A and has"
                                + " one row of headers"),
                new Fact(
                        "Blank cells",
                        SheetIntro.WHY_BLANK + "; a blank is never zero, and a figure that is missed is marked [x]"),
                new Fact("Filters and frozen panes", SheetIntro.FILTERS));
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

    private void cover(String title, String description, List<FactGroup> groups) {
        TableSheet sheet = new TableSheet(cover, styles, places);
        sheet.line(1, title, styles.title());
        sheet.line(2, description, styles.lead());
        int row = 2;
        for (FactGroup group : groups) {
            row++;
            sheet.heading(row, group.heading());
            for (Fact fact : group.facts()) {
                row++;
                sheet.fact(row, fact, TEXT_WIDTH);
            }
        }
        row++;
        sheet.heading(row, "Contents");
        Table contents = Layout.<Table>ofSheet(CONTENTS, COVER, "")
                .cell(
                        "Sheet",
                        ColumnType.LINK,
                        TEXT_WIDTH,
                        table -> new Cell.Linked(new Cell.Text(table.name()), table.code(), TableSheet.TITLE_LINE))
                .text("What it holds", LINK_WIDTH, Table::holds)
                .build()
                .table(Table.Texts.ofSheet("", "", "No sheet"), tables);
        sheet.table(contents, row + 1, false);
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
            BarChart bars = new BarChart(chart, places);
            bars.draw(sheet, row, end, theme);
            row += bars.height() + 1;
        }
    }
}
