package org.fupin.observation.document;

import java.util.ArrayList;
import java.util.List;

/**
 * A table in the text of a section. Its captions, rows and notes are also sentences of the section.
 *
 * @param captions what is said of it above it: its name, the unit of its figures
 * @param rows in order, at least one
 * @param notes what is said of its figures below it
 */
public record Table(List<Sentence> captions, List<TableRow> rows, List<Sentence> notes) {

    public Table {
        captions = List.copyOf(captions);
        rows = List.copyOf(rows);
        notes = List.copyOf(notes);
    }

    /** The first of its sentences. */
    public Sentence first() {
        return captions.isEmpty() ? rows.get(0).sentence() : captions.get(0);
    }

    /** Its sentences: captions, rows, notes. */
    public List<Sentence> sentences() {
        List<Sentence> all = new ArrayList<>(captions);
        rows.forEach(row -> all.add(row.sentence()));
        all.addAll(notes);
        return all;
    }
}
