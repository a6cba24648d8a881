package org.fupin.report.content;

import java.util.List;
import java.util.stream.Collectors;
import org.fupin.observation.Observation;
import org.fupin.report.figure.Figure;
import org.fupin.report.figure.FigureText;
import org.fupin.report.figure.Flag;
import org.fupin.report.figure.SourceSentence;
import org.fupin.report.headline.Headline;
import org.fupin.report.table.Cell;
import org.jspecify.annotations.Nullable;

/** Cells that several tables have alike. */
final class Cells {

    /** Where no source states a number of a year. */
    static final Cell NOT_AVAILABLE = new Cell.Missing(Flag.NOT_AVAILABLE.mark());

    private Cells() {}

    /** Why the headline has no number where it would stand; {@code headline} has none. */
    static Cell missing(Headline headline) {
        return new Cell.Missing(
                switch (headline.status()) {
                    case SEVERAL -> "Several";
                    case ONLY_OTHER -> Flag.ONLY_OTHER.mark();
                    default -> Flag.NOT_AVAILABLE.mark();
                });
    }

    static Cell unit(Observation observation) {
        return new Cell.Text(observation.quantity().unit().code());
    }

    static Cell value(Observation observation) {
        return Cell.amount(observation.quantity().value());
    }

    /** As {@link #value}; empty where a figure is on one side of a change only. */
    static Cell valueIfAny(@Nullable Observation observation) {
        return observation == null ? Cell.EMPTY : value(observation);
    }

    /** In words; empty where a figure is on one side of a change only. */
    static String stated(@Nullable Observation observation) {
        return observation == null ? "" : FigureText.of(observation);
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

    /** A figure's own number, which leads to it on the review page. */
    static Cell ownNumber(Figure figure) {
        return new Cell.OnPage(Cell.whole(figure.number()), figure.address());
    }

    /** The sentence that states a figure, which leads to it on the review page; empty for none. */
    static Cell sentenceText(@Nullable Figure figure) {
        return figure == null || figure.sentenceText().isEmpty()
                ? Cell.EMPTY
                : new Cell.OnPage(new Cell.Text(figure.sentenceText()), figure.address());
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

    /** The numbers of the figures' sentences, which lead to the first figure on the review page. */
    static Cell sources(List<Figure> figures) {
        String numbers = figures.stream()
                .filter(figure -> figure.sentence() != null)
                .map(figure -> String.valueOf(figure.sentence().number()))
                .distinct()
                .collect(Collectors.joining(", "));
        return numbers.isEmpty()
                ? Cell.EMPTY
                : new Cell.OnPage(new Cell.Text(numbers), figures.get(0).address());
    }

    static Cell sentenceNumber(@Nullable Integer number) {
        return number == null ? Cell.EMPTY : new Cell.Linked(Cell.whole(number), SentenceTable.CODE, number);
    }

    /** What is measured: the item, or the measure where the source names none. */
    static String item(Observation observation) {
        return observation.item().isBlank() ? observation.measure().label() : observation.item();
    }
}
