package org.fupin.publish;

import java.util.ArrayList;
import java.util.List;
import org.fupin.observation.edition.ProvinceYear;
import org.fupin.reference.Regions;
import org.fupin.report.ProvinceYearReport;
import org.fupin.warehouse.query.ProvinceYearKey;
import org.fupin.warehouse.query.ProvinceYears;
import org.fupin.warehouse.query.Reviews;

/** Makes the reports' content from what the warehouse holds. */
public final class ReportSource {

    private final ProvinceYears provinceYears;
    private final Reviews reviews;
    private final Regions regions;

    public ReportSource(ProvinceYears provinceYears, Reviews reviews, Regions regions) {
        this.provinceYears = provinceYears;
        this.reviews = reviews;
        this.regions = regions;
    }

    /**
     * The report on a province and year, beside the years before.
     *
     * @throws IllegalStateException if nothing is held on it
     */
    public ProvinceYearReport report(ProvinceYearKey key) {
        ProvinceYear current = provinceYears
                .find(key.region(), key.year())
                .map(provinceYears::withTexts)
                .orElseThrow(() -> new IllegalStateException("nothing is held on " + key.region() + " " + key.year()));
        List<ProvinceYear> earlier = new ArrayList<>();
        for (ProvinceYearKey other : provinceYears.keys()) {
            if (other.region().equals(key.region()) && other.year() < key.year()) {
                provinceYears.find(other.region(), other.year()).ifPresent(earlier::add);
            }
        }
        return ProvinceYearReport.of(current, earlier, reviews.reading(key), regions);
    }
}
