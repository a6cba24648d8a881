package org.fupin.job;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import org.fupin.job.batch.Work;
import org.fupin.job.run.ActiveRun;
import org.fupin.job.step.Correct;
import org.fupin.job.step.RunReports;
import org.fupin.publish.ChosenHeadlines;
import org.fupin.warehouse.query.ProvinceYears;

/**
 * Whether a run has anything to do but to note that it had not, and to send what mail is due. Most runs have not, and need neither
 * Spring Batch nor what reads and lays out reports.
 */
final class NewWork {

    private final ActiveRun run;
    private final Callable<Boolean> allKnown;
    private final ProvinceYears provinceYears;
    private final ChosenHeadlines headlines;
    private final RunReports reports;
    private final List<Work<?>> works;

    /**
     * @param allKnown looks at the inbox, and tells whether all its files are known
     * @param works of the run
     */
    NewWork(
            ActiveRun run,
            Callable<Boolean> allKnown,
            ProvinceYears provinceYears,
            ChosenHeadlines headlines,
            RunReports reports,
            List<Work<?>> works) {
        this.run = run;
        this.allKnown = allKnown;
        this.provinceYears = provinceYears;
        this.headlines = headlines;
        this.reports = reports;
        this.works = works;
    }

    /** What fails here counts as work: the step that meets the same failure tells it. */
    boolean isThere() {
        try {
            return !allKnown.call()
                    || run.force()
                    || !provinceYears.toAudit().isEmpty()
                    || !headlines.missing().isEmpty()
                    || isCorrected()
                    || !reports.plan().isEmpty();
        } catch (Exception e) {
            return true;
        }
    }

    private boolean isCorrected() throws IOException {
        for (Work<?> work : works) {
            if (work instanceof Correct correct && !correct.keys().isEmpty()) {
                return true;
            }
        }
        return false;
    }
}
