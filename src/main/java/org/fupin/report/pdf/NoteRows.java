package org.fupin.report.pdf;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fupin.report.Note;

/** The notes at the end of a report. */
final class NoteRows {

    /** The notes whose codes and terms the reports show; they have words where the workbooks have the other codes. */
    private static final List<String> TOPICS = List.of("How to read", "Flags", "Status", "Units");

    private NoteRows() {}

    static void add(List<Note> notes, Flow flow) {
        flow.part("Notes", "How to read this report. The notes of its workbook explain all codes.");
        Map<String, List<Note>> byTopic = new LinkedHashMap<>();
        notes.forEach(note -> byTopic.computeIfAbsent(note.topic(), topic -> new ArrayList<>())
                .add(note));
        for (String topic : TOPICS) {
            flow.table("note", topic, "");
            for (Note note : byTopic.getOrDefault(topic, List.of())) {
                if (!note.explanation().isEmpty()) {
                    String code = note.code().equals(note.term()) ? "" : note.code();
                    flow.row("label", Phrases.join(" ", code, note.term()), "detail", note.explanation());
                }
            }
        }
    }
}
