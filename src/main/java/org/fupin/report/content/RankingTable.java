package org.fupin.report.content;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.fupin.report.YearSummary;
import org.fupin.report.YearSummary.Rank;
import org.fupin.report.YearSummary.Ranking;
import org.fupin.report.figure.Figure;
import org.fupin.report.figure.FigureText;
import org.fupin.report.figure.Flag;
import org.fupin.report.headline.Headline;
import org.fupin.report.headline.HeadlineStatus;
import org.fupin.report.headline.Indicator;
import org.fupin.report.table.Cell;
import org.fupin.report.table.ColumnType;
import org.fupin.report.table.Layout;
import org.fupin.report.table.Row;
import org.fupin.report.table.Table;
import org.jspecify.annotations.Nullable;

/** Provinces in order of each indicator. */
final class RankingTable implements ReportTable<YearSummary> {

    static final String CODE = "Rankings";

    /** A province's place in the ranking by an indicator. */
    record Line(Ranking ranking, Rank rank, int year) {

        Indicator indicator() {
            return ranking.indicator();
        }

        Headline headline() {
            return rank.headline();
        }

        @Nullable
        Figure figure() {
            return rank.headline().figure();
        }

        String notes() {
            if (figure() == null) {
                return "";
            }
            // The heading of a group that is ranked names what its rows are of.
            List<String> remarks = new ArrayList<>(headline().remarks());
            remarks.remove(headline().scope());
            return Phrases.join(
                    rank.rank() == null ? rank.group() : "",
                    Phrases.join(remarks),
                    Phrases.otherPeriod(headline(), year),
                    Flag.marks(rank.flags()));
        }

        Row.Section section() {
            boolean first = ranking.rows().get(0).group().equals(rank.group())
                    || ranking.rows().get(0).rank() == null;
            // That a payer's money is one payer's, its name says.
            String group = rank.rank() == null
                    ? "not ranked"
                    : FigureText.lower(
                            headline().scope().isEmpty() && indicator().payer() != null ? "" : rank.group());
            String heading = Phrases.list(indicator().label(), group);
            String note = rank.rank() == null
                    ? "Fewer than " + YearSummary.FEWEST_COMPARED + " provinces state what is of one kind."
                    : "";
            return new Row.Section(heading, first ? Phrases.sentences(stated(), note) : note);
        }

        /** How many provinces state the indicator, and which do not, apart by the reason. */
        private String stated() {
            String stated = "Stated by " + ranking.available() + " of "
                    + Phrases.count(ranking.rows().size(), "province.", "provinces.");
            // Which payers a report names is its own choice: what is told of others may be no headline.
            return !indicator().alwaysShown()
                    ? stated
                    : Phrases.sentences(
                            stated,
                            absent("Not stated " + Flag.NOT_AVAILABLE.mark(), HeadlineStatus.NOT_STATED),
                            absent("Only as something else " + Flag.ONLY_OTHER.mark(), HeadlineStatus.ONLY_OTHER),
                            several());
        }

        /** Who states several amounts of which no rule decides, with these. */
        private String several() {
            String names = ranking.rows().stream()
                    .filter(other -> other.headline().status() == HeadlineStatus.SEVERAL)
                    .map(other -> other.region().shortName() + " ("
                            + FigureText.lower(other.headline().note()) + ")")
                    .collect(Collectors.joining("; "));
            return names.isEmpty() ? "" : "No single one: " + names + ".";
        }

        private String absent(String how, HeadlineStatus status) {
            String names = ranking.rows().stream()
                    .filter(other -> other.headline().status() == status)
                    .map(other -> other.region().shortName())
                    .collect(Collectors.joining(", "));
            return names.isEmpty() ? "" : how + ": " + names + ".";
        }
    }

    private static final Layout<Line> LAYOUT = Layout.<Line>ofSheet(
                    CODE, "Rankings", "Provinces in order of each indicator")
            .text("Indicator", 34, line -> line.indicator().label())
            .cell(
                    "Rank",
                    ColumnType.COUNT,
                    9,
                    line -> line.headline().isAvailable()
                            ? Cell.whole(line.rank().rank())
                            : Cells.missing(line.headline()))
            .onPage(ColumnType.CODE, 34)
            .text("Province", 20, line -> line.rank().region().shortName())
            .page("Province", ColumnType.NAME, 140, line -> line.rank().region().name())
            .cell(
                    "Value",
                    ColumnType.NUMBER,
                    18,
                    line -> line.headline().isAvailable()
                            ? Cell.amount(line.headline().value())
                            : Cells.missing(line.headline()))
            .page("Figure", ColumnType.NUMBER, 104, line -> line.headline().text())
            .page(
                    "Change",
                    ColumnType.NUMBER,
                    50,
                    line -> line.headline().change() == null
                            ? ""
                            : line.headline().changeText())
            .cell(
                    "Unit",
                    ColumnType.CODE,
                    11,
                    line -> line.figure() == null
                            ? Cell.EMPTY
                            : Cell.text(line.figure()
                                    .observation()
                                    .quantity()
                                    .unit()
                                    .base()))
            .cell(
                    "Flags",
                    ColumnType.FLAG,
                    10,
                    line -> Cell.text(Flag.marks(line.rank().flags())))
            .text("Remark", 40, line -> line.headline().note())
            .text("As stated", 28, line -> line.headline().text())
            .text("Of whom or whose", 28, line -> line.rank().group())
            .text(
                    "What is counted",
                    50,
                    line -> line.figure() == null ? "" : line.figure().item())
            .cell("Period", ColumnType.DATE, 13, line -> Cells.period(line.figure()))
            .page("Notes", ColumnType.REMARK, 142, Line::notes)
            .text(
                    "Programme",
                    30,
                    line -> line.figure() == null
                            ? ""
                            : line.figure().programme().label())
            .cell(
                    "Code",
                    ColumnType.CODE,
                    13,
                    line -> Cell.text(line.rank().region().code()))
            .cell(
                    "Sentence",
                    ColumnType.TEXT,
                    100,
                    line -> Cell.text(line.figure() == null ? "" : line.figure().sentenceText()))
            .page(
                    "Sentence",
                    ColumnType.NUMBER,
                    34,
                    line -> line.figure() == null || line.figure().sentence() == null
                            ? ""
                            : Integer.toString(line.figure().sentence().number()))
            .sections(Line::section)
            .linesOnPage(line -> line.headline().isAvailable())
            .build();

    @Override
    public Layout<?> layout() {
        return LAYOUT;
    }

    @Override
    public Table of(YearSummary summary) {
        return LAYOUT.table(
                Table.Texts.ofSheet(
                                "Rankings: " + summary.title(),
                                "Filter the first column for one indicator. A rank orders figures of one unit and of the"
                                        + " same people or money, where three provinces or more state them; [d]: another"
                                        + " one than the first row's. It does not measure performance.",
                                "No headline figure is stated")
                        .onPage(
                                new Table.Part(
                                        "Rankings",
                                        "Each indicator that at least one province states, largest first. Only figures of the"
                                                + " same people or money and one unit are ranked together, and only"
                                                + " where three provinces or more state them; [d] marks those of another"
                                                + " kind than the first. A sentence's number is that of the province's"
                                                + " own report."),
                                "",
                                ""),
                lines(summary));
    }

    static List<Line> lines(YearSummary summary) {
        List<Line> lines = new ArrayList<>();
        for (Ranking ranking : summary.rankings()) {
            // Which payers a report names is its own choice; that it names none of the others is no gap.
            boolean gaps = ranking.indicator().alwaysShown();
            ranking.rows().stream()
                    .filter(rank -> gaps || rank.headline().isAvailable())
                    .forEach(rank -> lines.add(new Line(ranking, rank, summary.year())));
        }
        return lines;
    }
}
