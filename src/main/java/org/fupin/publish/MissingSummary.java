package org.fupin.publish;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.fupin.report.YearSummary;
import org.fupin.warehouse.query.ProvinceYearKey;

/**
 * A year that has no summary, because too few provinces report on it.
 *
 * @param provinces how many there are, at least one
 */
public record MissingSummary(int year, int provinces) {

    /** Those among the years of what is held, ascending. */
    public static List<MissingSummary> of(Collection<ProvinceYearKey> held) {
        SortedMap<Integer, Integer> provinces = new TreeMap<>();
        held.forEach(key -> provinces.merge(key.year(), 1, Integer::sum));
        List<MissingSummary> missing = new ArrayList<>();
        provinces.forEach((year, count) -> {
            if (count < YearSummary.FEWEST_PROVINCES) {
                missing.add(new MissingSummary(year, count));
            }
        });
        return missing;
    }

    /** For people, years of equally many provinces in a line: "no summary of 2010, 2012: reports of 2 provinces, 3 are needed". */
    public static List<String> lines(Collection<MissingSummary> missing) {
        TreeMap<Integer, List<MissingSummary>> byProvinces = missing.stream()
                .collect(Collectors.groupingBy(MissingSummary::provinces, TreeMap::new, Collectors.toList()));
        List<String> lines = new ArrayList<>();
        byProvinces
                .descendingMap()
                .forEach((provinces, years) -> lines.add("no summary of %s: reports of %d %s, %d are needed"
                        .formatted(
                                years.stream()
                                        .map(one -> Integer.toString(one.year()))
                                        .collect(Collectors.joining(", ")),
                                provinces,
                                provinces == 1 ? "province" : "provinces",
                                YearSummary.FEWEST_PROVINCES)));
        return lines;
    }
}
