package org.fupin.report.content;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.fupin.observation.Observation;
import org.fupin.observation.finding.ObservationRef;
import org.fupin.reference.DoubtReasons;
import org.fupin.report.CodeLists;
import org.fupin.report.CorrectedLine;
import org.fupin.report.ProvinceYearReport;
import org.fupin.report.figure.Figure;
import org.fupin.report.figure.Flag;
import org.fupin.report.table.Cell;
import org.fupin.report.table.ColumnType;
import org.fupin.report.table.Layout;
import org.fupin.report.table.Table;
import org.jspecify.annotations.Nullable;

/** The figures with all fields. Its lines have the numbers of the figures. */
final class ObservationTable implements ReportTable<ProvinceYearReport> {

    static final String CODE = "Observations";

    private static final DoubtReasons DOUBTS = DoubtReasons.load();

    private record Line(Figure figure, Map<ObservationRef, Integer> numbers, List<CorrectedLine> corrections) {

        Observation observation() {
            return figure.observation();
        }

        /** The number of the figure at an offset of the same document, leading to its line; nothing if there is none. */
        Cell other(@Nullable Integer begin) {
            Integer number = begin == null
                    ? null
                    : numbers.get(new ObservationRef(figure.ref().documentId(), begin));
            return number == null ? Cell.EMPTY : Cells.figureNumber(number);
        }

        /** What the program had read in the fields that were corrected. */
        String asRead() {
            return corrections.stream()
                    .filter(CorrectedLine::changes)
                    .map(CorrectedLine::asRead)
                    .distinct()
                    .collect(Collectors.joining("; "));
        }

        String document() {
            return figure.sentence() == null
                    ? figure.ref().documentId()
                    : figure.sentence().documentName();
        }
    }

    private static final Layout<Line> LAYOUT = Layout.<Line>ofSheet(
                    CODE, "Observations", "Every figure with all its fields")
            .cell("Figure", ColumnType.COUNT, 9, line -> Cells.ownNumber(line.figure()))
            .cell("Sentence", ColumnType.LINK, 11, line -> Cells.sentence(line.figure()))
            .text("Programme", 30, line -> line.figure().programme().label())
            .text("Item", 44, line -> line.observation().item())
            .text("As written", 23, line -> line.observation().text())
            .cell("Value", ColumnType.NUMBER, 18, line -> Cells.value(line.observation()))
            .cell("Unit", ColumnType.CODE, 13, line -> Cells.unit(line.observation()))
            .text(
                    "Unit in words",
                    20,
                    line -> line.observation().quantity().unit().label())
            .cell(
                    "Kind",
                    ColumnType.CODE,
                    12,
                    line -> Cell.code(line.observation().kind()))
            .text(
                    "Kind in words",
                    26,
                    line -> CodeLists.label("kind", line.observation().kind()))
            .cell(
                    "Direction",
                    ColumnType.CODE,
                    11,
                    line -> Cell.code(line.observation().direction()))
            .text(
                    "Direction in words",
                    18,
                    line -> CodeLists.label("direction", line.observation().direction()))
            .cell("Period", ColumnType.DATE, 12, line -> Cells.period(line.figure()))
            .cell(
                    "Payer",
                    ColumnType.CODE,
                    13,
                    line -> Cell.code(line.observation().source()))
            .text(
                    "Payer in words",
                    28,
                    line -> CodeLists.label("source", line.observation().source()))
            .cell(
                    "Status",
                    ColumnType.CODE,
                    10,
                    line -> Cell.code(line.observation().status()))
            .text(
                    "Status in words",
                    20,
                    line -> CodeLists.label("status", line.observation().status()))
            .cell(
                    "Qualifier",
                    ColumnType.CODE,
                    11,
                    line -> Cell.code(line.observation().qualifier()))
            .text(
                    "Qualifier in words",
                    20,
                    line -> CodeLists.label("qualifier", line.observation().qualifier()))
            .cell(
                    "Flags",
                    ColumnType.FLAG,
                    10,
                    line -> Cell.text(Flag.marks(line.figure().flags())))
            .text(
                    "Doubtful",
                    44,
                    line -> String.join(" ", DOUBTS.sentences(line.observation().doubt())))
            .cell(
                    "Measure",
                    ColumnType.CODE,
                    19,
                    line -> Cell.code(line.observation().measure()))
            .text("Measure in words", 28, line -> line.observation().measure().label())
            .cell(
                    "Per",
                    ColumnType.CODE,
                    12,
                    line -> Cell.code(line.observation().per()))
            .text(
                    "Per in words",
                    16,
                    line -> CodeLists.label("per", line.observation().per()))
            .text("Place", 24, line -> line.observation().region())
            .cell(
                    "Low",
                    ColumnType.NUMBER,
                    18,
                    line -> Cell.amount(line.observation().quantity().low()))
            .cell(
                    "High",
                    ColumnType.NUMBER,
                    18,
                    line -> Cell.amount(line.observation().quantity().high()))
            .cell(
                    "Base value",
                    ColumnType.NUMBER,
                    18,
                    line -> Cell.amount(line.observation().quantity().baseValue(), Cell.COMPUTED_DECIMALS))
            .cell(
                    "Base unit",
                    ColumnType.CODE,
                    13,
                    line -> Cell.text(line.observation().quantity().unit().base()))
            .cell(
                    "Part of",
                    ColumnType.LINK,
                    10,
                    line -> line.other(line.observation().partOf()))
            .cell(
                    "About",
                    ColumnType.LINK,
                    10,
                    line -> line.other(line.observation().about()))
            .cell(
                    "Section",
                    ColumnType.TEXT,
                    50,
                    line -> Cell.text(line.figure().heading()))
            .cell(
                    "Article",
                    ColumnType.TEXT,
                    60,
                    line -> Cell.text(line.figure().article()))
            .cell("Document", ColumnType.TEXT, 40, line -> Cell.text(line.document()))
            .cell(
                    "Begin",
                    ColumnType.COUNT,
                    11,
                    line -> Cell.whole(line.observation().span().begin()))
            .cell(
                    "End",
                    ColumnType.COUNT,
                    11,
                    line -> Cell.whole(line.observation().span().end()))
            .cell(
                    "Rules",
                    ColumnType.CODE,
                    40,
                    line -> Cell.text(String.join(", ", line.observation().rules())))
            .text(
                    "Data quality",
                    20,
                    line -> String.join(", ", line.observation().flags()))
            .text("As read", 36, Line::asRead)
            .build();

    @Override
    public Layout<?> layout() {
        return LAYOUT;
    }

    @Override
    public Table of(ProvinceYearReport report) {
        Map<ObservationRef, Integer> numbers = new HashMap<>();
        report.figures().forEach(figure -> numbers.put(figure.ref(), figure.number()));
        Map<Integer, List<CorrectedLine>> corrections = report.corrections().stream()
                .filter(line -> line.figure() != null)
                .collect(Collectors.groupingBy(line -> line.figure().number()));
        List<Line> lines = report.figures().stream()
                .map(figure -> new Line(figure, numbers, corrections.getOrDefault(figure.number(), List.of())))
                .toList();
        return LAYOUT.table(
                Table.Texts.ofSheet(
                        "All figures: " + report.title(),
                        "One line for each figure. The number under Figure leads to the figure on the review page, which"
                                + " lies beside this file; that under Sentence to the sentence that states it;"
                                + " Begin and End are its place in the document's text. Doubtful says why a figure may"
                                + " have been misread; filter it for those that are not empty.",
                        "No figure is stated"),
                lines);
    }
}
