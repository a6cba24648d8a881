package org.fupin.job.reading;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.fupin.warehouse.query.ProvinceYearKey;
import org.jspecify.annotations.Nullable;

/**
 * What reading all documents again changes.
 *
 * @param documents that were read
 * @param outdated of them that something else had read
 * @param fromInbox of them whose file in the inbox told what the warehouse does not keep
 * @param unreadable files that could not be read again and stay as they are, each with the reason
 * @param changes by year and region; what stays as it is does not appear
 * @param run that made the edition; null where there is none
 */
public record ReextractResult(
        int documents,
        int outdated,
        int fromInbox,
        List<String> unreadable,
        SortedMap<ProvinceYearKey, Changes> changes,
        @Nullable Long run) {

    public ReextractResult {
        unreadable = List.copyOf(unreadable);
    }

    /** The sum of all provinces and years. */
    public Changes sum() {
        return changes.values().stream().reduce(Changes.NONE, Changes::plus);
    }

    ReextractResult by(@Nullable Long made) {
        return new ReextractResult(documents, outdated, fromInbox, unreadable, changes, made);
    }

    /**
     * What changes for a province and year.
     *
     * @param added figures that were not read before
     * @param removed figures that are read no more
     * @param changed figures of which at least one field changes
     * @param fields how many of them change in a field, by its name; {@code other} for figures of which only the grounds change
     * @param articles that read otherwise, figures or not
     * @param headlines that change
     * @param findings that are new
     * @param findingsGone those that fall away
     */
    public record Changes(
            int articles,
            int added,
            int removed,
            int changed,
            SortedMap<String, Integer> fields,
            List<HeadlineChange> headlines,
            int findings,
            int findingsGone) {

        public static final Changes NONE = new Changes(0, 0, 0, 0, new TreeMap<>(), List.of(), 0, 0);

        public Changes {
            headlines = List.copyOf(headlines);
        }

        Changes plus(Changes other) {
            SortedMap<String, Integer> both = new TreeMap<>(fields);
            other.fields.forEach((field, number) -> both.merge(field, number, Integer::sum));
            return new Changes(
                    articles + other.articles,
                    added + other.added,
                    removed + other.removed,
                    changed + other.changed,
                    both,
                    Stream.concat(headlines.stream(), other.headlines.stream()).toList(),
                    findings + other.findings,
                    findingsGone + other.findingsGone);
        }
    }

    /**
     * @param indicator its code
     * @param before number and unit, empty for none
     */
    public record HeadlineChange(String indicator, String before, String after) {}
}
