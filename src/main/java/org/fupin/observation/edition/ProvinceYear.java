package org.fupin.observation.edition;

import java.time.YearMonth;
import java.util.List;
import org.fupin.observation.document.ArticleText;
import org.fupin.observation.document.ExtractedArticle;
import org.fupin.observation.document.SourceFile;
import org.fupin.observation.finding.Finding;

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
 * @param revised whether files of the province changed what an earlier vintage said; corrections of people do not
 * @param texts of the articles, for what shows them whole; empty where nobody asked
 * @param origin how the vintage came about
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
        List<DisplacedEdition> displaced,
        boolean revised,
        List<ArticleText> texts,
        EditionOrigin origin) {

    public ProvinceYear {
        files = List.copyOf(files);
        articles = List.copyOf(articles);
        findings = List.copyOf(findings);
        revisions = List.copyOf(revisions);
        displaced = List.copyOf(displaced);
        texts = List.copyOf(texts);
    }

    /** One of which nobody knows how it came about. */
    public ProvinceYear(
            String region,
            int year,
            int vintage,
            YearMonth edition,
            List<SourceFile> files,
            List<ExtractedArticle> articles,
            List<Finding> findings,
            List<Revision> revisions,
            List<DisplacedEdition> displaced,
            boolean revised,
            List<ArticleText> texts) {
        this(
                region,
                year,
                vintage,
                edition,
                files,
                articles,
                findings,
                revisions,
                displaced,
                revised,
                texts,
                EditionOrigin.UNKNOWN);
    }

    /** This one with what an audit found of it. */
    public ProvinceYear withFindings(List<Finding> found) {
        return new ProvinceYear(
                region, year, vintage, edition, files, articles, found, revisions, displaced, revised, texts, origin);
    }

    /** This one together with the texts of its articles. */
    public ProvinceYear withTexts(List<ArticleText> ofArticles) {
        return new ProvinceYear(
                region,
                year,
                vintage,
                edition,
                files,
                articles,
                findings,
                revisions,
                displaced,
                revised,
                ofArticles,
                origin);
    }

    /** This one with another word on how it came about. */
    public ProvinceYear withOrigin(EditionOrigin other) {
        return new ProvinceYear(
                region, year, vintage, edition, files, articles, findings, revisions, displaced, revised, texts, other);
    }
}
