package org.fupin.publish;

import org.fupin.observation.edition.ProvinceYear;
import org.fupin.reference.Regions;
import org.fupin.report.ProvinceYearReport;
import org.fupin.warehouse.query.ProvinceYearKey;
import org.fupin.warehouse.query.ProvinceYears;
import org.fupin.warehouse.query.Reviews;

/** Makes the reports' content from what the warehouse holds. */
public final class ReportSource {

    private final ProvinceYears provinceYears;
    private final ChosenHeadlines headlines;
    private final Reviews reviews;
    private final Regions regions;

    public ReportSource(ProvinceYears provinceYears, ChosenHeadlines headlines, Reviews reviews, Regions regions) {
        this.provinceYears = provinceYears;
        this.headlines = headlines;
        this.reviews = reviews;
        this.regions = regions;
    }

    /**
     * The report on a province and year, beside the headline figures of the years before.
     *
     * @throws IllegalStateException if nothing is held on it
     */
    public ProvinceYearReport report(ProvinceYearKey key) {
        ProvinceYear current = provinceYears
                .find(key.region(), key.year())
                .map(provinceYears::withTexts)
                .orElseThrow(() -> new IllegalStateException("nothing is held on " + key.region() + " " + key.year()));
        return ProvinceYearReport.of(current, headlines.before(key), reviews.reading(key), regions);
    }
}
