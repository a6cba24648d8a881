package org.fupin.observation.document;

/**
 * The text of an article as it stands in its document.
 *
 * @param begin offset of its first character in the document's text
 */
public record ArticleText(String documentId, int begin, String text) {}
