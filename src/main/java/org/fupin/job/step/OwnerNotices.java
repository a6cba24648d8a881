package org.fupin.job.step;

import java.time.YearMonth;
import java.util.List;
import org.fupin.delivery.compose.OwnerNotice;
import org.fupin.delivery.compose.OwnerNotice.DisplacedInput;
import org.fupin.delivery.compose.OwnerNotice.OpenCorrection;
import org.fupin.delivery.compose.OwnerNotice.RejectedInput;
import org.fupin.delivery.compose.Undelivered;
import org.fupin.job.run.ActiveRun;
import org.fupin.settings.RunRequest;
import org.fupin.store.RunOwner;
import org.fupin.warehouse.ledger.RejectedFile;
import org.fupin.warehouse.load.DisplacedArticle;
import org.jspecify.annotations.Nullable;

/** What the owner hears of a run. */
public final class OwnerNotices {

    private OwnerNotices() {}

    /** Of a run that did all but what is told here. */
    static OwnerNotice afterSending(
            ActiveRun run,
            List<DisplacedArticle> displaced,
            List<RejectedFile> rejected,
            List<Undelivered> givenUp,
            List<Undelivered> deferred) {
        return notice(run.job(), run.period(), run.runId(), null, displaced, rejected, givenUp, deferred);
    }

    /** Of corrections that a run could not apply. */
    static OwnerNotice ofReview(ActiveRun run, List<OpenCorrection> toReview) {
        return new OwnerNotice(
                run.job(),
                run.period(),
                run.runId(),
                RunOwner.thisProcess().host(),
                null,
                List.of(),
                List.of(),
                toReview,
                List.of(),
                List.of());
    }

    /** Of a run that failed. */
    public static OwnerNotice afterFailure(
            ActiveRun run, List<String> failures, List<DisplacedArticle> displaced, List<RejectedFile> rejected) {
        return notice(
                run.job(),
                run.period(),
                run.runId(),
                String.join("\n", failures),
                displaced,
                rejected,
                List.of(),
                List.of());
    }

    /** Of mail that was given up apart from a run. */
    public static OwnerNotice ofMail(String job, YearMonth period, List<Undelivered> givenUp) {
        return notice(job, period, null, null, List.of(), List.of(), givenUp, List.of());
    }

    /** Of a run whose number, if it got one, is out of reach. */
    public static OwnerNotice withoutRun(RunRequest request, String failure) {
        return notice(
                request.job().name(), request.period(), null, failure, List.of(), List.of(), List.of(), List.of());
    }

    private static OwnerNotice notice(
            String job,
            YearMonth period,
            @Nullable Long runId,
            @Nullable String failure,
            List<DisplacedArticle> displaced,
            List<RejectedFile> rejected,
            List<Undelivered> undelivered,
            List<Undelivered> deferred) {
        return new OwnerNotice(
                job,
                period,
                runId,
                RunOwner.thisProcess().host(),
                failure,
                rejected.stream()
                        .map(file -> new RejectedInput(file.name(), file.reason(), file.message()))
                        .toList(),
                displaced.stream()
                        .map(article -> new DisplacedInput(
                                article.title(),
                                article.provinceYear().region(),
                                article.provinceYear().year(),
                                article.file(),
                                article.by()))
                        .toList(),
                undelivered,
                deferred);
    }
}
