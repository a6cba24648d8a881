package org.fupin.observation.document;

import org.fupin.observation.Span;

/**
 * A cell of a table, at its place in the grid.
 *
 * @param span its text, without the white space around it; empty for an empty cell
 * @param column its first column, from 0
 * @param width how many columns it spans, at least 1
 * @param height how many rows it spans, itself included, at least 1
 * @param header whether the source marks it as a header
 * @param indent how far its text is set in, in characters; 0 where the source does not tell
 */
public record TableCell(Span span, int column, int width, int height, boolean header, int indent) {

    /** The column behind its last. */
    public int end() {
        return column + width;
    }
}
