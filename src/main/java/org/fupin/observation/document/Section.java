package org.fupin.observation.document;

import java.util.List;
import org.fupin.observation.Programme;
import org.fupin.observation.Span;

/**
 * A stretch of an article under one heading.
 *
 * @param heading as written, without brackets; empty for text before the first heading
 * @param begin offset of the heading's first character, after any bracket; of the text where there is no heading
 * @param body the text under the heading
 * @param sentences of the body, in order; they do not overlap
 * @param tables in order; their captions, rows and notes are among the sentences
 */
public record Section(
        String heading, Programme programme, int begin, Span body, List<Sentence> sentences, List<Table> tables) {

    public Section {
        sentences = List.copyOf(sentences);
        tables = List.copyOf(tables);
    }

    /** A section of prose alone, or one whose tables are no longer asked for. */
    public Section(String heading, Programme programme, int begin, Span body, List<Sentence> sentences) {
        this(heading, programme, begin, body, sentences, List.of());
    }
}
