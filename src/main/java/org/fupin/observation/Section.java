package org.fupin.observation;

import java.util.List;

/**
 * A stretch of an article under one heading.
 *
 * @param heading as written, without brackets; empty for text before the first heading
 * @param begin offset of the heading's first character, after any bracket; of the text where there is no heading
 * @param body the text under the heading
 * @param sentences of the body, in order; they do not overlap
 */
public record Section(String heading, Programme programme, int begin, Span body, List<Sentence> sentences) {

    public Section {
        sentences = List.copyOf(sentences);
    }
}
