package org.fupin.report.content;

import java.util.List;
import org.fupin.report.YearSummary;
import org.fupin.report.table.Table;

/** The tables of the summary of a year over all provinces. */
public final class YearSummaryTables {

    /** In the order of the sheets and of the pages. */
    public static final List<ReportTable<YearSummary>> ALL = List.of(
            new ProvinceTable(),
            new RankingTable(),
            new ChartTable(),
            new CoverageTable(),
            new YearFindingTable(),
            NoteTable.ofYear());

    private YearSummaryTables() {}

    public static List<Table> of(YearSummary summary) {
        return ALL.stream().map(table -> table.of(summary)).toList();
    }
}
