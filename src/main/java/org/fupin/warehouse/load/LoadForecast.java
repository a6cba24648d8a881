package org.fupin.warehouse.load;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.fupin.observation.document.SourceFile;
import org.fupin.warehouse.load.LoadResult.ArticleOutcome;
import org.fupin.warehouse.query.ProvinceYearKey;

/**
 * What loading some documents would do.
 *
 * @param articles of the documents, those of one in the order of its text
 * @param provinceYears all that the warehouse would hold then
 * @param corrections what would be corrected
 */
public record LoadForecast(
        List<ForecastArticle> articles,
        SortedMap<ProvinceYearKey, ForecastProvinceYear> provinceYears,
        ForecastCorrections corrections) {

    public LoadForecast {
        articles = List.copyOf(articles);
        provinceYears = Collections.unmodifiableSortedMap(new TreeMap<>(provinceYears));
    }

    /**
     * What becomes of corrections.
     *
     * @param articles that would change by them
     * @param applied lines that these articles would have then
     * @param toReview lines that could not be applied to them
     */
    public record ForecastCorrections(int articles, int applied, int toReview) {

        static final ForecastCorrections NONE = new ForecastCorrections(0, 0, 0);
    }

    /** @param documentId of the document that it stands in */
    public record ForecastArticle(
            String documentId, String title, ProvinceYearKey provinceYear, ArticleOutcome outcome) {}

    /**
     * A province and year as it would be.
     *
     * @param vintage then; as it is now where nothing changes
     * @param files the documents of its articles then, by name
     * @param added articles
     * @param superseded articles
     * @param figures what changes in the figures
     */
    public record ForecastProvinceYear(
            int vintage, List<SourceFile> files, boolean changed, int added, int superseded, FigureChanges figures) {

        public ForecastProvinceYear {
            files = List.copyOf(files);
        }
    }

    /** Counts of figures: those of added articles are added, the others are matched as a report's revisions are. */
    public record FigureChanges(int added, int revised, int removed) {

        static final FigureChanges NONE = new FigureChanges(0, 0, 0);

        FigureChanges plus(FigureChanges more) {
            return new FigureChanges(added + more.added, revised + more.revised, removed + more.removed);
        }
    }

    /** The province-years of which something else would hold then. */
    public SortedMap<ProvinceYearKey, ForecastProvinceYear> changes() {
        SortedMap<ProvinceYearKey, ForecastProvinceYear> changes = new TreeMap<>(provinceYears);
        changes.values().removeIf(then -> !then.changed());
        return changes;
    }

    /** How many articles would have this outcome. */
    public int count(ArticleOutcome outcome) {
        return (int) articles.stream()
                .filter(article -> article.outcome() == outcome)
                .count();
    }
}
