package org.fupin.observation.document;

import java.util.List;
import org.fupin.observation.LeftOutNumber;

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
