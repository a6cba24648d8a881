package org.fupin.report.excel;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fupin.observation.finding.ObservationRef;
import org.fupin.reference.DoubtReasons;
import org.fupin.report.Figure;
import org.fupin.report.Flag;
import org.fupin.report.ProvinceYearReport;
import org.jspecify.annotations.Nullable;

/** The figures: as the reader of one programme wants them, and with all fields. */
final class FigureSheets {

    /** Column of the base value on the sheet of observations; formulas refer to it. */
    static final String BASE_VALUE_COLUMN = "U";

    private final ProvinceYearReport report;
    private final DoubtReasons doubts = DoubtReasons.load();
    private final Map<ObservationRef, Integer> numbers = new HashMap<>();

    FigureSheets(ProvinceYearReport report) {
        this.report = report;
        report.figures().forEach(figure -> numbers.put(figure.ref(), figure.number()));
    }

    void write(ReportWorkbook workbook) {
        programmes(workbook);
        observations(workbook);
    }

    private void programmes(ReportWorkbook workbook) {
        List<Figure> rows = new ArrayList<>();
        report.programmes().forEach(programme -> rows.addAll(programme.figures()));
        List<Column<Figure>> columns = List.of(
                Column.text("Programme", 30, f -> f.programme().label()),
                Column.text("Item", 54, f -> f.observation().item()),
                Column.text("As stated", 28, Figure::text),
                Column.of("Value", 18, f -> Cells.value(f.observation())),
                Column.of("Unit", 13, f -> Cells.unit(f.observation())),
                Column.of("Kind", 12, f -> Cells.code(f.observation().kind())),
                Column.of(
                        "Period",
                        13,
                        f -> CellValue.text(f.observation().period().iso())),
                Column.of("Payer", 13, f -> Cells.code(f.observation().source())),
                Column.of("Status", 11, f -> Cells.code(f.observation().status())),
                Column.of("Qualifier", 11, f -> Cells.code(f.observation().qualifier())),
                Column.of("Flags", 10, f -> CellValue.text(Flag.marks(f.flags()))),
                Column.of("Figure", 10, Cells::figure),
                Column.of("Section", 50, f -> CellValue.text(f.heading())));
        workbook.on(ReportSheet.PROGRAMMES)
                .write(
                        ReportSheet.PROGRAMMES,
                        "Figures by programme: " + report.title(),
                        "Filter the first column for one programme. Ranges have no single value: As stated shows them.",
                        columns,
                        rows,
                        "No figure is stated");
    }

    private void observations(ReportWorkbook workbook) {
        List<Column<Figure>> columns = List.of(
                Column.of("Figure", 9, f -> CellValue.whole(f.number())),
                Column.of("Sentence", 11, f -> Cells.sentence(f.sentence())),
                Column.text("Programme", 30, f -> f.programme().label()),
                Column.text("Item", 44, f -> f.observation().item()),
                Column.text("As written", 23, f -> f.observation().text()),
                Column.of("Value", 18, f -> Cells.value(f.observation())),
                Column.of("Unit", 13, f -> Cells.unit(f.observation())),
                Column.of("Kind", 12, f -> Cells.code(f.observation().kind())),
                Column.of("Direction", 11, f -> Cells.code(f.observation().direction())),
                Column.of(
                        "Period",
                        12,
                        f -> CellValue.text(f.observation().period().iso())),
                Column.of("Payer", 13, f -> Cells.code(f.observation().source())),
                Column.of("Status", 10, f -> Cells.code(f.observation().status())),
                Column.of("Qualifier", 11, f -> Cells.code(f.observation().qualifier())),
                Column.of("Flags", 10, f -> CellValue.text(Flag.marks(f.flags()))),
                Column.text(
                        "Doubtful",
                        44,
                        f -> String.join(" ", doubts.sentences(f.observation().doubt()))),
                Column.of("Measure", 19, f -> Cells.code(f.observation().measure())),
                Column.of("Per", 12, f -> Cells.code(f.observation().per())),
                Column.text("Place", 24, f -> f.observation().region()),
                Column.of(
                        "Low",
                        18,
                        f -> CellValue.amount(f.observation().quantity().low())),
                Column.of(
                        "High",
                        18,
                        f -> CellValue.amount(f.observation().quantity().high())),
                Column.of(
                        "Base value",
                        18,
                        f -> CellValue.amount(f.observation().quantity().baseValue(), Cells.BASE_DECIMALS)),
                Column.of(
                        "Base unit",
                        13,
                        f -> CellValue.text(f.observation().quantity().unit().base())),
                Column.of("Part of", 10, f -> other(f, f.observation().partOf())),
                Column.of("About", 10, f -> other(f, f.observation().about())),
                Column.of("Section", 50, f -> CellValue.text(f.heading())),
                Column.of("Article", 60, f -> CellValue.text(f.article())),
                Column.of("Document", 40, f -> CellValue.text(document(f))),
                Column.of(
                        "Begin", 11, f -> CellValue.whole(f.observation().span().begin())),
                Column.of("End", 11, f -> CellValue.whole(f.observation().span().end())),
                Column.of(
                        "Rules",
                        40,
                        f -> CellValue.text(String.join(", ", f.observation().rules()))),
                Column.text(
                        "Data quality",
                        20,
                        f -> String.join(", ", f.observation().flags())));
        workbook.on(ReportSheet.OBSERVATIONS)
                .write(
                        ReportSheet.OBSERVATIONS,
                        "All figures: " + report.title(),
                        "One line for each figure. The number under Sentence leads to the sentence that states it;"
                                + " Begin and End are its place in the document's text. Doubtful says why a figure may have been"
                                + " misread; filter it for those that are not empty.",
                        columns,
                        report.figures(),
                        "No figure is stated");
    }

    /** The number of the figure at an offset of the same document, leading to its row; nothing if there is none. */
    private CellValue other(Figure figure, @Nullable Integer begin) {
        Integer number = begin == null
                ? null
                : numbers.get(new ObservationRef(figure.ref().documentId(), begin));
        return number == null ? CellValue.EMPTY : Cells.figureNumber(number);
    }

    private static String document(Figure figure) {
        return figure.sentence() == null
                ? figure.ref().documentId()
                : figure.sentence().documentName();
    }
}
