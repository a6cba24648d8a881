package org.fupin.reading.title;

import java.util.ArrayList;
import java.util.List;
import org.fupin.observation.document.Article;

/**
 * What an operator states of a document whose text does not say it, or says it wrongly.
 *
 * @param region ISO 3166-2 code of the province reported on, empty if not stated
 * @param subArea the county or prefecture of it that alone is reported on, empty if it is the province or nothing is stated
 * @param year the year reported on, 0 if not stated
 * @param title empty if not stated
 * @param source where it is stated: the name of a file
 */
public record StatedFacts(String region, String subArea, int year, String title, String source) {

    /** Nothing is stated: the text has to say it all. */
    public static final StatedFacts NONE = new StatedFacts("", "", 0, "", "");

    /**
     * What was stated of a document, told from the articles that were read of it.
     *
     * @param articles of it, at least one
     */
    public static StatedFacts of(List<Article> articles) {
        Article first = articles.get(0);
        int open = first.stated().indexOf(" (");
        if (open < 0) {
            return NONE;
        }
        List<String> what = List.of(first.stated().substring(0, open).split(", "));
        String source = first.stated().substring(open + 2, first.stated().length() - 1);
        boolean area = what.contains("area");
        // Where a title names a year itself, the stated one is that of the others.
        Article dated = articles.stream()
                .filter(article -> !article.title().contains(Integer.toString(article.year())))
                .findFirst()
                .orElse(first);
        return new StatedFacts(
                area ? first.region() : "",
                area ? first.subArea() : "",
                what.contains("year") ? dated.year() : 0,
                what.contains("title") ? first.title() : "",
                source);
    }

    public boolean isEmpty() {
        return region.isEmpty() && year == 0 && title.isEmpty();
    }

    /** "area, year (gansu.txt.meta.yml)", empty if nothing is stated. */
    public String described() {
        List<String> what = new ArrayList<>();
        if (!region.isEmpty()) {
            what.add("area");
        }
        if (year != 0) {
            what.add("year");
        }
        if (!title.isEmpty()) {
            what.add("title");
        }
        return what.isEmpty() ? "" : String.join(", ", what) + " (" + source + ")";
    }
}
