package org.fupin.report.excel;

import java.math.BigDecimal;
import java.util.List;
import org.fupin.observation.Observation;
import org.fupin.report.FigureText;
import org.fupin.report.Labels;
import org.fupin.report.LeftOut;
import org.fupin.report.Note;
import org.fupin.report.ProvinceYearReport;
import org.fupin.report.RevisionLine;
import org.fupin.report.SourceSentence;
import org.fupin.report.Sources.SourceArticle;
import org.jspecify.annotations.Nullable;

/** Where the figures come from: revisions, sentences, documents, the numbers that are no figures, and the notes. */
final class SourceSheets {

    private final ProvinceYearReport report;

    SourceSheets(ProvinceYearReport report) {
        this.report = report;
    }

    void write(ReportWorkbook workbook) {
        revisions(workbook);
        sentences(workbook);
        documents(workbook);
        leftOut(workbook);
        notes(workbook, report.notes(), report.title());
    }

    private void revisions(ReportWorkbook workbook) {
        List<Column<RevisionLine>> columns = List.of(
                Column.text("Article", 54, RevisionLine::article),
                Column.of("Change", 12, line -> CellValue.text(line.change())),
                Column.text("Item", 54, line -> either(line).item()),
                Column.text("Before", 28, line -> stated(line.before())),
                Column.of("Value before", 18, line -> value(line.before())),
                Column.text("After", 28, line -> stated(line.after())),
                Column.of("Value after", 18, line -> value(line.after())),
                Column.of("Unit", 13, line -> Cells.unit(either(line))),
                Column.of(
                        "Period",
                        13,
                        line -> CellValue.text(either(line).period().iso())),
                Column.of("Figure", 10, line -> Cells.figure(line.figure())));
        workbook.on(ReportSheet.REVISIONS)
                .write(
                        ReportSheet.REVISIONS,
                        "Revisions: " + report.title(),
                        report.isProvisional()
                                ? "This is the first vintage: nothing has been revised yet."
                                : "What vintage " + report.vintage() + " changed against the one before.",
                        columns,
                        report.revisions(),
                        "No figure was revised");
    }

    private static Observation either(RevisionLine line) {
        return line.after() != null ? line.after() : line.before();
    }

    private static String stated(@Nullable Observation observation) {
        return observation == null ? "" : FigureText.of(observation);
    }

    private static CellValue value(@Nullable Observation observation) {
        return observation == null ? CellValue.EMPTY : Cells.value(observation);
    }

    private void sentences(ReportWorkbook workbook) {
        List<Column<SourceSentence>> columns = List.of(
                Column.of("Sentence", 11, sentence -> CellValue.whole(sentence.number())),
                Column.wrapped("Figures", 26, sentence -> Cells.figures(sentence.figures())),
                Column.text("Text", 105, SourceSentence::text),
                Column.text("Section", 40, SourceSentence::heading),
                Column.text("Programme", 30, sentence -> sentence.programme().label()),
                Column.of("Article", 60, sentence -> CellValue.text(sentence.article())),
                Column.of("Document", 40, sentence -> CellValue.text(sentence.documentName())),
                Column.of(
                        "Begin", 11, sentence -> CellValue.whole(sentence.span().begin())),
                Column.of("End", 11, sentence -> CellValue.whole(sentence.span().end())));
        workbook.on(ReportSheet.SOURCES)
                .write(
                        ReportSheet.SOURCES,
                        "Sentences of the sources: " + report.title(),
                        "Every sentence as written. Figures leads back to the first figure that the sentence states.",
                        columns,
                        report.sources().sentences(),
                        "The sources hold no sentence");
    }

    private void documents(ReportWorkbook workbook) {
        List<SourceArticle> rows = report.sources().articles();
        List<Column<SourceArticle>> columns = List.of(
                Column.text("Article", 60, SourceArticle::title),
                Column.text("Author", 44, SourceArticle::author),
                Column.text("Paired with", 26, SourceArticle::partner),
                Column.of("Sections", 11, article -> CellValue.whole(article.sections())),
                Column.of("Sentences", 12, article -> CellValue.whole(article.sentences())),
                Column.of("Figures", 11, article -> CellValue.whole(article.figures())),
                Column.of("Left out", 11, article -> CellValue.whole(article.leftOut())),
                Column.byRow(
                        "All numbers",
                        11,
                        (article, row) -> CellValue.formula(
                                "F" + row + "+G" + row, BigDecimal.valueOf(article.figures() + article.leftOut()))),
                Column.of(
                        "Document", 36, article -> CellValue.text(article.file().name())),
                Column.of("Format", 11, article -> CellValue.text(article.file().format())),
                Column.of(
                        "Encoding", 13, article -> CellValue.text(article.file().charset())),
                Column.of(
                        "Bytes",
                        13,
                        article -> new CellValue.Amount(
                                BigDecimal.valueOf(article.file().size()), 0)),
                Column.of(
                        "SHA-256", 80, article -> CellValue.text(article.file().id())),
                Column.text(
                        "Report of", 30, article -> article.subArea().isEmpty() ? "the province" : article.subArea()),
                Column.text("Stated by the operator", 40, SourceArticle::stated),
                Column.text("Displaced files", 60, article -> String.join("; ", article.displaced())));
        workbook.on(ReportSheet.DOCUMENTS)
                .write(
                        ReportSheet.DOCUMENTS,
                        "Documents and articles: " + report.title(),
                        report.leftOut().summary() + ".",
                        columns,
                        rows,
                        "No article is held");
    }

    private void leftOut(ReportWorkbook workbook) {
        List<Column<LeftOut.Line>> columns = List.of(
                Column.of("Number", 10, line -> CellValue.whole(line.number())),
                Column.text("As written", 30, LeftOut.Line::text),
                Column.of("Reason", 18, line -> Cells.code(line.reason())),
                Column.text("Meaning", 36, line -> Labels.of(line.reason())),
                Column.of("Sentence", 11, line -> Cells.sentenceNumber(line.sentence())),
                Column.text("Section", 40, LeftOut.Line::heading),
                Column.of("Article", 60, line -> CellValue.text(line.article())),
                Column.of("Document", 40, line -> CellValue.text(line.documentName())),
                Column.of("Begin", 11, line -> CellValue.whole(line.span().begin())),
                Column.of("End", 11, line -> CellValue.whole(line.span().end())));
        workbook.on(ReportSheet.LEFT_OUT)
                .write(
                        ReportSheet.LEFT_OUT,
                        "Numbers that are no figures: " + report.title(),
                        report.leftOut().summary() + ".",
                        columns,
                        report.leftOut().numbers(),
                        "No number was left out");
    }

    static void notes(ReportWorkbook workbook, List<Note> notes, String title) {
        List<Column<Note>> columns = List.of(
                Column.text("Topic", 28, Note::topic),
                Column.of("Code", 20, note -> CellValue.text(note.code())),
                Column.text("Term", 40, Note::term),
                Column.text("Explanation", 110, Note::explanation));
        workbook.on(ReportSheet.NOTES)
                .write(
                        ReportSheet.NOTES,
                        "Notes: " + title,
                        "How to read the tables, and the flags, units and codes in them.",
                        columns,
                        notes,
                        "");
    }
}
