package org.fupin.job;

import java.time.YearMonth;
import java.util.List;
import org.fupin.delivery.compose.OwnerNotice.OpenCorrection;
import org.fupin.intake.LeftFile;
import org.fupin.intake.Rejection;
import org.fupin.job.run.Count;
import org.fupin.job.run.Counts;
import org.fupin.publish.MissingSummary;
import org.fupin.warehouse.load.DisplacedArticle;
import org.fupin.warehouse.load.SameContent;

/**
 * What a run did.
 *
 * @param runId of the warehouse's row
 * @param attempt 1, or more for a run that was broken off and is continued; the counts are those of this attempt
 * @param stopped whether it was asked to stop, and did, before it was through
 * @param failures what ended it, one line each; empty if it completed or was stopped
 * @param sameContent files whose content the warehouse holds, found at their paths for the first time
 * @param rejections files that could not be taken in
 * @param leftFiles files left for the next run and why, of very many the first
 * @param displaced articles of files of this run that do not hold, because another of its files has them too
 * @param toReview corrections that could not be applied
 * @param missingSummaries the years of its scope that have no summary; none of a run that did not get as far as that
 */
public record RunResult(
        long runId,
        String job,
        YearMonth period,
        long attempt,
        boolean stopped,
        List<String> failures,
        Counts counts,
        List<SameContent> sameContent,
        List<Rejection> rejections,
        List<LeftFile> leftFiles,
        List<DisplacedArticle> displaced,
        List<OpenCorrection> toReview,
        List<MissingSummary> missingSummaries) {

    public RunResult {
        failures = List.copyOf(failures);
        sameContent = List.copyOf(sameContent);
        rejections = List.copyOf(rejections);
        displaced = List.copyOf(displaced);
        toReview = List.copyOf(toReview);
        missingSummaries = List.copyOf(missingSummaries);
        leftFiles = List.copyOf(leftFiles);
    }

    public long count(Count what) {
        return counts.get(what);
    }

    /** Whether it continued a run that was broken off. */
    public boolean continued() {
        return attempt > 1;
    }

    public boolean failed() {
        return !failures.isEmpty();
    }

    /** Whether all mail was sent that was to be. */
    public boolean allMailSent() {
        return count(Count.UNSENT) == 0 && count(Count.UNDELIVERABLE) == 0;
    }

    /** Whether the run found nothing to load and nothing to write, and was not told to make reports again. */
    public boolean nothingNew() {
        return !failed()
                && !stopped
                && count(Count.LOADED) == 0
                && count(Count.WRITTEN) == 0
                && count(Count.WITHDRAWN) == 0
                && count(Count.UNCHANGED) == 0;
    }
}
