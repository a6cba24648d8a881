package org.fupin.report.content;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.fupin.observation.Observation;
import org.fupin.report.ProvinceYearReport;
import org.fupin.report.figure.Figure;
import org.fupin.report.figure.Flag;
import org.fupin.report.headline.Headline;
import org.fupin.report.headline.Indicator;
import org.fupin.report.table.Cell;
import org.fupin.report.table.ColumnType;
import org.fupin.report.table.Layout;
import org.fupin.report.table.Table;
import org.jspecify.annotations.Nullable;

/** Headline figures, with the earlier years where known. */
final class HeadlineTable implements ReportTable<ProvinceYearReport> {

    static final Table.Part PART =
            new Table.Part("Headline figures", "At most one figure for each indicator, as the sources state it.");

    @Override
    public Layout<?> layout() {
        return layout(List.of(), 0, headline -> List.of());
    }

    @Override
    public Table of(ProvinceYearReport report) {
        Table.Texts texts = Table.Texts.ofSheet(
                        "Headline figures: " + report.title(),
                        "Values are in the unit named beside them. [x]: the source states none; [z]: only as something"
                                + " else, see Remark; [b]: not comparable with the year before it. Each figure leads to"
                                + " its line under Observations, its sentence to the review page beside this file.",
                        "No headline figure is stated")
                .onPage(PART, "", "");
        return layout(report.earlierYears(), report.year(), report::remarks).table(texts, report.headlines());
    }

    private static Layout<Headline> layout(
            List<Integer> earlierYears, int year, Function<Headline, List<String>> remarks) {
        Layout.Builder<Headline> layout = Layout.<Headline>ofSheet(
                        "Headline_figures", "Summary", "Headline figures, with earlier years where known")
                .text("Indicator", 34, h -> h.indicator().label())
                .onPage(ColumnType.TEXT, 126)
                .text("As stated", 24, HeadlineTable::stated)
                .page("Figure", ColumnType.NUMBER, 106, Headline::inWords)
                .strong()
                .page("Change", ColumnType.NUMBER, 68, h -> h.change() == null ? null : h.changeText())
                .page("Notes", ColumnType.REMARK, 170, h -> notes(h, year, remarks.apply(h)))
                .cell(
                        "Value",
                        ColumnType.NUMBER,
                        18,
                        h -> h.isAvailable() ? value(h.indicator(), h.figure().observation()) : Cells.missing(h))
                .cell("Unit", ColumnType.CODE, 11, h -> unit(h.figure()))
                .cell("Flags", ColumnType.FLAG, 10, h -> Cell.text(Flag.marks(h.flags())))
                .text("Remark", 40, HeadlineTable::remark)
                .cell("Period", ColumnType.DATE, 12, h -> Cells.period(h.figure()));
        for (int i = 0; i < earlierYears.size(); i++) {
            int at = i;
            layout.cell(
                    String.valueOf(earlierYears.get(i)),
                    ColumnType.NUMBER,
                    18,
                    h -> value(h.indicator(), h.earlier().get(at).figure()));
        }
        if (!earlierYears.isEmpty()) {
            int last = earlierYears.size() - 1;
            layout.cell(
                            "Percent change on " + earlierYears.get(last),
                            ColumnType.PERCENT,
                            14,
                            h -> change(h, h.earlier().get(last)))
                    .text("Breaks", 34, HeadlineTable::breaks);
        }
        return layout.text(
                        "Of whom or whose",
                        28,
                        h -> h.basis() == null ? "" : h.basis().label())
                .text("Stated change", 20, Headline::changeText)
                .text(
                        "What is counted",
                        40,
                        h -> h.figure() == null ? "" : h.figure().item())
                .text("Doubt", 40, Headline::doubt)
                .text("Finding", 50, Headline::findingText)
                .text(
                        "Programme",
                        26,
                        h -> h.figure() == null ? "" : h.figure().programme().label())
                .cell("Figure", ColumnType.LINK, 10, h -> Cells.figure(h.figure()))
                .cell("Sentence", ColumnType.TEXT, 90, h -> Cells.sentenceText(h.figure()))
                .pageCell("Sentence", ColumnType.LINK, 34, h -> Cells.source(h.figure()))
                .strongLines(Headline::isAvailable)
                .build();
    }

    private static Cell value(Indicator indicator, @Nullable Observation figure) {
        if (figure == null) {
            return Cells.NOT_AVAILABLE;
        }
        return indicator == Indicator.INCOME_GROWTH ? Cell.amount(Figure.signedBaseValue(figure)) : Cells.value(figure);
    }

    /** Where both are amounts in one unit; rates are not compared in percent. */
    private static Cell change(Headline headline, Headline.Earlier earlier) {
        Figure now = headline.figure();
        Observation then = earlier.figure();
        if (now == null
                || then == null
                || !headline.difference(earlier).isEmpty()
                || !now.observation().quantity().unit().equals(then.quantity().unit())
                || now.observation().quantity().unit().is("percent")
                || then.quantity().value().signum() == 0) {
            return Cell.EMPTY;
        }
        BigDecimal base = then.quantity().value();
        return Cell.percentage(
                "({value}/{" + earlier.year() + "}-1)*100",
                now.observation().quantity().value().subtract(base),
                base);
    }

    private static String stated(Headline headline) {
        return switch (headline.status()) {
            case SHOWN -> headline.text();
            case SEVERAL -> "Several stated";
            case ONLY_OTHER -> Flag.ONLY_OTHER.mark();
            case NOT_STATED -> Flag.NOT_AVAILABLE.mark();
        };
    }

    private static String notes(Headline headline, int year, List<String> remarks) {
        List<String> notes = new ArrayList<>();
        if (headline.figure() != null) {
            notes.add(Phrases.otherPeriod(headline, year));
        }
        notes.addAll(remarks);
        notes.add(Flag.marks(headline.flags()));
        return Phrases.join(notes);
    }

    private static String remark(Headline headline) {
        return List.of(headline.note(), headline.contradictedChange()).stream()
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(". "));
    }

    /** The earlier years whose figure is of another kind: "2011 [b]: key or poor counties only". */
    private static String breaks(Headline headline) {
        return headline.earlier().stream()
                .filter(year -> !headline.difference(year).isEmpty())
                .map(year -> year.year() + " " + Flag.BREAK.mark() + ": " + headline.difference(year))
                .collect(Collectors.joining("; "));
    }

    private static Cell unit(@Nullable Figure figure) {
        return figure == null ? Cell.EMPTY : Cells.unit(figure.observation());
    }
}
