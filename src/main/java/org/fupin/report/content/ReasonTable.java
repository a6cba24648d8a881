package org.fupin.report.content;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.fupin.observation.LeftOutReason;
import org.fupin.report.ProvinceYearReport;
import org.fupin.report.figure.LeftOut;
import org.fupin.report.table.ColumnType;
import org.fupin.report.table.Layout;
import org.fupin.report.table.Table;

/** How many numbers were left out for each reason. */
final class ReasonTable implements ReportTable<ProvinceYearReport> {

    /** As many examples as fit on two lines. */
    private static final int EXAMPLES = 8;

    private static final int LONGEST_EXAMPLE = 24;

    private record Line(String label, int count, String share, String examples, boolean isSum) {}

    private static final Layout<Line> LAYOUT = Layout.<Line>ofPage("Reasons")
            .page("Reason", ColumnType.TEXT, 210, Line::label)
            .strong()
            .page("Numbers", ColumnType.COUNT, 50, line -> Phrases.number(line.count()))
            .strong()
            .page("Share", ColumnType.PERCENT, 50, Line::share)
            .page("For example", ColumnType.REMARK, 194, Line::examples)
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
        LeftOut leftOut = report.leftOut();
        int all = leftOut.numbers().size();
        List<Line> lines = new ArrayList<>();
        for (LeftOut.ReasonCount reason : leftOut.byReason()) {
            lines.add(new Line(
                    reason.label(),
                    reason.count(),
                    Phrases.share(BigDecimal.valueOf(reason.count()), BigDecimal.valueOf(all)),
                    examples(leftOut, reason.reason()),
                    false));
        }
        if (lines.size() > 1) {
            lines.add(new Line("All", all, "100.0%", "", true));
        }
        Table.Part part = new Table.Part(
                "Numbers left out", leftOut.summary() + ". The workbook lists each of them with its sentence.");
        return LAYOUT.table(Table.Texts.ofPage(part, "", ""), lines);
    }

    private static String examples(LeftOut leftOut, LeftOutReason reason) {
        return leftOut.numbers().stream()
                .filter(line -> line.reason() == reason)
                .map(LeftOut.Line::text)
                .filter(text -> text.length() <= LONGEST_EXAMPLE)
                .distinct()
                .limit(EXAMPLES)
                .collect(Collectors.joining(", "));
    }
}
