package org.fupin.report.content;

import org.fupin.report.MainPoint;
import org.fupin.report.ProvinceYearReport;
import org.fupin.report.table.ColumnType;
import org.fupin.report.table.Layout;
import org.fupin.report.table.Table;

/** The main points, for pages; sheets have them on the cover. */
final class MainPointTable implements ReportTable<ProvinceYearReport> {

    private static final Layout<MainPoint> LAYOUT = Layout.<MainPoint>ofPage("Main_points")
            .page("Main point", ColumnType.TEXT, 456, MainPoint::text)
            .pageCell("Sentence", ColumnType.LINK, 48, point -> Cells.sources(point.figures()))
            .build();

    @Override
    public Layout<?> layout() {
        return LAYOUT;
    }

    @Override
    public Table of(ProvinceYearReport report) {
        return LAYOUT.table(
                Table.Texts.ofPage(
                        new Table.Part(
                                "Main points",
                                "From headline figures of which neither the reading nor a check is in doubt; a total that"
                                        + " its parts do not make is told with their sum. Each leads to its first sentence on the"
                                        + " review page."),
                        "",
                        ""),
                report.mainPoints());
    }
}
