package org.fupin.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.fupin.observation.Region;
import org.fupin.observation.document.SourceDocument;
import org.fupin.reference.Regions;
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
                throw new IllegalArgumentException(
                        "'" + part.strip() + "' is no year and no range of years, write 2012 or 2009..2012");
            }
            int first = Integer.parseInt(matcher.group(1));
            int last = matcher.group(2) == null ? first : Integer.parseInt(matcher.group(2));
            if (last < first || last - first > LONGEST) {
                throw new IllegalArgumentException(
                        "'" + part.strip() + "' is no range from an earlier year to a later");
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
        Set<String> known = Regions.load().all().stream().map(Region::code).collect(Collectors.toSet());
        SortedSet<String> areas = new TreeSet<>();
        List<String> unknown = new ArrayList<>();
        for (String part : text.split(",", -1)) {
            String code = part.strip();
            (known.contains(code) ? areas : unknown).add(code);
        }
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException(
                    "unknown region '" + String.join("', '", unknown) + "', write ISO 3166-2 codes such as CN-GS");
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
