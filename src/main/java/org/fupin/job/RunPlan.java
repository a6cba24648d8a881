package org.fupin.job;

import java.time.YearMonth;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import org.fupin.intake.PlannedFile;
import org.fupin.publish.MissingSummary;
import org.fupin.publish.PlannedReport;
import org.fupin.settings.RunScope;
import org.fupin.store.Schema;
import org.fupin.warehouse.load.LoadForecast;
import org.fupin.warehouse.load.LoadForecast.ForecastProvinceYear;
import org.fupin.warehouse.query.ProvinceYearKey;
import org.jspecify.annotations.Nullable;

/**
 * What a run would do now.
 *
 * @param database how the warehouse was found
 * @param continued the run that was broken off and would be continued; null for a new one
 * @param stops why the run would end before it loads anything; null if it would not
 * @param files of the inbox, by name
 * @param forecast what loading the new files would do
 * @param reports that would be made, by path
 * @param withdrawn reports that would be none any more, by path
 * @param missingSummaries the years of the scope that would have no summary
 * @param mails that would be put into the outbox, in the order of the recipients
 */
public record RunPlan(
        String job,
        YearMonth period,
        RunScope scope,
        boolean force,
        Schema.State database,
        @Nullable Long continued,
        @Nullable String stops,
        List<PlannedFile> files,
        LoadForecast forecast,
        List<PlannedReport> reports,
        SortedSet<String> withdrawn,
        List<MissingSummary> missingSummaries,
        List<PlannedMail> mails) {

    public RunPlan {
        files = List.copyOf(files);
        reports = List.copyOf(reports);
        withdrawn = Collections.unmodifiableSortedSet(new TreeSet<>(withdrawn));
        missingSummaries = List.copyOf(missingSummaries);
        mails = List.copyOf(mails);
    }

    /** How many files would come to this. */
    public int count(PlannedFile.State state) {
        return (int) files.stream().filter(file -> file.state() == state).count();
    }

    /** The province-years of which something else would hold then, by year. */
    public SortedMap<ProvinceYearKey, ForecastProvinceYear> changes() {
        return forecast.changes();
    }

    /** Whether the run would find nothing to load and nothing to write. */
    public boolean nothingNew() {
        return stops == null && count(PlannedFile.State.NEW) == 0 && reports.isEmpty() && withdrawn.isEmpty();
    }
}
