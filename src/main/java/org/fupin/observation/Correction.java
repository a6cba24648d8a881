package org.fupin.observation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a person corrected in a field of a figure, and what became of it in an edition of the article.
 *
 * @param documentId of the document that the person saw
 * @param span of the number in that document
 * @param text the characters there
 * @param value in the form of the records, empty for "not stated"; offsets are those of the edition
 * @param reason why, empty if nobody said
 * @param by who
 * @param place of the number in the edition; null where it cannot be told
 * @param read the field as the program read it in the edition; null where there was no figure
 * @param problem why it was not applied and needs a person again, for people; null if it was applied
 */
public record Correction(
        String documentId,
        Span span,
        String text,
        CorrectedField field,
        String value,
        String reason,
        String by,
        Instant at,
        @Nullable Span place,
        @Nullable String read,
        @Nullable String problem) {

    /** Whether the edition has it. */
    public boolean applied() {
        return problem == null;
    }
}
