package org.fupin.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fupin.observation.document.SourceDocument;
import org.fupin.warehouse.query.ProvinceYearKey;

/**
 * Which provinces and years a run is about. Empty sets stand for all.
 *
 * <p>A file that has no article in scope is left for a run that wants it; one that has is loaded whole, since a file is
 * loaded or not. Reports and mails are made of what is in scope; the next run without a scope makes the rest.
 *
 * @param areas ISO 3166-2 codes
 */
public record RunScope(SortedSet<Integer> years, SortedSet<String> areas) {

    public static final RunScope ALL = new RunScope(new TreeSet<>(), new TreeSet<>());

    private static final Pattern YEARS = Pattern.compile("(\\d{4})(?:\\.\\.(\\d{4}))?");

    /** More years than this between two ends are a slip of the pen. */
    private static final int LONGEST = 200;

    /**
     * Reads years and ranges of years, with commas between: {@code 2012} or {@code 2009..2012,2015}.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static SortedSet<Integer> years(String text) {
        SortedSet<Integer> years = new TreeSet<>();
        for (String part : text.split(",", -1)) {
            Matcher matcher = YEARS.matcher(part.strip());
            if (!matcher.matches()) {
                throw SettingValues.invalid("years", part.strip(), "2012 or 2009..2012");
            }
            int first = Integer.parseInt(matcher.group(1));
            int last = matcher.group(2) == null ? first : Integer.parseInt(matcher.group(2));
            if (last < first || last - first > LONGEST) {
                throw SettingValues.invalid("years", part.strip(), "an earlier year before a later one");
            }
            for (int year = first; year <= last; year++) {
                years.add(year);
            }
        }
        return years;
    }

    /**
     * Reads codes of regions with commas between: {@code CN-XJ} or {@code CN-XJ,CN-GS}.
     *
     * @throws IllegalArgumentException if one is unknown
     */
    public static SortedSet<String> areas(String text) {
        SortedSet<String> areas = new TreeSet<>();
        List<String> unknown = new ArrayList<>();
        for (String part : text.split(",", -1)) {
            (SettingValues.isArea(part.strip()) ? areas : unknown).add(part.strip());
        }
        if (!unknown.isEmpty()) {
            throw SettingValues.invalidArea(String.join("', '", unknown));
        }
        return areas;
    }

    public boolean isAll() {
        return years.isEmpty() && areas.isEmpty();
    }

    public boolean includes(ProvinceYearKey key) {
        return includesYear(key.year()) && (areas.isEmpty() || areas.contains(key.region()));
    }

    /** Whether a document has an article in scope. */
    public boolean includesAnyOf(SourceDocument document) {
        return document.articles().stream()
                .anyMatch(article -> includes(new ProvinceYearKey(article.region(), article.year())));
    }

    /** Whether the summary of a year is in scope: areas do not matter to it. */
    public boolean includesYear(int year) {
        return years.isEmpty() || years.contains(year);
    }
}
