package org.fupin.report.content;

import org.fupin.observation.document.SourceFile;
import org.fupin.report.ProvinceYearReport;
import org.fupin.report.table.ColumnType;
import org.fupin.report.table.Layout;
import org.fupin.report.table.Table;

/** The files that a report was made from. */
final class DocumentTable implements ReportTable<ProvinceYearReport> {

    private static final Layout<SourceFile> LAYOUT = Layout.<SourceFile>ofPage("Files")
            .page("Document", ColumnType.TEXT, 118, SourceFile::name)
            .page(
                    "Format",
                    ColumnType.CODE,
                    96,
                    file -> file.format() + ", " + file.charset() + ", " + Phrases.bytes(file.size()))
            .page("SHA-256", ColumnType.CODE, 290, SourceFile::id)
            .build();

    @Override
    public Layout<?> layout() {
        return LAYOUT;
    }

    @Override
    public Table of(ProvinceYearReport report) {
        return LAYOUT.table(
                Table.Texts.ofPage(
                        ArticleTable.PART, "Documents", "The SHA-256 tells whether a file is the one that was read."),
                report.sources().files());
    }
}
