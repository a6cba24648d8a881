package org.fupin.observation;

import java.util.List;

/**
 * What was found in a document: every number token of its text is in exactly one observation or left-out number.
 *
 * @param articles one for each of the document's, in its order
 * @param outside numbers that stand in no article: page furniture and the like
 */
public record ExtractedDocument(SourceDocument document, List<ExtractedArticle> articles, List<LeftOutNumber> outside) {

    public ExtractedDocument {
        articles = List.copyOf(articles);
        outside = List.copyOf(outside);
    }
}
