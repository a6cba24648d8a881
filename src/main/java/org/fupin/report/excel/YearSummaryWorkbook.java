package org.fupin.report.excel;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.fupin.observation.Region;
import org.fupin.report.Check;
import org.fupin.report.Coverage;
import org.fupin.report.Figure;
import org.fupin.report.Flag;
import org.fupin.report.Headline;
import org.fupin.report.Indicator;
import org.fupin.report.Labels;
import org.fupin.report.YearSummary;
import org.fupin.report.YearSummary.ProvinceLine;
import org.fupin.report.YearSummary.Rank;
import org.fupin.report.YearSummary.Ranking;
import org.jspecify.annotations.Nullable;

/** The workbook of a year over all provinces. */
public final class YearSummaryWorkbook {

    private static final List<ReportSheet> SHEETS = List.of(
            ReportSheet.COVER,
            ReportSheet.HEADLINES,
            ReportSheet.RANKINGS,
            ReportSheet.CHARTS,
            ReportSheet.COVERAGE,
            ReportSheet.FINDINGS,
            ReportSheet.NOTES);

    /** In percent: a chart of all provinces fits on a page. */
    private static final short CHART_SCALE = 80;

    private static final List<Indicator> CHARTED =
            List.of(Indicator.FUNDS, Indicator.POVERTY_REDUCED, Indicator.POOR_POPULATION, Indicator.INCOME);

    private final Theme theme = Theme.plain();

    /**
     * Writes the workbook as XLSX. The same summary gives the same bytes. The stream stays open.
     *
     * @throws IOException if the stream cannot be written to
     */
    public void write(YearSummary summary, OutputStream out) throws IOException {
        try (XSSFWorkbook file = new XSSFWorkbook()) {
            ReportWorkbook workbook = new ReportWorkbook(file, theme, SHEETS);
            workbook.cover(summary.title(), summary.description(), facts(summary));
            headlines(workbook, summary);
            List<RankRow> ranks = rankings(workbook, summary);
            charts(workbook, summary, ranks);
            coverage(workbook, summary);
            findings(workbook, summary);
            SourceSheets.notes(workbook, summary.notes(), summary.title());
            WorkbookFile.write(file, summary.title(), summary.description(), summary.edition(), out);
        }
    }

    private static List<ReportWorkbook.Fact> facts(YearSummary summary) {
        Coverage coverage = summary.coverage();
        return List.of(
                new ReportWorkbook.Fact("Year", String.valueOf(summary.year())),
                new ReportWorkbook.Fact("Edition", summary.edition().toString()),
                new ReportWorkbook.Fact(
                        "Provinces", summary.provinces().size() + " with reports; those without are not listed"),
                new ReportWorkbook.Fact("Figures", coverage.figures() + " from " + coverage.articles() + " articles"),
                new ReportWorkbook.Fact(
                        "Checks",
                        coverage.checksHolding() + " of " + coverage.checksRecomputed()
                                + " stated relations hold; " + coverage.errors() + " errors, " + coverage.warnings()
                                + " warnings"),
                new ReportWorkbook.Fact(
                        "Flags",
                        "[p] provisional, [r] revised, [e] estimated, [u] low reliability,"
                                + " [d] differing definition, [z] not as such, [x] not available; see Notes"),
                new ReportWorkbook.Fact("Questions", "Reply to the office that sent you this workbook"));
    }

    private static void headlines(ReportWorkbook workbook, YearSummary summary) {
        List<Column<ProvinceLine>> columns = new ArrayList<>();
        columns.add(Column.text("Province", 40, line -> line.region().name()));
        columns.add(Column.of("Code", 13, line -> CellValue.text(line.region().code())));
        for (Ranking ranking : summary.rankings()) {
            if (ranking.indicator().alwaysShown()) {
                columns.add(Column.of(
                        header(ranking), 20, line -> inUnit(headline(ranking, line.region()), unit(ranking))));
            }
        }
        workbook.on(ReportSheet.HEADLINES)
                .write(
                        ReportSheet.HEADLINES,
                        "Headline figures by province: " + summary.title(),
                        "[x]: the province's reports state none in this unit. What each figure counts, its flags and its"
                                + " sentence stand under Rankings.",
                        columns,
                        summary.provinces(),
                        "");
    }

    private static String header(Ranking ranking) {
        String unit = unit(ranking);
        return ranking.indicator().label() + (unit.equals("1") ? "" : ", " + unit);
    }

    /** The unit of the ranking's first row: the preferred one that is stated. */
    private static String unit(Ranking ranking) {
        return ranking.rows()
                .get(0)
                .headline()
                .figure()
                .observation()
                .quantity()
                .unit()
                .code();
    }

    private static Headline headline(Ranking ranking, Region region) {
        return ranking.rows().stream()
                .filter(row -> row.region().equals(region))
                .findFirst()
                .orElseThrow()
                .headline();
    }

    private static CellValue inUnit(Headline headline, String unit) {
        Figure figure = headline.figure();
        return figure == null || !figure.observation().quantity().unit().is(unit)
                ? CellValue.MISSING
                : CellValue.amount(headline.value());
    }

    private record RankRow(Indicator indicator, Rank rank) {}

    private static List<RankRow> rankings(ReportWorkbook workbook, YearSummary summary) {
        List<RankRow> rows = new ArrayList<>();
        for (Ranking ranking : summary.rankings()) {
            // Which payers a report names is its own choice; that it names none of the others is no gap.
            boolean gaps = ranking.indicator().alwaysShown();
            ranking.rows().stream()
                    .filter(rank -> gaps || rank.headline().isAvailable())
                    .forEach(rank -> rows.add(new RankRow(ranking.indicator(), rank)));
        }
        List<Column<RankRow>> columns = List.of(
                Column.text("Indicator", 40, row -> row.indicator().label()),
                Column.of(
                        "Rank",
                        9,
                        row -> row.rank().rank() == null
                                ? CellValue.MISSING
                                : CellValue.whole(row.rank().rank())),
                Column.text("Province", 24, row -> row.rank().region().shortName()),
                Column.of(
                        "Value",
                        18,
                        row -> row.rank().headline().isAvailable()
                                ? CellValue.amount(row.rank().headline().value())
                                : CellValue.MISSING),
                Column.of(
                        "Unit",
                        13,
                        row -> figure(row) == null
                                ? CellValue.EMPTY
                                : CellValue.text(figure(row)
                                        .observation()
                                        .quantity()
                                        .unit()
                                        .base())),
                Column.of(
                        "Flags", 10, row -> CellValue.text(Flag.marks(row.rank().flags()))),
                Column.text("As stated", 28, row -> row.rank().headline().text()),
                Column.text(
                        "Of whom or whose",
                        28,
                        row -> row.rank().headline().basis() == null
                                ? ""
                                : row.rank().headline().basis().label()),
                Column.text(
                        "What is counted",
                        50,
                        row -> figure(row) == null
                                ? ""
                                : figure(row).observation().item()),
                Column.of(
                        "Period",
                        13,
                        row -> figure(row) == null
                                ? CellValue.EMPTY
                                : CellValue.text(
                                        figure(row).observation().period().iso())),
                Column.text("Remark", 44, row -> row.rank().headline().note()),
                Column.text(
                        "Programme",
                        30,
                        row -> figure(row) == null
                                ? ""
                                : figure(row).programme().label()),
                Column.of("Code", 13, row -> CellValue.text(row.rank().region().code())),
                Column.of(
                        "Sentence",
                        100,
                        row -> CellValue.text(
                                figure(row) == null ? "" : figure(row).sentenceText())));
        workbook.on(ReportSheet.RANKINGS)
                .write(
                        ReportSheet.RANKINGS,
                        "Rankings: " + summary.title(),
                        "Filter the first column for one indicator. A rank orders figures of one unit and of the same"
                                + " people or money; [d]: another one than the first row's. It does not measure performance.",
                        columns,
                        rows,
                        "No headline figure is stated");
        return rows;
    }

    private static @Nullable Figure figure(RankRow row) {
        return row.rank().headline().figure();
    }

    private record Charted(Ranking ranking, int firstRow, int bars) {}

    private static void charts(ReportWorkbook workbook, YearSummary summary, List<RankRow> ranks) {
        List<Charted> charted = new ArrayList<>();
        for (Indicator indicator : CHARTED) {
            Ranking ranking = summary.ranking(indicator);
            if (ranking != null) {
                int bars = (int) ranking.rows().stream().filter(Rank::main).count();
                if (bars > 1) {
                    charted.add(new Charted(ranking, first(ranks, indicator), bars));
                }
            }
        }
        List<Column<Charted>> columns = List.of(
                Column.text("Chart", 60, chart -> chart.ranking().indicator().label()),
                Column.of("Provinces shown", 14, chart -> CellValue.whole(chart.bars())),
                Column.of("Unit", 13, chart -> CellValue.text(unit(chart.ranking()))),
                Column.of(
                        "Data",
                        16,
                        chart -> new CellValue.Linked(
                                new CellValue.Text("Rankings"), ReportSheet.RANKINGS, chart.firstRow())));
        workbook.on(ReportSheet.CHARTS)
                .write(
                        ReportSheet.CHARTS,
                        "Charts: " + summary.title(),
                        "Each chart shows the provinces whose figures can be compared, in the order of the sheet Rankings.",
                        columns,
                        charted,
                        "Fewer than two provinces state any charted indicator");
        XSSFSheet sheet = workbook.sheet(ReportSheet.CHARTS);
        // Page breaks of one's own and scaling to the page exclude each other.
        sheet.setFitToPage(false);
        sheet.getPrintSetup().setScale(CHART_SCALE);
        int row = ReportSheet.FIRST_ROW + Math.max(charted.size(), 1) + 1;
        for (Charted chart : charted) {
            sheet.setRowBreak(row - 2);
            BarChart bars = new BarChart(
                    chart.ranking().indicator().label(),
                    "Bar chart of the indicator by province; its data stand on the sheet Rankings",
                    workbook.sheet(ReportSheet.RANKINGS),
                    2,
                    3,
                    chart.firstRow(),
                    chart.firstRow() + chart.bars() - 1);
            BigDecimal largest = chart.ranking().rows().get(0).headline().value();
            String unit = chart.ranking()
                    .rows()
                    .get(0)
                    .headline()
                    .figure()
                    .observation()
                    .quantity()
                    .unit()
                    .label();
            bars.draw(sheet, row, 3, largest, unit, workbook.theme());
            row += bars.height() + 1;
        }
    }

    private static int first(List<RankRow> ranks, Indicator indicator) {
        int at = 0;
        while (ranks.get(at).indicator() != indicator) {
            at++;
        }
        return ReportSheet.FIRST_ROW + at;
    }

    private record CoverageRow(
            String province,
            String code,
            CellValue vintage,
            @Nullable Coverage coverage) {}

    private static void coverage(ReportWorkbook workbook, YearSummary summary) {
        List<CoverageRow> rows = new ArrayList<>();
        for (ProvinceLine line : summary.provinces()) {
            rows.add(new CoverageRow(
                    line.region().name(), line.region().code(), CellValue.whole(line.vintage()), line.coverage()));
        }
        int last = ReportSheet.HEADER_ROW + rows.size();
        rows.add(new CoverageRow("All provinces", "", CellValue.EMPTY, null));
        List<Column<CoverageRow>> columns = List.of(
                Column.text("Province", 40, CoverageRow::province),
                Column.of("Code", 13, row -> CellValue.text(row.code())),
                Column.of("Vintage", 10, CoverageRow::vintage),
                count("Articles", "D", last, summary.coverage(), Coverage::articles),
                count("Sections", "E", last, summary.coverage(), Coverage::sections),
                count("Sentences", "F", last, summary.coverage(), Coverage::sentences),
                count("Figures", "G", last, summary.coverage(), Coverage::figures),
                count("Left out", "H", last, summary.coverage(), Coverage::leftOut),
                Column.byRow(
                        "All numbers",
                        11,
                        (line, row) -> CellValue.formula(
                                "G" + row + "+H" + row,
                                BigDecimal.valueOf(counted(line, summary).figures()
                                        + counted(line, summary).leftOut()))),
                count("Relations recomputed", "J", last, summary.coverage(), Coverage::checksRecomputed),
                count("Relations that hold", "K", last, summary.coverage(), Coverage::checksHolding),
                Column.byRow("Percent that hold", 11, (line, row) -> {
                    Coverage counted = counted(line, summary);
                    return counted.checksRecomputed() == 0
                            ? CellValue.EMPTY
                            : CellValue.percentage(
                                    "K" + row + "/J" + row + "*100",
                                    BigDecimal.valueOf(counted.checksHolding()),
                                    BigDecimal.valueOf(counted.checksRecomputed()));
                }),
                count("Errors", "M", last, summary.coverage(), Coverage::errors),
                count("Warnings", "N", last, summary.coverage(), Coverage::warnings));
        workbook.on(ReportSheet.COVERAGE)
                .write(
                        ReportSheet.COVERAGE,
                        "Coverage: " + summary.title(),
                        "All numbers: figures and numbers left out with their reason, which together are every number of"
                                + " the reports.",
                        columns,
                        rows,
                        "");
    }

    private static Coverage counted(CoverageRow row, YearSummary summary) {
        return row.coverage() == null ? summary.coverage() : row.coverage();
    }

    private static Column<CoverageRow> count(
            String header, String column, int last, Coverage all, ToIntFunction<Coverage> count) {
        return Column.of(
                header,
                13,
                row -> row.coverage() == null
                        ? CellValue.formula(
                                "SUM(" + column + ReportSheet.FIRST_ROW + ":" + column + last + ")",
                                BigDecimal.valueOf(count.applyAsInt(all)))
                        : CellValue.whole(count.applyAsInt(row.coverage())));
    }

    private record FindingRow(Region region, Check check) {}

    private static void findings(ReportWorkbook workbook, YearSummary summary) {
        List<FindingRow> rows = new ArrayList<>();
        summary.provinces()
                .forEach(line -> line.findings().forEach(check -> rows.add(new FindingRow(line.region(), check))));
        List<Column<FindingRow>> columns = List.of(
                Column.text("Province", 40, row -> row.region().name()),
                Column.of("Outcome", 12, row -> new CellValue.Alert(row.check().outcome())),
                Column.text("Rule", 32, row -> Labels.of(row.check().rule())),
                Column.text("Finding", 90, row -> row.check().message()),
                Column.text("Stated", 30, row -> row.check().stated()),
                Column.text("Expected", 30, row -> row.check().expected()),
                Column.of("Code", 13, row -> CellValue.text(row.region().code())),
                Column.of(
                        "Sentence",
                        100,
                        row -> CellValue.text(
                                row.check().figures().isEmpty()
                                        ? ""
                                        : row.check().figures().get(0).sentenceText())));
        workbook.on(ReportSheet.FINDINGS)
                .write(
                        ReportSheet.FINDINGS,
                        "Findings: " + summary.title(),
                        "Figures of the reports that cannot all be right (error) or that a person should look at"
                                + " (warning).",
                        columns,
                        rows,
                        "Nothing was found");
    }
}
