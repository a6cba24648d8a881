package org.fupin.report.content;

import org.fupin.report.ProvinceYearReport;
import org.fupin.report.figure.Labels;
import org.fupin.report.figure.LeftOut;
import org.fupin.report.table.Cell;
import org.fupin.report.table.ColumnType;
import org.fupin.report.table.Layout;
import org.fupin.report.table.Table;

/** Every number that is no figure, with the reason. */
final class LeftOutTable implements ReportTable<ProvinceYearReport> {

    private static final Layout<LeftOut.Line> LAYOUT = Layout.<LeftOut.Line>ofSheet(
                    "Left_out", "Left out", "Every number that is no figure, with the reason")
            .cell("Number", ColumnType.COUNT, 10, line -> Cell.whole(line.number()))
            .text("As written", 30, LeftOut.Line::text)
            .cell("Reason", ColumnType.CODE, 18, line -> Cell.code(line.reason()))
            .text("Meaning", 36, line -> Labels.of(line.reason()))
            .cell("Sentence", ColumnType.LINK, 11, line -> Cells.sentenceNumber(line.sentence()))
            .text("Section", 40, LeftOut.Line::heading)
            .cell("Article", ColumnType.TEXT, 60, line -> Cell.text(line.article()))
            .cell("Document", ColumnType.TEXT, 40, line -> Cell.text(line.documentName()))
            .cell("Begin", ColumnType.COUNT, 11, line -> Cell.whole(line.span().begin()))
            .cell("End", ColumnType.COUNT, 11, line -> Cell.whole(line.span().end()))
            .build();

    @Override
    public Layout<?> layout() {
        return LAYOUT;
    }

    @Override
    public Table of(ProvinceYearReport report) {
        return LAYOUT.table(
                Table.Texts.ofSheet(
                        "Numbers that are no figures: " + report.title(),
                        report.leftOut().summary() + ".",
                        "No number was left out"),
                report.leftOut().numbers());
    }
}
