package org.fupin.reading.title;

import java.util.ArrayList;
import java.util.List;

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
