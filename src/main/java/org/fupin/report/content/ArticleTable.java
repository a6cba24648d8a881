package org.fupin.report.content;

import java.math.BigDecimal;
import org.fupin.report.ProvinceYearReport;
import org.fupin.report.Sources.SourceArticle;
import org.fupin.report.table.Cell;
import org.fupin.report.table.ColumnType;
import org.fupin.report.table.Layout;
import org.fupin.report.table.Table;

/** The articles with their files, and the account of their numbers. */
final class ArticleTable implements ReportTable<ProvinceYearReport> {

    static final Table.Part PART = new Table.Part("Sources", "The documents that this report was made from.");

    private static final Layout<SourceArticle> LAYOUT = Layout.<SourceArticle>ofSheet(
                    "Documents", "Documents", "The files and articles, and the account of their numbers")
            .text("Article", 60, SourceArticle::title)
            .onPage(ColumnType.TEXT, 180)
            .text("Author", 44, SourceArticle::author)
            .page("Author, partner", ColumnType.CODE, 144, ArticleTable::people)
            .text("Paired with", 26, SourceArticle::partner)
            .cell("Sections", ColumnType.COUNT, 11, article -> Cell.whole(article.sections()))
            .onPage(ColumnType.COUNT, 45)
            .cell("Sentences", ColumnType.COUNT, 12, article -> Cell.whole(article.sentences()))
            .onPage(ColumnType.COUNT, 45)
            .cell("Figures", ColumnType.COUNT, 11, article -> Cell.whole(article.figures()))
            .onPage(ColumnType.COUNT, 45)
            .cell("Left out", ColumnType.COUNT, 11, article -> Cell.whole(article.leftOut()))
            .onPage(ColumnType.COUNT, 45)
            .cell(
                    "All numbers",
                    ColumnType.COUNT,
                    11,
                    article -> Cell.formula(
                            "{figures}+{left_out}", BigDecimal.valueOf(article.figures() + article.leftOut())))
            .cell(
                    "Document",
                    ColumnType.TEXT,
                    36,
                    article -> Cell.text(article.file().name()))
            .cell(
                    "Format",
                    ColumnType.CODE,
                    11,
                    article -> Cell.text(article.file().format()))
            .cell(
                    "Encoding",
                    ColumnType.CODE,
                    13,
                    article -> Cell.text(article.file().charset()))
            .cell(
                    "Bytes",
                    ColumnType.COUNT,
                    13,
                    article -> Cell.whole(article.file().size()))
            .cell(
                    "SHA-256",
                    ColumnType.CODE,
                    80,
                    article -> Cell.text(article.file().id()))
            .text("Report of", 30, article -> article.subArea().isEmpty() ? "the province" : article.subArea())
            .text("Stated by the operator", 40, SourceArticle::stated)
            .text("Displaced files", 60, article -> String.join("; ", article.displaced()))
            .build();

    @Override
    public Layout<?> layout() {
        return LAYOUT;
    }

    @Override
    public Table of(ProvinceYearReport report) {
        return LAYOUT.table(
                Table.Texts.ofSheet(
                                "Documents and articles: " + report.title(),
                                report.leftOut().summary() + ".",
                                "No article is held")
                        .onPage(PART, "Articles", ""),
                report.sources().articles());
    }

    private static String people(SourceArticle article) {
        return Phrases.join(
                article.subArea().isEmpty() ? "" : "report of " + article.subArea(),
                article.author(),
                article.partner().isEmpty() ? "" : "with " + article.partner(),
                article.stated().isEmpty() ? "" : "stated by the operator: " + article.stated());
    }
}
