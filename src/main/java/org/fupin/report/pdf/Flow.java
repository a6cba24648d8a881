package org.fupin.report.pdf;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a report says after its first page, as rows for the template: parts, which hold tables, which hold rows. A row is a
 * map from the names of the template's fields to strings and integers; {@code kind} tells the template which columns the
 * table has.
 */
final class Flow {

    private final Glyphs glyphs;
    private final List<Map<String, ?>> rows = new ArrayList<>();
    private String part = "";
    private String intro = "";
    private String table = "";
    private String tableNote = "";
    private String kind = "";
    private int tables;

    Flow(Glyphs glyphs) {
        this.glyphs = glyphs;
    }

    /** Begins a part with its heading and a paragraph below it, which may be empty. */
    Flow part(String heading, String intro) {
        this.part = glyphs.line(heading);
        this.intro = glyphs.line(intro);
        return this;
    }

    /** Begins a table; one that gets no row is not shown, nor is a part without tables. */
    Flow table(String kind, String heading, String note) {
        this.kind = kind;
        this.table = glyphs.line(heading);
        this.tableNote = glyphs.line(note);
        tables++;
        return this;
    }

    /** Adds a row to the table: names of fields and their values by turns; an empty string is left away. */
    void row(@Nullable Object... namesAndValues) {
        Map<String, Object> row = new HashMap<>();
        row.put("part", part);
        row.put("intro", intro);
        row.put("kind", kind);
        row.put("tableNumber", tables);
        row.put("table", table);
        row.put("tableNote", tableNote);
        for (int i = 0; i < namesAndValues.length; i += 2) {
            String name = (String) namesAndValues[i];
            Object value = namesAndValues[i + 1];
            if (value instanceof String text) {
                String line = glyphs.line(text);
                value = line.isEmpty() ? null : line;
            }
            if (value != null) {
                row.put(name, value);
            }
        }
        rows.add(row);
    }

    List<Map<String, ?>> rows() {
        return List.copyOf(rows);
    }
}
