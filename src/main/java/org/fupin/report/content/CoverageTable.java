package org.fupin.report.content;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import org.fupin.report.Coverage;
import org.fupin.report.YearSummary;
import org.fupin.report.YearSummary.ProvinceLine;
import org.fupin.report.table.Cell;
import org.fupin.report.table.ColumnType;
import org.fupin.report.table.Layout;
import org.fupin.report.table.Table;
import org.jspecify.annotations.Nullable;

/** What each province's reports hold and how well they reconcile. */
final class CoverageTable implements ReportTable<YearSummary> {

    /**
     * A line.
     *
     * @param vintage null for all provinces together
     * @param state of the edition; empty for all provinces together
     * @param above how many lines the sums are of
     */
    private record Line(
            String province, String code, @Nullable Integer vintage, String state, Coverage coverage, int above) {

        boolean isSum() {
            return vintage == null;
        }

        Cell count(String column, ToIntFunction<Coverage> count) {
            int value = count.applyAsInt(coverage);
            return isSum()
                    ? Cell.formula("SUM({" + column + "@1-" + above + "})", BigDecimal.valueOf(value))
                    : Cell.whole(value);
        }

        String vintageText() {
            return isSum() ? "" : vintage + ", " + state;
        }
    }

    private static final Layout<Line> LAYOUT = layoutOfCounts();

    private static Layout<Line> layoutOfCounts() {
        Layout.Builder<Line> layout = Layout.<Line>ofSheet(
                        "Coverage", "Coverage", "What each province's reports hold and how well they reconcile")
                .text("Province", 40, Line::province)
                .onPage(ColumnType.TEXT, 136)
                .strong()
                .cell("Code", ColumnType.CODE, 13, line -> Cell.text(line.code()))
                .cell("Vintage", ColumnType.COUNT, 10, line -> Cell.whole(line.vintage()))
                .cell("State", ColumnType.CODE, 24, line -> Cell.text(line.state()))
                .page("Vintage", ColumnType.CODE, 62, Line::vintageText);
        count(layout, "Articles", "articles", Coverage::articles, 40);
        count(layout, "Sections", "sections", Coverage::sections, 0);
        count(layout, "Sentences", "sentences", Coverage::sentences, 48);
        count(layout, "Figures", "figures", Coverage::figures, 42);
        count(layout, "Left out", "left_out", Coverage::leftOut, 42);
        layout.cell(
                "All numbers",
                ColumnType.COUNT,
                11,
                line -> Cell.formula(
                        "{figures}+{left_out}",
                        BigDecimal.valueOf(
                                line.coverage().figures() + line.coverage().leftOut())));
        count(layout, "Relations recomputed", "relations_recomputed", Coverage::checksRecomputed, 0);
        count(layout, "Relations that hold", "relations_that_hold", Coverage::checksHolding, 0);
        layout.page("Checks hold", ColumnType.COUNT, 58, CoverageTable::holding)
                .strong()
                .cell("Percent that hold", ColumnType.PERCENT, 11, CoverageTable::percent);
        count(layout, "Errors", "errors", Coverage::errors, 34);
        count(layout, "Warnings", "warnings", Coverage::warnings, 42);
        return layout.strongLines(Line::isSum).build();
    }

    private static void count(
            Layout.Builder<Line> layout, String title, String code, ToIntFunction<Coverage> count, int pageWidth) {
        layout.cell(title, ColumnType.COUNT, 13, line -> line.count(code, count))
                .onPage(ColumnType.COUNT, pageWidth)
                .strong();
    }

    @Override
    public Layout<?> layout() {
        return LAYOUT;
    }

    @Override
    public Table of(YearSummary summary) {
        List<Line> lines = new ArrayList<>();
        for (ProvinceLine province : summary.provinces()) {
            lines.add(new Line(
                    province.region().name(),
                    province.region().code(),
                    province.vintage(),
                    province.state(),
                    province.coverage(),
                    0));
        }
        lines.add(new Line("All provinces", "", null, "", summary.coverage(), lines.size()));
        return LAYOUT.table(
                Table.Texts.ofSheet(
                                "Coverage: " + summary.title(),
                                "All numbers: figures and numbers left out with their reason, which together are every"
                                        + " number of the reports.",
                                "")
                        .onPage(
                                new Table.Part(
                                        "Coverage",
                                        "What the reports of each province hold, and how the arithmetic in them turned"
                                                + " out."),
                                "",
                                ""),
                lines);
    }

    private static String holding(Line line) {
        return line.coverage().checksRecomputed() == 0
                ? "–"
                : line.coverage().checksHolding() + " of " + line.coverage().checksRecomputed();
    }

    private static Cell percent(Line line) {
        return line.coverage().checksRecomputed() == 0
                ? Cell.EMPTY
                : Cell.percentage(
                        "{relations_that_hold}/{relations_recomputed}*100",
                        BigDecimal.valueOf(line.coverage().checksHolding()),
                        BigDecimal.valueOf(line.coverage().checksRecomputed()));
    }
}
