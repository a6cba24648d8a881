package org.fupin.report.content;

import java.util.ArrayList;
import java.util.List;
import org.fupin.observation.Region;
import org.fupin.observation.finding.Severity;
import org.fupin.report.Check;
import org.fupin.report.YearSummary;
import org.fupin.report.figure.Labels;
import org.fupin.report.table.Cell;
import org.fupin.report.table.ColumnType;
import org.fupin.report.table.Layout;
import org.fupin.report.table.Table;

/** What does not hold, by province; pages show the errors. */
final class YearFindingTable implements ReportTable<YearSummary> {

    private record Line(Region region, Check check) {}

    private static final Layout<Line> LAYOUT = Layout.<Line>ofSheet(
                    "Findings", "Findings", "What does not hold, by province")
            .text("Province", 40, line -> line.region().name())
            .page("Province", ColumnType.NAME, 84, line -> line.region().shortName())
            .page(
                    "No.",
                    ColumnType.CODE,
                    24,
                    line -> Integer.toString(line.check().number()))
            .cell(
                    "Outcome",
                    ColumnType.FLAG,
                    12,
                    line -> new Cell.Alert(line.check().outcome()))
            .text("Rule", 32, line -> Labels.of(line.check().rule()))
            .text("Finding", 90, line -> line.check().message())
            .onPage(ColumnType.TEXT, 216)
            .text("Stated", 30, line -> line.check().stated())
            .onPage(ColumnType.NUMBER, 90)
            .text("Expected", 30, line -> line.check().expected())
            .onPage(ColumnType.NUMBER, 90)
            .cell("Code", ColumnType.CODE, 13, line -> Cell.text(line.region().code()))
            .cell(
                    "Sentence",
                    ColumnType.TEXT,
                    100,
                    line -> Cell.text(
                            line.check().figures().isEmpty()
                                    ? ""
                                    : line.check().figures().get(0).sentenceText()))
            .linesOnPage(line -> line.check().severity() == Severity.ERROR)
            .build();

    @Override
    public Layout<?> layout() {
        return LAYOUT;
    }

    @Override
    public Table of(YearSummary summary) {
        List<Line> lines = new ArrayList<>();
        summary.provinces().forEach(province -> province.findings()
                .forEach(check -> lines.add(new Line(province.region(), check))));
        return LAYOUT.table(
                Table.Texts.ofSheet(
                                "Findings: " + summary.title(),
                                "Figures of the reports that cannot all be right (error) or that a person should look at"
                                        + " (warning).",
                                "Nothing was found")
                        .onPage(
                                new Table.Part(
                                        "Findings",
                                        "The errors: stated figures that cannot all be right. Warnings stand in the report"
                                                + " of each province, which gives the numbers below to its findings."),
                                "",
                                ""),
                lines);
    }
}
