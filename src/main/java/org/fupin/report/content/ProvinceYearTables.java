package org.fupin.report.content;

import java.util.List;
import org.fupin.report.ProvinceYearReport;
import org.fupin.report.table.Table;

/** The tables of the report on a province and year. */
public final class ProvinceYearTables {

    /** In the order of the sheets and of the pages. */
    public static final List<ReportTable<ProvinceYearReport>> ALL = List.of(
            new MainPointTable(),
            new HeadlineTable(),
            new PayerTable(),
            new ProgrammeMoneyTable(),
            new OtherMoneyTable(),
            new YearsTable(),
            new BreakdownTable(),
            new MoneyTable(),
            new ProgrammeTables(),
            new ObservationTable(),
            new CheckTable(),
            new RuleTable(),
            new RevisionTable(),
            new RereadTable(),
            new CorrectionTable(),
            new SentenceTable(),
            new ArticleTable(),
            new DocumentTable(),
            new ReasonTable(),
            new LeftOutTable(),
            NoteTable.ofProvinceYear());

    private ProvinceYearTables() {}

    /** All tables, for sheets. */
    public static List<Table> of(ProvinceYearReport report) {
        return ALL.stream().map(table -> table.of(report)).toList();
    }

    /** @param complete whether the lists of figures, sentences and the like are among them */
    public static List<Table> ofPages(ProvinceYearReport report, boolean complete) {
        return ALL.stream()
                .filter(table -> complete || !table.isDetail())
                .map(table -> table.of(report))
                .toList();
    }
}
