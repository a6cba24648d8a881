package org.fupin.publish;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fupin.observation.edition.ProvinceYear;
import org.fupin.observation.edition.ReviewedReading;
import org.fupin.reference.Regions;
import org.fupin.report.ProvinceYearReport;
import org.fupin.report.headline.YearHeadlines;
import org.fupin.warehouse.query.EditionRun;
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
        return report(key, provinceYears.find(key.region(), key.year()), headlines.before(key), reviews.reading(key));
    }

    /**
     * The report in another edition, beside the years before in theirs.
     *
     * @param editions of the province and year, and of all that may stand beside it
     */
    public ProvinceYearReport report(ProvinceYearKey key, Map<ProvinceYearKey, EditionRun> editions) {
        List<YearHeadlines> earlier = editions.keySet().stream()
                .filter(other -> other.region().equals(key.region()) && other.year() < key.year())
                .flatMap(other -> provinceYears.after(other, editions.get(other).run()).stream())
                .map(YearHeadlines::of)
                .toList();
        long run = editions.get(key).run();
        return report(key, provinceYears.after(key, run), earlier, reviews.reading(key, run));
    }

    private ProvinceYearReport report(
            ProvinceYearKey key, Optional<ProvinceYear> held, List<YearHeadlines> earlier, ReviewedReading reviewed) {
        ProvinceYear current = held.map(provinceYears::withTexts)
                .orElseThrow(() -> new IllegalStateException("nothing is held on " + key.region() + " " + key.year()));
        return ProvinceYearReport.of(current, earlier, reviewed, regions);
    }
}
