package org.fupin.report;

import java.util.List;
import org.fupin.observation.document.Article;
import org.fupin.observation.document.SourceFile;
import org.fupin.report.figure.SourceSentence;

/**
 * What a report was made from.
 *
 * @param files by name
 * @param articles in the order of documents and text
 * @param sentences all of them, in the order of articles and text
 */
public record Sources(List<SourceFile> files, List<SourceArticle> articles, List<SourceSentence> sentences) {

    public Sources {
        files = List.copyOf(files);
        articles = List.copyOf(articles);
        sentences = List.copyOf(sentences);
    }

    /**
     * An article and what it holds.
     *
     * @param file the document it stands in
     * @param subArea the county or prefecture of the province that alone it reports on, empty for the province
     * @param author the attribution as written, empty if there is none
     * @param partner name of the province it is paired with, empty if none
     * @param sections how many
     * @param sentences how many
     * @param figures how many
     * @param leftOut how many numbers are no figures
     * @param stated what an operator stated of it and where, empty where the text says it all
     * @param displaced files of the same run that had the article with another text, by name
     * @param article where it stands, and how it divides
     * @param text the whole of it, as it stands in the document; empty where the report was made without the texts
     */
    public record SourceArticle(
            SourceFile file,
            String title,
            String subArea,
            String author,
            String partner,
            int sections,
            int sentences,
            int figures,
            int leftOut,
            String stated,
            List<String> displaced,
            Article article,
            String text) {

        public SourceArticle {
            displaced = List.copyOf(displaced);
        }
    }
}
