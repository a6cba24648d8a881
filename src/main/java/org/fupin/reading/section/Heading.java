package org.fupin.reading.section;

import org.fupin.observation.Span;

/**
 * A section heading.
 *
 * @param span the heading without brackets, counters and white space
 * @param bodyBegin where the text under it begins; the end of the paragraph for a heading on a line of its own
 * @param style how it is set off from the text
 */
public record Heading(Span span, int bodyBegin, Style style) {

    public enum Style {
        /** 【Heading】 or Heading】. */
        BRACKETED,
        /** A line of its own. */
        LINE,
        /** A colon, stop or dash stands behind it. */
        MARKED,
        /** Nothing but a blank, or not even that, stands behind it. */
        RUN_IN
    }
}
