package org.fupin.report.content;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.fupin.observation.finding.FindingRule;
import org.fupin.report.Check;
import org.fupin.report.ProvinceYearReport;
import org.fupin.report.figure.Labels;
import org.fupin.report.table.ColumnType;
import org.fupin.report.table.Layout;
import org.fupin.report.table.Table;

/** How many checks of each kind hold. */
final class RuleTable implements ReportTable<ProvinceYearReport> {

    private record Line(String label, List<Check> checks, boolean isSum) {

        int holding() {
            return (int) checks.stream().filter(Check::holds).count();
        }
    }

    private static final Layout<Line> LAYOUT = Layout.<Line>ofPage("Rules")
            .page("Check", ColumnType.TEXT, 264, Line::label)
            .strong()
            .page(
                    "Recomputed",
                    ColumnType.COUNT,
                    80,
                    line -> Phrases.number(line.checks().size()))
            .strong()
            .page("Hold", ColumnType.COUNT, 80, line -> Phrases.number(line.holding()))
            .strong()
            .page(
                    "Do not hold",
                    ColumnType.COUNT,
                    80,
                    line -> Phrases.number(line.checks().size() - line.holding()))
            .strong()
            .strongLines(Line::isSum)
            .build();

    @Override
    public Layout<?> layout() {
        return LAYOUT;
    }

    @Override
    public boolean isDetail() {
        return true;
    }

    @Override
    public Table of(ProvinceYearReport report) {
        Map<FindingRule, List<Check>> byRule = new EnumMap<>(FindingRule.class);
        report.checks().all().forEach(check -> byRule.computeIfAbsent(check.rule(), rule -> new ArrayList<>())
                .add(check));
        List<Line> lines = new ArrayList<>();
        byRule.forEach((rule, checks) -> lines.add(new Line(Labels.of(rule), checks, false)));
        if (lines.size() > 1) {
            lines.add(new Line("All", report.checks().all(), true));
        }
        return LAYOUT.table(Table.Texts.ofPage(CheckTable.part(report), "Checks by kind", ""), lines);
    }
}
