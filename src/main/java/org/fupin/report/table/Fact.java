package org.fupin.report.table;

/** A line of a cover. */
public record Fact(String label, Cell value) {

    public Fact(String label, String text) {
        this(label, new Cell.Text(text));
    }
}
