package org.fupin.review;

import java.util.List;
import org.fupin.observation.Span;

/**
 * All that was decided of one number of a document.
 *
 * @param documentId SHA-256 of the document that the person saw
 * @param span where the number stands in its text
 * @param text the characters there
 * @param verdict on the number as a whole
 * @param lines in the order of the fields, each field once
 */
public record CorrectedNumber(String documentId, Span span, String text, Verdict verdict, List<CorrectionLine> lines) {

    public CorrectedNumber {
        lines = List.copyOf(lines);
    }
}
