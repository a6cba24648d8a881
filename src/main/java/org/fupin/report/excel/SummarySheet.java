package org.fupin.report.excel;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.poi.ss.util.CellReference;
import org.fupin.report.Figure;
import org.fupin.report.Flag;
import org.fupin.report.Headline;
import org.fupin.report.Indicator;
import org.fupin.report.ProvinceYearReport;
import org.jspecify.annotations.Nullable;

/** Headline figures, with the earlier years where known. */
final class SummarySheet {

    private static final String NOT_AVAILABLE = Flag.NOT_AVAILABLE.mark();

    /** Column of the first earlier year, from 0. */
    private static final int FIRST_YEAR_COLUMN = 6;

    private final ProvinceYearReport report;

    SummarySheet(ProvinceYearReport report) {
        this.report = report;
    }

    void write(ReportWorkbook workbook) {
        workbook.on(ReportSheet.SUMMARY)
                .write(
                        ReportSheet.SUMMARY,
                        "Headline figures: " + report.title(),
                        "Values are in the unit named beside them. [x]: the source states none; [z]: only as something else,"
                                + " see Remark; [b]: not comparable with the year before it. Each figure leads to its line"
                                + " under Observations.",
                        columns(),
                        report.headlines(),
                        "No headline figure is stated");
    }

    private List<Column<Headline>> columns() {
        List<Column<Headline>> columns = new ArrayList<>(List.of(
                Column.<Headline>text("Indicator", 34, h -> h.indicator().label()),
                Column.<Headline>text("As stated", 24, SummarySheet::stated),
                Column.<Headline>of("Value", 18, h -> value(h.indicator(), h.figure())),
                Column.<Headline>of("Unit", 11, h -> unit(h.figure())),
                Column.<Headline>of("Flags", 10, h -> CellValue.text(Flag.marks(h.flags()))),
                Column.<Headline>of("Period", 12, h -> period(h.figure()))));
        for (int i = 0; i < report.earlierYears().size(); i++) {
            int at = i;
            columns.add(Column.of(
                    String.valueOf(report.earlierYears().get(i)),
                    18,
                    h -> value(h.indicator(), h.earlier().get(at).figure())));
        }
        if (!report.earlierYears().isEmpty()) {
            int last = report.earlierYears().size() - 1;
            columns.add(Column.byRow(
                    "Percent change on " + report.earlierYears().get(last), 14, (h, row) -> change(h, last, row)));
        }
        if (!report.earlierYears().isEmpty()) {
            columns.add(Column.text("Breaks", 34, this::breaks));
        }
        columns.addAll(List.of(
                Column.<Headline>text(
                        "Of whom or whose",
                        28,
                        h -> h.basis() == null ? "" : h.basis().label()),
                Column.<Headline>text(
                        "Stated change",
                        20,
                        h -> h.change() == null ? "" : h.change().text()),
                Column.<Headline>text(
                        "What is counted",
                        40,
                        h -> h.figure() == null ? "" : h.figure().observation().item()),
                Column.<Headline>text("Remark", 40, SummarySheet::remark),
                Column.<Headline>text("Doubt", 40, Headline::doubt),
                Column.<Headline>text("Finding", 50, Headline::findingText),
                Column.<Headline>text(
                        "Programme",
                        26,
                        h -> h.figure() == null ? "" : h.figure().programme().label()),
                Column.<Headline>of("Figure", 10, h -> Cells.figure(h.figure())),
                Column.<Headline>of(
                        "Sentence",
                        90,
                        h -> CellValue.text(h.figure() == null ? "" : h.figure().sentenceText()))));
        return columns;
    }

    private static CellValue value(Indicator indicator, @Nullable Figure figure) {
        if (figure == null) {
            return CellValue.MISSING;
        }
        return indicator == Indicator.INCOME_GROWTH
                ? CellValue.amount(figure.signedBaseValue())
                : Cells.value(figure.observation());
    }

    /** Against the last earlier year, where both are amounts in one unit; rates are not compared in percent. */
    private CellValue change(Headline headline, int last, int row) {
        Figure now = headline.figure();
        Figure then = headline.earlier().get(last).figure();
        if (now == null
                || then == null
                || !headline.difference(headline.earlier().get(last)).isEmpty()
                || !now.observation()
                        .quantity()
                        .unit()
                        .equals(then.observation().quantity().unit())
                || now.observation().quantity().unit().is("percent")
                || then.observation().quantity().value().signum() == 0) {
            return CellValue.EMPTY;
        }
        String before = CellReference.convertNumToColString(FIRST_YEAR_COLUMN + last);
        BigDecimal base = then.observation().quantity().value();
        return CellValue.percentage(
                "(C" + row + "/" + before + row + "-1)*100",
                now.observation().quantity().value().subtract(base),
                base);
    }

    private static String stated(Headline headline) {
        return switch (headline.status()) {
            case SHOWN -> headline.text();
            case SEVERAL -> "Several stated";
            case ONLY_OTHER -> Flag.ONLY_OTHER.mark();
            case NOT_STATED -> NOT_AVAILABLE;
        };
    }

    private static String remark(Headline headline) {
        return Stream.of(headline.note(), headline.contradictedChange())
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(". "));
    }

    /** The earlier years whose figure is of another kind: "2011 [b]: key and poor counties only". */
    private String breaks(Headline headline) {
        return headline.earlier().stream()
                .filter(year -> !headline.difference(year).isEmpty())
                .map(year -> year.year() + " " + Flag.BREAK.mark() + ": " + headline.difference(year))
                .collect(Collectors.joining("; "));
    }

    private static CellValue unit(@Nullable Figure figure) {
        return figure == null ? CellValue.EMPTY : Cells.unit(figure.observation());
    }

    private static CellValue period(@Nullable Figure figure) {
        return figure == null
                ? CellValue.EMPTY
                : CellValue.text(figure.observation().period().iso());
    }
}
