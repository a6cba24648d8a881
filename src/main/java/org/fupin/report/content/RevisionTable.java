package org.fupin.report.content;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fupin.report.ProvinceYearReport;
import org.fupin.report.RevisionLine;
import org.fupin.report.table.Cell;
import org.fupin.report.table.ColumnType;
import org.fupin.report.table.Layout;
import org.fupin.report.table.Row;
import org.fupin.report.table.Table;

/** What the province changed last. */
final class RevisionTable implements ReportTable<ProvinceYearReport> {

    private static final Layout<RevisionLine> LAYOUT = Layout.<RevisionLine>ofSheet(
                    "Revisions", "Revisions", "What the province changed last")
            .text("Article", 54, RevisionLine::article)
            .cell("Change", ColumnType.CODE, 12, line -> Cell.text(line.change()))
            .onPage(ColumnType.CODE, 52)
            .text("Item", 54, line -> line.figureNamed().item())
            .page("Item", ColumnType.TEXT, 190, line -> Cells.item(line.figureNamed()))
            .text("Before", 28, line -> Cells.stated(line.before()))
            .onPage(ColumnType.NUMBER, 114)
            .cell("Value before", ColumnType.NUMBER, 18, line -> Cells.valueIfAny(line.before()))
            .text("After", 28, line -> Cells.stated(line.after()))
            .onPage(ColumnType.NUMBER, 114)
            .cell("Value after", ColumnType.NUMBER, 18, line -> Cells.valueIfAny(line.after()))
            .cell("Unit", ColumnType.CODE, 13, line -> Cells.unit(line.figureNamed()))
            .cell(
                    "Period",
                    ColumnType.DATE,
                    13,
                    line -> Cell.text(line.figureNamed().period().iso()))
            .cell("Figure", ColumnType.LINK, 10, line -> Cells.figure(line.figure()))
            .pageCell("Sentence", ColumnType.LINK, 34, line -> Cells.source(line.figure()))
            .sections(line -> new Row.Section(line.article(), ""))
            .build();

    @Override
    public Layout<?> layout() {
        return LAYOUT;
    }

    @Override
    public boolean isDetail() {
        return true;
    }

    @Override
    public Table of(ProvinceYearReport report) {
        Map<String, Integer> order = new LinkedHashMap<>();
        report.revisions().forEach(line -> order.putIfAbsent(line.article(), order.size()));
        List<RevisionLine> byArticle = report.revisions().stream()
                .sorted(Comparator.comparing(line -> order.get(line.article())))
                .toList();
        return LAYOUT.table(
                Table.Texts.ofSheet(
                                "Revisions: " + report.title(),
                                report.isProvisional()
                                        ? "The province has not revised its figures."
                                        : "What the last files of the province changed against what it had stated"
                                                + " before.",
                                "No figure was revised")
                        .onPage(new Table.Part("Revisions", "What the last files of the province changed."), "", ""),
                byArticle);
    }
}
