package org.fupin.report.content;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fupin.report.Note;
import org.fupin.report.ProvinceYearReport;
import org.fupin.report.YearSummary;
import org.fupin.report.table.Cell;
import org.fupin.report.table.ColumnType;
import org.fupin.report.table.Layout;
import org.fupin.report.table.Row;
import org.fupin.report.table.Table;

/** How to read the tables, and the flags, units and codes in them. */
final class NoteTable<S> implements ReportTable<S> {

    /** The notes whose codes and terms pages show; they have words where sheets have the other codes. */
    private static final List<String> TOPICS = List.of("How to read", "Flags", "Status", "Units");

    private static final Layout<Note> LAYOUT = Layout.<Note>ofSheet(
                    "Notes", "Notes", "How to read the tables; flags, units and codes")
            .text("Topic", 28, Note::topic)
            .cell("Code", ColumnType.CODE, 20, note -> Cell.text(note.code()))
            .text("Term", 40, Note::term)
            .page("Term", ColumnType.NAME, 130, NoteTable::codeAndTerm)
            .text("Explanation", 110, Note::explanation)
            .onPage(ColumnType.TEXT, 374)
            .sections(note -> new Row.Section(note.topic(), ""))
            .linesOnPage(
                    note -> TOPICS.contains(note.topic()) && !note.explanation().isEmpty())
            .build();

    private final Function<S, List<Note>> notes;
    private final Function<S, String> title;

    private NoteTable(Function<S, List<Note>> notes, Function<S, String> title) {
        this.notes = notes;
        this.title = title;
    }

    static ReportTable<ProvinceYearReport> ofProvinceYear() {
        return new NoteTable<>(ProvinceYearReport::notes, ProvinceYearReport::title);
    }

    static ReportTable<YearSummary> ofYear() {
        return new NoteTable<>(YearSummary::notes, YearSummary::title);
    }

    @Override
    public Layout<?> layout() {
        return LAYOUT;
    }

    @Override
    public boolean isDetail() {
        return true;
    }

    @Override
    public Table of(S report) {
        return LAYOUT.table(
                Table.Texts.ofSheet(
                                "Notes: " + title.apply(report),
                                "How to read the tables, and the flags, units and codes in them.",
                                "")
                        .onPage(
                                new Table.Part(
                                        "Notes",
                                        "How to read this report. The notes of its workbook explain all codes."),
                                "",
                                ""),
                notes.apply(report));
    }

    private static String codeAndTerm(Note note) {
        return Stream.of(note.code().equals(note.term()) ? "" : note.code(), note.term())
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" "));
    }
}
