package org.fupin.observation.document;

import org.fupin.observation.Span;

/**
 * @param span without the white space around it
 * @param paragraph 0-based number of the paragraph within the section
 * @param text the characters of the span
 */
public record Sentence(Span span, int paragraph, String text) {}
