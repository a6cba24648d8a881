package org.fupin.report.content;

import java.util.List;
import java.util.stream.Collectors;
import org.fupin.observation.Observation;
import org.fupin.report.figure.Figure;
import org.fupin.report.figure.SourceSentence;
import org.fupin.report.table.Cell;
import org.jspecify.annotations.Nullable;

/** Cells that several tables have alike. */
final class Cells {

    private Cells() {}

    static Cell unit(Observation observation) {
        return new Cell.Text(observation.quantity().unit().code());
    }

    static Cell value(Observation observation) {
        return Cell.amount(observation.quantity().value());
    }

    static Cell period(@Nullable Figure figure) {
        return figure == null
                ? Cell.EMPTY
                : Cell.text(figure.observation().period().iso());
    }

    /** A figure's number, which leads to its line of the observations. */
    static Cell figure(@Nullable Figure figure) {
        return figure == null ? Cell.EMPTY : figureNumber(figure.number());
    }

    static Cell figureNumber(int number) {
        return new Cell.Linked(Cell.whole(number), ObservationTable.CODE, number);
    }

    /** Numbers of figures; the cell leads to the first. */
    static Cell figures(List<Integer> numbers) {
        if (numbers.isEmpty()) {
            return Cell.EMPTY;
        }
        String all = numbers.stream().map(String::valueOf).collect(Collectors.joining(", "));
        return new Cell.Linked(new Cell.Text(all), ObservationTable.CODE, numbers.get(0));
    }

    /** The number of a figure's sentence, which leads to its line of the sentences. */
    static Cell sentence(@Nullable Figure figure) {
        return figure == null ? Cell.EMPTY : sentence(figure.sentence());
    }

    static Cell sentence(@Nullable SourceSentence sentence) {
        return sentence == null ? Cell.EMPTY : sentenceNumber(sentence.number());
    }

    /** The number of a figure's sentence, which leads to the figure on the review page. */
    static Cell source(@Nullable Figure figure) {
        return figure == null || figure.sentence() == null
                ? Cell.EMPTY
                : new Cell.OnPage(Cell.whole(figure.sentence().number()), figure.address());
    }

    static Cell sentenceNumber(@Nullable Integer number) {
        return number == null ? Cell.EMPTY : new Cell.Linked(Cell.whole(number), SentenceTable.CODE, number);
    }

    /** What is measured: the item, or the measure where the source names none. */
    static String item(Observation observation) {
        return observation.item().isBlank() ? observation.measure().label() : observation.item();
    }
}
