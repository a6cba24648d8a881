package org.fupin.observation;

import java.util.List;

/**
 * A file that was read: its text and how it divides.
 *
 * @param text the extracted text, to which all offsets refer; for a UTF-8 text file the file itself, character for
 *     character (a byte order mark included)
 * @param articles in the order of the text, at least one
 */
public record SourceDocument(SourceFile file, String text, List<Article> articles) {

    public SourceDocument {
        articles = List.copyOf(articles);
    }
}
