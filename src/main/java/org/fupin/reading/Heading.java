package org.fupin.reading;

import org.fupin.observation.Span;

/**
 * A section heading.
 *
 * @param span the heading without brackets, counters and white space
 * @param bodyBegin where the text under it begins; the end of the paragraph for a heading on a line of its own
 */
record Heading(Span span, int bodyBegin) {}
