package org.fupin.publish;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.fupin.observation.edition.ProvinceYear;
import org.fupin.observation.edition.ReviewedReading;
import org.fupin.reference.Regions;
import org.fupin.report.ProvinceYearReport;
import org.fupin.warehouse.query.EditionRun;
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
        return report(
                key,
                provinceYears.keys(),
                held -> provinceYears.find(held.region(), held.year()),
                reviews.reading(key));
    }

    /**
     * The report in another edition, beside the years before in theirs.
     *
     * @param editions of the province and year, and of all that may stand beside it
     */
    public ProvinceYearReport report(ProvinceYearKey key, Map<ProvinceYearKey, EditionRun> editions) {
        return report(
                key,
                editions.keySet(),
                held -> provinceYears.after(held, editions.get(held).run()),
                reviews.reading(key, editions.get(key).run()));
    }

    private ProvinceYearReport report(
            ProvinceYearKey key,
            Collection<ProvinceYearKey> all,
            Function<ProvinceYearKey, Optional<ProvinceYear>> find,
            ReviewedReading reviewed) {
        ProvinceYear current = find.apply(key)
                .map(provinceYears::withTexts)
                .orElseThrow(() -> new IllegalStateException("nothing is held on " + key.region() + " " + key.year()));
        List<ProvinceYear> earlier = new ArrayList<>();
        for (ProvinceYearKey other : all) {
            if (other.region().equals(key.region()) && other.year() < key.year()) {
                find.apply(other).ifPresent(earlier::add);
            }
        }
        return ProvinceYearReport.of(current, earlier, reviewed, regions);
    }
}
