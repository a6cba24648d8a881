package org.fupin.report.excel;

import java.util.List;
import java.util.stream.Collectors;
import org.fupin.observation.Coded;
import org.fupin.observation.Observation;
import org.fupin.report.Figure;
import org.fupin.report.SourceSentence;
import org.jspecify.annotations.Nullable;

/** Cells that several sheets show alike. */
final class Cells {

    /** Decimals that a converted value shows: more are noise of the conversion. */
    static final int BASE_DECIMALS = 2;

    private Cells() {}

    static CellValue code(@Nullable Coded coded) {
        return coded == null ? CellValue.EMPTY : new CellValue.Text(coded.code());
    }

    static CellValue unit(Observation observation) {
        return new CellValue.Text(observation.quantity().unit().code());
    }

    static CellValue value(Observation observation) {
        return CellValue.amount(observation.quantity().value());
    }

    /** A figure's number, which leads to its row of the observations. */
    static CellValue figure(@Nullable Figure figure) {
        return figure == null ? CellValue.EMPTY : figureNumber(figure.number());
    }

    static CellValue figureNumber(int number) {
        return new CellValue.Linked(
                CellValue.whole(number), ReportSheet.OBSERVATIONS, ReportSheet.OBSERVATIONS.row(number));
    }

    /** Numbers of figures; the cell leads to the first. */
    static CellValue figures(List<Integer> numbers) {
        if (numbers.isEmpty()) {
            return CellValue.EMPTY;
        }
        String all = numbers.stream().map(String::valueOf).collect(Collectors.joining(", "));
        return new CellValue.Linked(
                new CellValue.Text(all), ReportSheet.OBSERVATIONS, ReportSheet.OBSERVATIONS.row(numbers.get(0)));
    }

    /** A sentence's number, which leads to its row of the sources. */
    static CellValue sentence(@Nullable SourceSentence sentence) {
        return sentence == null ? CellValue.EMPTY : sentenceNumber(sentence.number());
    }

    static CellValue sentenceNumber(@Nullable Integer number) {
        return number == null
                ? CellValue.EMPTY
                : new CellValue.Linked(CellValue.whole(number), ReportSheet.SOURCES, ReportSheet.SOURCES.row(number));
    }

    static CellValue yesNo(boolean yes) {
        return new CellValue.Text(yes ? "yes" : "no");
    }
}
