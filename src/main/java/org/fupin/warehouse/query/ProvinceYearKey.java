package org.fupin.warehouse.query;

import java.util.Comparator;

/** A province and a year: what is audited and reported on as one. Ordered by year, then by region. */
public record ProvinceYearKey(String region, int year) implements Comparable<ProvinceYearKey> {

    private static final Comparator<ProvinceYearKey> ORDER =
            Comparator.comparingInt(ProvinceYearKey::year).thenComparing(ProvinceYearKey::region);

    @Override
    public int compareTo(ProvinceYearKey other) {
        return ORDER.compare(this, other);
    }
}
