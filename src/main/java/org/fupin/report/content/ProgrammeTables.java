package org.fupin.report.content;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.fupin.observation.Kind;
import org.fupin.observation.Observation;
import org.fupin.observation.Status;
import org.fupin.report.ProgrammeTable;
import org.fupin.report.ProvinceYearReport;
import org.fupin.report.figure.Figure;
import org.fupin.report.figure.Flag;
import org.fupin.report.table.Cell;
import org.fupin.report.table.ColumnType;
import org.fupin.report.table.Layout;
import org.fupin.report.table.Row;
import org.fupin.report.table.Table;

/** The figures of each programme, as its reader wants them. */
final class ProgrammeTables implements ReportTable<ProvinceYearReport> {

    /** Kinds that the figure's own text does not tell. */
    private static final Set<Kind> KINDS_TO_NAME =
            EnumSet.of(Kind.SHARE, Kind.COMPLETION, Kind.MULTIPLE, Kind.GAP, Kind.RATIO);

    private record Line(Figure figure, ProgrammeTable programme, ProvinceYearReport report) {

        Observation observation() {
            return figure.observation();
        }

        /** The item, and the place where that is not the province. */
        String item() {
            return observation().region().equals(report.region().code())
                    ? figure.item()
                    : figure.item() + " · " + observation().region();
        }

        /** Empty for the report's year. */
        String otherPeriod() {
            String period = observation().period().iso();
            return period.equals(Integer.toString(report.year())) ? "" : period.replace("/", "–");
        }

        String notes() {
            return Phrases.join(
                    observation().status() == Status.ACTUAL
                            ? ""
                            : observation().status().code(),
                    KINDS_TO_NAME.contains(observation().kind())
                            ? observation().kind().code()
                            : "",
                    Flag.marks(figure.flags()));
        }

        Row.Section section() {
            List<String> headings = programme.headings();
            String label = programme.programme().label();
            return new Row.Section(
                    label,
                    headings.isEmpty() || headings.equals(List.of(label))
                            ? ""
                            : (headings.size() == 1 ? "Section: " : "Sections: ") + String.join("; ", headings));
        }
    }

    private static final Layout<Line> LAYOUT = Layout.<Line>ofSheet(
                    "Programmes", "Programmes", "The figures of each programme")
            .page(
                    "No.",
                    ColumnType.CODE,
                    28,
                    line -> Integer.toString(line.figure().number()))
            .text("Programme", 30, line -> line.figure().programme().label())
            .text("Item", 54, line -> line.figure().item())
            .page("Item", ColumnType.TEXT, 200, Line::item)
            .text("As stated", 28, line -> line.figure().text())
            .page("Figure", ColumnType.NUMBER, 116, line -> line.figure().text())
            .cell("Value", ColumnType.NUMBER, 18, line -> Cells.value(line.observation()))
            .cell("Unit", ColumnType.CODE, 13, line -> Cells.unit(line.observation()))
            .cell(
                    "Kind",
                    ColumnType.CODE,
                    12,
                    line -> Cell.code(line.observation().kind()))
            .cell("Period", ColumnType.DATE, 13, line -> Cells.period(line.figure()))
            .page("Period", ColumnType.REMARK, 64, Line::otherPeriod)
            .cell(
                    "Payer",
                    ColumnType.CODE,
                    13,
                    line -> Cell.code(line.observation().source()))
            .cell(
                    "Status",
                    ColumnType.CODE,
                    11,
                    line -> Cell.code(line.observation().status()))
            .cell(
                    "Qualifier",
                    ColumnType.CODE,
                    11,
                    line -> Cell.code(line.observation().qualifier()))
            .cell(
                    "Flags",
                    ColumnType.FLAG,
                    10,
                    line -> Cell.text(Flag.marks(line.figure().flags())))
            .cell("Figure", ColumnType.LINK, 10, line -> Cells.figure(line.figure()))
            .cell(
                    "Section",
                    ColumnType.TEXT,
                    50,
                    line -> Cell.text(line.figure().heading()))
            .page("Notes", ColumnType.CODE, 62, Line::notes)
            .pageCell("Sentence", ColumnType.LINK, 34, line -> Cells.source(line.figure()))
            .sections(Line::section)
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
        List<Line> lines = new ArrayList<>();
        for (ProgrammeTable programme : report.programmes()) {
            programme.figures().forEach(figure -> lines.add(new Line(figure, programme, report)));
        }
        Table.Part part = new Table.Part(
                "Figures by programme",
                "All " + Phrases.number(report.figures().size())
                        + " figures of the sources, by the programme of the section that states them. A figure without a"
                        + " period refers to " + report.year() + ", one that names no place to the whole "
                        + (report.region().name().endsWith("Corps") ? "Corps." : "province."));
        return LAYOUT.table(
                Table.Texts.ofSheet(
                                "Figures by programme: " + report.title(),
                                "Filter the first column for one programme. Ranges have no single value: As stated shows"
                                        + " them.",
                                "No figure is stated")
                        .onPage(part, "", ""),
                lines);
    }
}
