package org.fupin.review;

import java.util.List;
import org.fupin.observation.Correction;
import org.fupin.observation.document.ExtractedArticle;

/**
 * An article with corrections.
 *
 * @param article what holds now
 * @param corrections all that were made of it, applied or not, by document, place and field
 */
public record CorrectedArticle(ExtractedArticle article, List<Correction> corrections) {

    public CorrectedArticle {
        corrections = List.copyOf(corrections);
    }
}
