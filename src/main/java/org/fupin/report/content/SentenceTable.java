package org.fupin.report.content;

import org.fupin.report.ProvinceYearReport;
import org.fupin.report.figure.SourceSentence;
import org.fupin.report.table.Cell;
import org.fupin.report.table.ColumnType;
import org.fupin.report.table.Layout;
import org.fupin.report.table.Row;
import org.fupin.report.table.Table;

/** Every sentence of the sources; pages show those with figures. Its lines have the numbers of the sentences. */
final class SentenceTable implements ReportTable<ProvinceYearReport> {

    static final String CODE = "Sources";

    private static final Layout<SourceSentence> LAYOUT = Layout.<SourceSentence>ofSheet(
                    CODE, "Sources", "Every sentence of the sources, with its figures")
            .cell("Sentence", ColumnType.COUNT, 11, sentence -> Cell.whole(sentence.number()))
            .page("No.", ColumnType.CODE, 30, sentence -> Integer.toString(sentence.number()))
            .wrapped("Figures", ColumnType.LINK, 26, sentence -> Cells.figures(sentence.figures()))
            .text("Text", 105, SourceSentence::text)
            .page("Sentence", ColumnType.TEXT, 376, SourceSentence::text)
            .text("Section", 40, SourceSentence::heading)
            .page("Section", ColumnType.CODE, 98, sentence -> sentence.heading().isEmpty() ? "–" : sentence.heading())
            .text("Programme", 30, sentence -> sentence.programme().label())
            .cell("Article", ColumnType.TEXT, 60, sentence -> Cell.text(sentence.article()))
            .cell("Document", ColumnType.TEXT, 40, sentence -> Cell.text(sentence.documentName()))
            .cell(
                    "Begin",
                    ColumnType.COUNT,
                    11,
                    sentence -> Cell.whole(sentence.span().begin()))
            .cell(
                    "End",
                    ColumnType.COUNT,
                    11,
                    sentence -> Cell.whole(sentence.span().end()))
            .sections(sentence ->
                    new Row.Section("Sentences cited: " + sentence.article(), "In " + sentence.documentName()))
            .linesOnPage(sentence -> !sentence.figures().isEmpty())
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
        return LAYOUT.table(
                Table.Texts.ofSheet(
                                "Sentences of the sources: " + report.title(),
                                "Every sentence as written. Figures leads back to the first figure that the sentence"
                                        + " states.",
                                "The sources hold no sentence")
                        .onPage(ArticleTable.PART, "", ""),
                report.sources().sentences());
    }
}
