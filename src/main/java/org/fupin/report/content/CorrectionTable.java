package org.fupin.report.content;

import org.fupin.report.CorrectedLine;
import org.fupin.report.ProvinceYearReport;
import org.fupin.report.table.Cell;
import org.fupin.report.table.ColumnType;
import org.fupin.report.table.Layout;
import org.fupin.report.table.Row;
import org.fupin.report.table.Table;

/** What people corrected, with what the program had read. */
final class CorrectionTable implements ReportTable<ProvinceYearReport> {

    private static final Layout<CorrectedLine> LAYOUT = Layout.<CorrectedLine>ofSheet(
                    "Corrections", "Corrections", "What people corrected, beside what the program had read")
            .cell("Figure", ColumnType.LINK, 10, line -> Cells.figure(line.figure()))
            .text("As written", 28, line -> line.correction().text())
            .onPage(ColumnType.TEXT, 92)
            .cell("Field", ColumnType.CODE, 14, line -> Cell.text(line.field()))
            .onPage(ColumnType.CODE, 60)
            .text("As read", 30, CorrectedLine::read)
            .onPage(ColumnType.TEXT, 86)
            .text("Corrected", 30, CorrectedLine::corrected)
            .onPage(ColumnType.TEXT, 86)
            .cell("State", ColumnType.CODE, 14, line -> Cell.text(line.state()))
            .text("Remark", 44, CorrectedLine::remark)
            .text("By", 24, line -> line.correction().by())
            .cell("On", ColumnType.DATE, 13, line -> Cell.text(line.day().toString()))
            .page("By, remark", ColumnType.TEXT, 146, CorrectionTable::byAndRemark)
            .pageCell("Sentence", ColumnType.LINK, 34, line -> Cells.sentence(line.figure()))
            .linesOnPage(line -> !line.isConfirmation())
            .sections(line -> new Row.Section(line.article(), ""))
            .build();

    @Override
    public Layout<?> layout() {
        return LAYOUT;
    }

    @Override
    public Table of(ProvinceYearReport report) {
        String summary = report.corrected();
        return LAYOUT.table(
                Table.Texts.ofSheet(
                                "Corrections: " + report.title(),
                                summary.isEmpty()
                                        ? "Nobody has confirmed or corrected a figure yet."
                                        : summary + ". Each line is one field; a correction that needs review is not"
                                                + " applied.",
                                "Nothing was corrected")
                        .onPage(
                                new Table.Part(
                                        "Corrections",
                                        "What people corrected, beside what the program had read. They are marked [c]."),
                                "",
                                ""),
                report.corrections());
    }

    private static String byAndRemark(CorrectedLine line) {
        return line.signature() + (line.remark().isEmpty() ? "" : ". " + line.remark());
    }
}
