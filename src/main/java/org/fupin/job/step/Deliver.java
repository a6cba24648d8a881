package org.fupin.job.step;

import java.io.IOException;
import java.time.YearMonth;
import java.util.List;
import org.fupin.delivery.SendResult;
import org.fupin.delivery.compose.OwnerNotice;
import org.fupin.delivery.compose.Undelivered;
import org.fupin.job.batch.Work;
import org.fupin.job.run.ActiveRun;
import org.fupin.job.run.Count;
import org.fupin.publish.Publications;
import org.fupin.warehouse.ledger.RejectedFiles;
import org.fupin.warehouse.load.CorrectionLedger;
import org.fupin.warehouse.load.Editions;

/**
 * Puts a message for each office into the outbox, sends what waits there, and tells the owner what went wrong. A server
 * that does not take mail fails no run: what was not sent waits for the next, and the result says so.
 */
public final class Deliver implements Work<YearMonth> {

    private final ActiveRun run;
    private final Publications publications;
    private final MailDispatch dispatch;
    private final Editions editions;
    private final RejectedFiles rejected;
    private final CorrectionLedger ledger;

    public Deliver(
            ActiveRun run,
            Publications publications,
            MailDispatch dispatch,
            Editions editions,
            RejectedFiles rejected,
            CorrectionLedger ledger) {
        this.run = run;
        this.ledger = ledger;
        this.publications = publications;
        this.dispatch = dispatch;
        this.editions = editions;
        this.rejected = rejected;
    }

    @Override
    public String name() {
        return "deliver";
    }

    @Override
    public List<YearMonth> keys() {
        return List.of(run.period());
    }

    @Override
    public boolean isShown() {
        return false;
    }

    @Override
    public void work(YearMonth period) throws IOException {
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
        SendResult review = dispatch.tellOwner(
                OwnerNotices.ofReview(run, OpenCorrections.of(ledger, run.corrections())), run.out(), run.owner());
        run.counts().add(Count.SENT, offices.sent() + owner.sent() + displaced.sent() + review.sent());
        run.counts()
                .add(
                        Count.UNDELIVERABLE,
                        givenUp.size()
                                + owner.failed().size()
                                + displaced.failed().size()
                                + review.failed().size());
        run.counts().add(Count.UNSENT, dispatch.waiting());
    }
}
