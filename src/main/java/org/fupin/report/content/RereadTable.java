package org.fupin.report.content;

import org.fupin.report.Differences;
import org.fupin.report.ProvinceYearReport;
import org.fupin.report.RevisionLine;
import org.fupin.report.table.Cell;
import org.fupin.report.table.ColumnType;
import org.fupin.report.table.Layout;
import org.fupin.report.table.Row;
import org.fupin.report.table.Table;

/** What a newer program read otherwise: the province changed none of it. */
final class RereadTable implements ReportTable<ProvinceYearReport> {

    private static final Layout<RevisionLine> LAYOUT = Layout.<RevisionLine>ofSheet(
                    "Read_again",
                    "Read again",
                    "What a newer program read otherwise, which the province did not change")
            .text("Article", 54, RevisionLine::article)
            .cell("Change", ColumnType.CODE, 12, line -> Cell.text(line.change()))
            .onPage(ColumnType.CODE, 52)
            .text("Item", 54, line -> line.figureNamed().item())
            .page("Item", ColumnType.TEXT, 190, line -> Cells.item(line.figureNamed()))
            .text("Read before", 44, Differences::text)
            .onPage(ColumnType.TEXT, 114)
            .text("Read now", 28, line -> Cells.stated(line.after()))
            .onPage(ColumnType.NUMBER, 114)
            .cell("Value now", ColumnType.NUMBER, 18, line -> Cells.valueIfAny(line.after()))
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
        return LAYOUT.table(
                Table.Texts.ofSheet(
                                "Read again: " + report.title(),
                                "What a newer program read otherwise in files that are the same. The province has revised"
                                        + " none of it; its revisions are under Revisions.",
                                "No figure was read otherwise")
                        .onPage(
                                new Table.Part(
                                        "Read again",
                                        "What a newer program read otherwise. The province has not revised these figures."),
                                "",
                                ""),
                report.origin().reread());
    }
}
