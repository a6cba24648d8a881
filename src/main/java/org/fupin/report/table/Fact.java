package org.fupin.report.table;

/**
 * A line of a cover.
 *
 * @param label what it says, empty if its heading says so
 */
public record Fact(String label, Cell value) {

    public Fact(String label, String text) {
        this(label, new Cell.Text(text));
    }
}
