package org.fupin.observation.document;

import java.util.List;

/**
 * A file that was read: its text and how it divides.
 *
 * @param text the extracted text, to which all offsets refer; for a UTF-8 text file the file itself, character for
 *     character (a byte order mark included)
 * @param articles in the order of the text, at least one
 * @param warnings what was not read in it, or read under an assumption, in the order of their begins
 * @param tables where the cells of its tables are, in the form of the reader; empty where the text itself shows it
 */
public record SourceDocument(
        SourceFile file, String text, List<Article> articles, List<Warning> warnings, String tables) {

    public SourceDocument {
        articles = List.copyOf(articles);
        warnings = List.copyOf(warnings);
    }

    /** A document of which there is nothing to warn. */
    public SourceDocument(SourceFile file, String text, List<Article> articles) {
        this(file, text, articles, List.of(), "");
    }

    public SourceDocument withWarnings(List<Warning> others) {
        return new SourceDocument(file, text, articles, others, tables);
    }
}
