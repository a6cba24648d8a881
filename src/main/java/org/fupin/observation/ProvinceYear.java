package org.fupin.observation;

import java.time.YearMonth;
import java.util.List;

/**
 * All that is held on one province and one year: what a report is made of.
 *
 * @param region ISO 3166-2 code
 * @param vintage 1 for what was first loaded, one more each time that an article was superseded or added
 * @param edition the period of the run that made this vintage
 * @param files the documents of the articles, by name
 * @param articles in the order of documents and text
 * @param findings of the articles
 * @param revisions against the vintage before, empty for the first
 * @param displaced other editions of the articles, which other files of the same run had
 */
public record ProvinceYear(
        String region,
        int year,
        int vintage,
        YearMonth edition,
        List<SourceFile> files,
        List<ExtractedArticle> articles,
        List<Finding> findings,
        List<Revision> revisions,
        List<DisplacedEdition> displaced) {

    public ProvinceYear {
        files = List.copyOf(files);
        articles = List.copyOf(articles);
        findings = List.copyOf(findings);
        revisions = List.copyOf(revisions);
        displaced = List.copyOf(displaced);
    }

    /** One whose articles no other file had. */
    public ProvinceYear(
            String region,
            int year,
            int vintage,
            YearMonth edition,
            List<SourceFile> files,
            List<ExtractedArticle> articles,
            List<Finding> findings,
            List<Revision> revisions) {
        this(region, year, vintage, edition, files, articles, findings, revisions, List.of());
    }
}
