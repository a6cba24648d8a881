package org.fupin.report.figure;

import java.util.List;
import org.fupin.observation.Programme;
import org.fupin.observation.Span;

/**
 * A sentence of a source.
 *
 * @param number 1 for the first of the report; figures and left-out numbers refer to it
 * @param documentId the document that {@link #span()} refers to
 * @param documentName its path in the inbox
 * @param article the article's title
 * @param heading the section's heading as written, empty if it has none
 * @param programme the section's
 * @param span of the sentence in the document's text
 * @param text as written
 * @param figures numbers of the figures that stand in it, ascending
 */
public record SourceSentence(
        int number,
        String documentId,
        String documentName,
        String article,
        String heading,
        Programme programme,
        Span span,
        String text,
        List<Integer> figures) {

    public SourceSentence {
        figures = List.copyOf(figures);
    }
}
