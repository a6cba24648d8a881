package org.fupin.observation.document;

import org.fupin.observation.LeftOutReason;
import org.fupin.observation.Span;

/**
 * A stretch of a document that was not read as figures, or was read under an assumption that a reader should know of.
 *
 * @param span where; numbers in it that stand in no section are left out for {@code reason}
 * @param reason why numbers of the span are left out: {@link LeftOutReason#NOT_READ} for text of another language, {@link
 *     LeftOutReason#TABLE} for a table; {@link LeftOutReason#OTHER} where the warning is about no number
 * @param message for people, with the line, without the file's name
 */
public record Warning(Span span, LeftOutReason reason, String message) {}
