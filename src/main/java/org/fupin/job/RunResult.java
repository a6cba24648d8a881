package org.fupin.job;

import java.time.Duration;
import java.time.YearMonth;
import java.util.List;
import org.fupin.intake.LeftFile;
import org.fupin.intake.Rejection;
import org.fupin.warehouse.DisplacedArticle;
import org.fupin.warehouse.SameContent;

/**
 * What a run did.
 *
 * @param runId of the warehouse's row
 * @param attempt 1, or more for a run that was broken off and is continued; the counts are those of this attempt
 * @param stopped whether it was asked to stop, and did, before it was through
 * @param failures what ended it, one line each; empty if it completed or was stopped
 * @param found files in the inbox
 * @param loaded files that brought something new
 * @param known files whose content the warehouse held already
 * @param sameContent files whose content the warehouse holds, found at their paths for the first time
 * @param rejections files that could not be taken in
 * @param left files left for the next run
 * @param leftFiles their names and why, of very many the first
 * @param outOfScope files left alone because none of their articles is in the scope of the run
 * @param added articles that are the first of their identity
 * @param superseded articles that took the place of an earlier vintage
 * @param displaced articles of files of this run that do not hold, because another of its files has them too
 * @param observations added
 * @param leftOut left-out numbers added
 * @param audited province-years audited
 * @param errors findings that are errors, in the province-years audited
 * @param warnings findings that are warnings, in the province-years audited
 * @param held stated identities that hold, in the province-years audited
 * @param written report files whose content is new
 * @param mailSent messages that the mail server took, counted for each address
 * @param mailWaiting those that are tried again later
 * @param mailFailed those given up
 * @param elapsed from the first step to the last
 */
public record RunResult(
        long runId,
        String job,
        YearMonth period,
        long attempt,
        boolean stopped,
        List<String> failures,
        long found,
        long loaded,
        long known,
        List<SameContent> sameContent,
        List<Rejection> rejections,
        long left,
        List<LeftFile> leftFiles,
        long outOfScope,
        long added,
        long superseded,
        List<DisplacedArticle> displaced,
        long observations,
        long leftOut,
        long audited,
        long errors,
        long warnings,
        long held,
        long written,
        long mailSent,
        long mailWaiting,
        long mailFailed,
        Duration elapsed) {

    public RunResult {
        failures = List.copyOf(failures);
        sameContent = List.copyOf(sameContent);
        rejections = List.copyOf(rejections);
        displaced = List.copyOf(displaced);
        leftFiles = List.copyOf(leftFiles);
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
        return mailWaiting == 0 && mailFailed == 0;
    }

    /** Whether the run found nothing to load and nothing to write. */
    public boolean nothingNew() {
        return !failed() && !stopped && loaded == 0 && written == 0;
    }
}
