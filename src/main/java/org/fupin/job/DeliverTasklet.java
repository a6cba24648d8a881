package org.fupin.job;

import java.io.IOException;
import java.util.List;
import org.fupin.delivery.SendResult;
import org.fupin.delivery.compose.OwnerNotice;
import org.fupin.delivery.compose.Undelivered;
import org.fupin.publish.Publications;
import org.fupin.settings.CorrectionsFolder;
import org.fupin.warehouse.ledger.RejectedFiles;
import org.fupin.warehouse.load.CorrectionLedger;
import org.fupin.warehouse.load.Editions;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/**
 * Puts a message for each office into the outbox, sends what waits there, and tells the owner what went wrong. A server
 * that does not take mail fails no run: what was not sent waits for the next, and the result says so.
 */
final class DeliverTasklet implements Tasklet {

    static final String STEP = "deliver";

    private final Publications publications;
    private final @Nullable MailDispatch mail;
    private final Editions editions;
    private final RejectedFiles rejected;
    private final CorrectionLedger ledger;

    /** @param mail null if the job has no recipients */
    DeliverTasklet(
            Publications publications,
            @Nullable MailDispatch mail,
            Editions editions,
            RejectedFiles rejected,
            CorrectionLedger ledger) {
        this.ledger = ledger;
        this.editions = editions;
        this.publications = publications;
        this.mail = mail;
        this.rejected = rejected;
    }

    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext context) throws IOException {
        RunParameters run = RunParameters.of(contribution.getStepExecution().getJobParameters());
        if (mail == null) {
            return RepeatStatus.FINISHED;
        }
        try {
            deliver(run, mail, contribution.getStepExecution());
        } catch (MailDispatch.StoppedException e) {
            // What was sent is in the ledger; the next run sends the rest.
            contribution.getStepExecution().setTerminateOnly();
        }
        return RepeatStatus.FINISHED;
    }

    private void deliver(RunParameters run, MailDispatch dispatch, StepExecution step) throws IOException {
        Counts counts = new Counts();
        dispatch.queue(publications.of(run), run.period(), run.runId());
        SendResult offices = dispatch.send(run.out(), run.owner(), null);
        List<Undelivered> givenUp = dispatch.givenUp(run.runId());
        OwnerNotice notice =
                OwnerNotices.afterSending(run, List.of(), rejected.of(run.runId()), givenUp, offices.deferred());
        SendResult owner = dispatch.tellOwner(notice, run.out(), run.owner());
        // Apart, so that a run that displaces nothing does not tell of the same rejected files again.
        OwnerNotice ofDisplaced =
                OwnerNotices.afterSending(run, editions.displacedIn(run.runId()), List.of(), List.of(), List.of());
        SendResult displaced = dispatch.tellOwner(ofDisplaced, run.out(), run.owner());
        CorrectionsFolder folder = run.corrections() == null ? null : CorrectionsFolder.read(run.corrections());
        SendResult review = dispatch.tellOwner(
                OwnerNotices.ofReview(run, OpenCorrections.of(ledger, folder)), run.out(), run.owner());
        counts.add(Count.SENT, offices.sent() + owner.sent() + displaced.sent() + review.sent());
        counts.add(
                Count.UNDELIVERABLE,
                givenUp.size()
                        + owner.failed().size()
                        + displaced.failed().size()
                        + review.failed().size());
        counts.add(Count.UNSENT, dispatch.waiting());
        counts.store(step);
    }
}
